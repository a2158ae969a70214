//! What both sides see of a draw.

use super::{
    access::actions,
    entity::{Model, checks, receipts},
    model::{DrawActionKind, DrawState, OverdueStage, ReceiptKind, UseFinding},
    position::{PlanLine, Position},
    store,
    terms::{DrawTerms, Extension},
};
use jinqiao_http::TimelineItem;
use jinqiao_kernel::{
    DateTime, DemandId, DrawId, Money, NaiveDate, OrderId, OrgId, OrgKind, Rate, ReceiptId, UseCheckId,
};
use jinqiao_platform::{
    calendar::{Due, WorkCalendar},
    files::FileInfo,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A draw in a list.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DrawView {
    id: DrawId,
    order_id: OrderId,
    order_no: String,
    demand_id: DemandId,
    /// Which of the order's draws, from 1.
    place: i32,
    state: DrawState,
    version: i32,
    institution_id: OrgId,
    institution_name: String,
    /// The borrower, by whose contract the institution lends.
    enterprise_name: String,
    voucher_no: String,
    paid_on: NaiveDate,
    /// Fen.
    amount: Money,
    /// Yearly, 0.001 %; after an extension what holds from the old end on.
    rate: Rate,
    matures_on: NaiveDate,
    /// Principal that is not repaid, fen.
    owed: Money,
    /// When the next instalment falls due …
    next_on: Option<NaiveDate>,
    /// … and principal and interest of it, fen.
    next_amount: Money,
    /// When what is late fell due …
    late_since: Option<NaiveDate>,
    /// … how many days that is ago …
    late_days: i64,
    /// … and how much it is, fen.
    late_amount: Money,
    stage: Option<OverdueStage>,
    /// When the enterprise's answer is due.
    due: Option<Due>,
    /// Why it counts for nothing, or is settled before the plan says so.
    reason: Option<String>,
    closed_at: Option<DateTime>,
    actions: Vec<DrawActionKind>,
}

/// A repayment.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ReceiptView {
    id: ReceiptId,
    serial_no: String,
    paid_on: NaiveDate,
    kind: ReceiptKind,
    /// Fen.
    principal: Money,
    /// Fen.
    interest: Money,
    /// Fees and penalties, fen.
    other: Money,
    recorded_at: DateTime,
    /// Why it was struck.
    reversed_because: Option<String>,
    reversed_at: Option<DateTime>,
}

/// A check of the use of funds.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct UseCheckView {
    id: UseCheckId,
    checked_on: NaiveDate,
    finding: UseFinding,
    note: String,
    files: Vec<FileInfo>,
}

/// A draw with all that belongs to it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DrawDetail {
    #[serde(flatten)]
    draw: DrawView,
    terms: DrawTerms,
    /// Contract and voucher.
    files: Vec<FileInfo>,
    extensions: Vec<Extension>,
    /// As it holds now.
    plan: Vec<PlanLine>,
    /// Interest of the plan, fen.
    plan_interest: Money,
    /// Interest that was paid, fen.
    interest_paid: Money,
    /// Fees and penalties that were paid, fen.
    other_paid: Money,
    receipts: Vec<ReceiptView>,
    checks: Vec<UseCheckView>,
    timeline: Vec<TimelineItem>,
}

/// What views are made with.
pub struct Known<'a> {
    pub calendar: &'a WorkCalendar,
    pub now: DateTime,
    pub today: NaiveDate,
    pub side: OrgKind,
}

/// Names beside a row.
pub struct Names {
    pub institution: String,
    pub enterprise: String,
}

/// What belongs to a draw.
pub struct Parts {
    pub receipts: Vec<receipts::Model>,
    pub checks: Vec<(checks::Model, Vec<FileInfo>)>,
    pub files: Vec<FileInfo>,
    pub timeline: Vec<TimelineItem>,
}

impl Known<'_> {
    pub fn view(&self, row: &Model, names: Names) -> DrawView {
        DrawView {
            id: row.id,
            order_id: row.order_id,
            order_no: row.order_no.clone(),
            demand_id: row.demand_id,
            place: row.place,
            state: row.state,
            version: row.version,
            institution_id: row.institution_id,
            institution_name: names.institution,
            enterprise_name: names.enterprise,
            voucher_no: row.terms.0.voucher_no.clone(),
            paid_on: *row.terms.0.paid_on,
            amount: row.amount,
            rate: row.extensions.0.last().map_or(row.terms.0.rate, |last| last.rate),
            matures_on: row.matures_on,
            owed: row.owed,
            next_on: row.next_on,
            next_amount: row.next_amount,
            late_since: row.late_since,
            late_days: row.late_since.map_or(0, |since| (self.today - since).num_days().max(0)),
            late_amount: row.late_amount,
            stage: row.stage,
            due: row.due_at.map(|at| Due::new(self.calendar, at, self.now)),
            reason: row.reason.clone(),
            closed_at: row.closed_at,
            actions: actions(row.state, self.side),
        }
    }

    pub fn detail(&self, row: &Model, names: Names, parts: Parts) -> DrawDetail {
        let position = Position::of(&row.terms.0, &store::counted(&parts.receipts), &row.extensions.0, self.today);
        DrawDetail {
            draw: self.view(row, names),
            terms: row.terms.0.clone(),
            files: parts.files,
            extensions: row.extensions.0.clone(),
            plan_interest: position.interest(),
            plan: position.plan,
            interest_paid: row.interest_paid,
            other_paid: row.other_paid,
            receipts: parts.receipts.into_iter().map(receipt).collect(),
            checks: parts.checks.into_iter().map(|(check, files)| use_check(check, files)).collect(),
            timeline: parts.timeline,
        }
    }
}

fn receipt(row: receipts::Model) -> ReceiptView {
    let receipts::Model { id, serial_no, paid_on, kind, principal, interest, other, recorded_at, .. } = row;
    let (reversed_because, reversed_at) = (row.reversed_because, row.reversed_at);
    ReceiptView { id, serial_no, paid_on, kind, principal, interest, other, recorded_at, reversed_because, reversed_at }
}

fn use_check(row: checks::Model, files: Vec<FileInfo>) -> UseCheckView {
    UseCheckView { id: row.id, checked_on: row.checked_on, finding: row.finding, note: row.note, files }
}

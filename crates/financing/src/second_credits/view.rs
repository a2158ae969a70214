//! What each side and the operator see of a second credit.

use super::{
    access::{SecondAction, actions},
    entity::Model,
    model::{SecondKind, SecondSide, SecondState, turn},
    terms::{ExtensionDecision, SecondField, SecondTerms},
};
use crate::orders::RefusalCode;
use jinqiao_http::TimelineItem;
use jinqiao_kernel::{DateTime, NaiveDate, OrderId, OrgId, SecondCreditId};
use jinqiao_platform::calendar::{Due, WorkCalendar};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A second credit, for both sides.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SecondCreditView {
    id: SecondCreditId,
    no: String,
    kind: SecondKind,
    asked_by: SecondSide,
    state: SecondState,
    version: i32,
    first_order_id: OrderId,
    first_order_no: String,
    /// The new order, once there is one.
    order_id: Option<OrderId>,
    institution_id: OrgId,
    institution_name: String,
    /// For the enterprise itself, and for the institution while a consent holds.
    enterprise_name: Option<String>,
    /// When the loan ended as it was asked for.
    matures_on: NaiveDate,
    wanted: SecondTerms,
    /// The same of last time …
    last: SecondTerms,
    /// … and what differs from it.
    changed: Vec<SecondField>,
    note: Option<String>,
    /// Extension only.
    decision: Option<ExtensionDecision>,
    refusal_code: Option<RefusalCode>,
    reason: Option<String>,
    due: Option<Due>,
    turn: Option<SecondSide>,
    asked_at: DateTime,
    updated_at: DateTime,
    closed_at: Option<DateTime>,
    /// In the detail only.
    timeline: Vec<TimelineItem>,
    actions: Vec<SecondAction>,
}

/// Why the operator has to look: what one side said of the other after the first loan.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SecondMark {
    from: SecondSide,
    /// 1 to 5; none where it was not given, or struck.
    overall: Option<i32>,
    text: Option<String>,
}

/// A second credit, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SecondReviewView {
    #[serde(flatten)]
    second: SecondCreditView,
    marks: Vec<SecondMark>,
}

/// What may be asked for on a finished order, with what to begin from.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SecondOptions {
    /// What this side may ask for now.
    pub(super) kinds: Vec<SecondKind>,
    /// Why nothing, in Chinese.
    pub(super) why: Option<String>,
    /// When the loan ends, with every extension.
    pub(super) matures_on: Option<NaiveDate>,
    /// The terms of last time.
    pub(super) last: Option<SecondTerms>,
    /// What came of the order already, newest first.
    pub(super) seconds: Vec<SecondCreditView>,
}

/// What views are made with.
pub struct Known<'a> {
    pub calendar: &'a WorkCalendar,
    pub now: DateTime,
    /// The reader's side; none for the operator.
    pub side: Option<SecondSide>,
}

/// Names beside a row.
pub struct Names {
    pub first_order_no: String,
    pub institution: String,
    pub enterprise: Option<String>,
}

impl Known<'_> {
    pub fn view(&self, row: Model, names: Names, timeline: Vec<TimelineItem>) -> SecondCreditView {
        SecondCreditView {
            actions: actions(&row, self.side),
            due: row.due_at.map(|at| Due::new(self.calendar, at, self.now)),
            turn: turn(row.state, row.asked_by),
            changed: row.wanted.0.changed(&row.last.0),
            id: row.id,
            no: row.no,
            kind: row.kind,
            asked_by: row.asked_by,
            state: row.state,
            version: row.version,
            first_order_id: row.first_order_id,
            first_order_no: names.first_order_no,
            order_id: row.order_id,
            institution_id: row.institution_id,
            institution_name: names.institution,
            enterprise_name: names.enterprise,
            matures_on: row.matures_on,
            wanted: row.wanted.0,
            last: row.last.0,
            note: row.note,
            decision: row.decision.0,
            refusal_code: row.refusal_code,
            reason: row.reason,
            asked_at: row.asked_at,
            updated_at: row.updated_at,
            closed_at: row.closed_at,
            timeline,
        }
    }
}

impl SecondReviewView {
    pub(super) fn new(second: SecondCreditView, marks: Vec<SecondMark>) -> Self {
        Self { second, marks }
    }
}

impl SecondMark {
    pub(super) fn new(from: SecondSide, given: Option<(i32, Option<String>)>) -> Self {
        let (overall, text) = given.map_or((None, None), |(overall, text)| (Some(overall), text));
        Self { from, overall, text }
    }
}

//! What each side sees of a joint credit.

use super::{
    access::{ActionContext, JointAction},
    course::sheet,
    entity::{Joint, Member},
    limits::{JointTurn, turn},
    model::{JointActionKind, JointMemberState, JointRole, JointState},
    shares::{Gathered, JointSheet, shrunk},
};
use crate::{
    demands::{Demand, MarketDemand},
    loans::Repayment,
    orders::{Order, OrderState, RefusalCode},
    products::Guarantee,
};
use jinqiao_http::TimelineItem;
use jinqiao_kernel::{DateTime, DemandId, JointCreditId, JointMemberId, Money, NaiveDate, OrderId, OrgId, Rate};
use jinqiao_platform::{
    calendar::{Due, WorkCalendar},
    organizations::Organization,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

/// What a member has paid out.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct JointPayment {
    order_state: OrderState,
    /// Version of the order, to confirm the figures.
    order_version: i32,
    paid_on: Option<NaiveDate>,
    amount: Money,
    voucher_no: Option<String>,
}

/// A member.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct JointMemberView {
    id: JointMemberId,
    institution_id: OrgId,
    institution_name: String,
    role: JointRole,
    state: JointMemberState,
    version: i32,
    /// What it offered, of the loan or of the guarantee, fen …
    wanted: Money,
    /// … and what it got when too much had come together.
    share: Money,
    rate: Option<Rate>,
    fee: Money,
    conditions: Option<String>,
    /// For the lead, the enterprise and the member itself: why it refused or passed.
    /// To the member itself; others read the words.
    refusal_code: Option<RefusalCode>,
    reason: Option<String>,
    due: Option<Due>,
    /// For the enterprise and the member itself.
    order_id: Option<OrderId>,
    /// Once the sheet was accepted.
    payment: Option<JointPayment>,
}

/// What all see.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct JointCore {
    id: JointCreditId,
    no: String,
    state: JointState,
    version: i32,
    lead_id: OrgId,
    lead_name: String,
    total: Money,
    /// What guarantors are to cover together; zero for none.
    guaranteed: Money,
    term_months: i32,
    repayment: Repayment,
    guarantee: Guarantee,
    note: Option<String>,
    open: bool,
    extended: bool,
    /// Of the loan so far.
    committed: Money,
    /// The smaller total that may be proposed where that is too little: of it too others than the lead take their part.
    shrink_to: Money,
    /// Of the guarantee so far.
    covered: Money,
    /// Lenders so far, the lead among them …
    lenders: i32,
    /// … and how many there must be.
    least_lenders: i64,
    /// The least share of the lead.
    least_of_lead: Money,
    /// The most that it takes: others take their part.
    most_of_lead: Money,
    due: Option<Due>,
    turn: Option<JointTurn>,
    ended_because: Option<String>,
    /// From the sheet on.
    sheet: Option<JointSheet>,
    /// In the detail, as far as the reader may know them.
    members: Vec<JointMemberView>,
    created_at: DateTime,
    updated_at: DateTime,
    closed_at: Option<DateTime>,
    /// In the detail only.
    timeline: Vec<TimelineItem>,
    actions: Vec<JointAction>,
}

/// A joint credit on the own demand.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct EnterpriseJointView {
    #[serde(flatten)]
    core: JointCore,
    demand_id: DemandId,
    demand_no: String,
    demand_amount: Money,
    /// The lead's order.
    order_id: OrderId,
}

impl EnterpriseJointView {
    /// What it costs a year by the sheet, 0.001 %; none before there is one.
    pub fn annual_cost(&self) -> Option<Rate> {
        self.core.sheet.as_ref().map(|sheet| sheet.costs.annual_cost)
    }
}

/// A joint credit as an institution sees it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct InstitutionJointView {
    #[serde(flatten)]
    core: JointCore,
    demand: MarketDemand,
    /// What the own institution is in it, or would be.
    role: Option<JointRole>,
    /// The own part.
    own: Option<JointMemberView>,
    /// While the enterprise's consent to the own institution holds.
    enterprise_name: Option<String>,
}

/// What views are made with.
pub struct Known<'a> {
    pub calendar: &'a WorkCalendar,
    pub now: DateTime,
    pub names: &'a HashMap<OrgId, Organization>,
    /// Orders on the demand; in lists no more than the reader's own.
    pub orders: &'a [Order],
}

/// Who looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Enterprise,
    /// An institution, and whether it knows the enterprise.
    Institution(OrgId, bool),
}

impl Known<'_> {
    fn name(&self, org: OrgId) -> String {
        self.names.get(&org).map(|org| org.name.clone()).unwrap_or_default()
    }

    fn due(&self, at: Option<DateTime>) -> Option<Due> {
        at.map(|at| Due::new(self.calendar, at, self.now))
    }

    /// When a member's time to decide is over: its limit, or before it the one to get in touch with the enterprise.
    fn ends(&self, row: &Member) -> Option<DateTime> {
        if row.state != JointMemberState::Reviewing {
            return None;
        }
        let order = self.orders.iter().find(|order| Some(order.id) == row.order_id);
        let contact = order.filter(|order| order.state == OrderState::Contacting).and_then(|order| order.due_at);
        row.due_at.into_iter().chain(contact).min()
    }

    /// A member as `reader` may know it.
    fn member(&self, row: &Member, reader: Reader, lead: OrgId) -> JointMemberView {
        let own = matches!(reader, Reader::Institution(org, _) if org == row.institution_id);
        let told =
            own || matches!(reader, Reader::Enterprise) || matches!(reader, Reader::Institution(org, _) if org == lead);
        // Why the enterprise did not want a member may say who it is.
        let told = told && !(own && row.state == JointMemberState::Dropped);
        let order = self.orders.iter().find(|order| Some(order.id) == row.order_id && order.state.accepted());
        let payment = order.map(|order| JointPayment {
            order_state: order.state,
            order_version: order.version,
            paid_on: order.disbursement.as_ref().map(|paid| paid.0.paid_on.into()),
            amount: order.disbursed_amount,
            voucher_no: order.disbursement.as_ref().map(|paid| paid.0.voucher_no.clone()),
        });
        JointMemberView {
            id: row.id,
            institution_id: row.institution_id,
            institution_name: self.name(row.institution_id),
            role: row.role,
            state: row.state,
            version: row.version,
            wanted: row.wanted,
            share: row.share,
            rate: row.rate,
            fee: row.fee,
            conditions: row.conditions.clone(),
            refusal_code: row.refusal_code.filter(|_| own),
            reason: row.reason.clone().filter(|_| told),
            due: self.due(self.ends(row)),
            order_id: row.order_id.filter(|_| own || reader == Reader::Enterprise),
            payment,
        }
    }

    fn core(&self, row: Joint, members: &[Member], reader: Reader, kinds: &[JointActionKind]) -> JointCore {
        let parts: Vec<_> = members.iter().map(Member::part).collect();
        let own = match reader {
            Reader::Institution(org, _) => members.iter().find(|member| member.institution_id == org),
            Reader::Enterprise => None,
        };
        let gathered = Gathered::of(&parts);
        let lead = members.iter().find(|member| member.role == JointRole::Lead).map_or(Money::ZERO, |lead| lead.share);
        let context = ActionContext { joint: &row, gathered, own };
        let offered = row.offered_at.is_some();
        let lead_share = row.rules.0.lead_share(row.total);
        let knows = !matches!(reader, Reader::Institution(_, false));
        JointCore {
            actions: context.actions(kinds),
            lead_name: self.name(row.lead_id),
            committed: gathered.loan,
            shrink_to: shrunk(gathered.loan, row.total, lead, row.rules.0.distributed_percent).0,
            covered: gathered.cover,
            lenders: i32::try_from(gathered.lenders).unwrap_or(i32::MAX),
            least_lenders: row.rules.0.lenders,
            least_of_lead: *lead_share.start(),
            most_of_lead: *lead_share.end(),
            due: self.due(row.due_at.filter(|_| row.state.running())),
            turn: turn(row.state),
            // The enterprise's own words may say who it is.
            ended_because: row.ended_because.clone().filter(|_| knows || row.state != JointState::Declined),
            // Members who know the enterprise write their conditions into it.
            sheet: (offered && knows).then(|| sheet(&row, members)),
            members: vec![],
            id: row.id,
            no: row.no,
            state: row.state,
            version: row.version,
            lead_id: row.lead_id,
            total: row.total,
            guaranteed: row.guaranteed,
            term_months: row.term_months,
            repayment: row.repayment,
            guarantee: row.guarantee,
            note: row.note,
            open: row.open,
            extended: row.extended,
            created_at: row.created_at,
            updated_at: row.updated_at,
            closed_at: row.closed_at,
            timeline: vec![],
        }
    }

    /// For the enterprise.
    pub fn for_enterprise(&self, row: Joint, members: &[Member], demand: &Demand) -> EnterpriseJointView {
        EnterpriseJointView {
            demand_id: demand.id,
            demand_no: demand.no.clone(),
            demand_amount: demand.amount.unwrap_or_default(),
            order_id: row.order_id,
            core: self.core(row, members, Reader::Enterprise, JointActionKind::OF_ENTERPRISE),
        }
    }

    /// For an institution; `role` is what it would be where it has no part yet.
    pub fn for_institution(
        &self,
        row: Joint,
        members: &[Member],
        demand: MarketDemand,
        (org, knows): (OrgId, bool),
        role: Option<JointRole>,
    ) -> InstitutionJointView {
        let reader = Reader::Institution(org, knows);
        let kinds = if row.lead_id == org { JointActionKind::OF_LEAD } else { JointActionKind::OF_MEMBER };
        let own = members.iter().find(|member| member.institution_id == org);
        InstitutionJointView {
            demand,
            role: own.map(|own| own.role).or(role),
            own: own.map(|own| self.member(own, reader, row.lead_id)),
            enterprise_name: None,
            core: self.core(row, members, reader, kinds),
        }
    }

    /// The members that `reader` may know of: the enterprise and the lead all; those who know the enterprise all who take part; others
    /// nobody but themselves and the lead.
    pub fn members(&self, joint: &Joint, members: &[Member], reader: Reader) -> Vec<JointMemberView> {
        let shown = |member: &&Member| match reader {
            Reader::Enterprise => joint.consented_at.is_some() || member.role == JointRole::Lead,
            Reader::Institution(org, _) if org == joint.lead_id => true,
            Reader::Institution(org, true) => member.state.stands() || member.institution_id == org,
            Reader::Institution(org, false) => member.institution_id == org,
        };
        members.iter().filter(shown).map(|member| self.member(member, reader, joint.lead_id)).collect()
    }
}

impl EnterpriseJointView {
    /// The detail.
    pub(super) fn detailed(mut self, members: Vec<JointMemberView>, timeline: Vec<TimelineItem>) -> Self {
        (self.core.members, self.core.timeline) = (members, timeline);
        self
    }
}

impl InstitutionJointView {
    /// The detail.
    pub(super) fn detailed(mut self, members: Vec<JointMemberView>, timeline: Vec<TimelineItem>) -> Self {
        (self.core.members, self.core.timeline) = (members, timeline);
        self
    }

    /// With the enterprise's name, where a consent tells it.
    pub(super) fn with_borrower(self, enterprise_name: Option<String>) -> Self {
        Self { enterprise_name, ..self }
    }
}

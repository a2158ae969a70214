//! What each side sees of an order.

use super::{
    OrderState, OrderedProduct,
    access::{OrderAction, actions},
    differs::{AskedTerms, DifferentTerm},
    entity::Model,
    limits::Turn,
    materials::MaterialRequestView,
    model::OrderActionKind,
    officers::OrderOfficer,
    opened::OpenedEnterprise,
    ratings::Reputation,
    terms_view::{DecisionView, DisbursementView, EquityView, OfferView, RefusalView},
};
use crate::{
    demands::{Demand, MarketDemand},
    products::FinancingKind,
};
use jinqiao_http::TimelineItem;
use jinqiao_kernel::{DateTime, DemandId, JointCreditId, Money, OrderId, OrgId, SecondCreditId};
use jinqiao_platform::{
    calendar::{Due, WorkCalendar},
    consents::{Consent, ConsentScope},
    files::FileInfo,
    organizations::{InstitutionType, Organization},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The institution, as the enterprise sees it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OfferingInstitution {
    id: OrgId,
    name: String,
    institution_type: Option<InstitutionType>,
    /// What enterprises think of it; none while nobody has rated it.
    reputation: Option<Reputation>,
}

/// What both sides see.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OrderCore {
    id: OrderId,
    no: String,
    state: OrderState,
    version: i32,
    kind: FinancingKind,
    /// The product applied for, dispatched or offered, in the version of then.
    product: Option<OrderedProduct>,
    /// Frozen at the opening: working days to the decision …
    decision_wd: Option<i32>,
    /// … and from the acceptance to the payment.
    disburse_wd: Option<i32>,
    /// The joint credit in which it is decided, accepted and paid together with others.
    joint_id: Option<JointCreditId>,
    /// The second credit from which it came.
    second_id: Option<SecondCreditId>,
    /// Debt only.
    offer: Option<OfferView>,
    decision: Option<DecisionView>,
    disbursement: Option<DisbursementView>,
    /// Equity only.
    equity: Option<EquityView>,
    refusal: Option<RefusalView>,
    /// The enterprise disputes the payment's figures, and that is not settled yet.
    disputed: bool,
    /// The institution has put the disputed record right since: what is left lies with the enterprise and the platform.
    corrected: bool,
    /// Since when the enterprise owes materials; the institution's clock stands still.
    awaiting_since: Option<DateTime>,
    /// Since when one of the two organisations is suspended: the limits stand still, and either side may end it.
    held_since: Option<DateTime>,
    /// In the detail only, newest first.
    materials: Vec<MaterialRequestView>,
    /// The end of the limit that runs.
    due: Option<Due>,
    /// Whose turn it is.
    turn: Option<Turn>,
    contacted_at: Option<DateTime>,
    opened_at: DateTime,
    updated_at: DateTime,
    closed_at: Option<DateTime>,
    /// In the detail only.
    timeline: Vec<TimelineItem>,
    actions: Vec<OrderAction>,
}

/// An order on the own demand.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct EnterpriseOrderView {
    #[serde(flatten)]
    core: OrderCore,
    demand_id: DemandId,
    demand_no: String,
    demand_amount: Money,
    /// What was asked for; none of an investment.
    asked: Option<AskedTerms>,
    /// Where the grant, or before it the offer, differs from that.
    differs: Vec<DifferentTerm>,
    institution: OfferingInstitution,
    /// In the detail: who handles it there.
    officer: Option<OfficerContact>,
}

/// The person at the institution, as the enterprise sees it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OfficerContact {
    pub(super) name: String,
    /// Once the enterprise has chosen the institution, if the person has a number of its own.
    pub(super) mobile: Option<String>,
}

/// The consent behind an order.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OrderConsent {
    expires_at: DateTime,
    active: bool,
    scopes: Vec<ConsentScope>,
}

/// The institution's own order.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct InstitutionOrderView {
    #[serde(flatten)]
    core: OrderCore,
    demand: MarketDemand,
    officer: OrderOfficer,
    /// In the detail, while a consent holds.
    enterprise: Option<OpenedEnterprise>,
    /// The name of the enterprise: in lists while a consent tells it, and as the other side of a loan whose payment it has confirmed, also
    /// after the consent (ADR 34).
    borrower: Option<String>,
    consent: Option<OrderConsent>,
}

/// What is needed to tell how much time is left.
pub struct DeadlineCalculator {
    pub calendar: WorkCalendar,
    pub now: DateTime,
}

impl DeadlineCalculator {
    fn due(&self, row: &Model) -> Option<Due> {
        row.due_at.filter(|_| row.held_since.is_none()).map(|at| Due::new(&self.calendar, at, self.now))
    }
}

fn core(
    row: Model,
    kinds: &[OrderActionKind],
    timeline: Vec<TimelineItem>,
    deadlines: &DeadlineCalculator,
) -> OrderCore {
    let (due, turn) = (deadlines.due(&row), row.turn());
    OrderCore {
        actions: actions(&row, kinds),
        offer: OfferView::of(&row),
        disbursement: DisbursementView::of(&row),
        decision: DecisionView::of(&row),
        equity: EquityView::of(&row),
        refusal: RefusalView::of(&row),
        kind: row.kind,
        product: row.product.map(|product| product.0),
        decision_wd: row.decision_wd,
        disburse_wd: row.disburse_wd,
        joint_id: row.joint_id,
        second_id: row.second_id,
        due,
        // What the enterprise does not find right the institution puts right.
        turn,
        disputed: row.disputed,
        corrected: row.corrected,
        awaiting_since: row.awaiting_since,
        held_since: row.held_since,
        materials: vec![],
        id: row.id,
        no: row.no,
        state: row.state,
        version: row.version,
        contacted_at: row.contacted_at,
        opened_at: row.opened_at,
        updated_at: row.updated_at,
        closed_at: row.closed_at,
        timeline,
    }
}

impl EnterpriseOrderView {
    pub(super) fn new(
        row: Model,
        demand: &Demand,
        (institution, reputation): (&Organization, Option<Reputation>),
        timeline: Vec<TimelineItem>,
        deadlines: &DeadlineCalculator,
    ) -> Self {
        let asked = (row.kind == FinancingKind::Debt).then(|| AskedTerms::from(demand));
        Self {
            differs: asked.as_ref().map(|asked| asked.differs_from(&row)).unwrap_or_default(),
            asked,
            demand_id: demand.id,
            demand_no: demand.no.clone(),
            demand_amount: demand.amount.unwrap_or_default(),
            institution: OfferingInstitution {
                id: institution.id,
                name: institution.name.clone(),
                institution_type: institution.institution_type,
                reputation,
            },
            officer: None,
            core: core(row, OrderActionKind::OF_ENTERPRISE, timeline, deadlines),
        }
    }
}

impl EnterpriseOrderView {
    /// The detail: with the materials that were asked for, and the person at the institution.
    pub(super) fn detailed(mut self, materials: Vec<MaterialRequestView>, officer: OfficerContact) -> Self {
        self.core.materials = materials;
        self.officer = Some(officer);
        self
    }
}

impl EnterpriseOrderView {
    /// As the primary account, or another of the firm, reads why it was refused.
    pub(super) fn refused_for(mut self, primary: bool) -> Self {
        self.core.refusal = self.core.refusal.map(|refusal| refusal.seen_by(primary));
        self
    }

    /// In a list: no code of a refusal.
    pub(super) fn listed(mut self) -> Self {
        self.core.refusal = None;
        self
    }

    /// The detail: with the files of the payment and the name of its guarantor.
    pub(super) fn with_payment(mut self, files: Vec<FileInfo>, guarantor: Option<String>) -> Self {
        self.core.disbursement.iter_mut().for_each(|paid| paid.complete(&files, guarantor.as_deref()));
        self
    }
}

impl InstitutionOrderView {
    /// In a list: no code of a refusal.
    pub(super) fn listed(mut self) -> Self {
        self.core.refusal = None;
        self
    }

    /// The detail: with the files of the payment and the name of its guarantor.
    pub(super) fn with_payment(mut self, files: Vec<FileInfo>, guarantor: Option<String>) -> Self {
        self.core.disbursement.iter_mut().for_each(|paid| paid.complete(&files, guarantor.as_deref()));
        self
    }

    pub(super) fn new(row: Model, demand: MarketDemand, officer: OrderOfficer, deadlines: &DeadlineCalculator) -> Self {
        let core = core(row, OrderActionKind::OF_INSTITUTION, vec![], deadlines);
        Self { core, demand, officer, enterprise: None, borrower: None, consent: None }
    }

    /// The detail of an order that was paid: the other side of the contract.
    pub(super) fn with_borrower(self, borrower: Option<String>) -> Self {
        Self { borrower, ..self }
    }

    /// Takes the hand-over from those who do not answer for the order.
    pub(super) fn without_hand_over(mut self) -> Self {
        let why = "只有经办人、主账号或上级分支机构可以移交";
        self.core.actions.iter_mut().for_each(|action| action.forbid(OrderActionKind::HandOver, why));
        self
    }

    /// The detail: with its timeline, and with what the consent opens: the enterprise, and the materials that were asked for.
    pub(super) fn detailed(
        mut self,
        timeline: Vec<TimelineItem>,
        materials: Vec<MaterialRequestView>,
        consent: Option<Consent>,
        enterprise: Option<OpenedEnterprise>,
        now: DateTime,
    ) -> Self {
        self.core.timeline = timeline;
        self.core.materials = materials;
        self.enterprise = enterprise;
        self.consent = consent.map(|consent| OrderConsent {
            active: consent.active(now),
            expires_at: consent.expires_at,
            scopes: consent.scopes.0,
        });
        self
    }
}

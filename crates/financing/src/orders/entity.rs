//! Table `orders`.

use super::{
    Contact, Decision, Disbursement, EquityDeal, Offer, OrderState, OrderedProduct, RefusalCode,
    held::held,
    limits::{Limits, Turn, turn},
    model::OrderActionKind,
};
use crate::{
    demands::{DemandColumn, Demands},
    products::FinancingKind,
};
use jinqiao_db::{Doc, Versioned};
use jinqiao_kernel::{
    AccountId, DateTime, DemandId, Error, JointCreditId, Money, NaiveDate, OrderId, OrgId, ProductId, Rate, Result,
    SecondCreditId, UnitId,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "orders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrderId,
    pub no: String,
    pub demand_id: DemandId,
    pub enterprise_id: OrgId,
    pub institution_id: OrgId,
    pub unit_id: UnitId,
    pub officer_id: AccountId,
    pub state: OrderState,
    pub version: i32,
    pub kind: FinancingKind,
    /// Frozen at the opening: the product applied for, dispatched or offered, and its version; none for an offer outside products.
    pub product: Option<Doc<OrderedProduct>>,
    /// The same product, to find its orders.
    pub product_id: Option<ProductId>,
    /// Frozen at the opening: working days to the decision …
    pub decision_wd: Option<i32>,
    /// … and from the acceptance to the payment.
    pub disburse_wd: Option<i32>,
    /// Frozen at the opening: the other limits.
    pub limits: Option<Doc<Limits>>,
    /// When the limit of its state ends; none when nothing is due.
    pub due_at: Option<DateTime>,
    /// When the limit to the decision ends.
    pub decide_by: Option<DateTime>,
    /// The joint credit in which it is decided, accepted and paid together with others (ADR 0017).
    pub joint_id: Option<JointCreditId>,
    /// The second credit from which it came (ADR 0018).
    pub second_id: Option<SecondCreditId>,
    /// Debt only; none in a direct application.
    pub offer: Doc<Option<Offer>>,
    pub contact: Option<Doc<Contact>>,
    pub decision: Option<Doc<Decision>>,
    pub disbursement: Option<Doc<Disbursement>>,
    /// When a loan ends, with every extension; from its confirmation on.
    pub matures_on: Option<NaiveDate>,
    /// The rate of a loan that was extended, from the day on which it would have ended; 0.001 %.
    pub extended_rate: Option<Rate>,
    /// Equity only.
    pub equity: Option<Doc<EquityDeal>>,
    pub refusal_code: Option<RefusalCode>,
    /// Why the order ended without money, in the words of whoever ended it.
    pub ended_because: Option<String>,
    /// Accepted by the enterprise, fen.
    pub granted_amount: Money,
    /// Paid out, fen.
    pub disbursed_amount: Money,
    /// The enterprise disputes the payment's figures, and that is not settled yet: nothing confirms them meanwhile.
    pub disputed: bool,
    /// The institution has put the disputed record right since: what is left lies with the enterprise and the platform.
    pub corrected: bool,
    /// Since when the enterprise owes materials; the institution's clock stands still.
    pub awaiting_since: Option<DateTime>,
    /// Since when one of its two organisations is suspended: its limits stand still.
    pub held_since: Option<DateTime>,
    pub contacted_at: Option<DateTime>,
    pub decided_at: Option<DateTime>,
    pub disbursed_at: Option<DateTime>,
    pub opened_at: DateTime,
    pub updated_at: DateTime,
    pub closed_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whose turn it is; nobody's of the two while a record that was put right waits for the end of the dispute.
    pub(super) fn turn(&self) -> Option<Turn> {
        match (self.disputed, self.corrected) {
            (true, true) => None,
            (true, false) => Some(Turn::Institution),
            _ => turn(self.state, self.awaiting_since.is_some()),
        }
    }

    /// The limits under which it was opened.
    pub(super) fn limits(&self) -> Limits {
        self.limits.as_ref().map(|limits| limits.0).unwrap_or_default()
    }

    /// The state that `action` leads to. Money that has come ties both sides.
    ///
    /// # Errors
    /// `orders.wrong_state`; `orders.materials_pending` while the enterprise owes materials; `orders.already_paid` for ending an investment of which a part was paid; `orders.disputed` for
    /// confirming disputed figures.
    pub(super) fn after(&self, action: OrderActionKind) -> Result<OrderState> {
        use OrderActionKind::{
            ConfirmDisbursement, CorrectPayment, EndSuspended, HandOver, ProvideMaterials, RecallMaterials,
            RequestMaterials, StartReview,
        };
        let to = self.state.after(action)?;
        match (action, self.held_since.is_some()) {
            (EndSuspended, false) => return Err(Error::conflict("orders.wrong_state", "对方单位未被暂停使用")),
            (EndSuspended | HandOver, _) | (_, false) => {}
            _ => return Err(held()),
        }
        self.check_alone(action)?;
        match (action, self.disputed && self.kind == FinancingKind::Debt) {
            (ConfirmDisbursement, _) if self.disputed => {
                return Err(Error::conflict("orders.disputed", "放款异议尚未办结，办结或撤回异议后才能确认"));
            }
            (CorrectPayment, false) => {
                return Err(Error::conflict("orders.wrong_state", "企业对放款提出异议后才能更正"));
            }
            _ => {}
        }
        match (action, self.awaiting_since.is_some()) {
            (StartReview | RequestMaterials, true) => {
                return Err(Error::conflict("orders.materials_pending", "正在等待企业补充材料，收到或撤回后才能继续"));
            }
            (ProvideMaterials | RecallMaterials, false) => {
                return Err(Error::conflict("orders.wrong_state", "目前没有待补充的材料"));
            }
            _ => {}
        }
        if self.disbursed_amount > Money::ZERO && !to.live() && !to.accepted() {
            return Err(Error::conflict("orders.already_paid", "已有款项到账，不能终止对接"));
        }
        Ok(to)
    }

    /// What a joint credit decides together is not done to one of its orders; and who guarantees pays nothing out.
    fn check_alone(&self, action: OrderActionKind) -> Result<()> {
        use OrderActionKind::{Accept, Approve, DeclineOffer, Disburse};
        match (self.joint_id, action) {
            (Some(_), Approve | Accept | DeclineOffer) => {
                Err(Error::conflict("orders.in_joint_credit", "本单属于联合授信，请在联合授信页面办理"))
            }
            (Some(_), Disburse) if self.granted_amount == Money::ZERO => {
                Err(Error::conflict("orders.in_joint_credit", "担保机构在联合授信中不放款"))
            }
            _ => Ok(()),
        }
    }

    /// What the institution committed to: the amount, and until when the enterprise may accept it.
    pub(super) fn granted(&self) -> Option<(Money, NaiveDate)> {
        let debt = self.decision.as_ref().map(|decision| (decision.0.amount, *decision.0.valid_until));
        let sheet = self.equity.as_ref().and_then(|deal| deal.0.term_sheet.as_ref());
        debt.or_else(|| sheet.map(|sheet| (sheet.amount, *sheet.valid_until)))
    }
}

impl Related<Demands> for Entity {
    fn to() -> RelationDef {
        Self::belongs_to(Demands).from(Column::DemandId).to(DemandColumn::Id).into()
    }
}

impl Versioned for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
}

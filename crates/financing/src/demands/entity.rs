//! Table `demands`.

use super::{
    DemandState,
    dictionary::{AmountBand, TermBand},
};
use crate::loans::Repayment;
use crate::products::{FinancingKind, Guarantee, Stage, UseKind};
use jinqiao_db::{Doc, Versioned};
use jinqiao_kernel::{DateTime, DemandId, FileId, Money, NaiveDate, OrgId, Rate};
use jinqiao_platform::{
    enterprises::{IndustrySection, Masked},
    reviews::Defect,
};
use sea_orm::entity::prelude::*;

#[expect(missing_docs, reason = "columns; explained at the fields and views")]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "demands")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DemandId,
    pub no: String,
    pub enterprise_id: OrgId,
    pub state: DemandState,
    pub version: i32,
    /// Kept beside the state, so that one index serves the market's list.
    pub on_market: bool,
    pub kind: FinancingKind,
    pub amount: Option<Money>,
    pub term_months: Option<i32>,
    pub need_by: Option<NaiveDate>,
    pub use_kind: Option<UseKind>,
    pub use_text: Option<String>,
    pub guarantees: Doc<Vec<Guarantee>>,
    pub collateral: Option<String>,
    pub rate_max: Option<Rate>,
    pub repayments: Doc<Vec<Repayment>>,
    pub first_loan: bool,
    pub repayment_source: Option<String>,
    pub accept_partial: bool,
    pub round: Option<Stage>,
    pub valuation: Option<Money>,
    pub share_bp: Option<i32>,
    pub highlights: Option<String>,
    pub team: Option<String>,
    pub tags: Doc<Vec<String>>,
    pub attachments: Doc<Vec<FileId>>,
    pub public_text: Option<String>,
    pub masked: Option<Doc<Masked>>,
    pub industry_section: Option<IndustrySection>,
    pub amount_band: Option<AmountBand>,
    pub term_band: Option<TermBand>,
    pub defects: Doc<Vec<Defect>>,
    pub refusal: Option<String>,
    pub live_orders: i32,
    pub accepted_amount: Money,
    pub disbursed_amount: Money,
    /// A direct application for a product (直接申请): not on the market.
    pub direct: bool,
    /// Round of the dispatch that runs, from 1; 0 when none does.
    pub dispatch_round: i32,
    /// When the limit of its state ends: a correction's, or its time on the market.
    pub due_at: Option<DateTime>,
    /// Since when its firm is suspended: its limits stand still.
    pub held_since: Option<DateTime>,
    /// Since when the operator should make calls, because nobody has offered.
    pub unanswered_at: Option<DateTime>,
    /// The enterprise takes no further offers.
    pub closing: bool,
    pub created_at: DateTime,
    pub updated_at: DateTime,
    pub submitted_at: Option<DateTime>,
    pub published_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where it is while it has no orders.
    pub(super) fn resting_state(&self) -> DemandState {
        match (self.direct, self.dispatch_round) {
            (true, _) => DemandState::ClosedUnmatched,
            (false, 0) => DemandState::Open,
            _ => DemandState::Dispatched,
        }
    }
}

impl Versioned for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
}

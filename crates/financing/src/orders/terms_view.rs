//! Terms, payments and reasons of an order, as both sides see them.

use super::{
    Decision, Disbursement, EquityOffer, Offer, OrderState, RefusalCode, TermSheet, Tranche, entity::Model,
    equity::share_bp, payment::PaidDifference,
};
use crate::loans::LoanCosts;
use jinqiao_kernel::{DateTime, Money, NaiveDate};
use jinqiao_platform::files::FileInfo;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An indicative offer with its cost.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OfferView {
    #[serde(flatten)]
    offer: Offer,
    /// What it costs.
    costs: LoanCosts,
}

/// A grant with its cost.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DecisionView {
    #[serde(flatten)]
    decision: Decision,
    /// What it costs.
    costs: LoanCosts,
    decided_at: Option<DateTime>,
}

/// An offer to invest, with the share that it buys.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct EquityOfferView {
    #[serde(flatten)]
    offer: EquityOffer,
    /// Basis points of the firm after the money has come.
    share_bp: i32,
}

/// A term sheet, with the share that it buys.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct TermSheetView {
    #[serde(flatten)]
    sheet: TermSheet,
    /// Basis points of the firm after the money has come.
    share_bp: i32,
    decided_at: Option<DateTime>,
}

/// What is special about an investment.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct EquityView {
    offer: Option<EquityOfferView>,
    term_sheet: Option<TermSheetView>,
    tranches: Vec<Tranche>,
    /// Sum of the tranches, fen.
    paid: Money,
    /// When the enterprise confirmed that the money has come.
    confirmed_at: Option<DateTime>,
}

/// A payment.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DisbursementView {
    #[serde(flatten)]
    paid: Disbursement,
    /// Where it differs from what was granted.
    differs: Vec<PaidDifference>,
    /// What the loan that was paid out costs.
    costs: LoanCosts,
    /// Name of the guarantor, registered or not.
    guarantor_name: Option<String>,
    /// In the detail: contract and voucher.
    files: Vec<FileInfo>,
    /// Day on which the loan ends.
    matures_on: NaiveDate,
    recorded_at: Option<DateTime>,
    /// When the enterprise confirmed the figures.
    confirmed_at: Option<DateTime>,
}

/// Why an order ended without money.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct RefusalView {
    /// Given when the institution refused.
    code: Option<RefusalCode>,
    text: String,
}

/// When the enterprise confirmed what was paid.
fn confirmed_at(row: &Model) -> Option<DateTime> {
    row.closed_at.filter(|_| row.state == OrderState::Closed)
}

impl OfferView {
    /// The offer of an order, if it is a loan and there is one.
    pub fn of(row: &Model) -> Option<Self> {
        row.offer.0.clone().map(|offer| Self { costs: offer.loan().costs(), offer })
    }
}

impl DecisionView {
    /// The grant of an order, if there is one.
    pub fn of(row: &Model) -> Option<Self> {
        let decision = row.decision.clone()?.0;
        Some(Self { costs: decision.loan().costs(), decision, decided_at: row.decided_at })
    }
}

impl EquityView {
    /// The deal of an order, if it is one.
    pub fn of(row: &Model) -> Option<Self> {
        let deal = row.equity.clone()?.0;
        let sheet = |sheet: TermSheet| TermSheetView {
            share_bp: share_bp(sheet.amount, sheet.pre_money),
            sheet,
            decided_at: row.decided_at,
        };
        Some(Self {
            offer: deal.offer.map(|offer| EquityOfferView { share_bp: share_bp(offer.amount, offer.pre_money), offer }),
            term_sheet: deal.term_sheet.map(sheet),
            tranches: deal.tranches,
            paid: row.disbursed_amount,
            confirmed_at: confirmed_at(row),
        })
    }
}

impl DisbursementView {
    /// The payment of an order, if there was one.
    pub fn of(row: &Model) -> Option<Self> {
        let paid = row.disbursement.clone()?.0;
        let granted = row.decision.as_ref().map(|decision| &decision.0);
        Some(Self {
            differs: granted.map(|granted| paid.differs(granted)).unwrap_or_default(),
            costs: paid.loan().costs(),
            guarantor_name: paid.guarantor.clone(),
            files: vec![],
            matures_on: row.matures_on.unwrap_or_else(|| paid.matures_on()),
            paid,
            recorded_at: row.disbursed_at,
            confirmed_at: confirmed_at(row),
        })
    }

    /// With what the detail shows.
    pub(super) fn complete(&mut self, files: &[FileInfo], guarantor: Option<&str>) {
        self.files = files.to_vec();
        self.guarantor_name = guarantor.map(str::to_owned).or(self.guarantor_name.take());
    }
}

impl RefusalView {
    /// As an account of the firm reads it.
    pub(super) fn seen_by(self, primary: bool) -> Self {
        Self { code: self.code.and_then(|code| code.seen_by(primary)), ..self }
    }

    /// Why an order ended, if it did without money.
    pub fn of(row: &Model) -> Option<Self> {
        row.ended_because.clone().map(|text| Self { code: row.refusal_code, text })
    }
}

//! What happens to a product.

use super::FinancingKind;
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{OrgId, ProductId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductStep {
    /// The institution submitted a version.
    Submitted,
    /// The institution took it back from review.
    Recalled,
    /// The operator approved it; it is on the shelf.
    Approved,
    /// The operator returned it.
    Returned,
    /// The operator refused it.
    Refused,
    /// The institution took the product off the shelf.
    TakenOff,
    /// The operator took it off.
    ForcedOff,
    /// The institution lost its certification, and with it the shelf.
    Uncertified,
    /// The institution put it on the shelf again.
    PutOn,
    /// The institution filed it away.
    Archived,
}

/// A step of one product.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProductFact {
    /// What happened.
    pub step: ProductStep,
    /// To which product.
    pub product: ProductId,
    /// Number of the version that it is about.
    pub number: i32,
    /// Debt or equity.
    pub kind: FinancingKind,
    /// The product's name then.
    pub name: String,
    /// Whose product.
    pub institution: OrgId,
    /// Why.
    pub reason: Option<String>,
}

impl ProductStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Submitted => ("submitted", "提交审核"),
            Self::Recalled => ("recalled", "撤回审核"),
            Self::Approved => ("approved", "审核通过，已上架"),
            Self::Returned => ("returned", "退回补正"),
            Self::Refused => ("refused", "审核未通过"),
            Self::TakenOff => ("taken_off", "机构下架产品"),
            Self::ForcedOff => ("forced_off", "平台下架产品"),
            Self::Uncertified => ("uncertified", "机构认证已取消，产品下架"),
            Self::PutOn => ("put_on", "机构重新上架产品"),
            Self::Archived => ("archived", "机构归档产品"),
        }
    }
}

impl FactKind for ProductFact {
    fn kind(&self) -> String {
        format!("products.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.product.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.institution), Audience::Role(Role::Operator)]
    }
}

impl TimelineFact for ProductFact {
    fn text(&self) -> String {
        format!("第 {} 版：{}", self.number, self.step.name_and_text().1)
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

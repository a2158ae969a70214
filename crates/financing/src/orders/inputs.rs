//! Bodies of requests that several steps share.

use super::RefusalCode;
use jinqiao_kernel::{Error, Rate, Result};
use jinqiao_platform::consents::ConsentScope;
use serde::Deserialize;
use utoipa::ToSchema;

/// A step with a reason.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonIn {
    /// Why, 2 to 500 characters.
    #[schema(min_length = 2, max_length = 500)]
    pub reason: String,
}

/// The acceptance of a grant.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptIn {
    /// Take no further offers, even if the demanded amount is not reached.
    pub complete: bool,
    /// Debt: the yearly cost on the sheet of all costs (贷款明白纸) that was read and confirmed, 0.001 %.
    #[serde(default)]
    pub annual_cost: Option<Rate>,
}

impl AcceptIn {
    /// Is what was read what is granted? An investment has no such cost.
    ///
    /// # Errors
    /// `validation` when the sheet was not confirmed; `orders.costs_changed` when it says something else by now.
    pub fn check_read(&self, costs: Option<Rate>) -> Result<()> {
        match (self.annual_cost, costs) {
            (None, Some(_)) => Err(Error::field("annual_cost", "请先阅读并确认《综合融资成本清单》")),
            (Some(_), None) => Err(Error::field("annual_cost", "股权融资没有综合年化成本")),
            (read, costs) if read != costs => {
                Err(Error::conflict("orders.costs_changed", "融资成本与您阅读的清单不一致，请刷新后重新核对"))
            }
            _ => Ok(()),
        }
    }

    /// What was confirmed, for the timeline.
    pub fn confirmed(&self) -> Option<String> {
        self.annual_cost.map(|cost| format!("已阅读并确认《综合融资成本清单》，综合年化成本 {cost}"))
    }
}

/// A refusal of credit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreditRefusalIn {
    /// The reason that is counted.
    pub code: RefusalCode,
    /// In words, 20 to 1000 characters.
    #[schema(min_length = 20, max_length = 1000)]
    pub text: String,
}

/// The enterprise opens its data, signed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatureIn {
    /// What is opened; identity and contact always.
    pub scopes: Vec<ConsentScope>,
    /// Version of the data authorisation that was read and accepted.
    pub authorization_version: i32,
}

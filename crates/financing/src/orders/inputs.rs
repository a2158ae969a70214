//! Bodies of requests that several steps share.

use super::RefusalCode;
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
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptIn {
    /// Take no further offers, even if the demanded amount is not reached.
    pub complete: bool,
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

//! Bodies of requests that several steps share.

use serde::Deserialize;
use utoipa::ToSchema;

/// A step that needs no words.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepIn {
    /// Version that the person saw.
    pub version: i32,
}

/// A step with a reason.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonIn {
    /// Version that the person saw.
    pub version: i32,
    /// Why, 2 to 500 characters.
    #[schema(min_length = 2, max_length = 500)]
    pub reason: String,
}

/// The acceptance of a grant.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptIn {
    /// Version that the person saw.
    pub version: i32,
    /// Take no further offers, even if the demanded amount is not reached.
    pub complete: bool,
}

//! A condition as it is written.

use jinqiao_kernel::Day;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// Groups and tests of a condition.
pub const MOST_PARTS: usize = 200;
/// Groups and tests within one another.
pub const MOST_DEPTH: usize = 8;

/// A test, or a group of conditions: `{"all": [{"test": {…}}, {"not": {"test": {…}}}]}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Each has to hold.
    All(Vec<Condition>),
    /// One has to hold.
    Any(Vec<Condition>),
    /// It must not hold.
    Not(Box<Condition>),
    /// One field.
    Test(Test),
}

/// A test of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// Code of the field.
    pub field: String,
    /// How it is compared.
    pub op: Operator,
    /// With what; its shape follows from field and operator.
    #[serde(default, skip_serializing_if = "Json::is_null")]
    pub value: Json,
    /// Which paper proves it, at most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The condition in plain Chinese, at most 300 characters; made from the rest where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
}

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyOperator))]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// =
    Equal,
    /// ≠
    Unequal,
    /// <, of numbers.
    Less,
    /// ≤; of days: not after.
    AtMost,
    /// >, of numbers.
    More,
    /// ≥; of days: not before.
    AtLeast,
    /// From the first of two values to the second, both included.
    Between,
    /// One of a list.
    In,
    /// At least one of a list; of texts: one of the words stands in it.
    ContainsAny,
    /// All of a list; of texts: each of the words stands in it.
    ContainsAll,
    /// An earlier day.
    Before,
    /// A later day.
    After,
    /// Within a [`Window`] of days.
    Within,
    /// There is a value. What is not known is never taken for nothing, so it holds or cannot be told; of a complete list without
    /// entries it fails.
    Exists,
}

/// Days around a day, borders included: `{"months": 12, "side": "before"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyWindow))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Months, counted first.
    #[serde(default)]
    pub months: u16,
    /// Days, counted after.
    #[serde(default)]
    pub days: u16,
    /// On which side of the day.
    pub side: Side,
    /// Around which day; without it, the day of the application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Day>,
}

/// On which side of a day a window lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicySide))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before it and on it.
    Before,
    /// On it and after it.
    After,
    /// Before it, on it and after it.
    Around,
}

/// A condition holds itself, which the document of the interface can't expand; whoever takes one in reads it here, with positions.
#[cfg(feature = "openapi")]
mod schema {
    use super::Condition;
    use utoipa::{
        PartialSchema, ToSchema,
        openapi::{ObjectBuilder, RefOr, Schema},
    };

    impl PartialSchema for Condition {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new()
                .description(Some("A condition: `all`, `any`, `not` or `test` (docs/policy.md)."))
                .examples([serde_json::json!({"test": {"field": "score", "op": "exists"}})])
                .into()
        }
    }

    impl ToSchema for Condition {
        fn name() -> std::borrow::Cow<'static, str> {
            "PolicyCondition".into()
        }
    }
}

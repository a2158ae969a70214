//! A register as the platform sees it, and how asking it may fail.

use super::Register;
use jinqiao_kernel::NaiveDate;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{collections::BTreeMap, future::Future, pin::Pin, sync::Arc};
use utoipa::ToSchema;

/// What a register says of a firm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The day for which it holds.
    pub as_of: NaiveDate,
    /// Facts by name, as in [`super::Facts`].
    pub values: BTreeMap<String, Value>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SourceFailure {
    /// The register knows no firm of this code.
    Unknown,
    /// It cannot be reached.
    Unreachable,
    /// Its answer cannot be read, or is of another firm.
    Unreadable,
    /// The day of its answer is in the future or too long ago.
    Dated,
}

/// What asking a register gives.
pub type Fetched<'a> = Pin<Box<dyn Future<Output = Result<Statement, SourceFailure>> + Send + 'a>>;

/// Where the answers of registers come from. It is asked only for firms that have authorised it.
pub trait DataSource: Send + Sync {
    /// Who answers, as people read it beside a value.
    fn name(&self) -> &str;

    /// What `register` says of the firm with this credit code.
    fn fetch<'a>(&'a self, register: Register, uscc: &'a str) -> Fetched<'a>;
}

/// The data source of this program, where one is configured.
#[derive(Clone, Default)]
pub struct Sources(pub Option<Arc<dyn DataSource>>);

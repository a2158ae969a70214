//! What somebody typed, read against the catalogue.

use jinqiao_kernel::{Error, FieldError, NaiveDate, Result};
use jinqiao_policy::{
    Defect,
    catalogue::{Catalogue, Origin, Record},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// Values and figures that are read at most, many more than there are.
const MOST: usize = 100;

/// Figures by the codes of their fields: money in fen, rates in thousandths of a percent, days as `2026-06-30`, codes of options; what
/// is absent, null or blank is not known.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyMatchIn {
    #[serde(default)]
    #[schema(value_type = HashMap<String, Value>)]
    values: Map<String, Value>,
}

/// As for all items, and the figures that the standard of this one asks for by name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyCalculationIn {
    #[serde(default)]
    #[schema(value_type = HashMap<String, Value>)]
    values: Map<String, Value>,
    #[serde(default)]
    #[schema(value_type = HashMap<String, Value>)]
    pub(super) figures: Map<String, Value>,
}

/// Defects of what was typed under `name`, each at its field.
pub fn refused(name: &str, defects: &[Defect]) -> Error {
    let field = |defect: &Defect| FieldError {
        field: format!("{name}{}", defect.path.replace('/', ".")),
        message: defect.text.clone(),
    };
    Error::invalid(defects.iter().map(field).collect())
}

/// Refuses more than can be meant.
pub fn check_size(name: &str, typed: &Map<String, Value>) -> Result<()> {
    if typed.len() > MOST { Err(Error::field(name, format!("最多填写 {MOST} 项"))) } else { Ok(()) }
}

fn record(values: &Map<String, Value>, catalogue: &Catalogue, today: NaiveDate) -> Result<Record> {
    check_size("values", values)?;
    Record::read(catalogue, values, Origin::SelfDeclared, Some(today)).map_err(|defects| refused("values", &defects))
}

impl PolicyMatchIn {
    /// What was typed as a record, of `today` and by nobody else than who typed it.
    ///
    /// # Errors
    /// `validation` with every value that cannot be read.
    pub fn record(&self, catalogue: &Catalogue, today: NaiveDate) -> Result<Record> {
        record(&self.values, catalogue, today)
    }
}

impl PolicyCalculationIn {
    /// As [`PolicyMatchIn::record`].
    ///
    /// # Errors
    /// As there.
    pub fn record(&self, catalogue: &Catalogue, today: NaiveDate) -> Result<Record> {
        record(&self.values, catalogue, today)
    }
}

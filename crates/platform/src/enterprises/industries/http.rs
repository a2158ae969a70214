//! The classification, searched by everybody.

use super::{
    search::search,
    table::{Class, SOURCE, effective_on},
};
use crate::enterprises::IndustrySection;
use jinqiao_http::{Answer, Json, Query, Routes, public};
use jinqiao_kernel::{Checks, NaiveDate, Result};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(find)))
}

/// The most classes that one answer holds; no division has more.
const MOST: u32 = 65;

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct IndustryQuery {
    /// Words or the beginning of a code; without them all classes of the division.
    #[serde(default)]
    #[param(max_length = 60)]
    q: Option<String>,
    /// Only classes of this division, two digits.
    #[serde(default)]
    #[param(max_length = 2)]
    division: Option<String>,
    /// At most so many, 20 unless said.
    #[serde(default)]
    #[param(minimum = 1, maximum = 65)]
    limit: Option<u32>,
}

impl IndustryQuery {
    fn check(&self) -> Result<usize> {
        let limit = self.limit.unwrap_or(20);
        let mut checks = Checks::new();
        checks.optional_text("q", self.q.as_deref(), 60);
        checks.range("limit", limit, 1..=MOST, "一次最多返回 65 项");
        checks.done()?;
        Ok(limit as usize)
    }
}

/// A class (行业小类) with the names above it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct IndustryClass {
    section: IndustrySection,
    /// Two digits.
    division: String,
    division_name: String,
    /// 中类.
    group_name: String,
    /// Four digits.
    code: String,
    name: String,
}

impl From<Class> for IndustryClass {
    fn from(class: Class) -> Self {
        Self {
            section: class.section,
            division: class.code[..2].into(),
            division_name: class.division.into(),
            group_name: class.group.into(),
            code: class.code.into(),
            name: class.name.into(),
        }
    }
}

/// Classes that were found.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct IndustriesFound {
    /// Where the classification comes from.
    source: String,
    /// From which day on it counts.
    effective_on: NaiveDate,
    /// Best first, or by code where nothing was asked.
    classes: Vec<IndustryClass>,
}

/// Classes of the national classification of industries by words, or those of a division.
#[utoipa::path(get, path = "/industries", tag = "enterprises", params(IndustryQuery), responses((status = 200, body = IndustriesFound)))]
async fn find(Query(query): Query<IndustryQuery>) -> Answer<Json<IndustriesFound>> {
    let limit = query.check()?;
    let found = search(query.q.as_deref().unwrap_or_default(), query.division.as_deref(), limit);
    let classes = found.into_iter().map(Into::into).collect();
    Ok(Json(IndustriesFound { source: SOURCE.into(), effective_on: effective_on(), classes }))
}

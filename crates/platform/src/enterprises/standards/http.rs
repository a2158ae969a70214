//! The classification, searched by everybody, and the editions of the operator.

use super::{
    EditionIn, StandardKind, effect,
    model::{EditionPreview, StandardEdition},
    refresh::refresh_sizes,
    store,
};
use crate::enterprises::{
    IndustrySection,
    grants::STANDARDS_MANAGE,
    industries::{Class, search},
};
use axum::{extract::State, http::header, response::IntoResponse};
use jinqiao_db::Db;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Path, Query, Routes, guarded, public};
use jinqiao_kernel::{Checks, Day, NaiveDate, Result, local_date};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(find)))
        .routes(guarded(STANDARDS_MANAGE, routes!(editions)))
        .routes(guarded(STANDARDS_MANAGE, routes!(download)))
        .routes(guarded(STANDARDS_MANAGE, routes!(preview)))
        .routes(guarded(STANDARDS_MANAGE, routes!(import)))
        .routes(guarded(STANDARDS_MANAGE, routes!(remove)))
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

impl From<&Class> for IndustryClass {
    fn from(class: &Class) -> Self {
        let Class { section, code, name, group, division } = class.clone();
        let (division, division_name) = (code[..2].to_owned(), division);
        Self { section, division, division_name, group_name: group, code, name }
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

fn today(db: &Db) -> NaiveDate {
    local_date(db.world().now())
}

/// Classes of the national classification of industries by words, or those of a division.
#[utoipa::path(get, path = "/industries", tag = "enterprises", params(IndustryQuery), responses((status = 200, body = IndustriesFound)))]
async fn find(State(app): State<AppState>, Query(query): Query<IndustryQuery>) -> Answer<Json<IndustriesFound>> {
    let limit = query.check()?;
    let standards = store::in_force(app.db.read(), today(&app.db)).await?;
    let table = standards.industries.clone();
    let classes = store::beside(move || {
        let words = query.q.as_deref().unwrap_or_default();
        let found = search(&table, words, query.division.as_deref(), limit);
        found.into_iter().map(Into::into).collect()
    })
    .await?;
    let (source, effective_on) = (standards.source.to_string(), standards.valid_from);
    Ok(Json(IndustriesFound { source, effective_on, classes }))
}

/// All editions of both tables, newest first; the last one of each came with the platform.
#[utoipa::path(get, path = "/operator/standards", tag = "enterprises", responses((status = 200, body = Vec<StandardEdition>)))]
async fn editions(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<StandardEdition>>> {
    Ok(Json(store::all(app.db.read(), today(&app.db)).await?))
}

/// Which edition is wanted.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct EditionQuery {
    /// The one that counts on this day; today unless said.
    #[serde(default)]
    on: Option<Day>,
}

/// An edition as a sheet, as it can be imported again.
#[utoipa::path(get, path = "/operator/standards/{standard}/sheet", tag = "enterprises", params(("standard" = StandardKind, Path), EditionQuery), responses((status = 200, body = String, content_type = "text/csv")))]
async fn download(
    State(app): State<AppState>,
    _: OperatorUser,
    Path(kind): Path<StandardKind>,
    Query(query): Query<EditionQuery>,
) -> Answer<impl IntoResponse> {
    let day = query.on.map_or_else(|| today(&app.db), |day| *day);
    let table = store::table_on(app.db.read(), kind, day).await?;
    let name = match kind {
        StandardKind::Industries => "attachment; filename=\"industries.csv\"",
        StandardKind::Sizes => "attachment; filename=\"sizes.csv\"",
    };
    // The mark tells office programs that it is UTF-8.
    let text = format!("\u{feff}{}", table.text());
    Ok(([(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, name)], text))
}

/// What an import would change; nothing is stored.
#[utoipa::path(post, path = "/operator/standards/{standard}/preview", tag = "enterprises", params(("standard" = StandardKind, Path)), request_body = EditionIn, responses((status = 200, body = EditionPreview)))]
async fn preview(
    State(app): State<AppState>,
    _: OperatorUser,
    Path(kind): Path<StandardKind>,
    Json(input): Json<EditionIn>,
) -> Answer<Json<EditionPreview>> {
    Ok(Json(effect::preview(&app.db, kind, &input).await?))
}

/// Imports an edition, whole or not at all, in place of one of the same day.
#[utoipa::path(post, path = "/operator/standards/{standard}", tag = "enterprises", params(("standard" = StandardKind, Path)), request_body = EditionIn, responses((status = 200, body = Vec<StandardEdition>)))]
async fn import(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(kind): Path<StandardKind>,
    Json(input): Json<EditionIn>,
) -> Answer<Json<Vec<StandardEdition>>> {
    store::save(&app.db, &user, kind, &input).await?;
    refresh_sizes(&app.db).await?;
    Ok(Json(store::all(app.db.read(), today(&app.db)).await?))
}

/// Takes out an edition that does not count yet.
#[utoipa::path(delete, path = "/operator/standards/{standard}/{day}", tag = "enterprises", params(("standard" = StandardKind, Path), ("day" = Day, Path)), responses((status = 200, body = Vec<StandardEdition>)))]
async fn remove(
    State(app): State<AppState>,
    user: OperatorUser,
    Path((kind, day)): Path<(StandardKind, Day)>,
) -> Answer<Json<Vec<StandardEdition>>> {
    store::remove(&app.db, &user, kind, day).await?;
    Ok(Json(store::all(app.db.read(), today(&app.db)).await?))
}

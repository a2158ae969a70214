//! Routes: for everybody on typed figures, for an enterprise on its profile.

use super::{
    asked::{PolicyAskedField, asked},
    evaluate::sorted,
    grants::POLICIES_MATCH,
    inputs::{self, PolicyCalculationIn, PolicyMatchIn},
    known::record_of,
    service::{self, catalogue},
    view::{self, PolicyMatchDetail, PolicyMatches},
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use jinqiao_db::Db;
use jinqiao_http::{Answer, AppState, EnterpriseUser, Json, Path, Query, Routes, guarded, public};
use jinqiao_kernel::{Error, NaiveDate, PolicyId, Result, local_date};
use jinqiao_policy::{catalogue::Record, standard::State as Computed};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::IntoParams;
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(fields)))
        .routes(public(routes!(all_typed)))
        .routes(public(routes!(one_typed)))
        .routes(guarded(POLICIES_MATCH, routes!(all_known)))
        .routes(guarded(POLICIES_MATCH, routes!(one_known)))
}

/// What is typed for the amount of one item.
#[derive(Deserialize, IntoParams)]
struct FigureQuery {
    /// A JSON object: money in fen, by the names of the standard's figures.
    #[param(max_length = 4000)]
    figures: Option<String>,
}

impl FigureQuery {
    fn read(&self) -> Result<Map<String, Value>> {
        let text = self.figures.as_deref().unwrap_or("{}");
        let read = if text.len() > 4_000 { None } else { serde_json::from_str(text).ok() };
        read.ok_or_else(|| Error::field("figures", "须为 JSON 对象，不超过 4000 个字符"))
    }
}

fn today(db: &Db) -> NaiveDate {
    local_date(db.world().now())
}

/// All open items for a record. What is told borrows from the items, so it is written here.
async fn all(db: &Db, record: &Record) -> Result<Response> {
    let (today, catalogue) = (today(db), catalogue()?);
    let (items, more) = service::open(db, today).await?;
    let found = sorted(&items, record, today);
    Ok(Json(view::all(today.into(), catalogue, record, found, more)).into_response())
}

/// One item for a record and the figures of its standard.
async fn one(db: &Db, id: PolicyId, record: &Record, figures: &Map<String, Value>) -> Result<Response> {
    inputs::check_size("figures", figures)?;
    let (today, catalogue) = (today(db), catalogue()?);
    let item = service::one(db, id).await?;
    let outcome = item.ready.outcome(record, today, figures);
    if let Some(refused) = outcome.amount.as_ref().filter(|amount| amount.state == Computed::Refused) {
        return Err(inputs::refused("figures", &refused.defects));
    }
    Ok(Json(view::one(today.into(), catalogue, record, &item, outcome)).into_response())
}

/// The figures that open items ask about, the one that decides most first.
#[utoipa::path(get, path = "/policies/match/fields", tag = "eligibility", responses((status = 200, body = Vec<PolicyAskedField>)))]
async fn fields(State(app): State<AppState>) -> Answer<Json<Vec<PolicyAskedField>>> {
    let (items, _) = service::open(&app.db, today(&app.db)).await?;
    Ok(Json(asked(catalogue()?, &items)))
}

/// Which open items suit the figures that are typed. Nothing is kept.
#[utoipa::path(post, path = "/policies/match", tag = "eligibility", request_body = PolicyMatchIn, responses((status = 200, body = PolicyMatches)))]
async fn all_typed(State(app): State<AppState>, Json(input): Json<PolicyMatchIn>) -> Answer<Response> {
    let record = input.record(catalogue()?, today(&app.db))?;
    Ok(all(&app.db, &record).await?)
}

/// One item for the figures that are typed, condition by condition, with the amount. Nothing is kept.
#[utoipa::path(post, path = "/policies/{id}/match", tag = "eligibility", params(("id" = PolicyId, Path)), request_body = PolicyCalculationIn, responses((status = 200, body = PolicyMatchDetail)))]
async fn one_typed(
    State(app): State<AppState>,
    Path(id): Path<PolicyId>,
    Json(input): Json<PolicyCalculationIn>,
) -> Answer<Response> {
    let record = input.record(catalogue()?, today(&app.db))?;
    Ok(one(&app.db, id, &record, &input.figures).await?)
}

/// Which open items suit the own profile.
#[utoipa::path(get, path = "/enterprise/policies/match", tag = "eligibility", responses((status = 200, body = PolicyMatches)))]
async fn all_known(State(app): State<AppState>, user: EnterpriseUser) -> Answer<Response> {
    let record = record_of(&app.db.answer(), user.org, app.db.world().now()).await?;
    Ok(all(&app.db, &record).await?)
}

/// One item for the own profile, condition by condition, with the amount.
#[utoipa::path(get, path = "/enterprise/policies/{id}/match", tag = "eligibility", params(("id" = PolicyId, Path), FigureQuery), responses((status = 200, body = PolicyMatchDetail)))]
async fn one_known(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<PolicyId>,
    Query(query): Query<FigureQuery>,
) -> Answer<Response> {
    let record = record_of(&app.db.answer(), user.org, app.db.world().now()).await?;
    Ok(one(&app.db, id, &record, &query.read()?).await?)
}

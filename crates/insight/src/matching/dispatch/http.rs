//! Routes: who was offered a demand, and the further round.

use super::service;
use axum::extract::State;
use jinqiao_db::Db;
use jinqiao_financing::{
    demands::{self, DEMANDS_OWN},
    orders::OrderState,
    products,
};
use jinqiao_http::{Answer, AppState, EnterpriseUser, Json, OperatorUser, Path, Routes, guarded};
use jinqiao_kernel::{DateTime, DemandId, OrgId, ProductId, Result};
use jinqiao_matching::Part;
use jinqiao_platform::{organizations, reviews::REVIEWS_HANDLE};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A part of the score of a dispatch.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DispatchPoints {
    part: Part,
    points: i32,
}

/// An institution that was offered the demand.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DispatchedTo {
    institution_id: OrgId,
    institution_name: String,
    product_id: ProductId,
    product_name: String,
    /// 0 to 100.
    score: i32,
    parts: Vec<DispatchPoints>,
    /// Its share of the dispatches of thirty days then, basis points, where that was above the cap: it led by its score.
    beyond_cap: Option<i64>,
    /// What has become of it; none where the order is gone.
    state: Option<OrderState>,
}

/// A round.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DispatchRound {
    /// From 1; 0 for a further round on the open market.
    round: i32,
    at: DateTime,
    /// Products that were compared.
    considered: usize,
    /// Decided again by what was kept, it comes out the same; none where nothing was kept, or nobody asked.
    replayed: Option<bool>,
    /// Institutions that suit, may have it and were passed by, because they have as many as they said they can serve.
    full: usize,
    institutions: Vec<DispatchedTo>,
}

/// How many institutions a further round reached.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Rematched {
    institutions: usize,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(DEMANDS_OWN, routes!(own)))
        .routes(guarded(DEMANDS_OWN, routes!(rematch)))
        .routes(guarded(REVIEWS_HANDLE, routes!(any)))
}

async fn view(db: &Db, id: DemandId, replay: bool) -> Result<Vec<DispatchRound>> {
    let conn = &db.answer();
    let (rows, states) = service::rounds(conn, id).await?;
    let mut replayed = HashMap::new();
    if replay {
        for row in &rows {
            replayed.insert(row.id, service::replays(conn, row).await?);
        }
    }
    let all = || rows.iter().flat_map(|row| &row.picks.0);
    let institutions = organizations::names(conn, all().map(|one| one.institution)).await?;
    let products = products::names(conn, all().map(|one| (one.product, one.number))).await?;
    let to = |one: &super::pick::Pick| DispatchedTo {
        institution_id: one.institution,
        institution_name: institutions.get(&one.institution).map(|org| org.name.clone()).unwrap_or_default(),
        product_id: one.product,
        product_name: products.get(&(one.product, one.number)).cloned().unwrap_or_default(),
        score: one.score,
        parts: one.parts.iter().map(|&(part, points)| DispatchPoints { part, points }).collect(),
        beyond_cap: one.beyond_cap,
        state: states.get(&one.institution).map(|(_, state)| *state),
    };
    let round = |row: &super::entity::Model| DispatchRound {
        round: row.round,
        at: row.at,
        considered: row.compared.0.len(),
        replayed: replayed.get(&row.id).copied().flatten(),
        full: row.basis.as_ref().map_or(0, |basis| basis.0.full()),
        institutions: row.picks.0.iter().map(to).collect(),
    };
    Ok(rows.iter().map(round).collect())
}

/// To whom one of the own demands was offered, newest round first.
#[utoipa::path(get, path = "/enterprise/demands/{id}/dispatches", tag = "matching", params(("id" = DemandId, Path)), responses((status = 200, body = Vec<DispatchRound>)))]
async fn own(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<Vec<DispatchRound>>> {
    demands::own(app.db.read(), user.org, id).await?;
    Ok(Json(view(&app.db, id, false).await?))
}

/// To whom a demand was offered and why, for the operator.
#[utoipa::path(get, path = "/operator/demands/{id}/dispatches", tag = "matching", params(("id" = DemandId, Path)), responses((status = 200, body = Vec<DispatchRound>)))]
async fn any(
    State(app): State<AppState>,
    _: OperatorUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<Vec<DispatchRound>>> {
    demands::by_id(app.db.read(), id).await?;
    Ok(Json(view(&app.db, id, true).await?))
}

/// Offers one of the own demands to the next best institutions.
#[utoipa::path(post, path = "/enterprise/demands/{id}/rematch", tag = "matching", params(("id" = DemandId, Path)), responses((status = 200, body = Rematched)))]
async fn rematch(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<Rematched>> {
    Ok(Json(Rematched { institutions: service::rematch(&app.db, &user, id).await? }))
}

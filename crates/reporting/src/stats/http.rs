//! The figures, for everybody.

use super::model::{Figure, FigureKey, success_rate};
use axum::extract::State;
use jinqiao_db::shared;
use jinqiao_financing::{
    demands::{self, DemandState},
    orders, products, second_credits,
};
use jinqiao_http::{Answer, AppState, Json, Routes, public};
use jinqiao_kernel::{DateTime, OrgKind, Result, local_date};
use jinqiao_platform::organizations::certified_count;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// The plan's figures.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct Figures {
    /// When they were counted.
    at: DateTime,
    figures: Vec<Figure>,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(figures)))
}

fn count(number: u64) -> Option<i64> {
    i64::try_from(number).ok()
}

async fn counted(conn: &impl ConnectionTrait, now: DateTime) -> Result<Vec<Figure>> {
    use DemandState::{
        Agreed, ClosedUnmatched, Dispatched, Fulfilled, Negotiating, Open, PartiallyFulfilled, Withdrawn,
    };
    let states = demands::counts_by_state(conn).await?;
    let of = |wanted: &[DemandState]| -> i64 {
        states.iter().filter(|(state, _)| wanted.contains(state)).map(|(_, count)| count).sum()
    };
    let agreed = of(&[Agreed, Fulfilled, PartiallyFulfilled]);
    Ok(vec![
        Figure::new(FigureKey::Enterprises, count(certified_count(conn, OrgKind::Enterprise).await?)),
        Figure::new(FigureKey::ServedEnterprises, Some(orders::served_enterprises(conn).await?)),
        Figure::new(FigureKey::Products, count(products::count_on_shelf(conn, local_date(now)).await?)),
        Figure::new(FigureKey::Disbursed, Some(demands::disbursed(conn).await?.0)),
        Figure::new(FigureKey::Institutions, count(certified_count(conn, OrgKind::Institution).await?)),
        Figure::new(FigureKey::Demands, Some(of(&[Dispatched, Open, Negotiating]))),
        Figure::new(FigureKey::SuccessRate, success_rate(agreed, of(&[ClosedUnmatched, Withdrawn]))),
        Figure::new(FigureKey::SecondCredits, count(second_credits::granted(conn).await?)),
    ])
}

/// The plan's figures, each with its definition, for everybody.
#[utoipa::path(get, path = "/stats/figures", tag = "stats", responses((status = 200, body = Figures)))]
async fn figures(State(app): State<AppState>) -> Answer<Json<Figures>> {
    let (conn, at) = (&app.db.answer(), app.db.world().now());
    Ok(Json(shared(conn, "", async { Ok(Figures { at, figures: counted(conn, at).await? }) }).await?))
}

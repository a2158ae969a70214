//! What everybody may read of the operator's parameters.

use crate::{concept::Chapters, permissions};
use axum::{Extension, extract::State};
use jinqiao_http::{Answer, AppState, Json, Routes, public};
use jinqiao_kernel::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Parameters that pages show, by their names.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Settings {
    /// Of the platform: its name, hotline, filing numbers.
    texts: BTreeMap<String, String>,
    /// Limits that pages put into words.
    numbers: BTreeMap<String, i64>,
    /// Where people train with the platform's time: what it is now. None anywhere else.
    training_now: Option<DateTime>,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(settings)))
}

/// The parameters that pages show, for everybody.
#[utoipa::path(get, path = "/settings", tag = "site", responses((status = 200, body = Settings)))]
async fn settings(State(app): State<AppState>, Extension(chapters): Extension<Chapters>) -> Answer<Json<Settings>> {
    let conn = &app.db.answer();
    let set = permissions::Parameters::now(conn).await?;
    let numbers = chapters.published().map(|one| (one.name.to_owned(), set.value(one))).collect();
    let texts = permissions::text_values(conn, chapters.texts()).await?.into_iter().collect();
    let world = app.db.world();
    let training_now = world.shift.as_ref().map(|_| world.now());
    Ok(Json(Settings { texts, numbers, training_now }))
}

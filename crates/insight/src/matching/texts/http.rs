//! Routes of the synonyms, their trial, and the suggestions.

use super::{
    suggest::{self, SuggestIn, TextSuggestion},
    trial::{self, LikenessEffect, LikenessIn},
};
use crate::matching::grants::MATCHING_TUNE;
use axum::extract::State;
use jinqiao_financing::{
    demands::DEMANDS_OWN,
    synonyms::{self, SynonymsIn, SynonymsView},
};
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, OperatorUser, Routes, guarded};
use utoipa_axum::routes;

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(MATCHING_TUNE, routes!(read)))
        .routes(guarded(MATCHING_TUNE, routes!(save)))
        .routes(guarded(MATCHING_TUNE, routes!(try_out)))
        .routes(guarded(DEMANDS_OWN, routes!(suggest)))
}

/// The operator's synonyms in force.
#[utoipa::path(get, path = "/operator/matching/synonyms", tag = "matching", responses((status = 200, body = SynonymsView)))]
async fn read(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<SynonymsView>> {
    Ok(Json(synonyms::view(app.db.read()).await?))
}

/// Writes the next version; it counts for what is matched from now on.
#[utoipa::path(put, path = "/operator/matching/synonyms", tag = "matching", params(IfMatch), request_body = SynonymsIn, responses((status = 200, body = SynonymsView)))]
async fn save(
    State(app): State<AppState>,
    user: OperatorUser,
    IfMatch(version): IfMatch,
    Json(input): Json<SynonymsIn>,
) -> Answer<Json<SynonymsView>> {
    synonyms::save(&app.db, &user, version, &input).await?;
    Ok(Json(synonyms::view(app.db.read()).await?))
}

/// How alike two texts are by the synonyms in force and by those typed; changes nothing.
#[utoipa::path(post, path = "/operator/matching/likeness", tag = "matching", request_body = LikenessIn, responses((status = 200, body = LikenessEffect)))]
async fn try_out(
    State(app): State<AppState>,
    _: OperatorUser,
    Json(input): Json<LikenessIn>,
) -> Answer<Json<LikenessEffect>> {
    Ok(Json(trial::try_out(&app.db, input).await?))
}

/// What a description of a use or of a business suggests; changes nothing.
#[utoipa::path(post, path = "/enterprise/texts/suggest", tag = "matching", request_body = SuggestIn, responses((status = 200, body = TextSuggestion)))]
async fn suggest(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Json(input): Json<SuggestIn>,
) -> Answer<Json<TextSuggestion>> {
    Ok(Json(suggest::suggest(&app.db, user.org, input).await?))
}

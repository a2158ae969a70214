//! Whether vectors count in the likeness of texts, for the operator.

use super::{EmbeddingFailure, service, store};
use crate::matching::grants::MATCHING_TUNE;
use axum::extract::State;
use jinqiao_db::Db;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Routes, guarded};
use jinqiao_kernel::{DateTime, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// How it goes with the embedding service.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmbeddingsView {
    /// The model; none while no service is configured, and vectors count nowhere.
    model: Option<String>,
    /// Published texts that were in use within thirty days.
    texts: u64,
    /// Those with a vector.
    with_vector: u64,
    /// Those that the service refused for good.
    refused: u64,
    /// When the service last gave vectors.
    answered_at: Option<DateTime>,
    /// The last failure, also after it was over.
    failure: Option<EmbeddingFailure>,
    failed_at: Option<DateTime>,
    /// When it is asked again, while it fails.
    again_at: Option<DateTime>,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(MATCHING_TUNE, routes!(read)))
}

/// How it goes with the embedding service; everything works without one.
#[utoipa::path(get, path = "/operator/matching/embeddings", tag = "matching", responses((status = 200, body = EmbeddingsView)))]
async fn read(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<EmbeddingsView>> {
    Ok(Json(view(&app.db).await?))
}

async fn view(db: &Db) -> Result<EmbeddingsView> {
    let state = service::current(db.read()).await?.filter(|state| state.model.is_some());
    let Some(service::Model { model, failures, failure, failed_at, answered_at, next_at, .. }) = state else {
        return Ok(EmbeddingsView {
            model: None,
            texts: 0,
            with_vector: 0,
            refused: 0,
            answered_at: None,
            failure: None,
            failed_at: None,
            again_at: None,
        });
    };
    let (texts, with_vector, refused) = store::counts(db.read(), model.as_deref().unwrap_or_default()).await?;
    let again_at = (failures > 0).then_some(next_at);
    Ok(EmbeddingsView { model, texts, with_vector, refused, answered_at, failure, failed_at, again_at })
}

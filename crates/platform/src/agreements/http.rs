//! Reading agreements, and publishing further versions.

use super::{
    grants::AGREEMENTS_PUBLISH,
    name::AgreementName,
    publish::{AgreementIn, AgreementVersion, publish_next, versions},
    store::{self, Agreement, agreement},
};
use crate::concept::Chapters;
use axum::{Extension, extract::State};
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Path, Routes, guarded, public};
use jinqiao_kernel::{DateTime, Error, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// One version of an agreement.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AgreementView {
    kind: AgreementName,
    version: i32,
    title: String,
    /// Plain text; a blank line ends a paragraph.
    body: String,
    /// SHA-256 of title and body, hex.
    hash: String,
    effective_at: DateTime,
}

impl From<agreement::Model> for AgreementView {
    fn from(row: agreement::Model) -> Self {
        let agreement::Model { kind, version, title, body, hash, effective_at, .. } = row;
        Self { kind: AgreementName(kind), version, title, body, hash, effective_at }
    }
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(read)))
        .routes(guarded(AGREEMENTS_PUBLISH, routes!(list)))
        .routes(guarded(AGREEMENTS_PUBLISH, routes!(publish)))
}

/// The agreement of this name.
fn named(chapters: Chapters, name: &AgreementName) -> Result<Agreement> {
    chapters.agreements().find(|agreement| agreement.name == name.0).ok_or_else(Error::not_found)
}

/// The version in force.
#[utoipa::path(get, path = "/agreements/{kind}", tag = "agreements", params(("kind" = AgreementName, Path)), responses((status = 200, body = AgreementView)))]
async fn read(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    Path(name): Path<AgreementName>,
) -> Answer<Json<AgreementView>> {
    Ok(Json(store::current(app.db.read(), named(chapters, &name)?.name).await?.into()))
}

/// All versions of all agreements, newest first of each.
#[utoipa::path(get, path = "/operator/agreements", tag = "agreements", responses((status = 200, body = Vec<AgreementVersion>)))]
async fn list(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    _: OperatorUser,
) -> Answer<Json<Vec<AgreementVersion>>> {
    Ok(Json(versions(app.db.read(), chapters.agreements()).await?))
}

/// Publishes the next version, in force at once: whoever it concerns accepts it before going on.
#[utoipa::path(post, path = "/operator/agreements/{kind}", tag = "agreements", params(("kind" = AgreementName, Path)), request_body = AgreementIn, responses((status = 200, body = Vec<AgreementVersion>)))]
async fn publish(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    user: OperatorUser,
    Path(name): Path<AgreementName>,
    Json(input): Json<AgreementIn>,
) -> Answer<Json<Vec<AgreementVersion>>> {
    publish_next(&app.db, &user, named(chapters, &name)?, &input).await?;
    Ok(Json(versions(app.db.read(), chapters.agreements()).await?))
}

//! Reading agreements.

use super::store::{self, Agreement, agreement};
use crate::concept::Chapters;
use axum::{Extension, extract::State};
use jinqiao_http::{Answer, AppState, Json, Path, Routes, public};
use jinqiao_kernel::{DateTime, Error};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// For whom or for what an agreement is.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = AgreementKind)]
pub struct AgreementName(String);

impl AgreementName {
    /// Its name.
    pub fn of(agreement: Agreement) -> Self {
        Self(agreement.name.into())
    }

    /// Which of `agreements` it names.
    pub fn among(&self, agreements: &[Agreement]) -> Option<Agreement> {
        agreements.iter().find(|agreement| agreement.name == self.0).copied()
    }
}

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
    Routes::new().routes(public(routes!(read)))
}

/// The version in force.
#[utoipa::path(get, path = "/agreements/{kind}", tag = "agreements", params(("kind" = AgreementName, Path)), responses((status = 200, body = AgreementView)))]
async fn read(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    Path(AgreementName(name)): Path<AgreementName>,
) -> Answer<Json<AgreementView>> {
    let known = chapters.agreements().find(|agreement| agreement.name == name).ok_or_else(Error::not_found)?;
    Ok(Json(store::current(app.db.read(), known.name).await?.into()))
}

//! Routes of the firms that are named.

use super::{
    grants::AUTOMATIC_OWN,
    http_government::AutomaticReasonIn,
    service, store,
    view::{self, AutomaticOffer},
};
use crate::applications::Payee;
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, EnterpriseUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{ApplicationId, Page, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

/// What the firm confirms.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AutomaticConfirmIn {
    payee: Payee,
    /// The commitment is agreed to.
    agreed: bool,
}

/// How it goes on.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AutomaticConfirmed {
    application_id: ApplicationId,
}

/// Routes of the firms.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(AUTOMATIC_OWN, routes!(list)))
        .routes(guarded(AUTOMATIC_OWN, routes!(confirm)))
        .routes(guarded(AUTOMATIC_OWN, routes!(decline)))
}

/// What the own firm is named for, last changed first.
#[utoipa::path(get, path = "/enterprise/automatic", tag = "automatic", params(PageQuery), responses((status = 200, body = Page<AutomaticOffer>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AutomaticOffer>>> {
    let rows = store::of_enterprise(&app.db, user.org, &page).await?;
    Ok(Json(view::offers(&app.db, rows).await?))
}

/// Confirms account and commitment.
#[utoipa::path(post, path = "/enterprise/automatic/{id}/confirm", tag = "automatic", params(("id" = Uuid, Path)), request_body = AutomaticConfirmIn, responses((status = 200, body = AutomaticConfirmed)))]
async fn confirm(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<Uuid>,
    Json(input): Json<AutomaticConfirmIn>,
) -> Answer<Json<AutomaticConfirmed>> {
    let application_id = service::confirm(&app.db, &user, id, (&input.payee, input.agreed)).await?;
    Ok(Json(AutomaticConfirmed { application_id }))
}

/// Does not want it.
#[utoipa::path(post, path = "/enterprise/automatic/{id}/decline", tag = "automatic", params(("id" = Uuid, Path)), request_body = AutomaticReasonIn, responses((status = 204)))]
async fn decline(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<Uuid>,
    Json(input): Json<AutomaticReasonIn>,
) -> Answer<StatusCode> {
    service::decline(&app.db, &user, id, &input.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

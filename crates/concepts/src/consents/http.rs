//! The enterprise's own consents.

use super::{
    ConsentScope,
    entity::{access, consent},
    store,
};
use crate::{organizations, permissions::perm};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, EnterpriseUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Checks, ConsentId, DateTime, OrderId, Page, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A consent, for the enterprise that gave it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ConsentView {
    id: ConsentId,
    institution_name: String,
    order_id: OrderId,
    order_no: String,
    scopes: Vec<ConsentScope>,
    purpose: String,
    granted_at: DateTime,
    expires_at: DateTime,
    revoked_at: Option<DateTime>,
    /// Holds now.
    active: bool,
}

/// Somebody looked.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AccessView {
    at: DateTime,
    institution_name: String,
    account_name: String,
    what: String,
    reason: Option<String>,
}

/// A revocation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeIn {
    /// Why, 2 to 200 characters.
    reason: String,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(perm::CONSENTS_OWN, routes!(list)))
        .routes(guarded(perm::CONSENTS_OWN, routes!(accesses)))
        .routes(guarded(perm::CONSENTS_OWN, routes!(revoke)))
}

fn view(row: consent::Model, institution_name: String, now: DateTime) -> ConsentView {
    ConsentView {
        active: row.active(now),
        id: row.id,
        institution_name,
        order_id: row.order_id,
        order_no: row.order_no,
        scopes: row.scopes.0,
        purpose: row.purpose,
        granted_at: row.granted_at,
        expires_at: row.expires_at,
        revoked_at: row.revoked_at,
    }
}

/// The own consents, newest first.
#[utoipa::path(get, path = "/enterprise/consents", tag = "consents", params(PageQuery), responses((status = 200, body = Page<ConsentView>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ConsentView>>> {
    let rows = store::page(&app.db, user.org, &page).await?;
    let names = organizations::names(app.db.read(), rows.items.iter().map(|row| row.grantee_id)).await?;
    let now = app.db.world().now();
    Ok(Json(rows.map(|row| {
        let name = names.get(&row.grantee_id).map(|org| org.name.clone()).unwrap_or_default();
        view(row, name, now)
    })))
}

/// Who looked under a consent, newest first.
#[utoipa::path(get, path = "/enterprise/consents/{id}/accesses", tag = "consents", params(("id" = ConsentId, Path), PageQuery), responses((status = 200, body = Page<AccessView>)))]
async fn accesses(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ConsentId>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AccessView>>> {
    let consent = store::own(app.db.read(), user.org, id).await?;
    let grantee = organizations::by_id(app.db.read(), consent.grantee_id).await?;
    let rows = store::accesses(&app.db, id, &page).await?;
    Ok(Json(rows.map(|access::Model { at, account_name, what, reason, .. }| AccessView {
        at,
        institution_name: grantee.name.clone(),
        account_name,
        what,
        reason,
    })))
}

/// Revokes a consent: no new looks from now on.
#[utoipa::path(post, path = "/enterprise/consents/{id}/revoke", tag = "consents", params(("id" = ConsentId, Path)), request_body = RevokeIn, responses((status = 200, body = ConsentView)))]
async fn revoke(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ConsentId>,
    Json(input): Json<RevokeIn>,
) -> Answer<Json<ConsentView>> {
    Checks::new().text("reason", &input.reason, 2..=200).done()?;
    let row = store::revoke(&app.db, &user, id, &input.reason).await?;
    let grantee = organizations::by_id(app.db.read(), row.grantee_id).await?;
    Ok(Json(view(row, grantee.name, app.db.world().now())))
}

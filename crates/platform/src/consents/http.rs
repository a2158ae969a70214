//! The enterprise's own consents.

use super::{
    ConsentFact, ConsentScope,
    entity::consent::Model,
    grants::CONSENTS_OWN,
    parameters::CONSENT_DAYS,
    service::{self, Renewal},
    store::{self, AccessFilter, ConsentFilter},
    view::{AccessView, ConsentDetail, ConsentView, DataTiers, Grantee},
};
use crate::{accounts, organizations, permissions::value_of};
use axum::extract::State;
use jinqiao_db::{Db, facts_of};
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, Path, Query, Routes, guarded, timeline};
use jinqiao_kernel::{ConsentId, OrgId, Page, PageQuery, Result};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A revocation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeIn {
    /// Why, 2 to 200 characters; the institution does not read it.
    #[schema(min_length = 2, max_length = 200)]
    reason: String,
}

/// Fewer parts are open.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NarrowIn {
    /// What stays open; identity and contact always.
    scopes: Vec<ConsentScope>,
}

/// A consent is signed again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenewIn {
    /// What is open from now on; identity and contact always.
    scopes: Vec<ConsentScope>,
    /// For how many days from now, 7 to 365.
    days: i64,
    /// Version of the data authorisation that was read and accepted.
    authorization_version: i32,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(CONSENTS_OWN, routes!(list)))
        .routes(guarded(CONSENTS_OWN, routes!(tiers)))
        .routes(guarded(CONSENTS_OWN, routes!(grantees)))
        .routes(guarded(CONSENTS_OWN, routes!(accesses)))
        .routes(guarded(CONSENTS_OWN, routes!(read_one)))
        .routes(guarded(CONSENTS_OWN, routes!(narrow)))
        .routes(guarded(CONSENTS_OWN, routes!(renew)))
        .routes(guarded(CONSENTS_OWN, routes!(revoke)))
}

async fn views(db: &Db, rows: &[Model]) -> Result<Vec<ConsentView>> {
    let grantees: Vec<_> = rows.iter().map(|row| row.grantee_id).collect();
    let names = organizations::names(db.read(), grantees).await?;
    let now = db.world().now();
    let name = |org: OrgId| names.get(&org).map(|org| org.name.clone()).unwrap_or_default();
    Ok(rows.iter().map(|row| ConsentView::new(row, name(row.grantee_id), now)).collect())
}

async fn one(app: &AppState, user: &EnterpriseUser, id: ConsentId) -> Answer<Json<ConsentDetail>> {
    let (db, row) = (&app.db, store::own(app.db.read(), user.org, id).await?);
    let history = store::siblings(db.read(), user.org, row.order_id).await?;
    let facts = facts_of(db.read(), id).await?;
    let own = organizations::by_id(db.read(), user.org).await?;
    let timeline = timeline::<ConsentFact>(&facts, |org| (org == own.id).then(|| own.name.clone()))?;
    let signer = accounts::named(db.read(), [row.signer_id]).await?.remove(&row.signer_id);
    let signer = signer.map(|signer| signer.name).unwrap_or_default();
    let days = value_of(db.read(), CONSENT_DAYS).await?;
    let mut view = views(db, std::slice::from_ref(&row)).await?;
    let view = view.pop().ok_or_else(jinqiao_kernel::Error::not_found)?;
    let history = views(db, &history).await?;
    Ok(Json(ConsentDetail::new(row, view, (signer, days), timeline, history)))
}

/// The own consents, newest first.
#[utoipa::path(get, path = "/enterprise/consents", tag = "consents", params(ConsentFilter, PageQuery), responses((status = 200, body = Page<ConsentView>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<ConsentFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ConsentView>>> {
    let Page { items, total, capped, page, size } = store::page(&app.db, user.org, &filter, &page).await?;
    Ok(Json(Page { items: views(&app.db, &items).await?, total, capped, page, size }))
}

/// What each tier shows, and what each scope opens.
#[utoipa::path(get, path = "/enterprise/data-tiers", tag = "consents", responses((status = 200, body = DataTiers)))]
async fn tiers(_: EnterpriseUser) -> Answer<Json<DataTiers>> {
    Ok(Json(DataTiers::all()))
}

/// The institutions that data were ever opened to.
#[utoipa::path(get, path = "/enterprise/consent-institutions", tag = "consents", responses((status = 200, body = Vec<Grantee>)))]
async fn grantees(State(app): State<AppState>, user: EnterpriseUser) -> Answer<Json<Vec<Grantee>>> {
    let ids = store::grantees(app.db.read(), user.org).await?;
    let names = organizations::names(app.db.read(), ids).await?;
    let mut grantees: Vec<_> = names.into_iter().map(|(id, org)| Grantee { id, name: org.name }).collect();
    grantees.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(Json(grantees))
}

/// Who looked at what when and why, newest first.
#[utoipa::path(get, path = "/enterprise/consent-accesses", tag = "consents", params(AccessFilter, PageQuery), responses((status = 200, body = Page<AccessView>)))]
async fn accesses(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<AccessFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AccessView>>> {
    let rows = store::accesses(&app.db, user.org, &filter, &page).await?;
    let orgs: Vec<_> = rows.items.iter().map(|row| row.org_id).collect();
    let names = organizations::names(app.db.read(), orgs).await?;
    let ids: Vec<_> = rows.items.iter().filter_map(|row| row.consent_id).collect();
    let consents = store::by_ids(app.db.read(), user.org, ids).await?;
    Ok(Json(rows.map(|row| {
        let name = names.get(&row.org_id).map(|org| org.name.clone()).unwrap_or_default();
        let order = row.consent_id.and_then(|id| consents.get(&id)).map(|consent| consent.order_no.clone());
        AccessView::new(row, name, order)
    })))
}

/// One consent with its history.
#[utoipa::path(get, path = "/enterprise/consents/{id}", tag = "consents", params(("id" = ConsentId, Path)), responses((status = 200, body = ConsentDetail)))]
async fn read_one(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ConsentId>,
) -> Answer<Json<ConsentDetail>> {
    one(&app, &user, id).await
}

/// Closes some parts again; it works at once.
#[utoipa::path(post, path = "/enterprise/consents/{id}/narrow", tag = "consents", params(("id" = ConsentId, Path), IfMatch), request_body = NarrowIn, responses((status = 200, body = ConsentDetail)))]
async fn narrow(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ConsentId>,
    IfMatch(version): IfMatch,
    Json(input): Json<NarrowIn>,
) -> Answer<Json<ConsentDetail>> {
    service::narrow(&app.db, &user, id, version, &input.scopes).await?;
    one(&app, &user, id).await
}

/// Signs again: for more, for longer, or after it has ended. Answers with the new consent.
#[utoipa::path(post, path = "/enterprise/consents/{id}/renew", tag = "consents", params(("id" = ConsentId, Path), IfMatch), request_body = RenewIn, responses((status = 200, body = ConsentDetail)))]
async fn renew(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ConsentId>,
    IfMatch(version): IfMatch,
    Json(RenewIn { scopes, days, authorization_version }): Json<RenewIn>,
) -> Answer<Json<ConsentDetail>> {
    let renewal = Renewal { version, scopes, days, authorization: authorization_version };
    let new = service::renew(&app.db, &user, id, &renewal).await?;
    one(&app, &user, new).await
}

/// Revokes a consent: no new looks from now on.
#[utoipa::path(post, path = "/enterprise/consents/{id}/revoke", tag = "consents", params(("id" = ConsentId, Path)), request_body = RevokeIn, responses((status = 200, body = ConsentDetail)))]
async fn revoke(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ConsentId>,
    Json(input): Json<RevokeIn>,
) -> Answer<Json<ConsentDetail>> {
    service::revoke(&app.db, &user, id, &input.reason).await?;
    one(&app, &user, id).await
}

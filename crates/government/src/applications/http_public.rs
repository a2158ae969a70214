//! What everybody may see, and say against it.

use super::{
    grants::APPLICATIONS_OBJECT,
    objections,
    public::{self, PublicApplication},
    store,
};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AnyUser, AppState, Json, Path, Query, Routes, guarded, public as open};
use jinqiao_kernel::{ApplicationId, Page, PageQuery};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// What speaks against it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectionIn {
    /// 10 to 1000 characters.
    #[schema(max_length = 1000)]
    text: String,
}

/// Routes for everybody, and for those with an account.
pub fn routes() -> Routes {
    Routes::new().routes(open(routes!(page))).routes(guarded(APPLICATIONS_OBJECT, routes!(object)))
}

/// Who is to get what: applications that are public, those whose publicity ends first before the others.
#[utoipa::path(get, path = "/publicity", tag = "applications", params(PageQuery), responses((status = 200, body = Page<PublicApplication>)))]
async fn page(State(app): State<AppState>, Query(page): Query<PageQuery>) -> Answer<Json<Page<PublicApplication>>> {
    let rows = store::public_page(&app.db, &page).await?;
    Ok(Json(public::told(&app.db, rows).await?))
}

/// Objects to one that is public.
#[utoipa::path(post, path = "/publicity/{id}/objections", tag = "applications", params(("id" = ApplicationId, Path)), request_body = ObjectionIn, responses((status = 201)))]
async fn object(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<ApplicationId>,
    Json(input): Json<ObjectionIn>,
) -> Answer<StatusCode> {
    objections::object(&app.db, &user, id, &input.text).await?;
    Ok(StatusCode::CREATED)
}

//! What in a text tells who an enterprise is, asked while the text is written: by the rule that decides when it is published.

use super::{grants::DEMANDS_OWN, store};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, EnterpriseUser, Json, OperatorUser, Path, Routes, guarded};
use jinqiao_kernel::DemandId;
use jinqiao_platform::{
    enterprises::{Hit, identity_of},
    reviews::REVIEWS_HANDLE,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A text as written so far.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentifyingIn {
    /// At most 2,000 characters.
    #[schema(max_length = 2000)]
    text: String,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(DEMANDS_OWN, routes!(own))).routes(guarded(REVIEWS_HANDLE, routes!(reviewed)))
}

/// What in an own text tells who the enterprise is; changes nothing.
#[utoipa::path(post, path = "/enterprise/demands/identifying", tag = "demands", request_body = IdentifyingIn, responses((status = 200, body = Vec<Hit>)))]
async fn own(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Json(input): Json<IdentifyingIn>,
) -> Answer<Json<Vec<Hit>>> {
    Ok(Json(identity_of(app.db.read(), user.org).await?.find(&input.text)))
}

/// What in a text would tell who wants the demand; changes nothing.
#[utoipa::path(post, path = "/operator/demands/{id}/identifying", tag = "demands", params(("id" = DemandId, Path)), request_body = IdentifyingIn, responses((status = 200, body = Vec<Hit>)))]
async fn reviewed(
    State(app): State<AppState>,
    _: OperatorUser,
    Path(id): Path<DemandId>,
    Json(input): Json<IdentifyingIn>,
) -> Answer<Json<Vec<Hit>>> {
    let row = store::submitted(app.db.read(), id).await?;
    Ok(Json(identity_of(app.db.read(), row.enterprise_id).await?.find(&input.text)))
}

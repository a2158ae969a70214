//! The operator's parameters.

use super::parameters::{self, Parameter, ParameterView};
use super::perm;
use axum::extract::State;
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Path, Routes, guarded};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A parameter's new value.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterIn {
    value: i64,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(perm::PARAMETERS_MANAGE, routes!(list)))
        .routes(guarded(perm::PARAMETERS_MANAGE, routes!(set)))
}

/// All parameters with their limits.
#[utoipa::path(get, path = "/operator/parameters", tag = "permissions", responses((status = 200, body = Vec<ParameterView>)))]
async fn list(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<ParameterView>>> {
    Ok(Json(parameters::all(app.db.read()).await?))
}

/// Sets one parameter.
#[utoipa::path(put, path = "/operator/parameters/{key}", tag = "permissions", params(("key" = Parameter, Path)), request_body = ParameterIn, responses((status = 200, body = Vec<ParameterView>)))]
async fn set(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(key): Path<Parameter>,
    Json(input): Json<ParameterIn>,
) -> Answer<Json<Vec<ParameterView>>> {
    let intent = Intent::by(&user, "permissions.set_parameter").detail(format!("{}：{}", key.text(), input.value));
    let all = app.db.write(intent, |tx| async move {
        parameters::set(&tx, key, input.value).await?;
        parameters::all(tx.conn()).await
    });
    Ok(Json(all.await?))
}

//! The operator's parameters.

use super::{
    grants::PARAMETERS_MANAGE,
    parameters::{self, ParameterName, ParameterView},
    texts::{self, TextName, TextParameterView},
};
use crate::concept::Chapters;
use axum::{Extension, extract::State};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Path, Routes, guarded};
use jinqiao_kernel::Error;
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
        .routes(guarded(PARAMETERS_MANAGE, routes!(list)))
        .routes(guarded(PARAMETERS_MANAGE, routes!(set)))
        .routes(guarded(PARAMETERS_MANAGE, routes!(list_texts)))
        .routes(guarded(PARAMETERS_MANAGE, routes!(set_text)))
}

/// A text's new value.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TextParameterIn {
    #[schema(max_length = 2000)]
    value: String,
}

/// All texts.
#[utoipa::path(get, path = "/operator/texts", tag = "permissions", responses((status = 200, body = Vec<TextParameterView>)))]
async fn list_texts(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    _: OperatorUser,
) -> Answer<Json<Vec<TextParameterView>>> {
    Ok(Json(texts::views(app.db.read(), chapters.texts()).await?))
}

/// Sets one text.
#[utoipa::path(put, path = "/operator/texts/{key}", tag = "permissions", params(("key" = TextName, Path)), request_body = TextParameterIn, responses((status = 200, body = Vec<TextParameterView>)))]
async fn set_text(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    user: OperatorUser,
    Path(TextName(key)): Path<TextName>,
    Json(input): Json<TextParameterIn>,
) -> Answer<Json<Vec<TextParameterView>>> {
    let parameter = chapters.texts().find(|text| text.name == key).ok_or_else(Error::not_found)?;
    let detail = format!("{}：{}", parameter.text, input.value);
    let value = &input.value;
    let all = app.db.write(Intent::by(&user, "permissions.set_text").detail(detail), |tx| async move {
        texts::set_text(&tx, parameter, value).await?;
        texts::views(tx.conn(), chapters.texts()).await
    });
    Ok(Json(all.await?))
}

/// All parameters with their limits.
#[utoipa::path(get, path = "/operator/parameters", tag = "permissions", responses((status = 200, body = Vec<ParameterView>)))]
async fn list(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    _: OperatorUser,
) -> Answer<Json<Vec<ParameterView>>> {
    Ok(Json(parameters::views(app.db.read(), chapters.parameters()).await?))
}

/// Sets one parameter.
#[utoipa::path(put, path = "/operator/parameters/{key}", tag = "permissions", params(("key" = ParameterName, Path)), request_body = ParameterIn, responses((status = 200, body = Vec<ParameterView>)))]
async fn set(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    user: OperatorUser,
    Path(ParameterName(key)): Path<ParameterName>,
    Json(input): Json<ParameterIn>,
) -> Answer<Json<Vec<ParameterView>>> {
    let parameter = chapters.parameters().find(|parameter| parameter.name == key).ok_or_else(Error::not_found)?;
    let detail = format!("{}：{}", parameter.text, input.value);
    let intent = Intent::by(&user, "permissions.set_parameter").detail(detail);
    let all = app.db.write(intent, |tx| async move {
        parameters::set(&tx, parameter, input.value).await?;
        parameters::views(tx.conn(), chapters.parameters()).await
    });
    Ok(Json(all.await?))
}

//! Checked input: what cannot be read is refused with the field's name and a Chinese sentence.

use crate::{Problem, limits};
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{header, request::Parts},
    response::{IntoResponse, Response},
};
use jinqiao_kernel::{
    Error, FieldError, Kind, OUT_OF_RANGE,
    normal::{invisible, visible},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

/// A JSON body, in and out.
pub struct Json<T>(pub T);

/// The query string.
pub struct Query<T>(pub T);

/// Parameters in the path. What does not parse cannot exist: 404.
pub struct Path<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

impl<T: DeserializeOwned + ToSchema + 'static, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let json = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_some_and(|value| {
            value.split(';').next().is_some_and(|mime| mime.trim().eq_ignore_ascii_case("application/json"))
        });
        if !json {
            let error = Error::new(Kind::UnsupportedMedia, "request.not_json", "请求内容须为 JSON");
            return Err(error.into());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|_| malformed("body", "请求内容无法读取"))?;
        Ok(Self(parse(&bytes)?))
    }
}

fn parse<T: DeserializeOwned + ToSchema + 'static>(bytes: &[u8]) -> Result<T, Error> {
    let mut value: Value = serde_json::from_slice(bytes).map_err(|_| malformed("body", "请求内容不是有效的 JSON"))?;
    // Serde would take a list for a type, field by field.
    if !value.is_object() {
        return Err(Error::field("body", "格式或取值不正确"));
    }
    if let Some(field) = text_with_nul(&value, "") {
        return Err(Error::field(&field, "含有不能识别的字符"));
    }
    strip(&mut value);
    let read = serde_path_to_error::deserialize(&value).map_err(|error| {
        let path = error.path().to_string();
        explain(&path, &error.into_inner().to_string())
    })?;
    limits::check_body::<T>(&value)?;
    Ok(read)
}

/// Takes away what cannot be seen, in every text: it comes along when people paste, and serves only to deceive.
fn strip(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(invisible) => *text = visible(text),
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Object(fields) => fields.values_mut().for_each(strip),
        _ => {}
    }
}

/// PostgreSQL cannot store NUL in text, and nobody types it.
fn text_with_nul(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then(|| name_or_body(path)),
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(i, item)| text_with_nul(item, &format!("{path}[{i}]")))
        }
        Value::Object(fields) => fields.iter().find_map(|(name, item)| {
            if name.contains('\0') {
                return Some(name_or_body(path));
            }
            text_with_nul(item, &if path.is_empty() { name.clone() } else { format!("{path}.{name}") })
        }),
        _ => None,
    }
}

fn name_or_body(path: &str) -> String {
    if path.is_empty() || path == "." { "body".into() } else { path.into() }
}

/// Serde's English becomes a field and a Chinese sentence; its own text is not for people.
fn explain(path: &str, text: &str) -> Error {
    let quoted = text.split('`').nth(1).unwrap_or_default();
    let parent = if path == "." || path.is_empty() { String::new() } else { format!("{path}.") };
    if text.starts_with("missing field") {
        return Error::field(&format!("{parent}{quoted}"), "缺少此项");
    }
    if text.starts_with("unknown field") {
        // The path already ends with the unknown name.
        return Error::field(&name_or_body(path), "没有这一项");
    }
    if text.starts_with(OUT_OF_RANGE) {
        return Error::field(&name_or_body(path), OUT_OF_RANGE);
    }
    Error::field(&name_or_body(path), "格式或取值不正确")
}

fn malformed(field: &str, message: &'static str) -> Error {
    let field = FieldError { field: field.into(), message: message.into() };
    Error::new(Kind::Malformed, "request.malformed", message).with_fields(vec![field])
}

impl<T: DeserializeOwned + IntoParams + 'static, S: Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let text = parts.uri.query().unwrap_or_default();
        let pairs = form_urlencoded::parse(text.as_bytes());
        if let Some((name, _)) = pairs.clone().find(|(name, value)| name.contains('\0') || value.contains('\0')) {
            return Err(Error::field(&name.replace('\0', ""), "含有不能识别的字符").into());
        }
        let all: Vec<_> = pairs.collect();
        limits::check_query::<T>(all.iter().map(|(name, value)| (name.as_ref(), value.as_ref())))?;
        // An empty parameter (`?state=`) is a filter that is not set.
        let set = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs.filter(|(_, value)| !value.is_empty()))
            .finish();
        let set = serde_urlencoded::Deserializer::new(form_urlencoded::parse(set.as_bytes()));
        let value = serde_path_to_error::deserialize(set).map_err(|error| {
            let path = error.path().to_string();
            explain(&path, &error.into_inner().to_string())
        })?;
        Ok(Self(value))
    }
}

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = axum::extract::Path::from_request_parts(parts, state).await;
        path.map(|axum::extract::Path(value)| Self(value)).map_err(|_| Error::not_found().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    struct In {
        #[expect(dead_code, reason = "only parsed")]
        amount: i64,
        #[expect(dead_code, reason = "only parsed")]
        #[serde(default)]
        fees: Vec<Fee>,
    }

    #[derive(Debug, serde::Deserialize, ToSchema)]
    struct Fee {
        #[expect(dead_code, reason = "only parsed")]
        name: String,
    }

    #[test]
    fn each_defect_names_its_field() {
        let deep = "[".repeat(100_000);
        for (body, field) in [
            ("", "body"),
            ("[]", "body"),
            (deep.as_str(), "body"),
            ("{}", "amount"),
            (r#"{"amount":"1"}"#, "amount"),
            (r#"{"amount":1e400}"#, "body"),
            (r#"{"amount":9223372036854775808}"#, "amount"),
            (r#"{"amount":1,"other":2}"#, "other"),
            (r#"{"amount":1,"fees":[{"name":"a"},{}]}"#, "fees[1].name"),
            (r#"{"amount":1,"fees":[{"name":"\u0000"}]}"#, "fees[0].name"),
        ] {
            let error = parse::<In>(body.as_bytes()).expect_err(field);
            assert_eq!(error.fields()[0].field, field);
        }
    }
}

//! The version of a record that somebody saw, sent as `If-Match: "3"` by every change of it.

use crate::Problem;
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use jinqiao_kernel::{Error, Kind};
use utoipa::{
    IntoParams,
    openapi::{
        ObjectBuilder, Required,
        path::{Parameter, ParameterBuilder, ParameterIn},
        schema::Type,
    },
};

/// A strong entity tag of at most nine digits, so that the next version is a number too.
const DIGITS: std::ops::RangeInclusive<usize> = 1..=9;
const PATTERN: &str = r#"^"[0-9]{1,9}"$"#;

/// The version that the person saw. The use case compares it with the stored one: `conflict.stale`.
#[derive(Clone, Copy, Debug)]
pub struct IfMatch(pub i32);

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let unknown = || Error::new(Kind::Malformed, "request.version", "请刷新页面后重试").into();
        version(&parts.headers).map(Self).ok_or_else(unknown)
    }
}

/// One tag and nothing else: neither a list, nor `*`, nor a weak tag names the version that was seen.
fn version(headers: &HeaderMap) -> Option<i32> {
    let mut tags = headers.get_all(header::IF_MATCH).iter();
    let (tag, None) = (tags.next()?, tags.next()) else { return None };
    let digits = tag.to_str().ok()?.strip_prefix('"')?.strip_suffix('"')?;
    let number = DIGITS.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    number.then(|| digits.parse().ok()).flatten()
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let tag = ObjectBuilder::new().schema_type(Type::String).pattern(Some(PATTERN));
        let header = ParameterBuilder::new()
            .name("If-Match")
            .parameter_in(ParameterIn::Header)
            .required(Required::True)
            .description(Some("Version that the person saw, in double quotes; 0 for what is not there yet."))
            .schema(Some(tag));
        vec![header.build()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_a_strong_tag_of_digits_is_a_version() {
        for (tags, expected) in [
            (vec![r#""0""#], Some(0)),
            (vec![r#""12""#], Some(12)),
            (vec![r#""999999999""#], Some(999_999_999)),
            (vec![], None),
            (vec!["3"], None),
            (vec![r#"""#], None),
            (vec![r#""""#], None),
            (vec!["*"], None),
            (vec![r#"W/"3""#], None),
            (vec![r#""3", "4""#], None),
            (vec![r#""3""#, r#""3""#], None),
            (vec![r#""-1""#], None),
            (vec![r#""+1""#], None),
            (vec![r#""2147483648""#], None),
        ] {
            let headers = tags.iter().map(|tag| (header::IF_MATCH, HeaderValue::from_static(tag))).collect();
            assert_eq!(version(&headers), expected, "{tags:?}");
        }
    }
}

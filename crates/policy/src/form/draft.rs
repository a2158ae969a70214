//! A draft keeps whatever was typed: gaps, wrong dates, values of blocks that are gone. Only its size is bounded.

use crate::{
    defect::{Defect, DefectCode},
    fault::MOST_BYTES,
};
use serde_json::Value as Json;

/// Lists and objects within one another.
pub const MOST_DRAFT_DEPTH: usize = 8;

/// Bytes of `json` as it is sent, or more than `most`; none where it is too deep.
fn bytes(json: &Json, depth: usize, most: usize) -> Option<usize> {
    let text = |text: &str| {
        // Quotes, backslashes and signs without a shape are written with more.
        let more: usize = text
            .bytes()
            .map(|b| match b {
                b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 8 | 12 => 1,
                0..32 => 5,
                _ => 0,
            })
            .sum();
        text.len() + 2 + more
    };
    let within = |parts: &mut dyn Iterator<Item = (usize, &Json)>| {
        if depth == 0 {
            return None;
        }
        let mut sum: usize = 2;
        for (place, (name, part)) in parts.enumerate() {
            sum += usize::from(place > 0) + name + bytes(part, depth - 1, most)?;
            if sum > most {
                break;
            }
        }
        Some(sum)
    };
    Some(match json {
        Json::Null => 4,
        Json::Bool(yes) => {
            if *yes {
                4
            } else {
                5
            }
        }
        Json::Number(number) => number.to_string().len(),
        Json::String(one) => text(one),
        Json::Array(list) => within(&mut list.iter().map(|part| (0, part)))?,
        Json::Object(map) => within(&mut map.iter().map(|(name, part)| (text(name) + 1, part)))?,
    })
}

/// Whether a draft can be kept.
///
/// # Errors
/// It is no object, or it is too large or too deep.
pub fn draft(values: &Json) -> Result<(), Defect> {
    let refuse = |code, text: String| Err(Defect { path: String::new(), code, text });
    if !values.is_object() {
        return refuse(DefectCode::WrongType, "填写的内容应为一组数据".into());
    }
    match bytes(values, MOST_DRAFT_DEPTH, MOST_BYTES) {
        Some(bytes) if bytes <= MOST_BYTES => Ok(()),
        _ => refuse(DefectCode::TooBig, format!("填写的内容过多，不能超过 {} KB", MOST_BYTES / 1024)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn size_is_what_is_sent() {
        for json in
            [json!({}), json!({"a": [1, 2.5, null, true, false], "b": {"c": "甲\n\"\\\u{1}\u{8}\u{7f}"}}), json!([[]])]
        {
            let want = serde_json::to_string(&json).expect("JSON").len();
            assert_eq!(bytes(&json, 8, 1_000), Some(want), "{json}");
        }
    }

    #[test]
    fn anything_is_kept_that_is_not_too_large() {
        assert_eq!(draft(&json!({"date": "31 日", "gone": [1, {"x": null}]})), Ok(()));
        assert_eq!(draft(&json!([])).map_err(|defect| defect.code), Err(DefectCode::WrongType));
        let long = json!({"a": "字".repeat(MOST_BYTES / 3)});
        assert_eq!(draft(&long).map_err(|defect| defect.code), Err(DefectCode::TooBig));
        let mut deep = json!(1);
        for _ in 0..MOST_DRAFT_DEPTH {
            deep = json!({ "a": deep });
        }
        assert_eq!(draft(&deep), Ok(()));
        assert_eq!(draft(&json!({ "a": deep })).map_err(|defect| defect.code), Err(DefectCode::TooBig));
    }
}

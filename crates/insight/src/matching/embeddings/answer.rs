//! Reading what an OpenAI-compatible service answers. It is an outsider: nothing in it is believed before it is checked.

use super::EmbeddingFailure;
use serde::Deserialize;

/// Numbers in a vector; common models give 384 to 4,096.
pub const LONGEST: usize = 8_192;

#[derive(Deserialize)]
struct Answer {
    data: Vec<One>,
}

#[derive(Deserialize)]
struct One {
    /// The place of its text in the request; some services leave it out and answer in order.
    index: Option<usize>,
    embedding: Vec<f32>,
}

/// The vectors in `body`, in the order of the `many` texts that were sent.
pub fn read(body: &[u8], many: usize) -> Result<Vec<Vec<f32>>, EmbeddingFailure> {
    let answer: Answer = serde_json::from_slice(body).map_err(|_| EmbeddingFailure::Unreadable)?;
    if answer.data.len() != many {
        return Err(EmbeddingFailure::Unreadable);
    }
    let mut found: Vec<Option<Vec<f32>>> = vec![None; many];
    for (place, one) in answer.data.into_iter().enumerate() {
        check(&one.embedding)?;
        let free = found.get_mut(one.index.unwrap_or(place)).filter(|free| free.is_none());
        *free.ok_or(EmbeddingFailure::Unreadable)? = Some(one.embedding);
    }
    let found: Vec<Vec<f32>> = found.into_iter().flatten().collect();
    let same = found.windows(2).all(|two| two[0].len() == two[1].len());
    if same { Ok(found) } else { Err(EmbeddingFailure::BadLength) }
}

fn check(vector: &[f32]) -> Result<(), EmbeddingFailure> {
    if vector.is_empty() || vector.len() > LONGEST {
        return Err(EmbeddingFailure::BadLength);
    }
    let says_something = vector.iter().any(|number| *number != 0.0);
    if says_something && vector.iter().all(|number| number.is_finite()) {
        Ok(())
    } else {
        Err(EmbeddingFailure::BadNumbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn vectors_in_the_order_of_the_texts() {
        let swapped = br#"{"data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0.5]}],"usage":{}}"#;
        assert_eq!(read(swapped, 2), Ok(vec![vec![1.0, 0.5], vec![0.0, 1.0]]));
        let unnumbered = br#"{"data":[{"embedding":[1]},{"embedding":[2]}]}"#;
        assert_eq!(read(unnumbered, 2), Ok(vec![vec![1.0], vec![2.0]]));
    }

    #[test]
    fn what_is_wrong_is_told() {
        use EmbeddingFailure::{BadLength, BadNumbers, Unreadable};
        let long = format!(r#"{{"data":[{{"index":0,"embedding":[{}1]}}]}}"#, "1,".repeat(LONGEST));
        for (body, many, failure) in [
            ("", 1, Unreadable),
            ("<html>", 1, Unreadable),
            (r#"{"error":{"message":"no"}}"#, 1, Unreadable),
            (r#"{"data":[]}"#, 1, Unreadable),
            (r#"{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}"#, 2, Unreadable),
            (r#"{"data":[{"index":7,"embedding":[1]}]}"#, 1, Unreadable),
            (r#"{"data":[{"index":-1,"embedding":[1]}]}"#, 1, Unreadable),
            (r#"{"data":[{"index":0,"embedding":[NaN]}]}"#, 1, Unreadable),
            (r#"{"data":[{"index":0,"embedding":[null]}]}"#, 1, Unreadable),
            (r#"{"data":[{"index":0,"embedding":"AACAPw=="}]}"#, 1, Unreadable),
            (r#"{"data":[{"index":0,"embedding":[1e39]}]}"#, 1, BadNumbers),
            (r#"{"data":[{"index":0,"embedding":[0,0]}]}"#, 1, BadNumbers),
            (r#"{"data":[{"index":0,"embedding":[]}]}"#, 1, BadLength),
            (r#"{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}"#, 2, BadLength),
            (long.as_str(), 1, BadLength),
        ] {
            assert_eq!(read(body.as_bytes(), many), Err(failure), "{}", &body[..body.len().min(80)]);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(body in "\\PC{0,60}|\\{\"data\":\\[\\{\"index\":[0-9]{1,20},\"embedding\":\\[[-0-9.e,]{0,20}\\]\\}\\]\\}", many in 0usize..3) {
            if let Ok(found) = read(body.as_bytes(), many) {
                prop_assert_eq!(found.len(), many);
            }
        }
    }
}

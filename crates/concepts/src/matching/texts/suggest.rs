//! What a description of use suggests while it is written: a purpose, tags, keywords. Nothing of another enterprise is in the answer:
//! its words are those of the text that was sent.

use super::{
    learnt::{Learnt, Memory},
    nearness::thousandths,
};
use crate::products::UseKind;
use jinqiao_db::Db;
use jinqiao_kernel::{Checks, Error, Result};
use jinqiao_matching::text::{Frequencies, keywords, normalize};
use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Below this nothing is suggested.
const LEAST: f64 = 0.7;
/// Keywords in an answer.
const KEYWORDS: usize = 8;

/// A text that is being written.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuggestIn {
    /// 10 to 1,000 characters.
    pub text: String,
}

/// A likely purpose.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PurposeSuggestion {
    use_kind: UseKind,
    /// Thousandths.
    probability: i32,
    /// Words of the text that speak for it, most first.
    words: Vec<String>,
}

/// What a text suggests.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TextSuggestion {
    /// None when it is not likely enough, or while too few demands were published to learn from.
    purpose: Option<PurposeSuggestion>,
    /// Tags that fit.
    tags: Vec<String>,
    /// The most telling words.
    keywords: Vec<String>,
}

fn purpose(learnt: &Learnt, text: &str) -> Option<PurposeSuggestion> {
    let found = learnt.purposes.as_ref()?.classify(text, LEAST);
    let use_kind = UseKind::try_from_value(&found.class?).ok()?;
    let speaking: Vec<String> = found.reasons.into_iter().filter(|one| one.1 > 0.0).map(|one| one.0).collect();
    // Where only one purpose was ever named, or no word is known, there is nothing to choose by.
    if found.probabilities.len() < 2 || speaking.is_empty() {
        return None;
    }
    let own = normalize(text);
    let words = speaking.into_iter().filter(|word| own.contains(word.as_str())).collect();
    let probability = found.probabilities.first().map_or(0, |one| thousandths(one.1));
    Some(PurposeSuggestion { use_kind, probability, words })
}

fn suggestion(learnt: &Learnt, text: &str) -> TextSuggestion {
    let tags = learnt.tags.of(text).into_iter().map(|(tag, _)| tag.to_owned()).collect();
    let keywords = keywords(text, &Frequencies::default(), KEYWORDS).into_iter().map(|one| one.word).collect();
    TextSuggestion { purpose: purpose(learnt, text), tags, keywords }
}

/// What `input` suggests.
///
/// # Errors
/// `validation`.
pub async fn suggest(db: &Db, memory: &Memory, input: SuggestIn) -> Result<TextSuggestion> {
    Checks::new().text("text", &input.text, 10..=1_000).done()?;
    let learnt = memory.learnt(db).await?;
    let found = tokio::task::spawn_blocking(move || suggestion(&learnt, &input.text)).await;
    found.map_err(Error::internal)
}

//! What a text suggests while it is written: a purpose, an industry, tags, keywords. Nothing of another enterprise is in the
//! answer: its words are those of the text that was sent, or of what the asker itself has published.

use super::{
    industries::{self, IndustrySuggestion},
    learnt::{Learnt, Memory},
    likely::likely,
};
use jinqiao_db::Db;
use jinqiao_financing::products::UseKind;
use jinqiao_kernel::{Checks, Error, OrgId, Result};
use jinqiao_matching::text::{Frequencies, keywords};
use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Keywords in an answer.
const KEYWORDS: usize = 8;

/// A text that is being written.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuggestIn {
    /// 4 to 1,000 characters.
    #[schema(min_length = 4, max_length = 1000)]
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
    /// None when it is not likely enough, or while too few firms have described themselves.
    industry: Option<IndustrySuggestion>,
    /// Tags that fit.
    tags: Vec<String>,
    /// The most telling words.
    keywords: Vec<String>,
}

fn purpose(learnt: &Learnt, text: &str) -> Option<PurposeSuggestion> {
    let found = likely(learnt.purposes.as_ref()?, text)?;
    let use_kind = UseKind::try_from_value(&found.class).ok()?;
    Some(PurposeSuggestion { use_kind, probability: found.probability, words: found.words })
}

/// What `text` suggests; `described` is the text with what the asker itself has published.
fn suggestion(learnt: &Learnt, text: &str, described: &str) -> TextSuggestion {
    let tags = learnt.tags.of(text).into_iter().map(|(tag, _)| tag.to_owned()).collect();
    let keywords = keywords(text, &Frequencies::default(), KEYWORDS).into_iter().map(|one| one.word).collect();
    let industry = learnt.industries.as_ref().and_then(|industries| industries.of(text, described));
    TextSuggestion { purpose: purpose(learnt, text), industry, tags, keywords }
}

/// What `input` of `org` suggests.
///
/// # Errors
/// `validation`.
pub async fn suggest(db: &Db, org: OrgId, input: SuggestIn) -> Result<TextSuggestion> {
    Checks::new().text("text", &input.text, 4..=1_000).done()?;
    let learnt = db.kept::<Memory>().learnt(db).await?;
    let described = industries::of_asker(db.read(), org, &input.text).await?;
    let found = tokio::task::spawn_blocking(move || suggestion(&learnt, &input.text, &described)).await;
    found.map_err(Error::internal)
}

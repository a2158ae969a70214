//! The likeness of two texts, for the operator who looks at what synonyms do. Changes nothing.

use super::{lexicon::Lexicon, likely::thousandths};
use jinqiao_db::Db;
use jinqiao_financing::synonyms;
use jinqiao_kernel::{Checks, Error, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Two texts that are compared.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LikenessIn {
    /// 1 to 1,000 characters.
    #[schema(min_length = 1, max_length = 1000)]
    pub first: String,
    /// 1 to 1,000 characters.
    #[schema(min_length = 1, max_length = 1000)]
    pub second: String,
    /// Groups as typed so far; those in force when left out.
    #[schema(max_length = 60000)]
    pub body: Option<String>,
}

/// What a measure adds.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct LikenessPart {
    /// Its name.
    measure: String,
    /// To the logit of the likeness, in thousandths.
    adds: i32,
}

/// How alike two texts are, and why.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct LikenessView {
    /// Thousandths.
    likeness: i32,
    /// Words of the first text with synonyms joined.
    first: Vec<String>,
    /// Those of the second.
    second: Vec<String>,
    /// What counted, most first.
    parts: Vec<LikenessPart>,
}

/// The same two texts by both versions.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct LikenessEffect {
    /// By the synonyms in force.
    before: LikenessView,
    /// By the typed ones.
    after: LikenessView,
}

fn likeness(lexicon: &Lexicon, first: &str, second: &str) -> LikenessView {
    let (a, b) = (lexicon.reader.read(first), lexicon.reader.read(second));
    let found = lexicon.similarity.compare(&a, &b, None);
    let part = |(name, adds): (&str, f64)| LikenessPart {
        measure: name.replace(' ', "_"),
        adds: (adds * 1_000.0).round() as i32,
    };
    let mut parts: Vec<_> = found.parts.into_iter().map(part).filter(|part| part.adds != 0).collect();
    parts.sort_by_key(|part| -part.adds);
    let words = |text: &str| lexicon.reader.words(text);
    LikenessView { likeness: thousandths(found.score), first: words(first), second: words(second), parts }
}

/// Compares both texts by the synonyms in force and by the typed ones.
///
/// # Errors
/// `validation`.
pub async fn try_out(db: &Db, input: LikenessIn) -> Result<LikenessEffect> {
    let mut checks = Checks::new();
    checks.text("first", &input.first, 1..=1_000).text("second", &input.second, 1..=1_000);
    synonyms::check(&mut checks, "body", input.body.as_deref().unwrap_or_default());
    checks.done()?;
    let saved = synonyms::current(db.read()).await?.body;
    let compared = tokio::task::spawn_blocking(move || {
        let of = |body: &str| likeness(&Lexicon::unshared(body), &input.first, &input.second);
        LikenessEffect { before: of(&saved), after: of(input.body.as_deref().unwrap_or(&saved)) }
    });
    compared.await.map_err(Error::internal)
}

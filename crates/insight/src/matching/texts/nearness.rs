//! 用途相符: how much a product speaks of what the money is for.

use super::{lexicon::Lexicon, likely::thousandths};
use crate::matching::{embeddings::cosines, spoken::says_enough};
use jinqiao_db::Reading;
use jinqiao_financing::synonyms;
use jinqiao_kernel::{Error, Result};
use std::cell::LazyCell;

/// Characters that are compared by words. The measures grow with the square of the length, and what matters is said first.
const COMPARED: usize = 60;
fn cut(text: &str) -> String {
    text.chars().take(COMPARED).collect()
}

/// How near each of `many` is to `one`, with the cosines of their vectors; none where either says too little.
fn compare(lexicon: &Lexicon, one: &str, many: &[String], cosines: &[Option<f32>]) -> Vec<Option<i32>> {
    if !says_enough(one) {
        return vec![None; many.len()];
    }
    let asked = cut(one);
    // Read anew where it has to be read: the own text of an enterprise is not kept.
    let read = LazyCell::new(|| lexicon.reader.read(&asked));
    let near = |(text, cosine): (&String, &Option<f32>)| {
        let text = says_enough(text).then(|| cut(text))?;
        let likeness = || thousandths(lexicon.similarity.compare(&read, &lexicon.read(&text), *cosine).score);
        Some(lexicon.likeness(&asked, &text, *cosine, likeness))
    };
    many.iter().zip(cosines).map(near).collect()
}

/// A text that others are compared with.
pub struct Asked<'a> {
    /// What is compared by words.
    pub words: &'a str,
    /// Its published form, the only one that may have a vector.
    pub published: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// A text that is published as it is.
    pub fn published(text: &'a str) -> Self {
        Self { words: text, published: Some(text) }
    }
}

/// How near each of the published texts `many` is to `one`, in thousandths, by the operator's synonyms and, where both have one, by
/// their vectors; none where either says too little.
pub async fn near(conn: &impl Reading, one: Asked<'_>, many: Vec<String>) -> Result<Vec<Option<i32>>> {
    if many.is_empty() || !says_enough(one.words) {
        return Ok(vec![None; many.len()]);
    }
    let cosines = cosines(conn, one.published.unwrap_or_default(), &many).await?;
    let (body, one) = (synonyms::current(conn).await?.body, one.words.to_owned());
    let compared = tokio::task::spawn_blocking(move || compare(&Lexicon::of(&body), &one, &many, &cosines)).await;
    compared.map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(one: &str, many: &[&str]) -> Vec<Option<i32>> {
        let many: Vec<_> = many.iter().map(|text| (*text).to_owned()).collect();
        compare(&Lexicon::unshared(""), one, &many, &vec![None; many.len()])
    }

    #[test]
    fn a_vector_moves_only_its_own_pair() {
        let (one, many) = ("采购自动化生产线设备", ["购买机床用于扩产".to_owned(), "购买机床用于扩产".to_owned()]);
        let lexicon = Lexicon::unshared("");
        let of = |first| compare(&lexicon, one, &many, &[first, None]);
        assert!(of(Some(0.9))[0] > of(None)[0] && of(Some(0.2))[0] < of(None)[0]);
        assert_eq!(of(Some(0.9))[1], of(None)[1]);
    }

    #[test]
    fn what_speaks_of_the_use_is_nearer() {
        let found = compared(
            "采购两条自动化生产线，扩大传感器产能",
            &["支持制造业企业采购自动化生产线，扩大产能", "为商贸企业日常经营周转提供资金", "", "🎉🎉🎉🎉🎉🎉"],
        );
        assert!(found[0] > found[1] && found[1].is_some(), "{found:?}");
        assert_eq!(found[2..], [None, None]);
        assert_eq!(compared("设备", &["支持企业采购设备"]), [None], "too short to say anything");
    }

    #[test]
    fn long_and_hostile_texts_are_cut() {
        let hostile = "👨‍👩‍👧\u{0}\u{202e}\u{301}采购设备".repeat(50_000);
        let found = compared(&hostile, &[&hostile, "支持企业采购设备"]);
        assert!(found.iter().all(|one| one.is_some_and(|share| (0..=1_000).contains(&share))), "{found:?}");
    }
}

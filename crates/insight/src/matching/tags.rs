//! 自评标签: which of the tags of a demand a product speaks of, in its own words or in others that mean the same. A tag counts once,
//! however often and in whatever form it is given.

use super::spoken;
use jinqiao_financing::products::{self, ProductContent};
use jinqiao_kernel::normal::{fold, key};
use jinqiao_matching::text::Synonyms;
use std::collections::HashSet;

/// Other ways to say a tag that are tried.
const OTHER_WAYS: usize = 12;
/// A single character says nothing.
const FEWEST: usize = 2;

struct Tag {
    text: String,
    /// The ways to say it, by their letters.
    ways: Vec<String>,
}

/// The tags of a demand.
pub struct Tags(Vec<Tag>);

/// What a product says of itself in few words, by its letters: one text, in which a line that no letter is keeps them apart.
pub struct Labels(String);

impl Labels {
    /// Its name, its sentence for lists, its properties and its uses.
    pub fn of(content: &ProductContent) -> Self {
        let own = [content.name.as_str(), content.summary.as_str()];
        let uses = content.uses.iter().map(|kind| spoken::purpose(*kind));
        let all: Vec<_> = own.into_iter().chain(products::properties(content)).chain(uses).map(key).collect();
        Self(all.join("\n"))
    }

    fn name(&self, tag: &Tag) -> bool {
        tag.ways.iter().any(|way| self.0.contains(way))
    }
}

impl Tags {
    /// Those of `tags` that say anything, each once.
    pub fn of(tags: &[String], synonyms: &Synonyms) -> Self {
        let mut seen = HashSet::new();
        let new = |tag: &&String| key(tag).chars().count() >= FEWEST && seen.insert(key(tag));
        let read = |tag: &String| {
            let others = synonyms.other_ways(&fold(tag), OTHER_WAYS);
            let ways = std::iter::once(key(tag)).chain(others.iter().map(|way| key(way)));
            Tag { text: tag.clone(), ways: ways.filter(|way| way.chars().count() >= FEWEST).collect() }
        };
        Self(tags.iter().filter(new).map(read).collect())
    }

    /// How many of the tags the product speaks of, in thousandths; none where there are no tags.
    pub fn share(&self, labels: &Labels) -> Option<i32> {
        let all = i32::try_from(self.0.len()).ok().filter(|all| *all > 0)?;
        let named = self.0.iter().filter(|tag| labels.name(tag)).count();
        Some(i32::try_from(named).unwrap_or(all) * 1_000 / all)
    }

    /// Which tags the product speaks of, in a sentence; none where it speaks of none.
    pub fn reason(&self, labels: &Labels) -> Option<String> {
        let named: Vec<_> = self.0.iter().filter(|tag| labels.name(tag)).map(|tag| tag.text.as_str()).collect();
        (!named.is_empty()).then(|| format!("产品与标签“{}”相符", named.join("、")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(name: &str, summary: &str, pure_online: bool) -> ProductContent {
        ProductContent { name: name.into(), summary: summary.into(), pure_online, ..ProductContent::default() }
    }

    fn tags(tags: &[&str]) -> Tags {
        let tags: Vec<_> = tags.iter().map(ToString::to_string).collect();
        Tags::of(&tags, &Synonyms::read("知识产权 专利\n首贷 首次贷款").expect("groups"))
    }

    #[test]
    fn a_tag_is_found_in_name_sentence_and_properties_and_by_its_synonyms() {
        let product = Labels::of(&content("知识产權质押贷", "面向首贷企业", true));
        for (tag, found) in [("知识产权", true), ("专利", true), ("首次贷款", true), ("纯线上", true), ("厂房", false)]
        {
            assert_eq!(tags(&[tag]).share(&product), Some(if found { 1_000 } else { 0 }), "{tag}");
        }
        assert_eq!(tags(&["厂房", "首貸"]).share(&product), Some(500));
        assert_eq!(tags(&["厂房", "首貸"]).reason(&product).as_deref(), Some("产品与标签“首貸”相符"));
        assert_eq!(tags(&["厂房"]).reason(&product), None);
    }

    #[test]
    fn repeating_a_tag_gains_nothing_and_none_says_nothing() {
        let product = Labels::of(&content("首贷通", "", false));
        assert_eq!(tags(&["首贷", "厂房"]).share(&product), tags(&["首贷", "首貸", " 首 贷", "厂房"]).share(&product));
        assert_eq!(tags(&[]).share(&product), None);
        assert_eq!(tags(&["贷", "！"]).share(&product), None, "a single character says nothing");
    }
}

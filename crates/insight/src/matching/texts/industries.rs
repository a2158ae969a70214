//! What the platform has learnt of industries: what firms call their main business, with the industry they have chosen. Others'
//! words are in it as counts only, and only those that several firms use. Texts of demands are not learnt from: they speak of uses,
//! so that 采购 and 货款 would stand for whichever industry borrowed most.

use super::likely::likely;
use jinqiao_db::Reading;
use jinqiao_financing::demands;
use jinqiao_kernel::{OrgId, Result};
use jinqiao_matching::text::{Classifier, Reader, Synonyms};
use jinqiao_platform::enterprises::{self, IndustrySection, section_of};
use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

/// The newest profiles that are learnt from.
const MOST: u64 = 5_000;
/// Fewer firms say nothing.
const FEWEST: usize = 50;
/// So many firms must share an industry, and a word, before it is learnt: below, an answer could tell of one of them.
const CROWD: usize = 5;
/// Published texts of the asker that count beside its description.
const TEXTS: u64 = 3;
/// The share of a description's words that must be known; there are industries of which the platform has no firm.
const KNOWN: f64 = 0.6;
/// Firms of industries that too few share.
const OTHERS: &str = "others";

/// A firm as it is learnt from.
pub struct Firm {
    section: IndustrySection,
    division: String,
    /// Its main business.
    text: String,
}

/// A likely industry.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IndustrySuggestion {
    section: IndustrySection,
    /// Two digits; none where only the section is likely.
    division: Option<String>,
    /// Thousandths.
    probability: i32,
    /// Words of the text, or of what the asker itself has published, that speak for it, most first.
    words: Vec<String>,
}

fn joined(description: &str, published: &[String]) -> String {
    [description].into_iter().chain(published.iter().map(String::as_str)).collect::<Vec<_>>().join("。")
}

/// The firms that are learnt from.
pub async fn firms(conn: &impl Reading) -> Result<Vec<Firm>> {
    let described = enterprises::self_described(conn, MOST).await?;
    Ok(described.into_iter().map(|(section, division, text)| Firm { section, division, text }).collect())
}

/// `description` with what the firm itself has published.
pub async fn of_asker(conn: &impl Reading, org: OrgId, description: &str) -> Result<String> {
    Ok(joined(description, &demands::public_texts_of(conn, org, TEXTS).await?))
}

/// Industries as they were learnt: the divisions (行业大类), and the sections (门类) for what no division is likely enough for.
pub struct Industries([Classifier; 2]);

impl Industries {
    /// Learns from `firms`; none while there are too few.
    pub fn learn(firms: &[Firm], synonyms: &Synonyms) -> Option<Self> {
        let of = |class: fn(&Firm) -> String| {
            let mut many: HashMap<String, usize> = HashMap::new();
            firms.iter().for_each(|firm| *many.entry(class(firm)).or_default() += 1);
            let shared = |class: String| if many[&class] >= CROWD { class } else { OTHERS.to_owned() };
            let examples: Vec<_> = firms.iter().map(|firm| (shared(class(firm)), firm.text.clone())).collect();
            Classifier::learnt(Reader::new(synonyms.clone()), &examples, CROWD)
        };
        (firms.len() >= FEWEST).then(|| Self([of(|firm| firm.division.clone()), of(|firm| firm.section.to_value())]))
    }

    /// The industry that `description` is likely of. What its writer has published beside it (`joined` is both) decides where the
    /// description alone leaves several divisions open, and never against it.
    pub fn of(&self, description: &str, joined: &str) -> Option<IndustrySuggestion> {
        let [divisions, sections] = &self.0;
        if sections.knows(description) < KNOWN {
            return None;
        }
        let broad = suggested(sections, description);
        let agrees = |one: &IndustrySuggestion| broad.as_ref().is_none_or(|broad| broad.section == one.section);
        let exact = suggested(divisions, description).or_else(|| suggested(divisions, joined).filter(agrees));
        exact.or(broad).or_else(|| suggested(sections, joined))
    }
}

fn suggested(classes: &Classifier, text: &str) -> Option<IndustrySuggestion> {
    let found = likely(classes, text)?;
    // The code of a division or the letter of a section; firms of rare industries are neither.
    let section = section_of(&found.class)?;
    let division = Some(found.class).filter(|code| code.len() == 2);
    Some(IndustrySuggestion { section, division, probability: found.probability, words: found.words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn firms(kinds: &[(IndustrySection, &str, usize, &str)]) -> Vec<Firm> {
        let of = |(section, division, many, text): &(IndustrySection, &str, usize, &str)| {
            let one = Firm { section: *section, division: (*division).into(), text: (*text).into() };
            std::iter::repeat_with(move || Firm { division: one.division.clone(), text: one.text.clone(), ..one })
                .take(*many)
        };
        kinds.iter().flat_map(of).collect()
    }

    fn suggested(known: &[Firm], text: &str, published: &str) -> Option<(IndustrySection, Option<String>)> {
        let joined = joined(text, &[published.to_owned()]);
        let found = Industries::learn(known, &Synonyms::common())?.of(text, &joined)?;
        assert!(found.words.iter().all(|word| joined.contains(word.as_str())), "{found:?}");
        Some((found.section, found.division))
    }

    #[test]
    fn the_finest_industry_that_enough_firms_share() {
        use IndustrySection::{C, I};
        let known = firms(&[
            (C, "35", 20, "数控机床和注塑机等专用设备的研发制造"),
            (I, "65", 20, "企业管理软件开发，信息系统集成服务"),
            (C, "13", 3, "面粉和食用油的加工制造"),
            (C, "14", 3, "糕点和面粉食品的加工制造"),
            (C, "15", 4, "白酒和饮料的加工制造"),
        ]);
        for (text, expected) in [
            ("生产数控机床专用设备", Some((C, Some("35")))),
            ("软件开发与系统集成", Some((I, Some("65")))),
            ("面粉加工制造", Some((C, None))),
            ("黄昏时分湖边散步", None),
            ("餐饮连锁门店经营服务", None),
        ] {
            let expected = expected.map(|(section, division)| (section, division.map(str::to_owned)));
            assert_eq!(suggested(&known, text, ""), expected, "{text}");
        }
        assert_eq!(suggested(&known[..FEWEST - 1], "软件开发与系统集成", ""), None, "too few firms");
    }

    #[test]
    fn a_word_of_few_firms_says_nothing() {
        use IndustrySection::{C, I};
        let known = firms(&[(C, "35", 30, "研发制造"), (C, "35", 4, "独门蓝晶窑炉"), (I, "65", 30, "软件开发")]);
        assert_eq!(suggested(&known, "独门蓝晶窑炉", ""), None);
        let known = firms(&[(C, "35", 35, "研发制造窑炉"), (I, "65", 30, "软件开发")]);
        assert_eq!(suggested(&known, "窑炉", ""), Some((C, Some("35".into()))));
    }
    #[test]
    fn what_was_published_decides_only_what_the_description_leaves_open() {
        use IndustrySection::{C, I};
        let known =
            firms(&[(C, "35", 30, "数控机床专用设备的制造和技术服务"), (I, "65", 30, "管理软件的开发和技术服务")]);
        let software = Some((I, Some("65".to_owned())));
        assert_eq!(suggested(&known, "技术服务", ""), None);
        assert_eq!(suggested(&known, "技术服务", "扩充团队，开发管理软件"), software);
        assert_eq!(suggested(&known, "数控机床制造", "扩充团队，开发管理软件"), Some((C, Some("35".into()))));
        assert_eq!(suggested(&known, "餐饮连锁门店", "扩充团队，开发管理软件"), None, "of this nothing is known");
    }
}

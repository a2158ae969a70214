//! A cluster in words: what its members have more often than all enterprises.

use super::Profile;
use std::collections::BTreeMap;

/// Names of what the caller alone knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// For each figure of [`Profile::finance`] the names of its bands, such as 年收入 2000 万元以上.
    pub finance: Vec<Vec<String>>,
}

/// A feature is named if at least this part of the members has it …
const COMMON: f64 = 0.4;
/// … and this much more of them than of all.
const MORE: f64 = 0.1;
/// At most so many tags are named.
const TAGS: usize = 2;

/// Names of the sections of GB/T 4754-2017, as short as people say them.
fn section(code: char) -> Option<&'static str> {
    const NAMES: [&str; 20] = [
        "农林牧渔业",
        "采矿业",
        "制造业",
        "电热燃水业",
        "建筑业",
        "批发零售业",
        "交通仓储邮政业",
        "住宿餐饮业",
        "软件和信息业",
        "金融业",
        "房地产业",
        "租赁商务服务业",
        "科研技术服务业",
        "水利环境业",
        "居民服务业",
        "教育业",
        "卫生社会工作",
        "文体娱乐业",
        "公共管理",
        "国际组织",
    ];
    let place = u32::from(code.to_ascii_uppercase()).checked_sub(u32::from('A'))?;
    NAMES.get(usize::try_from(place).ok()?).copied()
}

fn size(band: u8) -> Option<&'static str> {
    ["微型", "小型", "中型", "大型"].get(usize::from(band)).copied()
}

fn stage(band: u8) -> Option<&'static str> {
    ["初创期", "成长期", "稳定期"].get(usize::from(band)).copied()
}

/// What is over-represented in `members` for one kind of feature: name and by how much, most first.
fn more(members: &[&Profile], all: &[&Profile], names: impl Fn(&Profile) -> Vec<String>) -> Vec<(String, f64)> {
    let count = |profiles: &[&Profile]| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        profiles.iter().flat_map(|profile| names(profile)).for_each(|name| *counts.entry(name).or_default() += 1);
        counts
    };
    let of_all = count(all);
    let mut list: Vec<(String, f64)> = count(members)
        .into_iter()
        .filter_map(|(name, number)| {
            let share = number as f64 / members.len().max(1) as f64;
            let usual = of_all.get(&name).copied().unwrap_or_default() as f64 / all.len().max(1) as f64;
            (share >= COMMON && share - usual >= MORE).then_some((name, share - usual))
        })
        .collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list
}

/// The description, such as 软件和信息业 · 小型 · 成长期 · 高新技术企业; 各类企业 if nothing stands out.
pub fn describe(members: &[&Profile], all: &[&Profile], words: &Words) -> String {
    let one = |name: Option<&str>| name.map(ToString::to_string).into_iter().collect::<Vec<_>>();
    let mut parts: Vec<String> = vec![];
    let mut name =
        |list: Vec<(String, f64)>, most: usize| parts.extend(list.into_iter().take(most).map(|(name, _)| name));
    name(more(members, all, |profile| one(profile.section.and_then(section))), 1);
    name(more(members, all, |profile| one(profile.size.and_then(size))), 1);
    name(more(members, all, |profile| one(profile.stage.and_then(stage))), 1);
    for (figure, bands) in words.finance.iter().enumerate() {
        let band = |profile: &Profile| {
            let band = profile.finance.get(figure).copied().flatten();
            one(band.and_then(|band| bands.get(usize::from(band))).map(String::as_str))
        };
        name(more(members, all, band), 1);
    }
    let tags = |profile: &Profile| {
        let mut tags = profile.tags.clone();
        tags.sort();
        tags.dedup();
        tags
    };
    name(more(members, all, tags), TAGS);
    if parts.is_empty() { "各类企业".into() } else { parts.join(" · ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(section: char, size: u8, finance: u8, tags: &[&str]) -> Profile {
        Profile {
            section: Some(section),
            size: Some(size),
            stage: Some(1),
            finance: vec![Some(finance)],
            tags: tags.iter().map(ToString::to_string).collect(),
            ..Profile::default()
        }
    }

    #[test]
    fn only_what_stands_out_is_named() {
        let software = profile('I', 1, 0, &["有知识产权"]);
        let maker = profile('C', 1, 1, &[]);
        let words =
            Words { finance: vec![vec!["年收入 500 万元以下".into(), "年收入 500 万元以上".into()]] };
        let all = [&software, &software, &maker, &maker];
        assert_eq!(describe(&all[..2], &all, &words), "软件和信息业 · 年收入 500 万元以下 · 有知识产权");
        assert_eq!(describe(&all[2..], &all, &Words::default()), "制造业", "all are small and growing");
        assert_eq!(describe(&all, &all, &words), "各类企业");
        assert_eq!(describe(&[], &[], &words), "各类企业");
    }
}

//! How people are spoken of without their whole name: by the family name with a title, 宋总, or by a rare given name.

use jinqiao_matching::text::occurrences;

/// What is said behind a family name. 工 is left out: 高工 and 张工 are said of any engineer.
const TITLES: [&str; 9] = ["总", "董", "经理", "总监", "厂长", "先生", "女士", "老师", "老板"];
/// Family names of two characters that firms here meet.
const COMPOUND: [&str; 10] = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "令狐", "司徒", "慕容", "夏侯"];
/// How often a given name may stand in the dictionary's corpus as a word and still point at a person.
const RARE: usize = 20;

/// Words by which a person of the firm is recognised beside the whole name.
pub fn called(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    if !(2..=4).contains(&chars.len()) || chars.iter().any(char::is_ascii) {
        return vec![];
    }
    let whole: String = chars.iter().collect();
    let family = if chars.len() > 2 && COMPOUND.iter().any(|own| whole.starts_with(own)) { 2 } else { 1 };
    let (family, given): (String, String) = (chars[..family].iter().collect(), chars[family..].iter().collect());
    let given = (given.chars().count() == 2 && occurrences(&given) < RARE).then_some(given);
    TITLES.iter().map(|title| format!("{family}{title}")).chain(given).collect()
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn people_are_called_by_title_or_given_name() {
        for (name, word, is) in [
            ("宋一鸣", "宋总", true),
            ("欧阳思远", "欧阳经理", true),
            ("欧阳思远", "思远", true),
            ("陈思远", "思远", true),
            ("李建设", "建设", false),
            ("许晴", "晴", false),
            ("John", "Jo总", false),
        ] {
            assert_eq!(called(name).iter().any(|own| own == word), is, "{name} {word}: {:?}", called(name));
        }
    }
}

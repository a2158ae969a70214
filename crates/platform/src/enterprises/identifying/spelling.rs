//! The sound of a name in Latin letters (pinyin): Yunling for 云岭.

use pinyin::ToPinyinMulti;

/// Letters from which on a spelling points at a name, also with blanks within it: shorter ones are words of other languages too.
pub const LEAST: usize = 6;
/// Letters from which on the spelling of a firm's own word points at it where it stands as one word.
const SHORT: usize = 4;
/// English words of technical and business texts that are also spelled sounds (大塔, 立科).
const ENGLISH: [&str; 16] = [
    "base", "cake", "data", "date", "game", "lake", "like", "line", "made", "make", "male", "mode", "sale", "take",
    "time", "wake",
];
/// Readings that are looked for, where characters have several.
const READINGS: usize = 16;

/// How a word of two and more Chinese characters is spelled, in all readings of its characters; nothing for a word that holds
/// other characters.
fn readings(word: &str) -> Vec<String> {
    let mut spelled = vec![String::new()];
    for sounds in word.to_pinyin_multi() {
        let Some(sounds) = sounds else { return vec![] };
        let mut own: Vec<&str> = sounds.into_iter().map(pinyin::Pinyin::plain).collect();
        own.sort_unstable();
        own.dedup();
        let more = spelled.iter().flat_map(|begun| own.iter().map(move |sound| format!("{begun}{sound}")));
        spelled = more.take(READINGS).collect();
    }
    if word.chars().count() < 2 {
        return vec![];
    }
    // ü is typed as v, or as u.
    let typed = spelled.iter().flat_map(|word| ["v", "u"].map(|typed| word.replace('ü', typed)));
    let mut typed: Vec<String> = typed.collect();
    typed.sort_unstable();
    typed.dedup();
    typed
}

/// How `word` is spelled, unless that is short.
pub fn of(word: &str) -> Vec<String> {
    readings(word).into_iter().filter(|word| word.len() >= LEAST).collect()
}

/// The short spellings of a firm's own word.
pub fn short(word: &str) -> Vec<String> {
    let short = |word: &String| (SHORT..LEAST).contains(&word.len()) && !ENGLISH.contains(&word.as_str());
    readings(word).into_iter().filter(short).collect()
}

/// How the name of a person is spelled, the family name first or last; both may have two characters.
pub fn of_person(name: &str) -> Vec<String> {
    let name: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    if name.len() > 4 {
        return vec![];
    }
    let turned = |at: usize| name[at..].iter().chain(&name[..at]).collect::<String>();
    (0..name.len()).flat_map(|at| of(&turned(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::{of, of_person, short};

    #[test]
    fn names_are_spelled_in_all_their_readings() {
        for (word, spelled) in [
            ("云岭", vec!["yunling"]),
            ("绿源", vec!["luyuan", "lvyuan"]),
            ("海扶", vec![]),
            ("岭", vec![]),
            ("bluesky", vec![]),
            ("a云岭", vec![]),
        ] {
            assert_eq!(of(word), spelled, "{word}");
        }
        assert_eq!(short("澜图"), ["lantu"]);
        assert_eq!(short("海扶"), ["haifu", "haipu"]);
        for (word, other) in [("云岭", "yunling"), ("立科", "like"), ("大塔", "data"), ("额图", "etu"), ("图", "tu")]
        {
            assert!(!short(word).iter().any(|spelled| spelled == other), "{word}: {:?}", short(word));
        }
        let both = of_person("陈思远");
        assert!(["chensiyuan", "siyuanchen"].iter().all(|name| both.iter().any(|word| word == name)), "{both:?}");
        assert!(of_person("李娜").is_empty());
        assert!(of("长虹").contains(&"changhong".to_owned()));
        assert!(of("重庆长虹重工行会").len() <= 32, "bounded");
    }
}

//! The sound of a name in Latin letters (pinyin): Yunling for 云岭.

use pinyin::ToPinyinMulti as _;

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

/// Signs that may stand between two syllables.
const GAPS: [&str; 8] = ["", " ", "-", "_", ".", "'", "·", "/"];
/// Longest words that are looked for half spelled.
const MIXED: usize = 4;
/// Words half in characters and half in letters that are looked for.
const MIXTURES: usize = 160;

/// The sounds of a character in letters, each once; ü is typed as v, u or yu. None for what is no Chinese character.
fn sounds(c: char) -> Option<Vec<String>> {
    let own = c.to_pinyin_multi()?.into_iter().map(pinyin::Pinyin::plain);
    let typed = own.flat_map(|sound| ["v", "u", "yu"].map(|typed| sound.replace('ü', typed)));
    let mut typed: Vec<String> = typed.collect();
    typed.sort_unstable();
    typed.dedup();
    Some(typed)
}

/// How a word of two and more Chinese characters is spelled, in all readings of its characters and with each of `gaps`
/// between them; nothing for a word that holds other characters.
fn readings(word: &str, gaps: &[&str]) -> Vec<String> {
    let Some(all) = word.chars().map(sounds).collect::<Option<Vec<_>>>() else { return vec![] };
    if all.len() < 2 {
        return vec![];
    }
    let of = |gap: &str| {
        all.iter().fold(vec![String::new()], |spelled, own| {
            let gap = if spelled.first().is_some_and(String::is_empty) { "" } else { gap };
            let more = spelled.iter().flat_map(|begun| own.iter().map(move |sound| format!("{begun}{gap}{sound}")));
            more.take(READINGS).collect()
        })
    };
    let mut spelled: Vec<String> = gaps.iter().flat_map(|gap| of(gap)).collect();
    spelled.sort_unstable();
    spelled.dedup();
    spelled
}

/// How `word` is spelled, unless that is short.
pub fn of(word: &str) -> Vec<String> {
    readings(word, &[""]).into_iter().filter(|word| word.len() >= LEAST).collect()
}

/// The short spellings of a firm's own word, also with a sign between its syllables.
pub fn short(word: &str) -> Vec<String> {
    let letters = |word: &str| word.chars().filter(char::is_ascii_alphabetic).collect::<String>();
    let short = |word: &String| {
        let letters = letters(word);
        (SHORT..LEAST).contains(&letters.len()) && !ENGLISH.contains(&letters.as_str())
    };
    let apart = |word: &String| word.chars().map(String::from).collect::<Vec<_>>().join(" ");
    let spaced: Vec<_> = readings(word, &[""]).iter().map(apart).collect();
    readings(word, &GAPS).into_iter().chain(spaced).filter(short).collect()
}

/// `word` half in characters and half spelled: 云ling, yun岭.
pub fn mixed(word: &str) -> Vec<String> {
    let chars: Vec<char> = word.chars().collect();
    let all: Option<Vec<_>> = chars.iter().map(|c| sounds(*c)).collect();
    let Some(all) = all.filter(|all| (2..=MIXED).contains(&all.len())) else { return vec![] };
    let begun = vec![(String::new(), 0_usize)];
    let spelled = chars.iter().zip(&all).fold(begun, |spelled, (c, own)| {
        let more = spelled.iter().flat_map(|(begun, count)| {
            let letters = own.iter().map(move |sound| (format!("{begun}{sound}"), count + 1));
            std::iter::once((format!("{begun}{c}"), *count)).chain(letters)
        });
        more.take(MIXTURES).collect()
    });
    let half = |(word, count): (String, usize)| (1..chars.len()).contains(&count).then_some(word);
    spelled.into_iter().filter_map(half).collect()
}

/// How the name of a person is spelled, the family name first or last; both may have two characters.
pub fn of_person(name: &str) -> Vec<String> {
    let name: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    if name.len() > 4 {
        return vec![];
    }
    let turned = |at: usize| name[at..].iter().chain(&name[..at]).collect::<String>();
    let whole: String = name.iter().collect();
    (0..name.len()).flat_map(|at| of(&turned(at))).chain(mixed(&whole)).collect()
}

#[cfg(test)]
mod tests {
    use super::{mixed, of, of_person, short};

    #[test]
    fn names_are_spelled_in_all_their_readings() {
        for (word, spelled) in [
            ("云岭", vec!["yunling"]),
            ("绿源", vec!["luyuan", "lvyuan", "lyuyuan"]),
            ("海扶", vec![]),
            ("岭", vec![]),
            ("bluesky", vec![]),
            ("a云岭", vec![]),
        ] {
            assert_eq!(of(word), spelled, "{word}");
        }
        assert!(["lantu", "lan tu", "lan-tu"].iter().all(|word| short("澜图").iter().any(|own| own == word)));
        assert!(["haifu", "haipu"].iter().all(|word| short("海扶").iter().any(|own| own == word)));
        assert_eq!(mixed("云岭"), ["云ling", "yun岭"]);
        assert!(mixed("陈思远").contains(&"陈siyuan".to_owned()) && mixed("陈思远").contains(&"chen思远".to_owned()));
        assert!(mixed("重庆长虹重工行会").is_empty());
        for (word, other) in [("云岭", "yunling"), ("立科", "like"), ("大塔", "data"), ("额图", "etu"), ("图", "tu")]
        {
            assert!(!short(word).iter().any(|spelled| spelled == other), "{word}: {:?}", short(word));
        }
        let both = of_person("陈思远");
        assert!(["chensiyuan", "siyuanchen"].iter().all(|name| both.iter().any(|word| word == name)), "{both:?}");
        assert_eq!(of_person("李娜"), ["李na", "李nuo", "li娜"]);
        assert!(of("长虹").contains(&"changhong".to_owned()));
        assert!(of("重庆长虹重工行会").len() <= 32, "bounded");
    }
}

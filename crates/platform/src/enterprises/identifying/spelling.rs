//! The sound of a name in Latin letters (pinyin): Yunling for 云岭.

use pinyin::ToPinyinMulti;

/// Letters from which on a spelling points at a name: shorter ones are words of other languages too.
pub const LEAST: usize = 6;
/// Readings that are looked for, where characters have several.
const READINGS: usize = 16;

/// How a word of two and more Chinese characters is spelled, in all readings of its characters; nothing for a word that holds
/// other characters, or whose spelling is short.
pub fn of(word: &str) -> Vec<String> {
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
    let mut typed: Vec<String> = typed.filter(|word| word.len() >= LEAST).collect();
    typed.sort_unstable();
    typed.dedup();
    typed
}

#[cfg(test)]
mod tests {
    use super::of;

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
        assert!(of("长虹").contains(&"changhong".to_owned()));
        assert!(of("重庆长虹重工行会").len() <= 32, "bounded");
    }
}

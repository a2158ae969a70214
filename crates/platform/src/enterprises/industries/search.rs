//! Classes by the words in which people name what they do. Pure.

use super::table::{Class, Industries};
use std::collections::{HashMap, HashSet};

/// What the letters of a text are compared as: full width as half width, capitals as small ones.
fn plain(text: &str) -> Vec<char> {
    let half = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    let lower = text.chars().map(half).flat_map(char::to_lowercase);
    lower.filter(|c| c.is_alphanumeric()).collect()
}

fn pairs(text: &[char]) -> HashSet<(char, char)> {
    text.windows(2).map(|two| (two[0], two[1])).collect()
}

/// Words that most names hold, so that they tell little.
const COMMON: [&str; 8] = ["制造", "服务", "其他", "活动", "设备", "生产", "加工", "业务"];

struct Asked {
    letters: Vec<char>,
    words: Vec<Vec<char>>,
    pairs: HashSet<(char, char)>,
    common: HashSet<(char, char)>,
}

impl Asked {
    fn new(text: &str) -> Self {
        let words: Vec<_> =
            text.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| !word.is_empty()).collect();
        let pairs = words.iter().flat_map(|word| pairs(word)).collect();
        let common = COMMON.iter().flat_map(|word| self::pairs(&plain(word))).collect();
        Self { letters: plain(text), words, pairs, common }
    }

    /// How well a name answers; 0 not at all.
    fn of_name(&self, name: &str) -> u32 {
        let name = plain(name);
        let holds = |word: &[char]| name.windows(word.len()).any(|part| part == word);
        if name == self.letters {
            return 1_000;
        }
        if name.starts_with(&self.letters) {
            return 700;
        }
        if self.words.iter().all(|word| holds(word)) {
            return 500;
        }
        let own = pairs(&name);
        let telling = |two: &&(char, char)| own.contains(two);
        let shared: u32 =
            self.pairs.iter().filter(telling).map(|two| if self.common.contains(two) { 1 } else { 20 }).sum();
        // Only common words in common: no answer.
        if shared < 20 { 0 } else { shared.min(400) }
    }

    /// `above` remembers what the names above say, which many classes share.
    fn of<'a>(&self, class: &'a Class, above: &mut HashMap<&'a str, u32>) -> u32 {
        if self.letters.iter().all(char::is_ascii_digit) {
            let code: String = self.letters.iter().collect();
            return if class.code.starts_with(code.as_str()) { 1_000 } else { 0 };
        }
        // What stands above helps, so that the classes of a group that is named are found, and come after those that are named.
        let mut of_name = |name: &'a str| *above.entry(name).or_insert_with(|| self.of_name(name));
        let above = of_name(&class.group).max(of_name(&class.division) / 2);
        self.of_name(&class.name) * 10 + above
    }
}

/// The best `most` classes of `table` for `text` under `division`, or anywhere, best first. Without a text all of the division, by
/// code.
pub fn search<'a>(table: &'a Industries, text: &str, division: Option<&str>, most: usize) -> Vec<&'a Class> {
    let inside =
        table.classes().iter().filter(|class| division.is_none_or(|division| class.code.starts_with(division)));
    let asked = Asked::new(text);
    if asked.words.is_empty() {
        // A text without a letter or digit names nothing.
        let all = text.trim().is_empty() && division.is_some();
        return if all { inside.take(most).collect() } else { vec![] };
    }
    let mut above = HashMap::new();
    let mut found: Vec<_> =
        inside.map(|class| (asked.of(class, &mut above), class)).filter(|(points, _)| *points > 0).collect();
    found.sort_by_key(|(points, class)| (std::cmp::Reverse(*points), class.name.chars().count(), class.code.as_str()));
    found.into_iter().take(most).map(|(_, class)| class).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    fn search(text: &str, division: Option<&str>, most: usize) -> Vec<&'static Class> {
        static TABLE: LazyLock<Industries> = LazyLock::new(Industries::first);
        super::search(&TABLE, text, division, most)
    }

    #[test]
    fn classes_are_found_by_words_near_words_and_codes() {
        for (text, code) in [
            ("应用软件开发", "6513"),
            ("应用软件", "6513"),
            ("软件 应用", "6513"),
            ("集成电路", "6520"),
            ("工业机器人", "3491"),
            ("锂电池", "3841"),
            ("模具", "3525"),
            ("典当行", "6633"),
            ("３５２１", "3521"),
            ("652", "6520"),
        ] {
            let found: Vec<_> = search(text, None, 5).iter().map(|class| class.code.as_str()).collect();
            assert!(found.contains(&code), "{text}: {found:?}");
        }
        assert_eq!(search("应用软件开发", None, 5)[0].code, "6513");
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        for text in ["", "  ", "！！！", "%", "_", "*", "制造", "9999"] {
            let found = search(text, None, 20);
            assert!(text == "制造" || found.is_empty(), "{text}: {found:?}");
        }
        assert!(search("软件开发", Some("35"), 20).iter().all(|class| class.code.starts_with("35")));
        assert_eq!(search("", Some("70"), 20).len(), 5);
        assert_eq!(search("", Some("51"), 20).len(), 20, "bounded");
    }
}

//! Where a word of a firm stands in a folded text: as it is, with letters that look like others, and not within other words.

use super::spelling;
use jinqiao_matching::text::occurrences;

/// Letters from which on a word is recognised with a number or a word of business at it (yunling2026, lantutech).
const LETTERS: usize = 4;
/// What is written at names in Latin letters.
const AFFIXES: [&str; 31] = [
    "ai",
    "app",
    "auto",
    "bio",
    "china",
    "cloud",
    "com",
    "cq",
    "chongqing",
    "data",
    "gongsi",
    "group",
    "gufen",
    "iot",
    "jituan",
    "keji",
    "lab",
    "labs",
    "link",
    "med",
    "net",
    "official",
    "robot",
    "shop",
    "smart",
    "soft",
    "software",
    "tech",
    "technology",
    "web",
    "www",
];
/// Longest words that may come about where two others meet (健康芯片).
const MEETING: usize = 3;
/// Characters of a word that meets another, outside of both.
const AROUND: usize = 3;
/// How often a word stands in the corpus of the dictionary that people read there.
const COMMON: usize = 200;

/// May `c` be meant as the letter `own`, which it looks like: yun1ing?
fn looks(c: char, own: char) -> bool {
    matches!(
        (c, own),
        ('0', 'o')
            | ('1' | 'i', 'l')
            | ('1' | 'l', 'i')
            | ('2', 'z')
            | ('3', 'e')
            | ('4', 'a')
            | ('5', 's')
            | ('6', 'b' | 'g')
            | ('7', 't')
            | ('8', 'b')
            | ('9', 'g' | 'q')
    )
}

/// Does `word` stand at the places `part`, with at most one letter of three replaced by its look?
pub fn stands(chars: &[char], part: &[usize], word: &[char]) -> bool {
    let alike = part.iter().zip(word).all(|(at, own)| chars[*at] == *own || looks(chars[*at], *own));
    alike && part.iter().zip(word).filter(|(at, own)| chars[**at] != **own).count() * 3 <= word.len()
}

/// Is a run of Latin letters and digits beside a name nothing but a number or a word of business?
fn beside(run: &str) -> bool {
    let letters = run.trim_matches(|c: char| c.is_ascii_digit());
    letters.is_empty() || AFFIXES.contains(&letters)
}

/// A word of Latin letters is not found within another; a longer one is recognised with what is written at names.
pub fn whole(chars: &[char], part: &[usize], word: &[char]) -> bool {
    let named =
        word.iter().filter(|c| c.is_ascii_alphabetic()).count() >= LETTERS && !word.iter().any(char::is_ascii_digit);
    let (first, behind) = (part[0], part[part.len() - 1] + 1);
    let before = chars[..first].iter().rev().take_while(|c| c.is_ascii_alphanumeric()).count();
    let after = chars[behind..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
    let fits = |edge: char, run: &[char]| {
        let run: String = run.iter().collect();
        run.is_empty()
            || !edge.is_ascii_alphanumeric()
            || if named {
                beside(&run)
            } else {
                !edge.is_ascii_alphabetic() && !run.contains(|c: char| c.is_ascii_digit())
            }
    };
    let edges = (word[0], word[word.len() - 1]);
    fits(edges.0, &chars[first - before..first]) && fits(edges.1, &chars[behind..behind + after])
}

/// Do two common words meet at `part`, each with its own part of it: 健康 and 芯片 at 康芯?
pub fn meeting(chars: &[char], part: &[usize]) -> bool {
    let (from, to) = (part[0], part[part.len() - 1] + 1);
    let ideographs = chars[from..to].iter().all(|c| !c.is_ascii() && c.is_alphanumeric());
    if part.len() > MEETING || to - from != part.len() || !ideographs {
        return false;
    }
    let known = |from: usize, to: usize| occurrences(&chars[from..to].iter().collect::<String>()) >= COMMON;
    (from + 1..to).any(|cut| {
        (1..=AROUND.min(from)).any(|more| known(from - more, cut))
            && (1..=AROUND.min(chars.len() - to)).any(|more| known(cut, to + more))
    })
}

/// Is `word` looked for with quotes and brackets within it? Latin letters have them between words (A(x)B).
pub fn hides(word: &[char]) -> bool {
    !word.iter().any(char::is_ascii) || word.iter().filter(|c| c.is_ascii_alphabetic()).count() >= spelling::LEAST
}

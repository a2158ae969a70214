//! One form for texts that read the same, whoever typed them and with what: compatibility forms (NFKC), width, case, traditional
//! characters, radicals in place of characters, digits of any script, and nothing that cannot be seen. Search, names, sensitive
//! words and the matching compare texts in this form.

use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization as _, char::canonical_combining_class};

type Pairs = Vec<(char, char)>;

/// Pairs of characters, one after the other, sorted by the first.
fn pairs(table: &str) -> Pairs {
    let mut pairs = vec![];
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut chars = line.chars();
        while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            pairs.push((from, to));
        }
    }
    pairs.sort_unstable();
    pairs
}

fn mapped(pairs: &Pairs, c: char) -> char {
    pairs.binary_search_by_key(&c, |pair| pair.0).map_or(c, |place| pairs[place].1)
}

/// Traditional and simplified characters, the table of OpenCC, one character at a time: where the simplified form depends on
/// the word (乾, 著) its first choice is taken.
static SIMPLIFIED: LazyLock<Pairs> = LazyLock::new(|| pairs(include_str!("data/simplified.txt")));
static RADICALS: LazyLock<Pairs> = LazyLock::new(|| pairs(include_str!("data/radicals.txt")));
static LOOKALIKES: LazyLock<Pairs> = LazyLock::new(|| pairs(include_str!("data/lookalikes.txt")));

/// The zeros of the scripts whose digits NFKC leaves alone; nine more follow each.
const ZEROS: [u32; 58] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450,
    0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1e140, 0x1e2f0, 0x1e950,
];

/// Digits in circles that NFKC leaves alone: where the ones stand; eight more follow each.
const CIRCLED: [u32; 4] = [0x24f5, 0x2776, 0x2780, 0x278a];

/// An Arabic digit for a digit of any script.
fn digit(c: char) -> char {
    let code = u32::from(c);
    if code < 0x660 {
        return c;
    }
    if matches!(code, 0x24ff | 0x1f10b | 0x1f10c) {
        return '0';
    }
    let before = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1).map(|at| code - ZEROS[at]);
    let circled = CIRCLED.iter().find(|one| (**one..**one + 9).contains(&code)).map(|one| code - one + 1);
    before.filter(|value| *value < 10).or(circled).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// A Latin letter for one in a filled circle or square, which NFKC leaves alone.
fn letter(c: char) -> char {
    let code = u32::from(c);
    let number = [0x1f150, 0x1f170].iter().find_map(|first| code.checked_sub(*first).filter(|number| *number < 26));
    number.and_then(|number| char::from_digit(number + 10, 36)).unwrap_or(c)
}

/// The Latin letter that `c` looks like: without marks over it (ú), and of Greek and Cyrillic letters the one with their shape.
fn latin(c: char) -> char {
    let marked = matches!(c, '\u{c0}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}');
    let bare = if marked { std::iter::once(c).nfd().next().unwrap_or(c) } else { c };
    mapped(&LOOKALIKES, bare)
}

/// Is `c` something that nobody sees, though it is no blank: zero width, direction marks, fillers, selectors, tags?
pub fn invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1345f}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(c) & 0xfffe == 0xfffe
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
}

/// `text` without what cannot be seen.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| !invisible(*c)).collect()
}

/// Does `c` end a line or leave a gap that a field of one line has no use for?
pub fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Marks that are put over, under or through other characters, where NFKC finds no character for both.
fn mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{302a}'..='\u{302d}' | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

/// Does `c` join the character before it?
fn joins(c: char) -> bool {
    let first = std::iter::once(c).nfkd().next().unwrap_or(c);
    canonical_combining_class(first) != 0 || matches!(first, '\u{1161}'..='\u{11ff}')
}

/// The simplified form of a traditional character; every other character as it is.
fn simplify(c: char) -> char {
    mapped(&SIMPLIFIED, mapped(&RADICALS, c))
}

/// The common form of a text, and where each of its characters comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The common form.
    pub chars: Vec<char>,
    /// For each of them the place of its first character in the text, in characters.
    pub from: Vec<usize>,
}

impl Folded {
    /// Folds `text`: one blank for a run of blanks, none at the ends.
    pub fn of(text: &str) -> Self {
        Self::with(text, |c| c)
    }

    /// Folds `text` and takes every letter for the Latin one that it looks like: what matters where a name is hidden, and
    /// mixes up words of other languages.
    pub fn by_look(text: &str) -> Self {
        Self::with(text, latin)
    }

    fn with(text: &str, seen_as: fn(char) -> char) -> Self {
        let seen: Vec<(usize, char)> = text.chars().enumerate().filter(|(_, c)| !invisible(*c)).collect();
        let (mut folded, mut blank, mut at) = (Self::default(), None, 0);
        while at < seen.len() {
            let more = seen[at + 1..].iter().take_while(|(_, c)| !c.is_ascii() && joins(*c)).count();
            let (from, cluster) = (seen[at].0, seen[at..=at + more].iter().map(|(_, c)| *c));
            at += more + 1;
            for c in cluster.nfkc().filter(|c| !mark(*c)) {
                if c.is_control() && !c.is_whitespace() {
                    continue;
                }
                if c.is_whitespace() {
                    blank = blank.or(Some(from));
                    continue;
                }
                if let Some(place) = blank.take().filter(|_| !folded.chars.is_empty()) {
                    folded.push(' ', place);
                }
                for c in simplify(letter(digit(seen_as(c)))).to_lowercase().filter(|c| !mark(*c)) {
                    folded.push(c, from);
                }
            }
        }
        folded
    }

    fn push(&mut self, c: char, from: usize) {
        self.chars.push(c);
        self.from.push(from);
    }
}

/// `text` in its common form.
pub fn fold(text: &str) -> String {
    Folded::of(text).chars.into_iter().collect()
}

/// `text` by its letters and digits alone: what names and tags are compared by.
pub fn key(text: &str) -> String {
    Folded::of(text).chars.into_iter().filter(|c| c.is_alphanumeric()).collect()
}

/// A number of a document as it is compared: in the common form without blanks, in capitals.
pub fn code(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_reads_the_same_is_the_same() {
        for (from, to) in [
            ("知識產權", "知识产权"),
            ("首貸", "首贷"),
            ("\u{2fa6}融", "金融"),
            ("⻔⻋⻢⻓", "门车马长"),
            ("科\u{200b}创", "科创"),
            ("ＡＢＣ１２３", "abc123"),
            ("Node.JS", "node.js"),
            ("  多个 \t\u{3000}空白\r\n ", "多个 空白"),
            ("१३८ ١٢٣ ①②❸ 𝟏𝟑", "138 123 123 13"),
            ("1̲3̶8̷", "138"),
            ("Cafe\u{301}", "café"),
            ("\u{202e}电话\u{202c}", "电话"),
            ("ﾊﾞ", "バ"),
            ("한", "한"),
            ("🅨🅤🅝 🅐🅩 🅰🆉", "yun az az"),
            ("", ""),
        ] {
            assert_eq!(fold(from), to, "{from:?}");
        }
        assert!(SIMPLIFIED.len() > 2_000);
        assert_eq!(key(" GB/T 4754-2017 "), key("gb/t4754 2017"));
    }

    #[test]
    fn letters_are_taken_for_those_that_they_look_like() {
        for (from, to) in [
            ("yúnlǐng Lántú nǚ Ｙún", "yunling lantu nu yun"),
            ("yu\u{301}nli\u{30c}ng", "yunling"),
            ("уunling УUNLING", "yunling yunling"),
            ("ΥUΝLΙΝG ΗΑΙ", "yunling hai"),
            ("ʏᴜɴʟɪɴɢ", "yunling"),
            ("云岭 바 バ 5 μm", "云岭 바 バ 5 um"),
        ] {
            assert_eq!(Folded::by_look(from).chars.into_iter().collect::<String>(), to, "{from:?}");
        }
        assert_eq!(fold("yúnlǐng уunling"), "yúnlǐng уunling");
    }

    #[test]
    fn nothing_invisible_is_left() {
        for c in [
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{feff}',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{1160}',
            '\u{17b4}',
            '\u{180e}',
            '\u{2800}',
            '\u{3164}',
            '\u{ffa0}',
            '\u{fe0f}',
            '\u{fffc}',
            '\u{fffe}',
            '\u{e0001}',
            '\u{e0041}',
            '\u{e0100}',
            '\u{1d173}',
        ] {
            assert!(invisible(c), "{:x}", u32::from(c));
            assert_eq!(fold(&format!("科{c}创")), "科创", "{:x}", u32::from(c));
            assert_eq!(visible(&format!("{c}科{c}创")), "科创");
        }
        assert_eq!(visible("科 创\n，é 한 😀"), "科 创\n，é 한 😀");
    }

    #[test]
    fn each_character_knows_where_it_comes_from() {
        let folded = Folded::of(" \u{200b}㎡　1\u{200b}3");
        assert_eq!(folded.chars.iter().collect::<String>(), "m2 13");
        assert_eq!(folded.from, [2, 2, 3, 4, 6]);
    }

    proptest! {
        #[test]
        fn twice_is_once(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
        }

        #[test]
        fn any_text_has_its_places(text in "[\\PC\u{200b}\u{301}\u{3164} ]{0,60}") {
            let folded = Folded::of(&text);
            prop_assert_eq!(folded.chars.len(), folded.from.len());
            prop_assert!(folded.from.is_sorted() && folded.from.iter().all(|at| *at < text.chars().count()));
        }
    }
}

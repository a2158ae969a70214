//! What two texts may differ in though nearly all their words agree: negation, what is asked for, numbers, Latin words.

use super::{amounts::numbers, read::Term};

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Asks {
    Way,
    Reason,
    Time,
    Duration,
    Quantity,
    Place,
    Person,
    Thing,
    Choice,
    YesNo,
    Meaning,
    Difference,
    Opinion,
}

/// What stands for what is asked for, in the order in which it is looked for: longer before shorter.
const WORDS: &[(Asks, &[&str])] = &[
    (
        Asks::Reason,
        &["为什么", "为何", "为啥", "怎么回事", "什么原因", "啥原因", "原因", "怎么会", "怎么不", "怎么没", "咋回事"],
    ),
    (Asks::Duration, &["多久", "多长时间", "几天", "多少天", "几个月", "多长"]),
    (Asks::Time, &["什么时候", "何时", "什么时间", "几点", "几号", "哪天", "啥时候", "几时", "哪年", "几月"]),
    (Asks::Difference, &["区别", "不同", "差别", "差异"]),
    (Asks::Meaning, &["意思", "含义", "是什么", "什么叫", "何谓", "解释"]),
    (Asks::Opinion, &["怎么样", "好不好", "好吗", "如何评价", "评价", "咋样"]),
    (Asks::Place, &["哪里", "哪儿", "什么地方", "在哪", "哪有", "何处"]),
    (Asks::Person, &["谁", "哪位", "什么人"]),
    (Asks::Way, &["怎么", "如何", "怎样", "咋", "办法", "方法", "步骤", "流程"]),
    (Asks::Quantity, &["多少", "几", "多大", "多高", "多重", "多远"]),
    (Asks::Choice, &["哪个", "哪一", "哪些", "哪种", "哪款", "哪家", "哪部", "哪"]),
    (
        Asks::YesNo,
        &["可不可以", "能不能", "是不是", "有没有", "能否", "可否", "是否", "会不会", "要不要", "吗", "行不行", "么"],
    ),
    (Asks::Thing, &["什么", "啥", "何"]),
];

/// Two-character questions that hold a 不 or 没 without saying no.
const ASKING: &[&str] = &[
    "可不可以",
    "能不能",
    "是不是",
    "有没有",
    "会不会",
    "要不要",
    "行不行",
    "好不好",
    "用不用",
    "不错",
    "不同",
    "不但",
    "不仅",
    "没事",
    "不好意思",
];

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Marks {
    /// Negations that are none of a question's form.
    pub(crate) negations: usize,
    /// First thing asked for.
    pub(crate) asks: Option<Asks>,
    /// Numbers, hundredths.
    pub(crate) numbers: Vec<i128>,
    /// Latin words, sorted.
    pub(crate) latin: Vec<String>,
}

/// Whether two lists say the same: 1 when they are equal, 0 when they differ, ½ when both are empty, ¼ when one is.
pub(crate) fn agree<T: PartialEq>(a: &[T], b: &[T]) -> f32 {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => 0.5,
        (false, false) => f32::from(u8::from(a == b)),
        _ => 0.25,
    }
}

impl Marks {
    pub(crate) fn of(normal: &str, terms: &[Term]) -> Self {
        let asked = |words: &[&str]| words.iter().any(|word| normal.contains(word));
        let asks = WORDS.iter().find(|(_, words)| asked(words)).map(|(asks, _)| *asks);
        let plain = ASKING.iter().fold(normal.to_owned(), |text, word| text.replace(word, ""));
        let negations = plain.chars().filter(|c| "不没无未别非勿拒".contains(*c)).count();
        let latin = terms
            .iter()
            .map(|term| term.text.clone())
            .filter(|text| text.starts_with(|c: char| c.is_ascii_alphabetic()));
        let mut latin: Vec<_> = latin.collect();
        latin.sort_unstable();
        latin.dedup();
        Self { negations, asks, numbers: numbers(normal), latin }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reader;

    #[test]
    fn what_a_question_asks_for() {
        let marks = |text: &str| Reader::default().read(text).marks;
        assert_eq!(marks("为什么不能借款").asks, Some(Asks::Reason));
        assert_eq!(marks("怎么不能借款").asks, Some(Asks::Reason));
        assert_eq!(marks("怎么借款").asks, Some(Asks::Way));
        assert_eq!(marks("多久到账").asks, Some(Asks::Duration));
        assert_eq!((marks("能不能借款").negations, marks("不能借款").negations), (0, 1));
        assert_eq!(marks("贷三十万").numbers, marks("贷30万").numbers);
        assert_eq!(marks("QQ和ＶＩＰ").latin.len(), 2);
        assert!((agree(&[1], &[2]) - 0.0).abs() < 1e-6 && (agree::<u8>(&[], &[]) - 0.5).abs() < 1e-6);
    }
}

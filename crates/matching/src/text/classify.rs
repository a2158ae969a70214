//! Classes of texts, such as a demand's purpose or industry, learnt from the platform's own labelled texts: multinomial naive
//! Bayes (McCallum and Nigam, 1998) over words and pairs of letters. Counts are exact, so teaching and forgetting one text
//! gives the same as learning from the rest anew.

use super::Reader;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Added to every count (Lidstone); less than one, since most features are rare.
const SMOOTHING: f64 = 0.3;
/// A pair of letters counts less than a word: pairs overlap, and a word holds several.
const LETTERS: f64 = 0.3;
/// Words that are named as reasons.
const REASONS: usize = 5;

/// What a text is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Classified {
    /// The most likely class, unless it is less likely than asked for.
    pub class: Option<String>,
    /// All classes with their probabilities, most likely first.
    pub probabilities: Vec<(String, f64)>,
    /// The words that spoke most for the most likely class, with the logarithm of how much likelier each makes it than the
    /// mean of the others.
    pub reasons: Vec<(String, f64)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Counts {
    texts: u64,
    words: u64,
    letters: u64,
    features: BTreeMap<String, u64>,
}

/// A classifier that learns one text at a time.
#[derive(Clone, Debug, Default)]
pub struct Classifier {
    reader: Reader,
    classes: BTreeMap<String, Counts>,
}

/// Words as they are, pairs of letters after a mark that no word holds.
fn features(reader: &Reader, text: &str) -> Vec<String> {
    let mut found = reader.words(text);
    let letters: Vec<Vec<char>> = found.iter().map(|word| word.chars().collect()).collect();
    let pairs = letters.iter().flat_map(|word| word.windows(2).map(|two| format!("\u{1}{}{}", two[0], two[1])));
    found.extend(pairs.collect::<Vec<_>>());
    found
}

fn is_pair(feature: &str) -> bool {
    feature.starts_with('\u{1}')
}

impl Classifier {
    /// Knows nothing yet; reads texts with `reader`.
    pub fn new(reader: Reader) -> Self {
        Self { reader, classes: BTreeMap::new() }
    }

    /// Has learnt from all of `examples` (class and text) what stands in at least `least` of them; words and pairs of letters that
    /// fewer say would tell who said them rather than the class. What was learnt so can't be forgotten text by text.
    pub fn learnt(reader: Reader, examples: &[(String, String)], least: usize) -> Self {
        let found: Vec<Vec<String>> = examples.iter().map(|(_, text)| features(&reader, text)).collect();
        let mut said: HashMap<&str, usize> = HashMap::new();
        for one in &found {
            let distinct: BTreeSet<&str> = one.iter().map(String::as_str).collect();
            distinct.into_iter().for_each(|feature| *said.entry(feature).or_default() += 1);
        }
        let mut learnt = Self::new(reader);
        for ((class, _), features) in examples.iter().zip(&found) {
            let often = features.iter().filter(|one| said[one.as_str()] >= least);
            learnt.count(class, often.cloned());
        }
        learnt
    }

    /// Learns that `text` is of `class`.
    pub fn teach(&mut self, class: &str, text: &str) {
        let features = features(&self.reader, text);
        self.count(class, features);
    }

    fn count(&mut self, class: &str, features: impl IntoIterator<Item = String>) {
        let counts = self.classes.entry(class.to_owned()).or_default();
        counts.texts += 1;
        for feature in features {
            *if is_pair(&feature) { &mut counts.letters } else { &mut counts.words } += 1;
            *counts.features.entry(feature).or_default() += 1;
        }
    }

    /// Takes back what [`Classifier::teach`] learnt from the same class and text; anything else is not looked for.
    pub fn forget(&mut self, class: &str, text: &str) {
        let Some(counts) = self.classes.get_mut(class) else { return };
        counts.texts = counts.texts.saturating_sub(1);
        for feature in features(&self.reader, text) {
            let Some(count) = counts.features.get_mut(&feature) else { continue };
            *count -= 1;
            if *count == 0 {
                counts.features.remove(&feature);
            }
            let sum = if is_pair(&feature) { &mut counts.letters } else { &mut counts.words };
            *sum = sum.saturating_sub(1);
        }
        if counts.texts == 0 {
            self.classes.remove(class);
        }
    }

    /// Texts learnt from.
    pub fn texts(&self) -> u64 {
        self.classes.values().map(|counts| counts.texts).sum()
    }

    /// The share of the words of `text` (0 to 1) that some class has seen; of a text of other words nothing is known, whatever its
    /// rest says.
    pub fn knows(&self, text: &str) -> f64 {
        let words = self.reader.words(text);
        let known = words.iter().filter(|word| self.classes.values().any(|counts| counts.features.contains_key(*word)));
        if words.is_empty() { 0.0 } else { known.count() as f64 / words.len() as f64 }
    }

    /// The class of `text` if it is at least as likely as `least` (0 to 1). Features that no class has seen count nothing: a
    /// text of only such ones gets the classes' shares.
    pub fn classify(&self, text: &str, least: f64) -> Classified {
        let vocabulary = |pairs: bool| {
            let all =
                self.classes.values().flat_map(|counts| counts.features.keys()).filter(|one| is_pair(one) == pairs);
            all.collect::<BTreeSet<_>>().len() as f64
        };
        let sizes = [vocabulary(false), vocabulary(true)];
        let known = |feature: &String| self.classes.values().any(|counts| counts.features.contains_key(feature));
        let found: Vec<String> = features(&self.reader, text).into_iter().filter(known).collect();
        let log = |counts: &Counts, feature: &String| {
            let (sum, size) = if is_pair(feature) { (counts.letters, sizes[1]) } else { (counts.words, sizes[0]) };
            let count = counts.features.get(feature).copied().unwrap_or_default() as f64;
            let log = ((count + SMOOTHING) / (sum as f64 + SMOOTHING * size)).ln();
            if is_pair(feature) { LETTERS * log } else { log }
        };
        let texts = self.texts() as f64;
        let score = |counts: &Counts| {
            (counts.texts as f64 / texts).ln() + found.iter().map(|one| log(counts, one)).sum::<f64>()
        };
        let mut scores: Vec<(String, f64)> =
            self.classes.iter().map(|(class, counts)| (class.clone(), score(counts))).collect();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let highest = scores.first().map_or(0.0, |one| one.1);
        let sum: f64 = scores.iter().map(|one| (one.1 - highest).exp()).sum();
        let probabilities: Vec<(String, f64)> =
            scores.into_iter().map(|(class, score)| (class, (score - highest).exp() / sum)).collect();
        let reasons = probabilities.first().map_or(vec![], |(best, _)| {
            let speaks = |word: &String| {
                let others =
                    self.classes.iter().filter(|(class, _)| *class != best).map(|(_, counts)| log(counts, word).exp());
                let (count, sum) = others.fold((0.0, 0.0), |(count, sum), one| (count + 1.0, sum + one));
                log(&self.classes[best], word) - if count > 0.0 { (sum / count).ln() } else { 0.0 }
            };
            // A word that the class has never seen speaks for nothing, however rare it is elsewhere.
            let seen = |one: &&String| self.classes[best].features.contains_key(*one);
            let words: BTreeSet<&String> = found.iter().filter(|one| !is_pair(one)).filter(seen).collect();
            let mut reasons: Vec<_> =
                words.into_iter().map(|word| (word.clone(), speaks(word))).filter(|one| one.1 > 0.0).collect();
            reasons.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            reasons.truncate(REASONS);
            reasons
        });
        let class = probabilities.first().filter(|one| one.1 >= least).map(|one| one.0.clone());
        Classified { class, probabilities, reasons }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain() -> Classifier {
        Classifier::new(Reader::new(super::super::Synonyms::default()))
    }

    #[test]
    fn a_posterior_by_hand() {
        let mut classifier = plain();
        // Words of one letter have no pairs: a is seen twice of three words for x, once of one for y.
        classifier.teach("x", "a a b");
        classifier.teach("y", "a");
        let found = classifier.classify("b", 0.5);
        let (x, y) = ((1.0 + 0.3) / (3.0 + 0.6), 0.3 / (1.0 + 0.6));
        assert!((found.probabilities[0].1 - x / (x + y)).abs() < 1e-12, "{found:?}");
        assert_eq!(found.class.as_deref(), Some("x"));
        assert_eq!(found.reasons.len(), 1);
        assert_eq!(classifier.classify("b", 0.9).class, None);
        assert_eq!(plain().classify("b", 0.0), Classified { class: None, probabilities: vec![], reasons: vec![] });
    }

    #[test]
    fn purposes_are_told_apart_and_explained() {
        let mut classifier = Classifier::default();
        for (class, text) in [
            ("equipment", "购置数控机床设备，扩大产能"),
            ("equipment", "购买生产设备一台"),
            ("equipment", "生产线设备更新改造"),
            ("material", "采购原材料备货"),
            ("material", "支付供应商货款，购买钢材"),
            ("material", "订单增加，需要采购原料"),
            ("wages", "发放员工工资"),
            ("wages", "支付工人薪资和社保"),
        ] {
            classifier.teach(class, text);
        }
        let found = classifier.classify("打算买一台新机器", 0.6);
        assert_eq!(found.class.as_deref(), Some("equipment"), "{found:?}");
        assert_eq!(found.reasons[0].0, "设备");
        assert_eq!(classifier.classify("😀😀", 0.6).class, None);
    }

    #[test]
    fn what_few_say_is_not_learnt() {
        let examples = |texts: &[(&str, &str)]| -> Vec<(String, String)> {
            texts.iter().map(|(class, text)| ((*class).to_owned(), (*text).to_owned())).collect()
        };
        let texts = examples(&[("x", "a a secret"), ("x", "a b"), ("y", "b c"), ("y", "b")]);
        let all = Classifier::learnt(plain().reader, &texts, 1);
        let mut taught = plain();
        texts.iter().for_each(|(class, text)| taught.teach(class, text));
        assert_eq!(all.classes, taught.classes, "from one text on it is all that is said");
        let some = Classifier::learnt(plain().reader, &texts, 2);
        let said: BTreeSet<&str> =
            some.classes.values().flat_map(|one| one.features.keys().map(String::as_str)).collect();
        assert_eq!(said, BTreeSet::from(["a", "b"]), "twice in one text is once said");
        assert_eq!(some.texts(), 4, "texts count whatever is left of them");
        assert_eq!(some.classify("secret", 0.0).reasons, []);
        for (text, share) in [("a b", 1.0), ("a secret", 0.5), ("secret", 0.0), ("", 0.0)] {
            assert!((some.knows(text) - share).abs() < 1e-12, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn forgetting_is_never_having_learnt(texts in prop::collection::vec((0u8..3, "[设备原料工资a-c ]{0,8}"), 1..8), gone in 0usize..8, asked in "[设备原料工资d]{0,6}") {
            let (mut all, mut rest) = (plain(), plain());
            let gone = gone % texts.len();
            for (at, (class, text)) in texts.iter().enumerate() {
                all.teach(&class.to_string(), text);
                if at != gone {
                    rest.teach(&class.to_string(), text);
                }
            }
            all.forget(&texts[gone].0.to_string(), &texts[gone].1);
            prop_assert_eq!(&all.classes, &rest.classes);
            let found = all.classify(&asked, 0.5);
            let sum: f64 = found.probabilities.iter().map(|one| one.1).sum();
            prop_assert!(found.probabilities.is_empty() || (sum - 1.0).abs() < 1e-9);
        }
    }
}

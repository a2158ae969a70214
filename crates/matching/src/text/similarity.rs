//! Likeness that works from the first day: a logistic regression over a dozen measures, with weights that come with the
//! platform. [`super::Ensemble`] replaces it where there are labelled pairs.

use super::features::{few, measure};
use super::logistic::{Logistic, Row, sigmoid};
use super::{Example, Frequencies, Reader, Text};

/// The measures that count, each with its weight. Fitted with `examples/fit_similarity.rs` on 20,000 made-up pairs of
/// `tests/pairs` (seed 11) with as many that have nothing to
/// do with one another and a penalty of 30 on every weight; `docs/matching-text.md` tells how well that does.
const WEIGHTS: [(&str, f64); 12] = [
    ("soft cover least", 3.026),
    ("term cosine", 0.633),
    ("term covered most", 1.142),
    ("char mixed cosine", 0.0),
    ("bm25 least", 0.15),
    ("weighed edits", 0.0),
    ("common letters", 1.3),
    ("term rarest alone most", 0.0),
    ("asks the same", 0.353),
    ("contrary", 0.0),
    ("same numbers", 0.471),
    ("length ratio", 0.386),
];
const BIAS: f64 = -3.68;
/// Penalty of a weight when fitting.
const PENALTY: f64 = 30.0;
/// Measures of what differs.
const AGAINST: [&str; 2] = ["term rarest alone most", "contrary"];
/// Measures that take most of the time.
const COSTLY: [&str; 2] = ["char mixed cosine", "weighed edits"];
/// What a vector's cosine adds to the logit: nothing at the centre. Chosen, not fitted: cosines of sentences that have nothing
/// in common are about 0.5 with common services, those of paraphrases above 0.8.
const VECTOR: f64 = 6.0;
const CENTRE: f64 = 0.7;

/// How alike two texts are, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// From 0 (nothing in common) to 1.
    pub score: f64,
    /// What each measure adds to the logit of the score; with the bias of the regression they sum to it.
    pub parts: Vec<(&'static str, f64)>,
}

/// See the module.
#[derive(Clone, Debug)]
pub struct Similarity {
    weights: Vec<(&'static str, f64)>,
    bias: f64,
    counts: Frequencies,
}

impl Default for Similarity {
    fn default() -> Self {
        Self::new(Frequencies::default())
    }
}

impl Similarity {
    /// The platform's weights, with rarity from the texts in `counts`; it may be empty.
    pub fn new(counts: Frequencies) -> Self {
        Self { weights: WEIGHTS.to_vec(), bias: BIAS, counts }
    }

    /// Other weights for the same measures, fitted on labelled examples (labels from 0 to 1) without rarity of their own. A
    /// measure whose weight would go against its sense (more in common, less alike) is left out: that is an accident of the
    /// examples.
    pub fn fit(reader: &Reader, examples: &[Example]) -> Self {
        let counts = Frequencies::default();
        let read = |one: &Example| chosen(&reader.read(&one.a), &reader.read(&one.b), &counts);
        let mut rows: Vec<Row> = examples.iter().map(read).collect();
        let labels: Vec<f64> = examples.iter().map(|one| one.label.clamp(0.0, 1.0)).collect();
        loop {
            let fitted = Logistic::fit(&rows.iter().collect::<Vec<_>>(), &labels, &[PENALTY; WEIGHTS.len()], 500);
            let against = |at: usize| {
                let sense = if AGAINST.contains(&WEIGHTS[at].0) { -1.0 } else { 1.0 };
                -fitted.weights[at] * sense
            };
            let wrong = (0..WEIGHTS.len()).filter(|at| against(*at) > 1e-9);
            let Some(worst) = wrong.max_by(|a, b| against(*a).total_cmp(&against(*b))) else {
                let weights = WEIGHTS.iter().zip(fitted.weights).map(|((name, _), weight)| (*name, weight)).collect();
                return Self { weights, bias: fitted.bias, counts };
            };
            rows.iter_mut().for_each(|row| row[worst].1 = 0.0);
        }
    }

    /// The weights and the bias, to be kept.
    pub fn weights(&self) -> (&[(&'static str, f64)], f64) {
        (&self.weights, self.bias)
    }

    /// Whether the costly measures count nothing, as with the platform's weights.
    fn needs_few(&self) -> bool {
        self.weights.iter().all(|(name, weight)| *weight == 0.0 || !COSTLY.contains(name))
    }

    /// How alike `a` and `b` are; the same whichever comes first. `cosine` is that of their vectors, where there are any.
    pub fn compare(&self, a: &Text, b: &Text, cosine: Option<f32>) -> Likeness {
        let row = if self.needs_few() { among(&few(a, b, &self.counts)) } else { chosen(a, b, &self.counts) };
        let part =
            |((name, weight), (_, value)): (&(&'static str, f64), &(u32, f32))| (*name, weight * f64::from(*value));
        let mut parts: Vec<(&'static str, f64)> = self.weights.iter().zip(&row).map(part).collect();
        parts.extend(cosine.map(|cosine| ("vector cosine", VECTOR * (f64::from(cosine.clamp(-1.0, 1.0)) - CENTRE))));
        let score =
            if a.normal == b.normal { 1.0 } else { sigmoid(self.bias + parts.iter().map(|one| one.1).sum::<f64>()) };
        Likeness { score, parts }
    }
}

/// The measures that count, in the order of their weights.
fn chosen(a: &Text, b: &Text, counts: &Frequencies) -> Row {
    among(&measure(a, b, counts))
}

fn among(all: &[(&'static str, f32)]) -> Row {
    let value = |name: &str| all.iter().find(|one| one.0 == name).map_or(0.0, |one| one.1);
    (0_u32..).zip(WEIGHTS.iter().map(|one| value(one.0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paraphrases_are_nearer_than_what_only_looks_alike() {
        let (reader, similarity) = (Reader::default(), Similarity::default());
        let score = |a: &str, b: &str| similarity.compare(&reader.read(a), &reader.read(b), None).score;
        assert!(score("怎么申请贷款", "如何办理借款") > 0.7, "{}", score("怎么申请贷款", "如何办理借款"));
        assert!(score("怎么申请贷款", "怎么取消贷款") < score("怎么申请贷款", "如何办理借款"));
        assert!(score("怎么申请贷款", "今天天气真好") < 0.1, "{}", score("怎么申请贷款", "今天天气真好"));
        assert!((score("專利貸", "专利贷") - 1.0).abs() < 1e-12, "what looks the same is the same");
        let names: Vec<_> = measure(&reader.read("a"), &reader.read("b"), &Frequencies::default())
            .into_iter()
            .map(|one| one.0)
            .collect();
        assert!(WEIGHTS.iter().all(|one| names.contains(&one.0)));
    }

    #[test]
    fn a_vector_moves_the_score_both_ways() {
        let (reader, similarity) = (Reader::default(), Similarity::default());
        let (a, b) = (reader.read("厂房按揭"), reader.read("买车间分期"));
        let with = |cosine| similarity.compare(&a, &b, cosine).score;
        assert!(with(Some(0.9)) > with(None) && with(Some(0.4)) < with(None));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn scores_are_symmetric_in_range_and_the_sum_of_their_parts(a in "[借贷款怎么不能申请a1 ]{0,12}|\\PC{0,20}", b in "[借贷款怎么不能申请a1 ]{0,12}") {
            let (reader, similarity) = (Reader::default(), Similarity::default());
            let (a, b) = (reader.read(&a), reader.read(&b));
            let found = similarity.compare(&a, &b, Some(0.3));
            prop_assert!((0.0..=1.0).contains(&found.score));
            prop_assert_eq!(&found, &similarity.compare(&b, &a, Some(0.3)));
            let sum: f64 = found.parts.iter().map(|one| one.1).sum();
            prop_assert!(a.normal == b.normal || (sigmoid(similarity.bias + sum) - found.score).abs() < 1e-12);
        }
    }
}

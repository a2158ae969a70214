//! Likeness learnt from labelled pairs: measures that need no labels, what is learnt from the labels, and boosted trees over
//! both. Whatever was learnt from labels reaches the trees out of fold (stacking: Wolpert, 1992), so that they don't trust
//! it more than it deserves on pairs that were never seen.

use super::boost::{Boosted, Cuts, Data, agree_on_length};
use super::folds::folds;
use super::learner::{LEARNT, Learner, Pair, values};
use super::logistic::{Logistic, Row, loss, sigmoid};
use super::{Reader, Text};
use std::fmt;

/// Folds of the cross-fitting.
const FOLDS: usize = 8;
/// Least pairs to learn from.
const LEAST: usize = 40;
/// Penalties of single differences that are tried on two folds.
const PENALTIES: [f64; 4] = [1.0, 3.0, 10.0, 30.0];

/// Two texts with a label.
#[derive(Clone, Debug)]
pub struct Example {
    /// One text.
    pub a: String,
    /// The other.
    pub b: String,
    /// 0 or 1, or a grade; the highest among the examples counts as 1.
    pub label: f64,
    /// Cosine of the vectors of an embedding service, where there is one.
    pub cosine: Option<f32>,
}

/// Why an ensemble can't be fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FitError {
    /// Fewer than 40 pairs.
    TooFew,
    /// All labels are the same, or one is negative or no number.
    Labels,
}

impl fmt::Display for FitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooFew => "标注的文本对太少，至少需要 40 对",
            Self::Labels => "标注不能全部相同，也不能为负数",
        })
    }
}

impl std::error::Error for FitError {}

/// A fitted ensemble.
#[derive(Clone, Debug)]
pub struct Ensemble {
    reader: Reader,
    learner: Learner,
    cuts: Cuts,
    trees: Vec<Boosted>,
    last: Logistic,
    held_out: Vec<f64>,
}

impl Ensemble {
    /// Learns from `examples`; the same examples in the same order give the same ensemble. Ten thousand questions take about
    /// a minute on one core.
    pub fn fit(reader: Reader, examples: &[Example]) -> Result<Self, FitError> {
        if examples.len() < LEAST {
            return Err(FitError::TooFew);
        }
        let highest = examples.iter().map(|one| one.label).fold(0.0, f64::max);
        if !examples.iter().all(|one| one.label >= 0.0 && one.label.is_finite())
            || !examples.iter().any(|one| one.label < highest)
        {
            return Err(FitError::Labels);
        }
        let read = |one: &Example| Pair {
            a: reader.read(&one.a),
            b: reader.read(&one.b),
            label: one.label / highest,
            cosine: one.cosine,
        };
        let pairs: Vec<Pair> = examples.iter().map(read).collect();
        let folds = folds(&pairs, FOLDS);
        let penalty = choose(&pairs, &folds);
        let part = |fold: usize, inside: bool| -> Vec<usize> {
            (0..pairs.len()).filter(|at| (folds[*at] == fold) == inside).collect()
        };
        let mut rows = vec![vec![]; pairs.len()];
        let mut learnt = vec![0.0; pairs.len()];
        for fold in 0..FOLDS {
            let learner =
                Learner::fit(&part(fold, false).into_iter().map(|at| &pairs[at]).collect::<Vec<_>>(), penalty);
            for at in part(fold, true) {
                let features = learner.features(&pairs[at]);
                learnt[at] = features.last().map_or(0.0, |one| f64::from(one.1));
                rows[at] = values(&features);
            }
        }
        let cuts = Cuts::of(&rows);
        let bins: Vec<_> = rows.iter().map(|row| cuts.bins(row)).collect();
        let labels: Vec<f64> = pairs.iter().map(|pair| pair.label).collect();
        let data = Data { rows: &bins, labels: &labels };
        let mut boosted = vec![0.0; pairs.len()];
        let fit = |fold: usize| Boosted::fit(&data, &part(fold, false), &part(fold, true), fold as u64);
        let mut trees: Vec<Boosted> = (0..FOLDS).map(fit).collect();
        agree_on_length(&mut trees);
        for (fold, model) in trees.iter().enumerate() {
            part(fold, true).into_iter().for_each(|at| boosted[at] = model.logit(&bins[at]));
        }
        let stacked: Vec<Row> =
            boosted.iter().zip(&learnt).map(|(tree, learnt)| vec![(0, *tree as f32), (1, *learnt as f32)]).collect();
        let last = Logistic::fit(&stacked.iter().collect::<Vec<_>>(), &labels, &[1.0, 1.0], 60);
        let held_out = stacked.iter().map(|row| sigmoid(last.logit(row))).collect();
        let learner = Learner::fit(&pairs.iter().collect::<Vec<_>>(), penalty);
        Ok(Self { reader, learner, cuts, trees, last, held_out })
    }

    /// Scores of the examples by models that never saw them, in their order: what a threshold is chosen on.
    pub fn held_out(&self) -> &[f64] {
        &self.held_out
    }

    fn pair(&self, a: &str, b: &str, cosine: Option<f32>) -> Pair {
        let read = |text| -> Text { self.reader.read(text) };
        Pair { a: read(a), b: read(b), label: 0.0, cosine }
    }

    /// How alike two texts are, from 0 to 1; the same whichever comes first.
    pub fn score(&self, a: &str, b: &str, cosine: Option<f32>) -> f64 {
        self.explain(a, b, cosine).0
    }

    /// The score and all measures that led to it by their names.
    pub fn explain(&self, a: &str, b: &str, cosine: Option<f32>) -> (f64, Vec<(&'static str, f32)>) {
        let features = self.learner.features(&self.pair(a, b, cosine));
        let bins = self.cuts.bins(&values(&features));
        let boosted = self.trees.iter().map(|model| model.logit(&bins)).sum::<f64>() / self.trees.len().max(1) as f64;
        let learnt = features.iter().find(|one| one.0 == LEARNT).map_or(0.0, |one| one.1);
        (sigmoid(self.last.logit(&vec![(0, boosted as f32), (1, learnt)])), features)
    }
}

/// The penalty with the least loss on the first two folds.
fn choose(pairs: &[Pair], folds: &[usize]) -> f64 {
    let mut best = (f64::INFINITY, PENALTIES[0]);
    for penalty in PENALTIES {
        let mut sum = 0.0;
        for fold in 0..2 {
            let train: Vec<&Pair> =
                pairs.iter().zip(folds).filter(|(_, own)| **own != fold).map(|(pair, _)| pair).collect();
            let learner = Learner::fit(&train, penalty);
            let held = pairs.iter().zip(folds).filter(|(_, own)| **own == fold);
            sum += held.map(|(pair, _)| loss(learner.logit(pair), pair.label)).sum::<f64>();
        }
        if sum < best.0 {
            best = (sum, penalty);
        }
    }
    best.1
}

//! What is learnt from labelled pairs before the trees see them: rarity, latent vectors, which words stand for which, and
//! which differences matter.

use super::{
    Frequencies, Text,
    differences::differences,
    features::{Features, measure},
};
use super::{
    latent::Latent,
    logistic::{Logistic, Row},
    translate::Translation,
};
use std::collections::{BTreeMap, HashMap};

/// Two texts that were read, with a label from 0 to 1 and, where there are vectors, their cosine.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) a: Text,
    pub(crate) b: Text,
    pub(crate) label: f64,
    pub(crate) cosine: Option<f32>,
}

/// Pairs that a difference must be seen in before it has a weight.
const SEEN: u32 = 2;
/// Penalty of the dense columns, which all vary by one.
const DENSE: f64 = 5.0;
/// Name of the score of the regression among the features.
pub(crate) const LEARNT: &str = "differences learnt";

/// See the module.
#[derive(Clone, Debug)]
pub(crate) struct Learner {
    counts: Frequencies,
    latent: Latent,
    same: Translation,
    other: Translation,
    scale: Vec<(f32, f32)>,
    columns: HashMap<u64, u32>,
    regression: Logistic,
}

/// Mean and one over the deviation of each column.
fn scale(rows: &[Vec<f32>]) -> Vec<(f32, f32)> {
    let width = rows.first().map_or(0, Vec::len);
    let count = rows.len().max(1) as f32;
    (0..width)
        .map(|column| {
            let mean = rows.iter().map(|row| row[column]).sum::<f32>() / count;
            let spread = (rows.iter().map(|row| (row[column] - mean).powi(2)).sum::<f32>() / count).sqrt();
            (mean, if spread > 1e-6 { 1.0 / spread } else { 0.0 })
        })
        .collect()
}

/// Differences that were seen often enough, with columns in the order of their keys.
fn columns(pairs: &[&Pair], first: usize) -> HashMap<u64, u32> {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    for (key, _) in pairs.iter().flat_map(|pair| differences(&pair.a, &pair.b)) {
        *seen.entry(key).or_default() += 1;
    }
    let often = seen.into_iter().filter(|(_, count)| *count >= SEEN);
    often.zip(u32::try_from(first).unwrap_or_default()..).map(|((key, _), column)| (key, column)).collect()
}

impl Learner {
    /// Learns from `pairs`, `penalty` holding back the weights of single differences.
    pub(crate) fn fit(pairs: &[&Pair], penalty: f64) -> Self {
        let mut counts = Frequencies::default();
        pairs.iter().flat_map(|pair| [&pair.a, &pair.b]).for_each(|text| counts.add(text));
        let mut documents: Vec<Vec<&Text>> = pairs.iter().flat_map(|pair| [vec![&pair.a], vec![&pair.b]]).collect();
        documents.extend(pairs.iter().filter(|pair| pair.label > 0.5).map(|pair| vec![&pair.a, &pair.b]));
        let latent = Latent::fit(&documents, &counts);
        let weighed = |weight: fn(f64) -> f64| {
            pairs.iter().map(|pair| (&pair.a, &pair.b, weight(pair.label) as f32)).collect::<Vec<_>>()
        };
        let (same, other) =
            (Translation::fit(&weighed(|label| label)), Translation::fit(&weighed(|label| 1.0 - label)));
        let empty = Logistic { weights: vec![], bias: 0.0 };
        let mut learner =
            Self { counts, latent, same, other, scale: vec![], columns: HashMap::new(), regression: empty };
        let dense: Vec<Vec<f32>> = pairs.iter().map(|pair| values(&learner.unlabelled(pair))).collect();
        learner.scale = scale(&dense);
        learner.columns = columns(pairs, learner.scale.len());
        let rows: Vec<Row> = pairs.iter().zip(&dense).map(|(pair, dense)| learner.row(pair, dense)).collect();
        let mut penalties = vec![DENSE; learner.scale.len()];
        penalties.resize(learner.scale.len() + learner.columns.len(), penalty);
        let labels: Vec<f64> = pairs.iter().map(|pair| pair.label).collect();
        learner.regression = Logistic::fit(&rows.iter().collect::<Vec<_>>(), &labels, &penalties, 60);
        learner
    }

    fn unlabelled(&self, pair: &Pair) -> Features {
        let mut features = measure(&pair.a, &pair.b, &self.counts);
        // Cosines are at least −1: a missing one is told apart.
        features.push(("vector cosine", pair.cosine.unwrap_or(-2.0)));
        features
    }

    fn row(&self, pair: &Pair, dense: &[f32]) -> Row {
        let scaled =
            dense.iter().zip(&self.scale).map(|(value, (mean, scale))| ((value - mean) * scale).clamp(-5.0, 5.0));
        let mut row: Row = (0_u32..).zip(scaled).collect();
        let sparse = differences(&pair.a, &pair.b).into_iter();
        row.extend(sparse.filter_map(|(key, weight)| Some((*self.columns.get(&key)?, weight))));
        row
    }

    /// The logit of the regression alone.
    pub(crate) fn logit(&self, pair: &Pair) -> f64 {
        self.regression.logit(&self.row(pair, &values(&self.unlabelled(pair))))
    }

    /// Everything the trees see; the same number of columns for every learner.
    pub(crate) fn features(&self, pair: &Pair) -> Features {
        let mut features = self.unlabelled(pair);
        let learnt = self.regression.logit(&self.row(pair, &values(&features)));
        let (a, b) = if pair.a.normal <= pair.b.normal { (&pair.a, &pair.b) } else { (&pair.b, &pair.a) };
        let [whole, rest, least, most] = self.latent.measure(a, b, &self.counts);
        let same = [self.same.gain(a, b), self.same.gain(b, a)];
        let other = [self.other.gain(a, b), self.other.gain(b, a)];
        features.extend([
            ("latent cosine", whole),
            ("latent cosine of the rest", rest),
            ("latent partners least", least),
            ("latent partners most", most),
            ("stands for least", same[0].min(same[1])),
            ("stands for most", same[0].max(same[1])),
            ("stands for, contrast", same[0] + same[1] - other[0] - other[1]),
            (LEARNT, learnt as f32),
        ]);
        features
    }
}

/// The values without their names.
pub(crate) fn values(features: &Features) -> Vec<f32> {
    features.iter().map(|one| one.1).collect()
}

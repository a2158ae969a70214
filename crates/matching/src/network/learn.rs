//! The choice of a blend by evaluation within the training data.
//!
//! A tenth of the training links is hidden once more, all methods of a pool are fitted to the rest, and weights are found by
//! coordinate ascent on `ln P − ln r`: a per cent of precision is worth as much as a per cent of ranking score. P is
//! precision at 20 with a soft edge, `Σ 1/(1 + e^((place − 20)/4)) / 20`, because the number of hits changes in jumps.
//! What the blend is measured on later is never seen.

use super::evaluate::place;
use super::normal::Sorting;
use super::{Blend, Component, Graph, Keep, LIST, Method, Norm, Seeded, Table, split};

/// What is tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Tuning {
    /// Methods with their parameters; each may enter under both norms.
    pub pool: Vec<Method>,
    /// How much of the tables is kept: that with which the blend is going to be used.
    pub keep: Keep,
    /// Links hidden within the training data, in thousandths.
    pub permille: usize,
    /// Steps of the weights, each until no weight moves or for at most [`Tuning::rounds`].
    pub steps: Vec<f64>,
    /// Rounds with one step.
    pub rounds: usize,
    /// A component that improves `ln P − ln r` by less than this is left out: each costs time and memory.
    pub worth: f64,
    /// The most components that stay.
    pub most: usize,
    /// The most scores that are kept for one component, users times items: bounds memory (4 bytes each, for each method under
    /// both norms) and time. Beyond it an even sample of the users decides.
    pub cells: usize,
}

impl Default for Tuning {
    fn default() -> Self {
        Self {
            pool: vec![
                Method::Popularity,
                Method::UserCf,
                Method::ItemCf,
                Method::Hybrid { lambda: 0.1 },
                Method::Hybrid { lambda: 0.3 },
                Method::Preferential { epsilon: -0.85 },
                Method::Redundancy { a: -0.75, lambda: 1.0 },
                Method::Redundancy { a: -0.9, lambda: 1.0 },
                Method::Redundancy { a: -0.75, lambda: 0.4 },
                Method::Ease { lambda: 100.0, dropout: 0.0 },
                Method::Ease { lambda: 300.0, dropout: 0.0 },
                Method::Ease { lambda: 1_000.0, dropout: 0.0 },
                Method::Ease { lambda: 200.0, dropout: 0.33 },
                Method::Ease { lambda: 20.0, dropout: 0.7 },
                Method::Spectral { rank: 16 },
                Method::Spectral { rank: 32 },
            ],
            keep: Keep::COMPACT,
            permille: 100,
            steps: vec![0.4, 0.15, 0.05],
            rounds: 4,
            worth: 0.002,
            most: 8,
            cells: 2_000_000,
        }
    }
}

/// How a ranking did on the links hidden within the training data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// r.
    pub ranking_score: f64,
    /// Precision at 20 with its soft edge.
    pub precision: f64,
}

impl Trial {
    /// What is to be as great as possible.
    pub fn objective(self) -> f64 {
        self.precision.max(1e-9).ln() - self.ranking_score.max(1e-9).ln()
    }
}

/// The blend that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// The blend; its weights sum to 1 by amount.
    pub blend: Blend,
    /// How it did.
    pub trial: Trial,
    /// How each method of the pool did alone, under the better norm.
    pub singles: Vec<(Method, Trial)>,
}

/// Normalised scores of every method for the users with hidden links.
struct Columns {
    items: usize,
    hidden: Vec<(Vec<u32>, usize)>,
    parts: Vec<(Method, Norm)>,
    values: Vec<Vec<f32>>,
    /// 0 for candidates, −∞ for what the user has.
    mask: Vec<f32>,
}

impl Columns {
    fn new(graph: &Graph, tuning: &Tuning, seeded: &mut Seeded) -> Self {
        let inner = split(graph, tuning.permille, seeded);
        let items = graph.items.len();
        let all: Vec<usize> = (0..graph.users.len()).filter(|user| !inner.probe[*user].is_empty()).collect();
        let count = all.len().min((tuning.cells / items.max(1)).max(1));
        let users: Vec<usize> = (0..count).map(|at| all[at * all.len() / count]).collect();
        let history = |user: usize| inner.train.users.of(user);
        let hidden = users.iter().map(|&u| (inner.probe[u].clone(), items - history(u).len())).collect();
        let mut mask = vec![0.0; users.len() * items];
        for (row, &user) in mask.chunks_exact_mut(items.max(1)).zip(&users) {
            history(user).iter().for_each(|(item, _)| row[*item as usize] = f32::NEG_INFINITY);
        }
        let patterns = tuning.keep.patterns(&inner.train);
        let (mut parts, mut values, mut sorting) = (vec![], vec![], Sorting::default());
        for &method in &tuning.pool {
            let table = Table::with(&tuning.keep.fit(method, &inner.train), tuning.keep, &patterns);
            let mut raw = vec![0.0; users.len() * items];
            for (row, &user) in raw.chunks_exact_mut(items.max(1)).zip(&users) {
                table.score(history(user), row);
            }
            for norm in [Norm::Standard, Norm::Rank] {
                let mut column = raw.clone();
                for (row, &user) in column.chunks_exact_mut(items.max(1)).zip(&users) {
                    norm.apply(row, history(user), &mut sorting);
                }
                parts.push((method, norm));
                values.push(column);
            }
        }
        Self { items, hidden, parts, values, mask }
    }

    /// Tries `sums + step · column`.
    fn trial(&self, sums: &[f32], step: f64, column: usize) -> Trial {
        let (mut ranks, mut count, mut precision) = (0.0, 0usize, 0.0);
        let mut scores = vec![0.0f32; self.items];
        let step = step as f32;
        let rows = sums.chunks_exact(self.items.max(1)).zip(self.values[column].chunks_exact(self.items.max(1)));
        for ((sums, values), (hidden, candidates)) in rows.zip(&self.hidden) {
            scores
                .iter_mut()
                .zip(sums.iter().zip(values))
                .for_each(|(score, (sum, value))| *score = sum + step * value);
            for &item in hidden {
                let place = place(&scores, item);
                ranks += place.mean / *candidates as f64;
                precision += 1.0 / (1.0 + ((place.mean - LIST as f64 - 0.5) / 4.0).exp());
            }
            count += hidden.len();
        }
        Trial {
            ranking_score: ranks / count.max(1) as f64,
            precision: precision / (LIST * self.hidden.len().max(1)) as f64,
        }
    }

    fn add(&self, sums: &mut [f32], step: f64, column: usize) {
        let step = step as f32;
        sums.iter_mut().zip(&self.values[column]).for_each(|(sum, value)| *sum += step * value);
    }

    /// The sums for these weights, from the start, so that rounding does not add up.
    fn sums(&self, weights: &[f64]) -> Vec<f32> {
        let mut sums = self.mask.clone();
        for (column, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            self.add(&mut sums, *weight, column);
        }
        sums
    }
}

/// Chooses a blend for `graph`. Deterministic for a given seed; a graph without links to hide gives the default blend.
pub fn learn(graph: &Graph, tuning: &Tuning, seeded: &mut Seeded) -> Learned {
    let columns = Columns::new(graph, tuning, seeded);
    let alone: Vec<Trial> = (0..columns.parts.len()).map(|column| columns.trial(&columns.mask, 1.0, column)).collect();
    let better = |a: &usize, b: &usize| alone[*a].objective().total_cmp(&alone[*b].objective()).then(b.cmp(a));
    let first = (0..alone.len()).max_by(better);
    let (Some(first), false) = (first, columns.hidden.is_empty()) else {
        let nothing = Trial { ranking_score: 0.5, precision: 0.0 };
        return Learned { blend: Blend::default(), trial: nothing, singles: vec![] };
    };
    let mut weights = vec![0.0; alone.len()];
    weights[first] = 1.0;
    let mut best = alone[first];
    let all: Vec<usize> = (0..alone.len()).collect();
    climb(&columns, tuning, &all, &mut weights, &mut best);
    prune(&columns, tuning, &mut weights, &mut best);
    // Once more among those that stay.
    let used: Vec<usize> = all.into_iter().filter(|column| weights[*column] != 0.0).collect();
    climb(&columns, tuning, &used, &mut weights, &mut best);
    let mass: f64 = weights.iter().map(|weight| weight.abs()).sum();
    let components = columns.parts.iter().zip(&weights).filter(|(_, weight)| **weight != 0.0);
    let components =
        components.map(|(&(method, norm), weight)| Component { method, norm, weight: weight / mass }).collect();
    let singles = alone.chunks_exact(2).zip(&tuning.pool).map(|(two, method)| {
        let better = if two[1].objective() > two[0].objective() { two[1] } else { two[0] };
        (*method, better)
    });
    Learned { blend: Blend { components }, trial: best, singles: singles.collect() }
}

fn climb(columns: &Columns, tuning: &Tuning, among: &[usize], weights: &mut [f64], best: &mut Trial) {
    for step in &tuning.steps {
        for _ in 0..tuning.rounds {
            if !ascend(columns, among, weights, best, *step) {
                break;
            }
        }
    }
}

/// One round over the weights; whether anything moved. Only popularity may count against: an item is not to sink because
/// many similar enterprises took it.
fn ascend(columns: &Columns, among: &[usize], weights: &mut [f64], best: &mut Trial, step: f64) -> bool {
    let mut moved = false;
    let mut sums = columns.sums(weights);
    for &column in among {
        let floor = if columns.parts[column].0 == Method::Popularity { f64::NEG_INFINITY } else { 0.0 };
        for step in [step, -step] {
            let step = (weights[column] + step).max(floor) - weights[column];
            if step == 0.0 {
                continue;
            }
            let trial = columns.trial(&sums, step, column);
            if trial.objective() > best.objective() + 1e-5 {
                columns.add(&mut sums, step, column);
                weights[column] += step;
                *best = trial;
                moved = true;
                break;
            }
        }
    }
    moved
}

/// Leaves out the component that is missed least, as long as it is missed little or there are too many.
fn prune(columns: &Columns, tuning: &Tuning, weights: &mut [f64], best: &mut Trial) {
    loop {
        let sums = columns.sums(weights);
        let used: Vec<usize> = (0..weights.len()).filter(|column| weights[*column] != 0.0).collect();
        if used.len() < 2 {
            return;
        }
        let many = used.len() > tuning.most.max(1);
        let without = used.into_iter().map(|column| (column, columns.trial(&sums, -weights[column], column)));
        let least = without.max_by(|a, b| a.1.objective().total_cmp(&b.1.objective()));
        match least {
            Some((column, trial)) if many || trial.objective() > best.objective() - tuning.worth => {
                weights[column] = 0.0;
                *best = trial;
            }
            _ => return,
        }
    }
}

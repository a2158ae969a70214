//! The tables of a blend: computed in full in the background, read for one user at a time.

use super::normal::Sorting;
use super::{Blend, Graph, History, Keep, Method, Table};

/// Everything that is needed to score one user, without the graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    blend: Blend,
    items: usize,
    pub(super) tables: Vec<Table>,
    popularity: Table,
    shared: usize,
}

/// Memory used while scoring, to be kept from one call to the next.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    raw: Vec<f32>,
    part: Vec<f32>,
    pub(super) sorting: Sorting,
}

impl Model {
    /// Fits every method of `blend` to `graph`. A method that occurs under two norms is fitted once.
    pub fn new(graph: &Graph, blend: &Blend, keep: Keep) -> Self {
        let patterns = keep.patterns(graph);
        let table = |method| Table::with(&keep.fit(method, graph), keep, &patterns);
        let mut blend = blend.clone();
        // Equal methods side by side; the order of the sum is that of the components.
        let mut methods: Vec<Method> = vec![];
        blend.components.iter().for_each(|part| {
            if !methods.contains(&part.method) {
                methods.push(part.method);
            }
        });
        let place = |method: Method| methods.iter().position(|one| *one == method);
        blend.components.sort_by_key(|part| (place(part.method), part.norm));
        let tables = methods.iter().map(|&method| table(method)).collect();
        Self {
            blend,
            items: graph.items.len(),
            tables,
            popularity: table(Method::Popularity),
            shared: patterns.bytes(),
        }
    }

    /// The blend, its components in the order of the tables.
    pub fn blend(&self) -> &Blend {
        &self.blend
    }

    /// How many items are scored.
    pub fn items(&self) -> usize {
        self.items
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.tables.iter().map(Table::bytes).sum::<usize>() + self.popularity.bytes() + self.shared
    }

    /// What scores this history: the blend, or popularity alone for a user without links.
    pub(super) fn parts<'a>(&'a self, history: &'a History) -> impl Iterator<Item = (super::Component, &'a Table)> {
        let cold = !history.iter().any(|(item, _)| (*item as usize) < self.items);
        let alone = Blend::single(Method::Popularity).components.into_iter().map(|part| {
            // The same mass, so that points mean the same.
            (super::Component { weight: self.blend.mass(), ..part }, &self.popularity)
        });
        let blended = self.blend.components.iter().filter_map(|part| {
            let table = self.tables.iter().find(|table| table.method() == part.method)?;
            Some((*part, table))
        });
        alone.filter(move |_| cold).chain(blended.filter(move |_| !cold))
    }

    /// Fills `scores` with the blended score of every item; what is in `history` gets −∞, as it is not to be recommended.
    /// A user without links gets the order of popularity.
    pub fn score(&self, history: &History, scores: &mut Vec<f32>, scratch: &mut Scratch) {
        scores.clear();
        scores.resize(self.items, 0.0);
        scratch.raw.resize(self.items, 0.0);
        let mut before = None;
        for (part, table) in self.parts(history) {
            // Components of one method are side by side, and differ in their norm alone.
            if before != Some(part.method) {
                table.score(history, &mut scratch.raw);
                before = Some(part.method);
            }
            scratch.part.clear();
            scratch.part.extend_from_slice(&scratch.raw);
            part.norm.apply(&mut scratch.part, history, &mut scratch.sorting);
            let weight = part.weight as f32;
            scores.iter_mut().zip(&scratch.part).for_each(|(score, value)| *score += weight * value);
        }
        for (item, _) in history {
            if let Some(score) = scores.get_mut(*item as usize) {
                *score = f32::NEG_INFINITY;
            }
        }
    }

    /// The `most` best items for this history, best first, equal ones by number.
    pub fn best(&self, history: &History, most: usize, scratch: &mut Scratch) -> Vec<(u32, f32)> {
        let mut scores = vec![];
        self.score(history, &mut scores, scratch);
        let mut list: Vec<(u32, f32)> = (0..).zip(scores).filter(|(_, score)| score.is_finite()).collect();
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if list.len() > most {
            list.select_nth_unstable_by(most, order);
            list.truncate(most);
        }
        list.sort_by(order);
        list
    }
}

/// What the members of a cluster did, as the history of a newcomer: the mean of their histories, the `most` heaviest items
/// of it, by number. Empty if no member did anything; then popularity decides.
pub fn cold_start(graph: &Graph, members: &[u32], most: usize) -> Vec<(u32, f64)> {
    let mut sums = vec![0.0; graph.items.len()];
    let mut sorted = members.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    for &member in &sorted {
        graph.users.of(member as usize).iter().for_each(|&(item, weight)| sums[item as usize] += weight);
    }
    let count = sorted.len().max(1) as f64;
    let mut list: Vec<(u32, f64)> =
        (0..).zip(sums).filter(|(_, sum)| *sum > 0.0).map(|(item, sum)| (item, sum / count)).collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    list.truncate(most);
    list.sort_by_key(|(item, _)| *item);
    list
}

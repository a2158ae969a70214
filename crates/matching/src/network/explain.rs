//! Why an item has its score: by method, and within it by what the user did.

use super::normal::{SPREAD, moments};
use super::{History, Method, Model, Norm, Scratch, Table};

/// One past item's contribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// The item in the user's history.
    pub item: u32,
    /// What it adds to the score, or takes from it.
    pub value: f64,
}

/// One component's contribution: `value = rest + Σ causes`.
#[derive(Clone, Debug, PartialEq)]
pub struct PartOf {
    /// By which method.
    pub method: Method,
    /// On which scale.
    pub norm: Norm,
    /// What it adds to the score.
    pub value: f64,
    /// What does not come from a past item: popularity, or the lowest place.
    pub rest: f64,
    /// The past items, greatest contribution first, equal ones by number.
    pub causes: Vec<Cause>,
}

/// A score taken apart: `score = Σ parts`.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The blended score.
    pub score: f64,
    /// One for each component.
    pub parts: Vec<PartOf>,
}

impl Explanation {
    /// The past items over all parts, greatest contribution first: 与贵企业办理过的 X 相似的企业也办理了它.
    pub fn causes(&self) -> Vec<Cause> {
        let mut all: Vec<Cause> = self.parts.iter().flat_map(|part| part.causes.iter().copied()).collect();
        all.sort_by_key(|cause| cause.item);
        all.dedup_by(|next, kept| {
            let same = next.item == kept.item;
            if same {
                kept.value += next.value;
            }
            same
        });
        sort(&mut all);
        all
    }
}

fn sort(causes: &mut [Cause]) {
    causes.sort_by(|a, b| b.value.total_cmp(&a.value).then(a.item.cmp(&b.item)));
}

/// What one past item gives to `item` and, on average, to every item the user does not have.
struct Given {
    past: u32,
    here: f64,
    average: f64,
}

fn given(table: &Table, history: &History, item: u32, items: usize) -> Vec<Given> {
    let scale = super::Fitted::scale(table.method(), history);
    let left = items - history.iter().filter(|(item, _)| (*item as usize) < items).count();
    let one = |&(past, weight): &(u32, f64)| {
        let factor = weight * scale;
        let row = table.row(past as usize);
        let of = |item: u32| row.get(item as usize).map_or(0.0, |value| f64::from(*value));
        let all: f64 = row.iter().map(|value| f64::from(*value)).sum();
        let rest = all - history.iter().map(|(own, _)| of(*own)).sum::<f64>();
        Given { past, here: factor * of(item), average: factor * rest / left.max(1) as f64 }
    };
    history.iter().map(one).collect()
}

impl Model {
    /// Takes the score of `item` apart; none if there is no such item or the user has it.
    ///
    /// A z-score is linear, so each past item's share is exact: what it gives to this item beyond what it gives on
    /// average, in deviations. A place is not: its height above the lowest place is shared out in proportion to
    /// what past items gave.
    pub fn explain(&self, history: &History, item: u32, scratch: &mut Scratch) -> Option<Explanation> {
        let known = (item as usize) < self.items() && !history.iter().any(|(own, _)| *own == item);
        if !known {
            return None;
        }
        let mut parts = vec![];
        let mut scores = vec![0.0; self.items()];
        for (part, table) in self.parts(history) {
            table.score(history, &mut scores);
            let (mean, inverse) = moments(&scores, history);
            let given = given(table, history, item, self.items());
            let (rest, mut causes) = match part.norm {
                Norm::Standard => {
                    let factor = part.weight * inverse;
                    let causes: Vec<_> = given
                        .iter()
                        .map(|one| Cause { item: one.past, value: factor * (one.here - one.average) })
                        .collect();
                    let average: f64 = given.iter().map(|one| one.average).sum();
                    // What is left of the mean is that of the base, where the method has one.
                    let base = table.base(item as usize).map(|base| factor * (base - (mean - average)));
                    (base.unwrap_or_default(), causes)
                }
                Norm::Rank => {
                    part.norm.apply(&mut scores, history, &mut scratch.sorting);
                    let height = part.weight * (f64::from(scores[item as usize]) + SPREAD);
                    let lowest = -part.weight * SPREAD;
                    let sum: f64 = given.iter().map(|one| one.here.max(0.0)).sum();
                    let share = |one: &Given| if sum > 0.0 { one.here.max(0.0) / sum } else { 0.0 };
                    let causes: Vec<_> =
                        given.iter().map(|one| Cause { item: one.past, value: height * share(one) }).collect();
                    (lowest + if sum > 0.0 { 0.0 } else { height }, causes)
                }
            };
            sort(&mut causes);
            let value = rest + causes.iter().map(|cause| cause.value).sum::<f64>();
            parts.push(PartOf { method: part.method, norm: part.norm, value, rest, causes });
        }
        Some(Explanation { score: parts.iter().map(|part| part.value).sum(), parts })
    }
}

//! Placing demands with institutions under capacities and a cap on shares.

use jinqiao_kernel::BasisPoints;
use std::collections::BTreeMap;

/// An institution that suits a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate<I> {
    /// Which.
    pub institution: I,
    /// How well, 0 to 100.
    pub score: i32,
}

/// A demand with everybody who suits it, in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand<D, I> {
    /// Which.
    pub key: D,
    /// Who.
    pub candidates: Vec<Candidate<I>>,
}

/// What an institution can serve and already has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Demands it can serve in the period.
    pub capacity: u32,
    /// Demands it was given in the period before.
    pub already: u32,
}

/// What the operator sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The greatest part of the period's dispatches that one institution may have.
    pub share_cap: BasisPoints,
    /// Points by which it must be better than the best other one to have more.
    pub margin: i32,
    /// Institutions for each demand.
    pub per_demand: usize,
}

impl Default for Policy {
    fn default() -> Self {
        Self { share_cap: BasisPoints(4_000), margin: 20, per_demand: 3 }
    }
}

/// Why an institution stands lower than by its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has all it can serve.
    Capacity,
    /// One more would be above its share.
    Share,
    /// It is busier than others that suit almost as well.
    Busy,
}

/// A change of a rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment<I> {
    /// Whose.
    pub institution: I,
    /// Rank by score, from 1.
    pub from: usize,
    /// Rank now, from 1.
    pub to: usize,
    /// Why.
    pub reason: Reason,
    /// Why, in a sentence for the operator.
    pub text: String,
}

/// Where a demand goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<D, I> {
    /// Which.
    pub demand: D,
    /// To whom, best first; shorter than asked for where too few suit or can serve.
    pub list: Vec<Candidate<I>>,
    /// Who was lowered.
    pub adjustments: Vec<Adjustment<I>>,
}

/// Where all demands go, by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment<D, I> {
    /// One for each demand.
    pub placed: Vec<Placed<D, I>>,
}

/// How often everything is placed again. After the second time hardly anything moves.
const ROUNDS: usize = 2;

fn by_score<I: Ord>(a: &Candidate<I>, b: &Candidate<I>) -> std::cmp::Ordering {
    b.score.cmp(&a.score).then_with(|| a.institution.cmp(&b.institution))
}

/// The candidates by score, each institution once.
fn ranked<I: Ord + Clone>(candidates: &[Candidate<I>]) -> Vec<Candidate<I>> {
    let mut list = candidates.to_vec();
    list.sort_by(|a, b| a.institution.cmp(&b.institution).then(b.score.cmp(&a.score)));
    list.dedup_by(|next, kept| next.institution == kept.institution);
    list.sort_by(by_score);
    list
}

/// The best by score alone, for comparison.
pub fn naive<D: Ord + Clone, I: Ord + Clone>(demands: &[Demand<D, I>], per_demand: usize) -> Assignment<D, I> {
    let place = |demand: &Demand<D, I>| {
        let mut list = ranked(&demand.candidates);
        list.truncate(per_demand);
        Placed { demand: demand.key.clone(), list, adjustments: vec![] }
    };
    let mut placed: Vec<_> = demands.iter().map(place).collect();
    placed.sort_by(|a, b| a.demand.cmp(&b.demand));
    Assignment { placed }
}

/// Where things stand while demands are placed one after the other.
struct State<'a, I> {
    loads: &'a BTreeMap<I, Load>,
    given: BTreeMap<I, u32>,
    /// The most that one institution may have.
    limit: u32,
    policy: Policy,
}

impl<I: Ord + Clone> State<'_, I> {
    /// What it can serve and what it has by now.
    fn load(&self, institution: &I) -> Load {
        let load = self.loads.get(institution).copied().unwrap_or_default();
        let given = self.given.get(institution).copied().unwrap_or_default();
        Load { already: load.already.saturating_add(given), ..load }
    }

    /// What one more dispatch is worth: `score · d/dn (n · acceptance(n))`, that is `score · (c / (c + n))²`, in integers so that
    /// it is the same everywhere. The sum of these gains over all dispatches is what is to be made great, and as each
    /// institution's gains only fall, taking the greatest next is near the best that can be done.
    fn gain(&self, candidate: &Candidate<I>) -> u64 {
        let Load { capacity, already } = self.load(&candidate.institution);
        let (c, n) = (u128::from(capacity), u128::from(already));
        let score = u128::from(candidate.score.clamp(0, 100).unsigned_abs());
        let gain = score * 1_000_000_000 * c * c / ((c + n) * (c + n)).max(1);
        u64::try_from(gain).unwrap_or(u64::MAX)
    }

    fn full(&self, institution: &I) -> bool {
        let load = self.load(institution);
        load.already >= load.capacity
    }

    /// Whether one more is above its share, and no better than the others by the margin.
    fn over(&self, candidate: &Candidate<I>, best_other: Option<i32>) -> bool {
        let justified = best_other.is_none_or(|other| candidate.score.saturating_sub(other) > self.policy.margin);
        self.load(&candidate.institution).already >= self.limit && !justified
    }

    /// The candidates in the order in which they are to be used; those that cannot serve are not among them.
    fn order(&self, ranked: &[Candidate<I>]) -> Vec<(Candidate<I>, Option<Reason>)> {
        let free = |candidate: &&Candidate<I>| {
            !self.full(&candidate.institution) && self.load(&candidate.institution).already < self.limit
        };
        let state = |candidate: &Candidate<I>| {
            let other = ranked.iter().filter(free).find(|other| other.institution != candidate.institution);
            if self.full(&candidate.institution) {
                Some(Reason::Capacity)
            } else {
                self.over(candidate, other.map(|other| other.score)).then_some(Reason::Share)
            }
        };
        let mut list: Vec<_> = ranked.iter().map(|candidate| (candidate.clone(), state(candidate))).collect();
        let class = |reason: &Option<Reason>| match reason {
            None | Some(Reason::Busy) => 0,
            Some(Reason::Share) => 1,
            Some(Reason::Capacity) => 2,
        };
        list.sort_by(|(a, x), (b, y)| {
            class(x).cmp(&class(y)).then(self.gain(b).cmp(&self.gain(a))).then_with(|| by_score(a, b))
        });
        list
    }

    fn place<D>(&mut self, demand: D, candidates: &[Candidate<I>]) -> Placed<D, I> {
        let ranked = ranked(candidates);
        let order = self.order(&ranked);
        let mut adjustments = vec![];
        for (to, (candidate, reason)) in order.iter().enumerate() {
            let from = ranked.iter().position(|one| one.institution == candidate.institution).unwrap_or(to);
            if to > from && from < self.policy.per_demand {
                let reason = reason.unwrap_or(Reason::Busy);
                let text = self.text(&candidate.institution, reason);
                let institution = candidate.institution.clone();
                adjustments.push(Adjustment { institution, from: from + 1, to: to + 1, reason, text });
            }
        }
        let usable = order.into_iter().filter(|(_, reason)| !matches!(reason, Some(Reason::Capacity | Reason::Share)));
        let list: Vec<_> = usable.take(self.policy.per_demand).map(|(candidate, _)| candidate).collect();
        for candidate in &list {
            *self.given.entry(candidate.institution.clone()).or_default() += 1;
        }
        Placed { demand, list, adjustments }
    }

    fn take_back(&mut self, list: &[Candidate<I>]) {
        for candidate in list {
            if let Some(given) = self.given.get_mut(&candidate.institution) {
                *given = given.saturating_sub(1);
            }
        }
    }

    fn text(&self, institution: &I, reason: Reason) -> String {
        let Load { capacity, already } = self.load(institution);
        match reason {
            Reason::Capacity => format!("本期可承接 {capacity} 件，已派 {already} 件，已满，不再派单"),
            Reason::Share => {
                format!("本期已派 {already} 件，再派将超过占比上限 {}，让位于其他机构", self.policy.share_cap)
            }
            Reason::Busy => format!("本期已派 {already} 件（可承接 {capacity} 件），较为繁忙，顺序后移"),
        }
    }
}

/// Places all demands. Those come first that lose most when their best institutions are taken: by the difference between the
/// best candidate and the best one that would not be used, then by key. Neither the order of demands nor that of candidates
/// matters.
///
/// The cap is on the dispatches of the period: those before and those that are possible now. An institution above it gets more only
/// where it is better than every free one by more than the margin, or where no other is free.
pub fn assign<D: Ord + Clone, I: Ord + Clone>(
    demands: &[Demand<D, I>],
    loads: &BTreeMap<I, Load>,
    policy: Policy,
) -> Assignment<D, I> {
    let before: u64 = loads.values().map(|load| u64::from(load.already)).sum();
    let now: u64 = demands.iter().map(|demand| ranked(&demand.candidates).len().min(policy.per_demand) as u64).sum();
    let cap = u64::from(policy.share_cap.0.clamp(0, 10_000).unsigned_abs());
    let limit = u32::try_from((before + now).saturating_mul(cap) / 10_000).unwrap_or(u32::MAX).max(1);
    let mut state = State { loads, given: BTreeMap::new(), limit, policy };
    let regret = |demand: &Demand<D, I>| {
        let list = ranked(&demand.candidates);
        let best = list.first().map_or(0, |candidate| candidate.score);
        best.saturating_sub(list.get(policy.per_demand).map_or(0, |candidate| candidate.score))
    };
    let mut order: Vec<_> = demands.iter().map(|demand| (regret(demand), demand)).collect();
    order.sort_by(|(a, one), (b, two)| b.cmp(a).then_with(|| one.key.cmp(&two.key)));
    let mut placed: Vec<_> =
        order.iter().map(|(_, demand)| state.place(demand.key.clone(), &demand.candidates)).collect();
    // The first were placed when everybody was free: each is placed again as things stand now.
    for _ in 0..ROUNDS {
        for (placed, (_, demand)) in placed.iter_mut().zip(&order) {
            state.take_back(&placed.list);
            *placed = state.place(demand.key.clone(), &demand.candidates);
        }
    }
    placed.sort_by(|a, b| a.demand.cmp(&b.demand));
    Assignment { placed }
}

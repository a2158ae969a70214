//! How good a ranking is on links it has not seen: accuracy by r, precision and recall, and how diverse and how novel it is.

use super::Graph;

/// The length of the list that is recommended.
pub const LIST: usize = 20;

/// What was measured.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// r: over all hidden links the mean of the item's place (from 1, equal scores share the mean of theirs) among the
    /// items the user does not have in training, divided by their number. Lower is better; 0.5 is chance.
    pub ranking_score: f64,
    /// Hidden items in the list, divided by its length; the mean over the users with at least one hidden link.
    pub precision: f64,
    /// Hidden items in the list, divided by the number of the user's hidden items; the mean over the same users.
    pub recall: f64,
    /// Diversity: the mean over all pairs of users of `1 − common / 20`.
    pub hamming: f64,
    /// The mean degree, in training, of what is recommended. Lower is more novel.
    pub degree: f64,
}

/// The place of an item among the scores of a user's candidates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// From 1; equal scores share the mean of their places.
    pub mean: f64,
    /// From 0; equal scores are in the order of their numbers, as they are in a list.
    pub listed: usize,
}

/// The place of `item`; scores of −∞ are no candidates.
pub fn place(scores: &[f32], item: u32) -> Place {
    let at = item as usize;
    let own = scores[at];
    let greater = scores.iter().filter(|score| **score > own).count();
    let equal = scores.iter().filter(|score| **score == own).count();
    let before = if equal > 1 { scores[..at].iter().filter(|score| **score == own).count() } else { 0 };
    Place { mean: greater as f64 + (equal + 1) as f64 / 2.0, listed: greater + before }
}

/// Measures what `score` says, which fills the scores of all items for a user, against the hidden links. Users without
/// hidden links count for diversity and novelty only.
pub fn measure(train: &Graph, probe: &[Vec<u32>], mut score: impl FnMut(usize, &mut [f32])) -> Figures {
    let items = train.items.len();
    let mut scores = vec![0.0f32; items];
    let (mut hidden, mut ranks) = (0usize, 0.0);
    let (mut users, mut precision, mut recall) = (0usize, 0.0, 0.0);
    let mut listed = vec![0u64; items];
    let mut lists = 0u64;
    for user in 0..train.users.len() {
        score(user, &mut scores);
        let own = train.users.of(user);
        own.iter().for_each(|(item, _)| scores[*item as usize] = f32::NEG_INFINITY);
        let candidates = items - own.len();
        let list = top(&scores, candidates.min(LIST));
        list.iter().for_each(|item| listed[*item as usize] += 1);
        lists += u64::from(!list.is_empty());
        let wanted = probe.get(user).map_or(&[][..], Vec::as_slice);
        if wanted.is_empty() {
            continue;
        }
        for &item in wanted {
            ranks += place(&scores, item).mean / candidates as f64;
        }
        let hits = list.iter().filter(|item| wanted.binary_search(item).is_ok()).count() as f64;
        hidden += wanted.len();
        users += 1;
        precision += hits / LIST as f64;
        recall += hits / wanted.len() as f64;
    }
    let pairs = lists.saturating_sub(1) * lists / 2;
    // Every item in c lists is common to c·(c − 1)/2 pairs: the sum over items is the sum over pairs.
    let common: u64 = listed.iter().map(|c| c.saturating_sub(1) * c / 2).sum();
    let recommended: u64 = listed.iter().sum();
    let degrees: f64 = listed.iter().enumerate().map(|(item, c)| *c as f64 * train.items.degree(item) as f64).sum();
    let ratio = |sum: f64, count: f64| if count > 0.0 { sum / count } else { 0.0 };
    Figures {
        ranking_score: ratio(ranks, hidden as f64),
        precision: ratio(precision, users as f64),
        recall: ratio(recall, users as f64),
        hamming: if pairs > 0 { 1.0 - common as f64 / (pairs as f64 * LIST as f64) } else { 0.0 },
        degree: ratio(degrees, recommended as f64),
    }
}

/// The `most` items with the greatest scores, equal ones by number. `most` is at most the number of candidates.
fn top(scores: &[f32], most: usize) -> Vec<u32> {
    let mut list: Vec<u32> =
        (0..).zip(scores).filter(|(_, score)| **score > f32::NEG_INFINITY).map(|(i, _)| i).collect();
    let order = |a: &u32, b: &u32| scores[*b as usize].total_cmp(&scores[*a as usize]).then(a.cmp(b));
    if list.len() > most {
        list.select_nth_unstable_by(most, order);
        list.truncate(most);
    }
    list
}

impl Figures {
    /// The mean of several.
    pub fn mean(all: &[Self]) -> Self {
        let of = |field: fn(&Self) -> f64| all.iter().map(field).sum::<f64>() / all.len().max(1) as f64;
        Self {
            ranking_score: of(|one| one.ranking_score),
            precision: of(|one| one.precision),
            recall: of(|one| one.recall),
            hamming: of(|one| one.hamming),
            degree: of(|one| one.degree),
        }
    }
}

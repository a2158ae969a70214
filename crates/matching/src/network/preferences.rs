//! How far a firm, or a group of them, chooses each item, on one scale from 0 to 1,000.

use super::{Graph, History, Model, Scratch};

/// What having an item with this weight says of choosing it, thousandths: `½ + ½ · w / (1 + w)`, so that a loan paid out lately is 900,
/// an application 750, and whatever has faded away is 500, as if it had never been.
pub fn preference_for(weight: f64) -> i32 {
    thousandths((0.5 + 0.5 * weight / (1.0 + weight)) as f32)
}

/// Rounded; half up.
fn thousandths(share: f32) -> i32 {
    (share.clamp(0.0, 1.0) * 1_000.0 + 0.5) as i32
}

impl Model {
    /// How far who has this history chooses each item: its score by the blend (500 for the average item), and no less than what was
    /// done with it says.
    pub fn preferences(&self, history: &History, scratch: &mut Scratch) -> Vec<i32> {
        let mut scores = vec![];
        self.score(history, &mut scores, scratch);
        let share = self.blend().share();
        let mut list: Vec<i32> = scores.iter().map(|score| thousandths(share(*score))).collect();
        for &(item, weight) in history {
            if let Some(liking) = list.get_mut(item as usize) {
                *liking = preference_for(weight).max(*liking);
            }
        }
        list
    }
}

/// The mean of the preferences of those `members` who did anything, for a newcomer of their cluster (cold start); none where these are fewer
/// than `least`, so that nobody's choices can be read from it.
pub fn likings_of(model: &Model, graph: &Graph, members: &[u32], least: usize) -> Option<Vec<i32>> {
    let mut active: Vec<usize> = members.iter().map(|member| *member as usize).collect();
    active.retain(|member| graph.users.degree(*member) > 0);
    active.sort_unstable();
    active.dedup();
    if active.len() < least.max(1) {
        return None;
    }
    let (mut sums, mut scratch) = (vec![0i64; model.items()], Scratch::default());
    for member in &active {
        let preferences = model.preferences(graph.users.of(*member), &mut scratch);
        sums.iter_mut().zip(preferences).for_each(|(sum, liking)| *sum += i64::from(liking));
    }
    let count = i64::try_from(active.len()).unwrap_or(i64::MAX);
    Some(sums.into_iter().map(|sum| i32::try_from(sum / count).unwrap_or_default()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Blend, Keep, Method, Weight};

    /// Two groups of three, each with its own items; one of each lacks an item that the others have.
    fn graph() -> Graph {
        let pairs = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (3, 2), (3, 3), (4, 2), (4, 3), (5, 2)];
        Graph::new(7, 4, pairs.map(|(user, item)| (user, item, Weight::new(4.0).unwrap())))
    }

    #[test]
    fn what_was_done_counts_by_what_came_of_it_and_the_rest_by_the_network() {
        assert_eq!([4.0, 1.0, 0.25, 0.0].map(preference_for), [900, 750, 600, 500]);
        let (graph, mut scratch) = (graph(), Scratch::default());
        let model = Model::new(&graph, &Blend::single(Method::ProbS), Keep::All);
        let preferences = model.preferences(graph.users.of(2), &mut scratch);
        assert!(preferences[0] >= 900);
        assert!(preferences[1] > 500 && preferences[2] < 500 && preferences[2] == preferences[3], "{preferences:?}");
    }

    #[test]
    fn a_cluster_is_the_mean_of_its_members_who_did_anything() {
        let graph = graph();
        let model = Model::new(&graph, &Blend::single(Method::ProbS), Keep::All);
        let preferences = likings_of(&model, &graph, &[2, 1, 0, 6, 1], 3).expect("three have done something");
        assert!(preferences[0] >= 900 && preferences[1] > preferences[2], "{preferences:?}");
        assert_eq!(likings_of(&model, &graph, &[0, 1, 2, 6], 3), Some(preferences), "the order does not matter");
        assert_eq!(likings_of(&model, &graph, &[0, 1, 6], 3), None);
        assert_eq!(likings_of(&model, &graph, &[], 0), None);
    }
}

//! Which method serves a platform: by how each does on links that are hidden from it, not by taste.

use super::{Blend, Graph, Keep, Method, Model, Scratch, Seeded, Trial, Tuning, learn, measure, split};
use serde::{Deserialize, Serialize};

/// What decides.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Rule {
    /// What does best on hidden links.
    Evaluation,
    /// The hybrid of mass diffusion and heat conduction with this λ within [0, 1].
    Hybrid(f64),
}

/// How a method did.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// Which; none for the blend.
    pub method: Option<Method>,
    /// r, and precision at 20.
    pub trial: Trial,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is used.
    pub blend: Blend,
    /// What was tried, best first; nothing where there are too few links.
    pub tried: Vec<Tried>,
}

/// Fewer links say nothing of how a method does.
const FEWEST: usize = 100;
/// From so many on a blend is learnt; before, the default one is tried.
const LEARNT: usize = 500;
/// Links hidden, thousandths.
const HIDDEN: usize = 100;
/// Users who are scored in the evaluation at most: time grows with them.
const USERS: usize = 1_000;

/// Chooses by `rule`. The same graph gives the same choice.
pub fn choose(graph: &Graph, rule: Rule) -> Choice {
    let fixed = match rule {
        Rule::Hybrid(lambda) => Some(Method::Hybrid { lambda: lambda.clamp(0.0, 1.0) }),
        Rule::Evaluation => None,
    };
    if graph.links() < FEWEST {
        return Choice { blend: fixed.map_or_else(Blend::default, Blend::single), tried: vec![] };
    }
    let mut tried = vec![];
    let divided = split(graph, HIDDEN, &mut Seeded::new(1));
    let probe = sample(divided.probe);
    let learnt = graph.links() >= LEARNT;
    let blend =
        if learnt { learn(&divided.train, &Tuning::default(), &mut Seeded::new(2)).blend } else { Blend::default() };
    let mut methods: Vec<Option<Method>> = Method::literature().into_iter().map(Some).collect();
    methods.retain(|method| fixed.is_none() || *method != fixed);
    methods.extend(fixed.map(Some));
    methods.push(None);
    for method in methods {
        let of = method.map_or_else(|| blend.clone(), Blend::single);
        let model = Model::new(&divided.train, &of, Keep::COMPACT);
        let mut scratch = Scratch::default();
        let mut scores = vec![];
        let figures = measure(&divided.train, &probe, |user, place| {
            // Whoever has nothing hidden is not asked for.
            if !probe[user].is_empty() {
                model.score(divided.train.users.of(user), &mut scores, &mut scratch);
                place.copy_from_slice(&scores);
            }
        });
        let trial = Trial { ranking_score: figures.ranking_score, precision: figures.precision };
        tried.push(Tried { method, trial });
    }
    // Equal ones in the order of the literature, the simpler first.
    tried.sort_by(|a, b| b.trial.objective().total_cmp(&a.trial.objective()));
    let best = fixed.map_or_else(|| tried.first().and_then(|one| one.method), Some);
    Choice { blend: best.map_or(blend, Blend::single), tried }
}

/// An even part of the users with hidden links; the others' are not asked for.
fn sample(mut probe: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    let users: Vec<usize> = (0..probe.len()).filter(|user| !probe[*user].is_empty()).collect();
    let count = users.len().min(USERS);
    let kept: std::collections::HashSet<usize> = (0..count).map(|at| users[at * users.len() / count]).collect();
    (0..probe.len()).filter(|user| !kept.contains(user)).for_each(|user| probe[user].clear());
    probe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Market;

    #[test]
    fn the_best_on_hidden_links_is_chosen_unless_the_operator_says_otherwise() {
        let market = Market { users: 120, items: 60, links: 1_200, ..Market::default() };
        let graph = market.graph(&mut Seeded::new(3));
        let choice = choose(&graph, Rule::Evaluation);
        assert_eq!(choice, choose(&graph, Rule::Evaluation), "no chance is left");
        let order: Vec<f64> = choice.tried.iter().map(|one| one.trial.objective()).collect();
        assert!(order.len() > 9 && order.is_sorted_by(|a, b| a >= b), "{order:?}");
        match choice.tried[0].method {
            Some(method) => assert_eq!(choice.blend, Blend::single(method)),
            None => assert!(choice.blend.components.len() > 1),
        }
        let fixed = choose(&graph, Rule::Hybrid(0.7));
        assert_eq!(fixed.blend, Blend::single(Method::Hybrid { lambda: 0.7 }));
        assert!(fixed.tried.iter().any(|one| one.method == Some(Method::Hybrid { lambda: 0.7 })));
    }

    #[test]
    fn too_few_links_choose_nothing() {
        let few = Graph::new(3, 3, [(0, 0, crate::network::Weight::ONE)]);
        assert_eq!(choose(&few, Rule::Evaluation), Choice { blend: Blend::default(), tried: vec![] });
        assert_eq!(choose(&few, Rule::Hybrid(9.0)).blend, Blend::single(Method::Hybrid { lambda: 1.0 }));
        assert_eq!(choose(&Graph::default(), Rule::Evaluation).tried, []);
    }
}

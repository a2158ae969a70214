//! Every method, every figure and the explanation against values worked out by hand, and what has to hold for any graph.

use jinqiao_matching::network::{
    Blend, Component, Figures, Fitted, Graph, Keep, Market, Method, Model, Norm, Scratch, Seeded, Table, Tuning,
    Weight, cold_start, learn, measure, split,
};
use proptest::prelude::*;

fn graph(links: &[(u32, u32)]) -> Graph {
    Graph::new(0, 0, links.iter().map(|&(user, item)| (user, item, Weight::ONE)))
}

/// Users 0 {0, 1}, 1 {1, 2, 3}, 2 {0, 2}, 3 {1}: degrees of users 2, 3, 2, 1, of items 2, 3, 2, 1.
fn four_by_four() -> Graph {
    graph(&[(0, 0), (0, 1), (1, 1), (1, 2), (1, 3), (2, 0), (2, 2), (3, 1)])
}

#[track_caller]
fn near(value: f64, wanted: f64) {
    assert!((value - wanted).abs() < 1e-6, "{value} is not {wanted}");
}

/// Scores of items 0, 2 and 3 for user 3, who has item 1.
#[track_caller]
fn gives(method: Method, wanted: [f64; 3]) {
    let graph = four_by_four();
    let table = Table::new(&Fitted::new(method, &graph), Keep::All);
    let mut scores = vec![0.0; 4];
    table.score(graph.users.of(3), &mut scores);
    for (item, wanted) in [0, 2, 3].into_iter().zip(wanted) {
        near(f64::from(scores[item]), wanted);
    }
}

#[test]
fn popularity_and_collaborative_filtering() {
    gives(Method::Popularity, [2.0, 2.0, 1.0]);
    // One item in common with users 0 and 1, of 2 and 3.
    gives(Method::UserCf, [1.0 / 2f64.sqrt(), 1.0 / 3f64.sqrt(), 1.0 / 3f64.sqrt()]);
    // One user in common with item 1, which has 3.
    gives(Method::ItemCf, [1.0 / 6f64.sqrt(), 1.0 / 6f64.sqrt(), 1.0 / 3f64.sqrt()]);
}

#[test]
fn diffusion() {
    // A third of a unit to each of users 0, 1 and 3; halves from user 0, thirds from user 1.
    gives(Method::ProbS, [1.0 / 6.0, 1.0 / 9.0, 1.0 / 9.0]);
    // The mean over an item's users of the mean over their items.
    gives(Method::HeatS, [1.0 / 4.0, 1.0 / 6.0, 1.0 / 3.0]);
    let six = 6f64.sqrt();
    gives(Method::Hybrid { lambda: 0.5 }, [0.5 / six, 1.0 / 3.0 / six, 1.0 / 3.0 / 3f64.sqrt()]);
    gives(Method::Hybrid { lambda: 1.0 }, [1.0 / 6.0, 1.0 / 9.0, 1.0 / 9.0]);
    gives(Method::Hybrid { lambda: 0.0 }, [1.0 / 4.0, 1.0 / 6.0, 1.0 / 3.0]);
    // User 0 passes on by 1/2 : 1/3, user 1 by 1/3 : 1/2 : 1.
    gives(Method::Preferential { epsilon: -1.0 }, [1.0 / 5.0, 1.0 / 11.0, 2.0 / 11.0]);
    gives(Method::Preferential { epsilon: 0.0 }, [1.0 / 6.0, 1.0 / 9.0, 1.0 / 9.0]);
}

#[test]
fn diffusion_without_redundancy() {
    // After one step the items have 1/6, 11/18, 1/9, 1/9. From there users get 31/108, 10/27, 5/36, 11/54, and items
    // 23/108, …, 125/648, 10/81, of which half is taken off.
    gives(Method::Redundancy { a: -0.5, lambda: 1.0 }, [13.0 / 216.0, 19.0 / 1_296.0, 4.0 / 81.0]);
    gives(Method::Redundancy { a: 0.0, lambda: 0.0 }, [1.0 / 4.0, 1.0 / 6.0, 1.0 / 3.0]);
}

#[test]
fn ease_and_its_dropout() {
    // The Gram matrix is 2 1 / 1 2; with ridge 1 the inverse is 3 −1 / −1 3 by eighths, and B = 1/3.
    let graph = graph(&[(0, 0), (0, 1), (1, 0), (2, 1)]);
    let weight = |method| {
        let mut row = vec![0.0; 2];
        Fitted::new(method, &graph).row(0, &mut row);
        row
    };
    let row = weight(Method::Ease { lambda: 1.0, dropout: 0.0 });
    near(row[0], 0.0);
    near(row[1], 1.0 / 3.0);
    // Dropout of one half adds the diagonal once more: 5 1 / 1 5.
    near(weight(Method::Ease { lambda: 1.0, dropout: 0.5 })[1], 1.0 / 5.0);
    for (lambda, dropout) in [(0.0, 0.0), (-1.0, 0.0), (f64::NAN, 0.0), (1.0, 1.0), (1.0, f64::NAN)] {
        assert_eq!(weight(Method::Ease { lambda, dropout }), [0.0, 0.0], "refused, and knows nothing");
    }
}

#[test]
fn the_first_singular_vector_is_popularity() {
    // V_α = √(k_α / Σk), so the weight is k_α / Σk for every past item.
    let graph = four_by_four();
    let mut row = vec![0.0; 4];
    Fitted::new(Method::Spectral { rank: 1 }, &graph).row(1, &mut row);
    for (value, wanted) in row.into_iter().zip([2.0 / 8.0, 3.0 / 8.0, 2.0 / 8.0, 1.0 / 8.0]) {
        assert!((value - wanted).abs() < 1e-4, "the iteration comes as near as this: {value} {wanted}");
    }
}

#[test]
fn figures_of_a_tiny_split() {
    let train = Graph::new(2, 4, [(0, 0, Weight::ONE), (1, 1, Weight::ONE)]);
    let figures = measure(&train, &[vec![1], vec![0, 3]], |_, scores| scores.copy_from_slice(&[0.1, 0.4, 0.4, 0.2]));
    // User 0: item 1 shares places 1 and 2 of 3. User 1: item 0 has place 3 of 3, item 3 place 2.
    near(figures.ranking_score, (0.5 + 1.0 + 2.0 / 3.0) / 3.0);
    // With three candidates each all are listed: one hit and two, of twenty places.
    near(figures.precision, (1.0 + 2.0) / 2.0 / 20.0);
    near(figures.recall, 1.0);
    // Items 2 and 3 are in both lists.
    near(figures.hamming, 1.0 - 2.0 / 20.0);
    // Items 0 and 1 have a link each and are listed once, the others have none.
    near(figures.degree, 2.0 / 6.0);
}

#[test]
fn users_without_hidden_links_and_empty_graphs_are_no_trouble() {
    assert_eq!(measure(&Graph::default(), &[], |_, _| {}), Figures::default());
    let train = Graph::new(3, 2, []);
    let figures = measure(&train, &[vec![], vec![1], vec![]], |_, scores| scores.fill(0.0));
    near(figures.ranking_score, 0.75);
    near(figures.hamming, 1.0 - 2.0 / 20.0);
    let learned = learn(&Graph::default(), &Tuning::default(), &mut Seeded::new(1));
    assert_eq!(learned.blend, Blend::default());
    for keep in [Keep::All, Keep::COMPACT] {
        let model = Model::new(&Graph::default(), &Blend::default(), keep);
        assert_eq!(model.best(&[(7, 1.0)], 5, &mut Scratch::default()), []);
    }
}

#[test]
fn a_newcomer_gets_the_cluster_or_what_is_popular() {
    let graph = four_by_four();
    let model = Model::new(&graph, &Blend::default(), Keep::COMPACT);
    let best = model.best(&[], 4, &mut Scratch::default());
    assert_eq!(best.iter().map(|(item, _)| *item).collect::<Vec<_>>(), [1, 0, 2, 3]);
    assert_eq!(cold_start(&graph, &[2, 0, 2], 9), [(0, 1.0), (1, 0.5), (2, 0.5)]);
    assert_eq!(cold_start(&graph, &[2, 0], 2), [(0, 1.0), (1, 0.5)]);
    assert_eq!(cold_start(&graph, &[9], 2), []);
}

/// A market that is quick to compute without optimisation.
fn small() -> Graph {
    Market { users: 60, items: 80, links: 900, kinds: 4, ..Market::default() }.graph(&mut Seeded::new(5))
}

#[test]
fn the_chosen_blend_is_better_than_each_method_and_always_the_same() {
    let tuning = Tuning {
        pool: vec![
            Method::Popularity,
            Method::UserCf,
            Method::Preferential { epsilon: -0.85 },
            Method::Ease { lambda: 50.0, dropout: 0.0 },
        ],
        // 40 of the 60 users.
        cells: 40 * 80,
        ..Tuning::default()
    };
    let learned = learn(&small(), &tuning, &mut Seeded::new(1));
    assert_eq!(learned, learn(&small(), &tuning, &mut Seeded::new(1)));
    near(learned.blend.mass(), 1.0);
    assert!(learned.blend.components.len() <= tuning.most);
    for (method, trial) in &learned.singles {
        assert!(learned.trial.objective() >= trial.objective() - 0.01, "{method}");
    }
}

#[test]
fn more_neighbours_than_items_lose_nothing() {
    let graph = small();
    let keep = Keep::Best { neighbours: 80, patterns: 8, core: 80 };
    for method in Method::literature() {
        let full = Table::new(&Fitted::new(method, &graph), Keep::All);
        let compact = Table::new(&Fitted::new(method, &graph), keep);
        let (mut one, mut two) = (vec![0.0; 80], vec![0.0; 80]);
        let history = graph.users.of(3);
        full.score(history, &mut one);
        compact.score(history, &mut two);
        let size = one.iter().fold(0.0f32, |most, value| most.max(value.abs()));
        for item in (0..80).filter(|item| !history.iter().any(|(own, _)| *own == *item)) {
            let (a, b) = (one[item as usize], two[item as usize]);
            assert!((a - b).abs() < 1e-4 * size, "{method}: {a} {b}");
        }
    }
}

#[test]
fn a_split_hides_what_is_then_measured() {
    let graph = small();
    let split = split(&graph, 100, &mut Seeded::new(2));
    let perfect = measure(&split.train, &split.probe, |user, scores| {
        scores.fill(0.0);
        split.probe[user].iter().for_each(|item| scores[*item as usize] = 1.0);
    });
    near(perfect.recall, 1.0);
    assert!(perfect.ranking_score < 0.05);
    let blind = measure(&split.train, &split.probe, |_, scores| scores.fill(0.0));
    assert!((blind.ranking_score - 0.5).abs() < 0.01, "equal scores are chance: {}", blind.ranking_score);
}

fn any_method() -> impl Strategy<Value = Method> {
    prop_oneof![
        Just(Method::Popularity),
        Just(Method::UserCf),
        Just(Method::ItemCf),
        (0.0..1.0f64).prop_map(|lambda| Method::Hybrid { lambda }),
        (-1.0..1.0f64).prop_map(|epsilon| Method::Preferential { epsilon }),
        (-1.0..0.0f64, 0.0..1.0f64).prop_map(|(a, lambda)| Method::Redundancy { a, lambda }),
        (1.0..100.0f64, 0.0..0.9f64).prop_map(|(lambda, dropout)| Method::Ease { lambda, dropout }),
        (1..5usize).prop_map(|rank| Method::Spectral { rank }),
    ]
}

fn any_links() -> impl Strategy<Value = Vec<(u32, u32, f64)>> {
    prop::collection::vec((0..8u32, 0..9u32, prop_oneof![Just(1.0), 0.01..10.0, Just(1e300)]), 1..40)
}

/// Weights as they occur; sums of 32-bit numbers have no digits left for ten to the eighth times as much.
fn plain_links() -> impl Strategy<Value = Vec<(u32, u32, f64)>> {
    prop::collection::vec((0..8u32, 0..9u32, prop_oneof![Just(1.0), 0.05..5.0]), 1..40)
}

fn any_blend() -> impl Strategy<Value = Blend> {
    let part = (any_method(), any::<bool>(), -1.0..1.0f64).prop_map(|(method, rank, weight)| Component {
        method,
        norm: if rank { Norm::Rank } else { Norm::Standard },
        weight,
    });
    prop::collection::vec(part, 1..4).prop_map(|components| Blend { components })
}

fn weighted(links: &[(u32, u32, f64)]) -> Graph {
    let links = links.iter().filter_map(|&(user, item, weight)| Some((user, item, Weight::new(weight)?)));
    Graph::new(0, 10, links)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_input_does_not_matter(links in any_links(), blend in any_blend(), turn in 0..40usize) {
        let mut turned = links.clone();
        turned.rotate_left(turn % links.len());
        turned.reverse();
        let keep = Keep::Best { neighbours: 3, patterns: 2, core: 5 };
        let (one, two) = (weighted(&links), weighted(&turned));
        prop_assert_eq!(&one, &two);
        prop_assert_eq!(Model::new(&one, &blend, keep), Model::new(&two, &blend, keep));
    }

    #[test]
    fn parts_and_causes_sum_to_the_score(links in plain_links(), blend in any_blend(), user in 0..8usize, full in any::<bool>()) {
        let graph = weighted(&links);
        let keep = if full { Keep::All } else { Keep::Best { neighbours: 4, patterns: 2, core: 9 } };
        let model = Model::new(&graph, &blend, keep);
        let (mut scores, mut scratch) = (vec![], Scratch::default());
        let history = graph.users.of(user);
        model.score(history, &mut scores, &mut scratch);
        for item in 0..10u32 {
            let own = history.iter().any(|(own, _)| *own == item);
            let explanation = model.explain(history, item, &mut scratch);
            prop_assert_eq!(explanation.is_none(), own);
            let Some(explanation) = explanation else { continue };
            let score = f64::from(scores[item as usize]);
            prop_assert!(score.is_finite());
            prop_assert!((explanation.score - score).abs() < 1e-3 * (1.0 + score.abs()), "{} {score}", explanation.score);
            let mut sum = 0.0;
            for part in &explanation.parts {
                let causes: f64 = part.causes.iter().map(|cause| cause.value).sum();
                prop_assert!((part.rest + causes - part.value).abs() < 1e-9 * (1.0 + part.value.abs()));
                sum += part.value;
            }
            prop_assert!((sum - explanation.score).abs() < 1e-9 * (1.0 + sum.abs()));
            let all: f64 = explanation.causes().iter().map(|cause| cause.value).sum();
            let rest: f64 = explanation.parts.iter().map(|part| part.rest).sum();
            prop_assert!((all + rest - explanation.score).abs() < 1e-9 * (1.0 + sum.abs()));
        }
    }

    #[test]
    fn scores_and_points_stay_in_range(links in any_links(), blend in any_blend(), user in 0..12usize) {
        let model = Model::new(&weighted(&links), &blend, Keep::COMPACT);
        let graph = weighted(&links);
        let history = graph.users.of(user);
        let best = model.best(history, 20, &mut Scratch::default());
        prop_assert_eq!(best.len(), 10 - history.len());
        prop_assert!(best.windows(2).all(|two| two[0].1 >= two[1].1));
        // No z-score among n numbers is above √(n − 1).
        prop_assert!(best.iter().all(|(_, score)| f64::from(score.abs()) <= 3.01 * blend.mass()));
        prop_assert!(best.iter().all(|(_, score)| (0.0..=1.0).contains(&model.blend().share()(*score))));
    }

    #[test]
    fn figures_stay_in_range(links in any_links(), seed in any::<u64>()) {
        let split = split(&weighted(&links), 300, &mut Seeded::new(seed));
        let table = Table::new(&Fitted::new(Method::ProbS, &split.train), Keep::All);
        let figures = measure(&split.train, &split.probe, |user, scores| table.score(split.train.users.of(user), scores));
        for value in [figures.ranking_score, figures.precision, figures.recall, figures.hamming] {
            prop_assert!((0.0..=1.0).contains(&value), "{figures:?}");
        }
    }
}

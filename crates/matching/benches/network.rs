//! `cargo bench -p jinqiao-matching --bench network`: one enterprise against 10,000 products after 500,000 interactions,
//! the recomputation of everything, and the memory of what is kept.

use divan::Bencher;
use jinqiao_kernel::{Money, Rate};
use jinqiao_matching::{
    Offer, Pair, Told, Weights, Wish,
    network::{Blend, Graph, History, Keep, Market, Method, Model, Scratch, Seeded, Table},
    rank,
};
use std::sync::LazyLock;
use std::time::Instant;

/// The market of the target in docs/matching.md.
static GRAPH: LazyLock<Graph> = LazyLock::new(|| {
    let market = Market { users: 5_000, items: 10_000, links: 500_000, ..Market::default() };
    market.graph(&mut Seeded::new(1))
});

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::new(&GRAPH, &Blend::default(), Keep::COMPACT));

/// Products with the rules that the shelf of a zone has; about one in three suits [`wish`].
static OFFERS: LazyLock<Vec<Offer>> = LazyLock::new(|| {
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
    let offer = |number: i64| Offer {
        amount: Some(Money::wan(10 + number % 7)..=Money::wan(if number % 5 == 0 { 90 } else { 500 + number % 900 })),
        term: Some(3..=if number % 7 == 0 { 6 } else { 36 }),
        rate_min: Some(Rate(300 + i32::try_from(number % 211).unwrap_or_default())),
        guarantees: words(if number % 3 == 0 { &["mortgage", "pledge"] } else { &["credit", "guarantee_company"] }),
        industries_in: words(if number % 4 == 0 { &["c", "i", "m"] } else { &[] }),
        regions: words(if number % 6 == 0 { &["高新区", "金凤园区"] } else { &[] }),
        age_min: (number % 2 == 0).then_some(24),
        revenue_min: (number % 3 == 1).then_some(Money::wan(500)),
        titles_any: words(if number % 11 == 0 { &["high_tech", "srdi"] } else { &[] }),
        negative: words(&["penalty", "enforcement"]),
        ..Offer::default()
    };
    (0..10_000).map(offer).collect()
});

fn wish() -> Wish {
    Wish {
        amount: Some(Money::wan(100)),
        term: Some(12),
        rate_max: Some(Rate(4_800)),
        guarantees: vec!["credit".into()],
        industry: vec!["c".into(), "35".into(), "3562".into()],
        places: vec!["高新区".into(), "金凤园区".into()],
        age: Some(60..=60),
        revenue: Some(Money::wan(4_000)..=Money::wan(4_000)),
        titles: vec!["high_tech".into()],
        risks: Some(vec![]),
        ..Wish::default()
    }
}

/// Everything for one demand: what the firm's history says of each product, every rule, the score, and the order.
fn demand(history: &History, scratch: &mut Scratch, wish: &Wish) -> usize {
    let preferences = MODEL.preferences(history, scratch);
    let of = |(offer, preference): (&'static Offer, &i32)| {
        let network = Some(*preference);
        Pair { offer, wish, annual_cost: offer.rate_min, told: Told { network, ..Told::default() } }
    };
    let ranking = rank(OFFERS.iter().zip(&preferences).map(of).enumerate(), &Weights::default());
    let suiting = ranking.matches.len();
    divan::black_box(ranking.best(10));
    suiting
}

/// Percentiles of the time for one user, which divan does not print, over every fifth user. Each is the least of three runs, so
/// that what else the machine does in between does not count as the time of that user.
fn percentiles(what: &str, mut run: impl FnMut(&History)) {
    let mut times = vec![];
    for user in (0..GRAPH.users.len()).step_by(5) {
        let history = GRAPH.users.of(user);
        let once = |_| {
            let started = Instant::now();
            run(divan::black_box(history));
            started.elapsed().as_secs_f64() * 1e3
        };
        times.push((0..3).map(once).fold(f64::INFINITY, f64::min));
    }
    times.sort_by(f64::total_cmp);
    let at = |permille: usize| times[(times.len() * permille / 1_000).min(times.len() - 1)];
    println!("{what}: p50 {:.3} ms, p99 {:.3} ms, longest {:.3} ms", at(500), at(990), at(1_000));
}

fn main() {
    // `cargo test --benches` asks for a short look only.
    if !std::env::args().any(|argument| argument == "--test") {
        println!("{} users, {} items, {} links", GRAPH.users.len(), GRAPH.items.len(), GRAPH.links());
        let started = Instant::now();
        let model = &*MODEL;
        println!("everything recomputed in {:.1} s on one core", started.elapsed().as_secs_f64());
        println!("model {:.1} MB, graph {:.1} MB", model.bytes() as f64 / 1e6, GRAPH.bytes() as f64 / 1e6);
        let (mut scores, mut scratch, wish) = (vec![], Scratch::default(), wish());
        println!("{} of {} products suit", demand(GRAPH.users.of(0), &mut scratch, &wish), OFFERS.len());
        percentiles("scores of the network, all items", |history| MODEL.score(history, &mut scores, &mut scratch));
        percentiles("one demand, all products", |history| {
            demand(history, &mut scratch, &wish);
        });
    }
    divan::main();
}

#[divan::bench(sample_count = 200)]
fn one_user(bencher: Bencher) {
    let (mut scores, mut scratch, mut user) = (vec![], Scratch::default(), 0);
    bencher.bench_local(|| {
        user = (user + 1) % GRAPH.users.len();
        MODEL.score(GRAPH.users.of(user), &mut scores, &mut scratch);
    });
}

#[divan::bench(sample_count = 100)]
fn explain_one_item(bencher: Bencher) {
    let mut scratch = Scratch::default();
    let history = GRAPH.users.of(1);
    let best = MODEL.best(history, 1, &mut scratch)[0].0;
    bencher.bench_local(|| MODEL.explain(history, best, &mut scratch));
}

#[divan::bench(sample_count = 1, sample_size = 1, args = [
    Method::UserCf,
    Method::Preferential { epsilon: -0.85 },
    Method::Redundancy { a: -0.75, lambda: 0.4 },
    Method::Ease { lambda: 300.0, dropout: 0.0 },
    Method::Spectral { rank: 32 },
])]
fn table(bencher: Bencher, method: Method) {
    bencher.bench_local(|| Table::new(&Keep::COMPACT.fit(method, &GRAPH), Keep::COMPACT));
}

//! `cargo bench -p jinqiao-matching --bench network`: one enterprise against 10,000 products after 500,000 interactions,
//! the recomputation of everything, and the memory of what is kept.

use divan::Bencher;
use jinqiao_matching::network::{Blend, Graph, Keep, Market, Method, Model, Scratch, Seeded, Table};
use std::sync::LazyLock;
use std::time::Instant;

/// The market of the target in docs/matching.md.
static GRAPH: LazyLock<Graph> = LazyLock::new(|| {
    let market = Market { users: 5_000, items: 10_000, links: 500_000, ..Market::default() };
    market.graph(&mut Seeded::new(1))
});

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::new(&GRAPH, &Blend::default(), Keep::COMPACT));

/// Percentiles of the time for one user, which divan does not print, over every fifth user. Each is the least of three runs, so
/// that what else the machine does in between does not count as the time of that user.
fn percentiles() {
    let (mut scores, mut scratch, mut times) = (vec![], Scratch::default(), vec![]);
    for user in (0..GRAPH.users.len()).step_by(5) {
        let history = GRAPH.users.of(user);
        let once = |_| {
            let started = Instant::now();
            MODEL.score(divan::black_box(history), &mut scores, &mut scratch);
            started.elapsed().as_secs_f64() * 1e3
        };
        times.push((0..3).map(once).fold(f64::INFINITY, f64::min));
    }
    times.sort_by(f64::total_cmp);
    let at = |permille: usize| times[(times.len() * permille / 1_000).min(times.len() - 1)];
    println!("one user, all items: p50 {:.3} ms, p99 {:.3} ms, longest {:.3} ms", at(500), at(990), at(1_000));
}

fn main() {
    // `cargo test --benches` asks for a short look only.
    if !std::env::args().any(|argument| argument == "--test") {
        println!("{} users, {} items, {} links", GRAPH.users.len(), GRAPH.items.len(), GRAPH.links());
        let started = Instant::now();
        let model = &*MODEL;
        println!("everything recomputed in {:.1} s on one core", started.elapsed().as_secs_f64());
        println!("model {:.1} MB, graph {:.1} MB", model.bytes() as f64 / 1e6, GRAPH.bytes() as f64 / 1e6);
        percentiles();
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

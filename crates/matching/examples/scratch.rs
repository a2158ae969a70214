//! scratch
use jinqiao_matching::network::*;
fn main() {
    for (kinds, taste, era, tail) in [(20, 1.1, 5.0, 2.7), (14, 1.0, 5.0, 2.2)] {
        let market = Market { kinds, taste, era, tail, ..Market::default() };
        let graph = market.graph(&mut Seeded::new(7));
        let split = split(&graph, 100, &mut Seeded::new(1));
        let mut pool = Method::literature();
        for lambda in [50.0, 100.0, 400.0, 800.0, 1600.0] {
            pool.push(Method::Ease { lambda, dropout: 0.0 });
        }
        for (lambda, dropout) in [(50.0, 0.2), (50.0, 0.33), (50.0, 0.5), (200.0, 0.33), (20.0, 0.5), (20.0, 0.7)] {
            pool.push(Method::Ease { lambda, dropout });
        }
        for rank in [8, 16, 64] {
            pool.push(Method::Spectral { rank });
        }
        for lambda in [0.1, 0.3, 0.5] {
            pool.push(Method::Hybrid { lambda });
        }
        for (a, lambda) in [(-0.5, 0.5), (-0.75, 0.5), (-0.5, 0.2), (-0.9, 1.0), (-0.75, 0.2), (-0.9, 0.3)] {
            pool.push(Method::Redundancy { a, lambda });
        }
        for method in pool {
            let t = std::time::Instant::now();
            let table = Table::new(&Fitted::new(method, &split.train), Keep::All);
            let f = measure(&split.train, &split.probe, |user, scores| table.score(split.train.users.of(user), scores));
            println!(
                "   {:<28} {:.4} {:.4} {:.3} {:.2}s",
                method.name(),
                f.ranking_score,
                f.precision,
                f.hamming,
                t.elapsed().as_secs_f32()
            );
        }
    }
}

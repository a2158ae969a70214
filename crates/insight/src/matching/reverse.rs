//! 逆向匹配: masked demands for a product, or for everything that an institution has on the shelf. Only what tier 1 shows is compared.

use super::{
    describe::{self, MOST},
    described::{self, Product, Wanted},
    knowledge::{Asker, Knowledge},
    settings::{self, MatchSettings},
    texts,
    view::{InstitutionMatches, MatchScore, ProductMatches},
};
use jinqiao_db::{Db, Reading};
use jinqiao_financing::{
    demands::{self, MarketDemand},
    orders,
    products::{self, FinancingKind, Offered},
};
use jinqiao_kernel::{Actor, DemandId, Error, ProductId, Result, local_date};
use jinqiao_matching::{Pair, Told, contenders, rank};
use sea_orm::Iterable;
use std::{collections::HashMap, sync::Arc};

/// Demands shown.
const DEMANDS: usize = 20;
/// Products of an institution that are compared, the newest.
const PRODUCTS: u64 = 20;

/// Demands on the market with what is known of who asks, read once for every product that is compared with them.
struct Market<'a> {
    wanted: &'a [Arc<Wanted>],
    askers: Vec<Asker<'a>>,
}

impl<'a> Market<'a> {
    fn new(wanted: &'a [Arc<Wanted>], knowledge: &'a Knowledge) -> Self {
        Self { wanted, askers: wanted.iter().map(|one| knowledge.asker(&one.wish)).collect() }
    }

    /// Places of the demands that suit a product, best first.
    async fn suiting(
        &self,
        conn: &impl Reading,
        product: &Product,
        settings: &MatchSettings,
    ) -> Result<Vec<(usize, MatchScore)>> {
        let (id, institution, labels) = (product.id, product.institution, &product.labels);
        let told =
            |one: &Wanted, asker: &Asker<'_>| Told { tags: one.tags.share(labels), ..asker.told(id, institution) };
        let beside = |(place, (one, asker)): (usize, (&'a Arc<Wanted>, &Asker<'a>))| {
            Some((place, describe::suiting(product.content(), &product.offer, &one.wish, || told(one, asker))?))
        };
        let mut pairs: Vec<(usize, Pair<'_>)> =
            self.wanted.iter().zip(&self.askers).enumerate().filter_map(beside).collect();
        let open = contenders(pairs.iter().enumerate().map(|(at, (_, pair))| (at, *pair)), DEMANDS, &settings.weights);
        let uses = open.iter().map(|at| self.wanted[pairs[*at].0].text.clone()).collect();
        let near = texts::near(conn, texts::Asked::published(&product.spoken), uses).await?;
        open.iter().zip(near).for_each(|(at, text)| pairs[*at].1.told.text = text);
        let with_id = |at: &usize| ((self.wanted[pairs[*at].0].seen.id, pairs[*at].0), pairs[*at].1);
        let best = rank(open.iter().map(with_id), &settings.weights).best(DEMANDS).into_iter();
        let scored = best.map(|one| {
            let place = one.key.1;
            let similar = self.askers[place].similar(id, institution);
            (place, MatchScore::new(&one, &settings.weights, self.wanted[place].tags.reason(labels), similar))
        });
        Ok(scored.collect())
    }
}

/// The masked demands, in the order of `ids`.
async fn masked(db: &Db, actor: &Actor, ids: &[DemandId]) -> Result<Vec<MarketDemand>> {
    let mut rows = demands::by_ids(db.read(), ids.iter().copied()).await?;
    let rows = ids.iter().map(|id| rows.remove(id).ok_or_else(Error::not_found)).collect::<Result<Vec<_>>>()?;
    orders::masked(db, actor, rows).await
}

/// Masked demands on the market that suit one of the own products and on which the institution may still offer; none for one that
/// pays out no money.
///
/// # Errors
/// `organizations.not_certified`; `not_found` when the product was never on the shelf.
pub async fn for_product(db: &Db, actor: &Actor, id: ProductId) -> Result<ProductMatches> {
    orders::check_certified(actor)?;
    let (conn, now) = (&db.answer(), db.world().now());
    let product = Product::new(products::own_offered(conn, actor.org, id).await?);
    let content = product.content();
    let (_, settings) = settings::current(conn).await?;
    if !content.pays() {
        return Ok(ProductMatches::without_money(now));
    }
    let amounts = content.amount_min.zip(content.amount_max).map(|(least, most)| least..=most);
    let seen = demands::on_market_of(conn, content.kind, amounts, MOST).await?;
    let wanted = described::demands_of(conn, orders::still_open(conn, actor, seen).await?).await?;
    let knowledge = Knowledge::of(conn, now).await?;
    let found = Market::new(&wanted, &knowledge).suiting(conn, &product, &settings).await?;
    let ids: Vec<_> = found.iter().map(|(place, _)| wanted[*place].seen.id).collect();
    let masked = masked(db, actor, &ids).await?;
    let scores = found.into_iter().map(|(_, score)| score);
    Ok(ProductMatches::new(now, wanted.len(), masked.into_iter().zip(scores).collect()))
}

/// Masked demands on the market that suit what the own institution has on the shelf, each with the product that suits best; without
/// those on which it has an order or that have no place left.
///
/// # Errors
/// `organizations.not_certified`.
pub async fn for_institution(db: &Db, actor: &Actor) -> Result<InstitutionMatches> {
    orders::check_certified(actor)?;
    let (conn, now) = (&db.answer(), db.world().now());
    let (_, settings) = settings::current(conn).await?;
    let offered = products::offered_by(conn, actor.org, local_date(now), PRODUCTS).await?;
    let offered: Vec<_> = offered.into_iter().map(Product::new).collect();
    let knowledge = Knowledge::of(conn, now).await?;
    let mut best: HashMap<DemandId, (MatchScore, &Offered)> = HashMap::new();
    for kind in FinancingKind::iter() {
        let own: Vec<_> = offered.iter().filter(|one| one.content().kind == kind).collect();
        if own.is_empty() {
            continue;
        }
        let seen = demands::on_market_of(conn, kind, None, MOST).await?;
        let wanted = described::demands_of(conn, orders::still_open(conn, actor, seen).await?).await?;
        let market = Market::new(&wanted, &knowledge);
        for product in own {
            for (place, score) in market.suiting(conn, product, &settings).await? {
                let demand = wanted[place].seen.id;
                if best.get(&demand).is_none_or(|(known, _)| score.total() > known.total()) {
                    best.insert(demand, (score, &product.offered));
                }
            }
        }
    }
    let mut found: Vec<_> = best.into_iter().collect();
    found.sort_by_key(|(demand, (score, _))| (std::cmp::Reverse(score.total()), *demand));
    found.truncate(DEMANDS);
    let ids: Vec<_> = found.iter().map(|(demand, _)| *demand).collect();
    let masked = masked(db, actor, &ids).await?;
    let matches = masked.into_iter().zip(found).map(|(demand, (_, (score, product)))| (demand, score, product));
    Ok(InstitutionMatches::new(now, offered.len(), matches.collect()))
}

//! 逆向匹配: masked demands for a product, or for everything that an institution has on the shelf. Only what tier 1 shows is compared.

use super::{
    describe::{self, MOST},
    described::{self, Product, Wanted},
    knowledge::{Asker, Knowledge},
    settings::{self, MatchSettings},
    texts,
    view::{InstitutionMatches, MatchScore, ProductMatches},
};
use jinqiao_db::{Db, Reading, shared};
use jinqiao_financing::{
    demands, orders,
    products::{self, FinancingKind, ProductContent},
};
use jinqiao_kernel::{Actor, DateTime, DemandId, OrgId, ProductId, Result, local_date};
use jinqiao_matching::{Match, Pair, Told, contenders, rank};
use sea_orm::Iterable;
use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::time::Instant;

/// Demands shown.
const DEMANDS: usize = 20;
/// Products of an institution that are compared, the newest.
const PRODUCTS: u64 = 20;

/// A demand on the market with what is known of who asks.
struct Candidate {
    wanted: Arc<Wanted>,
    asker: Asker,
}

/// Demands on the market that have a place left, for whoever compares something with them; the newest first.
#[derive(Clone)]
struct Market {
    candidates: Arc<[Candidate]>,
    /// Told from every other that this process has read.
    edition: u64,
    /// When it was read.
    read: Instant,
}

/// Editions read so far.
static EDITIONS: AtomicU64 = AtomicU64::new(0);

/// Demands on which an institution has an order, of those of a market.
#[derive(Clone)]
struct Taken(Arc<HashSet<DemandId>>);

/// A demand that suits a product.
struct Suiting<'a> {
    candidate: &'a Candidate,
    product: &'a Product,
    found: Match<'a, (DemandId, usize)>,
}

impl Market {
    /// Demands that ask for what `content` gives, or for anything of its kind. The same thousands are asked for by everybody, so that who
    /// asks may be told of the market as it was a minute ago; what is shown in the end is read anew.
    async fn of(
        conn: &impl Reading,
        kind: FinancingKind,
        content: Option<&ProductContent>,
        now: DateTime,
    ) -> Result<Self> {
        let amounts = content.and_then(|content| Some(content.amount_min?..=content.amount_max?));
        let key = format!("{kind:?} {amounts:?}");
        let read = async {
            let seen = demands::on_market_of(conn, kind, amounts, MOST).await?;
            let wanted = described::demands_of(conn, orders::with_places(conn, seen).await?).await?;
            let knowledge = Knowledge::of(conn, now).await?;
            let candidate = |wanted: Arc<Wanted>| Candidate { asker: knowledge.asker(&wanted.wish), wanted };
            let candidates = wanted.into_iter().map(candidate).collect();
            Ok(Self { candidates, edition: EDITIONS.fetch_add(1, Ordering::Relaxed), read: Instant::now() })
        };
        shared(conn, &key, read).await
    }

    /// Those on which `institution` has no order. Asked for anew as soon as it has a new one; `begun` is when the answer did.
    async fn open_to(&self, conn: &impl Reading, institution: OrgId, begun: Instant) -> Result<Vec<&Candidate>> {
        let ids = || self.candidates.iter().map(|one| one.wanted.seen.id).collect();
        let read = async { Ok(Taken(Arc::new(orders::taken(conn, institution, ids()).await?))) };
        // Nobody has asked yet about a market that was read for this answer.
        let Taken(taken) = if self.read >= begun {
            read.await?
        } else {
            let newest = orders::newest_of(conn, institution).await?;
            shared(conn, &format!("{institution:?} {newest:?} {}", self.edition), read).await?
        };
        Ok(self.candidates.iter().filter(|one| !taken.contains(&one.wanted.seen.id)).collect())
    }
}

/// Those of `candidates` that suit a product, best first.
async fn suiting<'a>(
    conn: &impl Reading,
    candidates: &[&'a Candidate],
    product: &'a Product,
    settings: &MatchSettings,
) -> Result<Vec<Suiting<'a>>> {
    let (id, institution, labels) = (product.id, product.institution, &product.labels);
    let told = |one: &Candidate| Told { tags: one.wanted.tags.share(labels), ..one.asker.told(id, institution) };
    let beside = |(place, one): (usize, &&'a Candidate)| {
        Some((place, describe::suiting(product.content(), &product.offer, &one.wanted.wish, || told(one))?))
    };
    let mut pairs: Vec<(usize, Pair<'a>)> = candidates.iter().enumerate().filter_map(beside).collect();
    let open = contenders(pairs.iter().enumerate().map(|(at, (_, pair))| (at, *pair)), DEMANDS, &settings.weights);
    let uses = open.iter().map(|at| candidates[pairs[*at].0].wanted.text.clone()).collect();
    let near = texts::near(conn, texts::Asked::published(&product.spoken), uses).await?;
    open.iter().zip(near).for_each(|(at, text)| pairs[*at].1.told.text = text);
    let with_id = |at: &usize| ((candidates[pairs[*at].0].wanted.seen.id, pairs[*at].0), pairs[*at].1);
    let best = rank(open.iter().map(with_id), &settings.weights).best(DEMANDS).into_iter();
    Ok(best.map(|found| Suiting { candidate: candidates[found.key.1], product, found }).collect())
}

impl Suiting<'_> {
    fn demand(&self) -> DemandId {
        self.found.key.0
    }

    /// The score in words, which is made only for what is shown.
    fn score(&self, settings: &MatchSettings) -> MatchScore {
        let Product { id, institution, labels, .. } = self.product;
        let similar = self.candidate.asker.similar(*id, *institution);
        MatchScore::new(&self.found, &settings.weights, self.candidate.wanted.tags.reason(labels), similar)
    }
}

/// Masked demands on the market that suit one of the own products and on which the institution may still offer; none for one that
/// pays out no money.
///
/// # Errors
/// `organizations.not_certified`; `not_found` when the product was never on the shelf.
pub async fn for_product(db: &Db, actor: &Actor, id: ProductId) -> Result<ProductMatches> {
    orders::check_certified(actor)?;
    let (conn, now, begun) = (&db.answer(), db.world().now(), Instant::now());
    let product = Product::new(products::own_offered(conn, actor.org, id).await?);
    let content = product.content();
    let (_, settings) = settings::current(conn).await?;
    if !content.pays() {
        return Ok(ProductMatches::without_money(now));
    }
    let market = Market::of(conn, content.kind, Some(content), now).await?;
    let candidates = market.open_to(conn, actor.org, begun).await?;
    let found = suiting(conn, &candidates, &product, &settings).await?;
    let ids: Vec<_> = found.iter().map(Suiting::demand).collect();
    let mut shown = orders::still_open(db, conn, actor, &ids).await?;
    let matches = found.iter().filter_map(|one| Some((shown.remove(&one.demand())?, one.score(&settings))));
    Ok(ProductMatches::new(now, candidates.len(), matches.collect()))
}

/// Masked demands on the market that suit what the own institution has on the shelf, each with the product that suits best; without
/// those on which it has an order or that have no place left.
///
/// # Errors
/// `organizations.not_certified`.
pub async fn for_institution(db: &Db, actor: &Actor) -> Result<InstitutionMatches> {
    orders::check_certified(actor)?;
    let (conn, now, begun) = (&db.answer(), db.world().now(), Instant::now());
    let (_, settings) = settings::current(conn).await?;
    let offered = products::offered_by(conn, actor.org, local_date(now), PRODUCTS).await?;
    let offered: Vec<_> = offered.into_iter().map(Product::new).collect();
    let mut markets = vec![];
    for kind in FinancingKind::iter() {
        let own: Vec<_> = offered.iter().filter(|one| one.content().kind == kind).collect();
        if !own.is_empty() {
            markets.push((Market::of(conn, kind, None, now).await?, own));
        }
    }
    let mut best: HashMap<DemandId, Suiting<'_>> = HashMap::new();
    for (market, own) in &markets {
        let candidates = market.open_to(conn, actor.org, begun).await?;
        for product in own {
            for one in suiting(conn, &candidates, product, &settings).await? {
                if best.get(&one.demand()).is_none_or(|known| one.found.total > known.found.total) {
                    best.insert(one.demand(), one);
                }
            }
        }
    }
    let mut found: Vec<_> = best.into_values().collect();
    found.sort_by_key(|one| (Reverse(one.found.total), one.demand()));
    found.truncate(DEMANDS);
    let ids: Vec<_> = found.iter().map(Suiting::demand).collect();
    let mut shown = orders::still_open(db, conn, actor, &ids).await?;
    let mut matches = vec![];
    for one in &found {
        if let Some(demand) = shown.remove(&one.demand()) {
            matches.push((demand, one.score(&settings), &one.product.offered));
        }
    }
    Ok(InstitutionMatches::new(now, offered.len(), matches))
}

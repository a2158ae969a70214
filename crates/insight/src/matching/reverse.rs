//! 逆向匹配: masked demands for a product, or for everything that an institution has on the shelf. Only what tier 1 shows is compared.

use super::{
    describe::{self, MOST},
    knowledge::Knowledge,
    settings::{self, MatchSettings},
    spoken,
    tags::{Labels, Tags},
    texts,
    view::{InstitutionMatches, MatchScore, ProductMatches},
};
use jinqiao_db::{Db, Reading};
use jinqiao_financing::{
    demands::{self, Demand},
    orders,
    products::{self, FinancingKind, Offered, ProductContent},
    synonyms,
};
use jinqiao_kernel::{Actor, DateTime, DemandId, OrgId, ProductId, Result, local_date};
use jinqiao_matching::{TimelineFact, Wish, contenders, rank};
use sea_orm::Iterable;
use std::collections::HashMap;

/// Demands shown.
const DEMANDS: usize = 20;
/// Products of an institution that are compared, the newest.
const PRODUCTS: u64 = 20;

/// Demands on the market with what is known of who asks, read once for every product that is compared with them.
struct Market {
    rows: Vec<Demand>,
    wishes: Vec<Wish>,
    tags: Vec<Tags>,
    knowledge: Knowledge,
}

impl Market {
    /// Of `rows`.
    async fn of(conn: &impl Reading, now: DateTime, rows: Vec<Demand>) -> Result<Self> {
        let wish = |demand: &Demand| describe::masked(demand, &demands::draft_of(demand));
        let wishes: Vec<_> = rows.iter().map(wish).collect();
        let knowledge = Knowledge::of(conn, now, &wishes.iter().collect::<Vec<_>>()).await?;
        let synonyms = synonyms::in_force(conn).await?;
        let tags = wishes.iter().map(|wish| Tags::of(&wish.tags, &synonyms)).collect();
        Ok(Self { rows, wishes, tags, knowledge })
    }

    /// Places of the demands that suit a product of `institution`, best first.
    async fn suiting(
        &self,
        conn: &impl Reading,
        institution: OrgId,
        (product, content): (ProductId, &ProductContent),
        settings: &MatchSettings,
    ) -> Result<Vec<(usize, MatchScore)>> {
        let labels = Labels::of(content);
        let offer = |(wish, tags): (&Wish, &Tags)| {
            let told =
                TimelineFact { tags: tags.share(&labels), ..self.knowledge.asker(wish).told(product, institution) };
            describe::offer(content, wish, told)
        };
        let mut offers: Vec<_> = self.wishes.iter().zip(&self.tags).map(offer).collect();
        let pairs = self.wishes.iter().zip(&offers).enumerate().map(|(place, (wish, offer))| (place, offer, wish));
        let open = contenders(pairs, DEMANDS, &settings.weights);
        let uses = open.iter().map(|place| self.rows[*place].public_text.clone().unwrap_or_default()).collect();
        let near = texts::near(conn, texts::Asked::published(&spoken::of_product(content)), uses).await?;
        open.iter().zip(near).for_each(|(place, text)| offers[*place].told.text = text);
        let key = |place: &usize| ((self.rows[*place].id, *place), &offers[*place], &self.wishes[*place]);
        let best = rank(open.iter().map(key), &settings.weights).best(DEMANDS).into_iter();
        let scored = best.map(|one| {
            let place = one.key.1;
            let similar = self.knowledge.asker(&self.wishes[place]).similar(product, institution);
            (place, MatchScore::new(&one, &settings.weights, self.tags[place].reason(&labels), similar))
        });
        Ok(scored.collect())
    }
}

/// Masked demands on the market that suit one of the own products; none for one that pays out no money.
///
/// # Errors
/// `organizations.not_certified`; `not_found` when the product was never on the shelf.
pub async fn for_product(db: &Db, actor: &Actor, id: ProductId) -> Result<ProductMatches> {
    orders::check_certified(actor)?;
    let (conn, now) = (&db.answer(), db.world().now());
    let product = products::own(conn, actor.org, id).await?;
    let content = products::shelf_content(conn, &product).await?;
    let (_, settings) = settings::current(conn).await?;
    if !content.pays() {
        return Ok(ProductMatches::without_money(now));
    }
    let amounts = content.amount_min.zip(content.amount_max).map(|(least, most)| least..=most);
    let rows = demands::on_market_of(conn, content.kind, amounts, MOST).await?;
    let market = Market::of(conn, now, rows).await?;
    let found = market.suiting(conn, actor.org, (id, &content), &settings).await?;
    let (demands, scores): (Vec<_>, Vec<_>) =
        found.into_iter().map(|(place, score)| (market.rows[place].clone(), score)).unzip();
    let masked = orders::masked(db, actor, demands).await?;
    Ok(ProductMatches::new(now, market.rows.len(), masked.into_iter().zip(scores).collect()))
}

/// The newest demands of a kind on which the institution may still make an offer.
async fn open_to(db: &Db, actor: &Actor, kind: FinancingKind) -> Result<Vec<Demand>> {
    let rows = demands::on_market_of(db.read(), kind, None, MOST).await?;
    let masked = orders::masked(db, actor, rows.clone()).await?;
    Ok(rows.into_iter().zip(masked).filter(|(_, seen)| seen.takes_another()).map(|(demand, _)| demand).collect())
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
    let mut best: HashMap<DemandId, (Demand, MatchScore, &Offered)> = HashMap::new();
    for kind in FinancingKind::iter() {
        let own: Vec<_> = offered.iter().filter(|one| one.row.kind == kind).collect();
        if own.is_empty() {
            continue;
        }
        let market = Market::of(conn, now, open_to(db, actor, kind).await?).await?;
        for product in own {
            let content = (product.row.id, &product.version.content.0);
            for (place, score) in market.suiting(conn, actor.org, content, &settings).await? {
                let demand = &market.rows[place];
                if best.get(&demand.id).is_none_or(|(_, known, _)| score.total() > known.total()) {
                    best.insert(demand.id, (demand.clone(), score, product));
                }
            }
        }
    }
    let mut found: Vec<_> = best.into_values().collect();
    found.sort_by_key(|(demand, score, _)| (std::cmp::Reverse(score.total()), demand.id));
    found.truncate(DEMANDS);
    let (demands, rest): (Vec<_>, Vec<_>) =
        found.into_iter().map(|(demand, score, product)| (demand, (score, product))).unzip();
    let masked = orders::masked(db, actor, demands).await?;
    let matches = masked.into_iter().zip(rest).map(|(demand, (score, product))| (demand, score, product)).collect();
    Ok(InstitutionMatches::new(now, offered.len(), matches))
}

//! Both directions.

use super::{
    describe,
    indicative::{self, Figures},
    knowledge::Knowledge,
    network::Own,
    texts, tuning,
    view::{DemandMatches, MatchScore, MatchedCard, ProductMatch, ProductMatches, ProductNearMiss},
};
use crate::{
    demands, enterprises, orders, organizations,
    products::{self, Offered, ProductInstitution},
};
use jinqiao_db::Db;
use jinqiao_kernel::{Actor, DemandId, Error, ProductId, Result, local_date};
use jinqiao_matching::{Told, rank};
use std::collections::HashMap;

/// The newest products or demands that are compared; beyond, an answer would keep people waiting.
pub(super) const MOST: u64 = 2_000;
/// Products shown for a demand.
const PRODUCTS: usize = 10;
/// Demands shown for a product.
const DEMANDS: usize = 20;

/// Products that suit one of the own demands. Who asks is known whole, so everything is compared.
///
/// # Errors
/// `not_found`; `matching.nothing_wanted` while the demand has no amount.
pub async fn for_demand(db: &Db, actor: &Actor, id: DemandId) -> Result<DemandMatches> {
    let (conn, now) = (db.read(), db.world().now());
    let demand = demands::own(conn, actor.org, id).await?;
    let draft = demands::draft_of(&demand);
    let amount =
        draft.amount.ok_or_else(|| Error::conflict("matching.nothing_wanted", "填写融资金额后才能匹配产品"))?;
    let profile = enterprises::of_org(conn, actor.org).await?;
    let years = enterprises::years_of(conn, actor.org).await?;
    let wish = describe::own(&draft, &profile, &years, local_date(now));
    let offered = products::offered_of_kind(conn, draft.kind, local_date(now), MOST).await?;
    let orgs = organizations::names(conn, offered.iter().map(|one| one.row.institution_id)).await?;
    let card = |one: &Offered| {
        let institution = orgs.get(&one.row.institution_id).ok_or_else(Error::not_found)?;
        Ok::<_, Error>(MatchedCard::new(one, ProductInstitution::from(institution)))
    };
    let knowledge = Knowledge::of(conn, now, &[&wish]).await?;
    let (_, settings) = tuning::current(conn).await?;
    let descriptions = offered.iter().map(|one| texts::of_product(&one.version.content.0)).collect();
    // Words are compared as the firm wrote them; what the service was sent is the text that the market reads.
    let published = demand.public_text.as_deref().filter(|_| demand.state.takes_offers());
    let asked = texts::Asked { words: draft.use_text.as_deref().unwrap_or_default(), published };
    let near = texts::near(conn, asked, descriptions).await?;
    let (asker, past) = (knowledge.asker(&wish), Own::of(conn, actor.org, now).await?);
    let pairs = offered.iter().enumerate().map(|(place, one)| {
        let content = &one.version.content.0;
        let (id, institution) = (one.row.id, one.row.institution_id);
        let key = (content.decision_days().unwrap_or(i32::MAX), id, place);
        let told = asker.told(id, institution);
        // What the firm did itself says more than what others like it did.
        let network = past.share(id, institution).or(told.network);
        let told = Told { text: near[place], network, ..told };
        (key, describe::offer(content, amount, draft.term_months, told), wish.clone())
    });
    let ranking = rank(pairs, &settings.weights);
    let figures = Figures::of(conn, &draft, &profile, &years, now).await?;
    let amounts: Vec<_> = ranking.matches.iter().map(|one| figures.indicative(&offered[one.key.2])).collect();
    let range = indicative::range(amounts.iter().flatten());
    let mut matches = vec![];
    for (one, amount) in ranking.matches.into_iter().zip(amounts).take(PRODUCTS) {
        let product = &offered[one.key.2];
        let (id, institution) = (product.row.id, product.row.institution_id);
        let similar = match past.share(id, institution) {
            Some(_) => past.text(conn, id, institution).await?,
            None => asker.similar(id, institution),
        };
        matches.push(ProductMatch::new(card(product)?, MatchScore::new(one.score, one.verdicts, similar), amount));
    }
    let mut near = vec![];
    for one in ranking.near {
        near.push(ProductNearMiss::new(card(&offered[one.key.2])?, one.missing));
    }
    Ok(DemandMatches::new(now, offered.len(), matches, near, range))
}

/// Masked demands on the market that suit one of the own products. Only what tier 1 shows is compared.
///
/// # Errors
/// `organizations.not_certified`; `not_found` when the product was never on the shelf.
pub async fn for_product(db: &Db, actor: &Actor, id: ProductId) -> Result<ProductMatches> {
    orders::check_certified(actor)?;
    let (conn, now) = (db.read(), db.world().now());
    let product = products::own(conn, actor.org, id).await?;
    let content = products::shelf_content(conn, &product).await?;
    let amounts = content.amount_min.zip(content.amount_max).map(|(least, most)| least..=most);
    let rows = demands::on_market_of(conn, content.kind, amounts, MOST).await?;
    let wished = rows.iter().map(|demand| (demand.id, describe::masked(demand, &demands::draft_of(demand))));
    let wished: Vec<_> = wished.collect();
    let wishes: Vec<_> = wished.iter().map(|(_, wish)| wish).collect();
    let knowledge = Knowledge::of(conn, now, &wishes).await?;
    let (_, settings) = tuning::current(conn).await?;
    let uses = rows.iter().map(|demand| demand.public_text.clone().unwrap_or_default()).collect();
    let near = texts::near(conn, texts::Asked::published(&texts::of_product(&content)), uses).await?;
    let pairs = wished.iter().zip(near).map(|((id, wish), text)| {
        let told = Told { text, ..knowledge.asker(wish).told(product.id, product.institution_id) };
        (*id, describe::offer(&content, wish.amount, wish.term, told), wish.clone())
    });
    let ranking = rank(pairs, &settings.weights);
    let considered = rows.len();
    let asked: HashMap<_, _> = wished.iter().map(|(id, wish)| (*id, wish)).collect();
    let similar =
        |id| asked.get(&id).and_then(|wish| knowledge.asker(wish).similar(product.id, product.institution_id));
    let mut known: HashMap<_, _> = rows.into_iter().map(|demand| (demand.id, demand)).collect();
    let best = ranking.matches.into_iter().take(DEMANDS);
    let (demands, scores): (Vec<_>, Vec<_>) = best
        .filter_map(|one| Some((known.remove(&one.key)?, MatchScore::new(one.score, one.verdicts, similar(one.key)))))
        .unzip();
    let masked = orders::masked(db, actor, demands).await?;
    Ok(ProductMatches::new(now, considered, masked.into_iter().zip(scores).collect()))
}

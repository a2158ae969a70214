//! Products for a demand, or for a firm as a whole.

use super::{
    describe::{self, MOST},
    indicative::{self, Figures},
    knowledge::Knowledge,
    network::Own,
    settings, spoken,
    tags::{Labels, Tags},
    texts,
    view::{DemandMatches, MatchScore, MatchedCard, ProductMatch, ProductNearMiss},
};
use jinqiao_db::Db;
use jinqiao_financing::{
    demands::{self, Draft},
    products::{self, FinancingKind, Offered, ProductInstitution},
    synonyms,
};
use jinqiao_kernel::{Actor, DemandId, Error, Result, local_date};
use jinqiao_matching::{TimelineFact, Wish, contenders, rank};
use jinqiao_platform::{enterprises, organizations};

/// Products shown.
const PRODUCTS: usize = 10;

/// Products that suit one of the own demands. Who asks is known whole, so everything is compared.
///
/// # Errors
/// `not_found`; `matching.nothing_wanted` while the demand has no amount.
pub async fn for_demand(db: &Db, actor: &Actor, id: DemandId) -> Result<DemandMatches> {
    let (conn, now) = (&db.answer(), db.world().now());
    let demand = demands::own(conn, actor.org, id).await?;
    let draft = demands::draft_of(&demand);
    if draft.amount.is_none() {
        return Err(Error::conflict("matching.nothing_wanted", "填写融资金额后才能匹配产品"));
    }
    let profile = enterprises::of_org(conn, actor.org).await?;
    let years = enterprises::years_of(conn, actor.org).await?;
    let wish = describe::own(&draft, &profile, &years, local_date(now));
    // Words are compared as the firm wrote them; what the service was sent is the text that the market reads.
    let published = demand.public_text.as_deref().filter(|_| demand.state.takes_offers());
    let asked = texts::Asked { words: draft.use_text.as_deref().unwrap_or_default(), published };
    let figures = Figures::of(conn, &draft, &profile, &years, now).await?;
    products_for(db, actor, draft.kind, &wish, asked, Some(&figures)).await
}

/// Loans that suit the own firm as it is, before it has said what it wants: by its profile, and by what it and firms like it chose.
///
/// # Errors
/// `matching.unknown_firm` while the profile names no industry.
pub async fn for_firm(db: &Db, actor: &Actor) -> Result<DemandMatches> {
    let (conn, now) = (&db.answer(), db.world().now());
    let profile = enterprises::of_org(conn, actor.org).await?;
    if profile.industry_section.is_none() {
        return Err(Error::conflict("matching.unknown_firm", "在企业档案中填写所属行业后，平台会推荐合适的产品"));
    }
    let years = enterprises::years_of(conn, actor.org).await?;
    let described = Draft { tags: profile.extras.0.tags.clone(), ..Draft::default() };
    let wish = describe::own(&described, &profile, &years, local_date(now));
    let asked = texts::Asked { words: profile.main_business.as_deref().unwrap_or_default(), published: None };
    products_for(db, actor, FinancingKind::Debt, &wish, asked, None).await
}

/// Products of `kind` for the own firm. `figures` give indicative amounts, where an amount is wanted.
async fn products_for(
    db: &Db,
    actor: &Actor,
    kind: FinancingKind,
    wish: &Wish,
    asked: texts::Asked<'_>,
    figures: Option<&Figures>,
) -> Result<DemandMatches> {
    let (conn, now) = (&db.answer(), db.world().now());
    let offered = products::offered_of_kind(conn, kind, local_date(now), MOST).await?;
    let orgs = organizations::names(conn, offered.iter().map(|one| one.row.institution_id)).await?;
    let card = |one: &Offered| {
        let institution = orgs.get(&one.row.institution_id).ok_or_else(Error::not_found)?;
        Ok::<_, Error>(MatchedCard::new(one, ProductInstitution::from(institution)))
    };
    let knowledge = Knowledge::of(conn, now, &[wish]).await?;
    let (_, settings) = settings::current(conn).await?;
    let (asker, past) = (knowledge.asker(wish), Own::of(conn, actor.org, now).await?);
    let tags = Tags::of(&wish.tags, &*synonyms::in_force(conn).await?);
    let labels = |one: &Offered| Labels::of(&one.version.content.0);
    let mut offers: Vec<_> = offered
        .iter()
        .map(|one| {
            let (id, institution) = (one.row.id, one.row.institution_id);
            let told = asker.told(id, institution);
            // What the firm did itself says more than what others like it did.
            let network = past.share(id, institution).or(told.network);
            let named = if tags.is_empty() { None } else { tags.share(&labels(one)) };
            describe::offer(&one.version.content.0, wish, TimelineFact { network, tags: named, ..told })
        })
        .collect();
    let open =
        contenders(offers.iter().enumerate().map(|(place, offer)| (place, offer, wish)), PRODUCTS, &settings.weights);
    let descriptions = open.iter().map(|place| spoken::of_product(&offered[*place].version.content.0)).collect();
    let near = texts::near(conn, asked, descriptions).await?;
    open.iter().zip(near).for_each(|(place, text)| offers[*place].told.text = text);
    let pairs = offers.iter().zip(&offered).enumerate().map(|(place, (offer, one))| {
        let days = one.version.content.0.decision_days().unwrap_or(i32::MAX);
        ((days, one.row.id, place), offer, wish)
    });
    let mut ranking = rank(pairs, &settings.weights);
    let amount = |place: usize| figures.and_then(|figures| figures.indicative(&offered[place]));
    let amounts: Vec<_> = ranking.matches.iter().filter_map(|one| amount(one.key.2)).collect();
    let range = indicative::range(amounts.iter());
    let mut matches = vec![];
    let missed = std::mem::take(&mut ranking.near);
    for one in ranking.best(PRODUCTS) {
        let product = &offered[one.key.2];
        let (id, institution) = (product.row.id, product.row.institution_id);
        let similar = match past.share(id, institution) {
            Some(_) => past.text(conn, id, institution).await?,
            None => asker.similar(id, institution),
        };
        matches.push(ProductMatch::new(
            card(product)?,
            MatchScore::new(&one, &settings.weights, tags.reason(&labels(product)), similar),
            amount(one.key.2),
        ));
    }
    let mut near = vec![];
    for one in missed {
        near.push(ProductNearMiss::new(card(&offered[one.key.2])?, one.missing));
    }
    Ok(DemandMatches::new(now, offered.len(), matches, near, range))
}

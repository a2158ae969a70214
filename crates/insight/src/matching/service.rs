//! Products for a demand, or for a firm as a whole.

use super::{
    describe,
    described::{self, Product},
    indicative::{self, Figures},
    knowledge::Knowledge,
    network::Own,
    settings,
    tags::Tags,
    texts,
    view::{DemandMatches, MatchScore, MatchedCard, ProductMatch, ProductNearMiss},
};
use jinqiao_db::{Db, Reading, shared};
use jinqiao_financing::{
    demands::{self, Draft},
    products::{self, FinancingKind, ProductInstitution},
    synonyms,
};
use jinqiao_kernel::{Actor, DemandId, Error, NaiveDate, OrgId, Result, local_date};
use jinqiao_matching::{Pair, Ranking, Told, Wish, contenders, rank};
use jinqiao_platform::{enterprises, organizations};
use std::sync::Arc;
use tokio::time::Instant;

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
    products_for(db, Some(actor.org), draft.kind, &wish, asked, Some(&figures)).await
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
    products_for(db, Some(actor.org), FinancingKind::Debt, &wish, asked, None).await
}

/// Products on the shelf, the newest.
#[derive(Clone)]
struct Shelf {
    products: Arc<[Arc<Product>]>,
    /// When they were read.
    read: Instant,
}

impl Shelf {
    /// Everybody's are compared with the same thousands, so that who asks may be told of the shelf as it was a minute ago; what is shown in
    /// the end is looked up once more.
    async fn of(conn: &impl Reading, kind: FinancingKind, today: NaiveDate) -> Result<Self> {
        let read = async {
            Ok(Self { products: described::products_of(conn, kind, today).await?.into(), read: Instant::now() })
        };
        shared(conn, &format!("{kind:?} {today}"), read).await
    }
}

/// Products of `kind` for a firm, or for a visitor. `figures` give indicative amounts, where an amount is wanted.
pub(super) async fn products_for(
    db: &Db,
    firm: Option<OrgId>,
    kind: FinancingKind,
    wish: &Wish,
    asked: texts::Asked<'_>,
    figures: Option<&Figures>,
) -> Result<DemandMatches> {
    let (conn, now) = (&db.answer(), db.world().now());
    let begun = Instant::now();
    let Shelf { products, read } = Shelf::of(conn, kind, local_date(now)).await?;
    let knowledge = Knowledge::of(conn, now).await?;
    let (_, settings) = settings::current(conn).await?;
    let asker = knowledge.asker(wish);
    let past = match firm {
        Some(firm) => Some(Own::of(conn, firm, now).await?),
        None => None,
    };
    let own = |one: &Product| past.as_ref().and_then(|past| past.share(one.id, one.institution));
    let tags = Tags::of(&wish.tags, &*synonyms::in_force(conn).await?);
    let told = |one: &Product| {
        let told = asker.told(one.id, one.institution);
        // What the firm did itself says more than what others like it did.
        let network = own(one).or(told.network);
        Told { network, tags: tags.share(&one.labels), ..told }
    };
    let beside = |one| Some((one, describe::suiting_or_near(Product::content(one), &one.offer, wish, || told(one))?));
    let mut pairs: Vec<(&Product, Pair<'_>)> = products.iter().map(AsRef::as_ref).filter_map(beside).collect();
    let open = contenders(pairs.iter().enumerate().map(|(at, (_, pair))| (at, *pair)), PRODUCTS, &settings.weights);
    let near = texts::near(conn, asked, open.iter().map(|at| pairs[*at].0.spoken.clone()).collect()).await?;
    open.iter().zip(near).for_each(|(at, text)| pairs[*at].1.told.text = text);
    let key = |at: usize, one: &Product| (one.content().decision_days().unwrap_or(i32::MAX), one.id, at);
    let keyed = pairs.iter().enumerate().map(|(at, (one, pair))| (key(at, one), *pair));
    let mut ranking = rank(keyed, &settings.weights);
    let amount = |one: &Product| figures.and_then(|figures| figures.indicative(&one.offered));
    let amounts: Vec<_> = ranking.matches.iter().filter_map(|one| amount(pairs[one.key.2].0)).collect();
    let range = indicative::range(amounts.iter());
    let missed = std::mem::take(&mut ranking.near);
    // A visitor asks how much it might get: what answers that comes first.
    let answers = |product: &Product| firm.is_none() && amount(product).is_some_and(|one| one.is_computed());
    let (first, others) = ranking.matches.into_iter().partition(|one| answers(pairs[one.key.2].0));
    let mut best = Ranking { matches: first, near: vec![] }.best(PRODUCTS);
    let room = PRODUCTS - best.len();
    best.extend(Ranking { matches: others, near: vec![] }.best(room));
    let places = best.iter().map(|one| one.key.2).chain(missed.iter().map(|one| one.key.2));
    let shown: Vec<_> = places.map(|at| pairs[at].0).collect();
    // What was read for this answer needs no second look.
    let there = match read >= begun {
        true => None,
        false => {
            let ids = shown.iter().map(|one| one.id);
            Some(products::versions_on_shelf(conn, ids, local_date(now)).await?)
        }
    };
    let there = |at: usize| there.as_ref().is_none_or(|there| there.contains(&(pairs[at].0.id, pairs[at].0.number)));
    let orgs = organizations::names(conn, shown.iter().map(|one| one.institution)).await?;
    let card = |one: &Product| {
        let institution = orgs.get(&one.institution).ok_or_else(Error::not_found)?;
        Ok::<_, Error>(MatchedCard::new(&one.offered, ProductInstitution::from(institution)))
    };
    let mut matches = vec![];
    for one in best.into_iter().filter(|one| there(one.key.2)) {
        let product = pairs[one.key.2].0;
        let (id, institution) = (product.id, product.institution);
        let similar = match past.as_ref().filter(|_| own(product).is_some()) {
            Some(past) => past.text(conn, id, institution).await?,
            None => asker.similar(id, institution),
        };
        matches.push(ProductMatch::new(
            card(product)?,
            MatchScore::new(&one, &settings.weights, tags.reason(&product.labels), similar),
            amount(product),
        ));
    }
    let mut near = vec![];
    for one in missed.into_iter().filter(|one| there(one.key.2)) {
        near.push(ProductNearMiss::new(card(pairs[one.key.2].0)?, one.missing));
    }
    Ok(DemandMatches::new(now, products.len(), matches, near, range))
}

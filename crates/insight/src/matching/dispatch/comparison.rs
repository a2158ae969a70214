//! Every product beside a demand: the long part of a round, which needs no lock. It is done before the write that makes the round,
//! and looked for there; what has changed meanwhile is compared again (ADR 37).

use super::basis::Compared;
use crate::{
    matching::{
        describe::{self, MOST},
        described::{self, Product},
        knowledge::Knowledge,
        tags::Tags,
        texts,
    },
    points::Grade,
};
use jinqiao_db::{Db, Reading, Tx};
use jinqiao_financing::{
    demands::{self, DISPATCH_INSTITUTIONS, Demand, DemandState},
    orders::{self, OrderState},
    products::{self, ProductContent},
    synonyms,
};
use jinqiao_kernel::{DateTime, DemandId, OrgId, ProductId, Result, local_date};
use jinqiao_matching::{Told, Wish};
use jinqiao_platform::permissions::value_of;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::time::Instant;

/// A comparison is looked for so long after it was made.
const FRESH: Duration = Duration::from_secs(60);
/// Comparisons that are kept at most: each is used at once, or not at all.
const KEPT: usize = 16;

/// What was compared. The demand is compared masked: what tier 1 hides decides nothing, so being chosen tells an institution
/// nothing.
pub struct Comparison {
    /// The demand, by what tier 1 shows.
    pub wish: Wish,
    /// The products.
    pub compared: Vec<Compared>,
    /// The same, as they are described.
    products: HashMap<ProductId, Arc<Product>>,
    /// Grades of the institutions behind them.
    pub grades: HashMap<OrgId, Option<Grade>>,
}

impl Comparison {
    /// What a product of it says.
    pub fn content(&self, product: ProductId) -> Option<&ProductContent> {
        Some(self.products.get(&product)?.content())
    }

    async fn of(conn: &impl Reading, now: DateTime, demand: &Demand) -> Result<Arc<Self>> {
        let products = described::products_of(conn, demand.kind, local_date(now)).await?;
        let wish = describe::masked(demand, &demands::draft_of(demand));
        let knowledge = Knowledge::of(conn, now).await?;
        let descriptions = products.iter().map(|one| one.spoken.clone()).collect();
        let asked = texts::Asked::published(demand.public_text.as_deref().unwrap_or_default());
        let near = texts::near(conn, asked, descriptions).await?;
        let asker = knowledge.asker(&wish);
        let tags = Tags::of(&wish.tags, &*synonyms::in_force(conn).await?);
        let compared: Vec<_> = products
            .iter()
            .zip(near)
            .map(|(one, text)| Compared {
                product: one.id,
                number: one.number,
                institution: one.institution,
                told: Told { text, tags: tags.share(&one.labels), ..asker.told(one.id, one.institution) },
            })
            .collect();
        let grade = |one: &Compared| (one.institution, knowledge.standing(one.institution).grade);
        let grades = compared.iter().map(grade).collect();
        let products = products.into_iter().map(|one| (one.id, one)).collect();
        Ok(Arc::new(Self { wish, compared, products, grades }))
    }
}

/// Comparisons that a write may look for, the oldest first.
#[derive(Clone, Default)]
struct Prepared(Arc<Mutex<Vec<Made>>>);

/// For which demand, and when.
type Made = (DemandId, Instant, Arc<Comparison>);

impl Prepared {
    fn keep(&self, demand: DemandId, made: Arc<Comparison>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, at, _)| *known != demand && at.elapsed() < FRESH);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((demand, Instant::now(), made));
    }

    fn take(&self, demand: DemandId) -> Option<Arc<Comparison>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|(known, at, _)| *known == demand && at.elapsed() < FRESH)?;
        Some(kept.remove(place).2)
    }
}

/// Compares before a round of the demand is made, without a lock and with a connection for reading; not where none will be made,
/// because nobody is dispatched to, or somebody has still to answer.
///
/// # Errors
/// When the database fails; the round compares for itself then.
pub async fn prepare(db: &Db, id: DemandId) -> Result<()> {
    let conn = &db.answer();
    let demand = demands::by_id(conn, id).await?;
    let open = demand.state == DemandState::Dispatched || demand.on_market;
    if !open || value_of(conn, DISPATCH_INSTITUTIONS).await? == 0 {
        return Ok(());
    }
    let states = orders::states_of_demand(conn, id).await?;
    if states.values().all(|(_, state)| *state != OrderState::Invited) {
        let made = Comparison::of(conn, db.world().now(), &demand).await?;
        db.kept::<Prepared>().keep(id, made);
    }
    Ok(())
}

/// What was compared beforehand, if the demand and the `products` on the shelf are still as they were then; or else compared now.
pub async fn comparison(tx: &Tx, demand: &Demand) -> Result<Arc<Comparison>> {
    let wish = describe::masked(demand, &demands::draft_of(demand));
    if let Some(made) = tx.kept::<Prepared>().take(demand.id).filter(|made| made.wish == wish) {
        let newest = products::versions_of_kind(tx.conn(), demand.kind, local_date(tx.now()), MOST).await?;
        let compared = made.compared.iter().map(|one| (one.product, one.number));
        if compared.eq(newest) {
            return Ok(made);
        }
    }
    Comparison::of(tx.conn(), tx.now(), demand).await
}

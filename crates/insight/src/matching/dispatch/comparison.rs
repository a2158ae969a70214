//! Every product beside a demand: the long part of a round, which needs no lock. It is done before the write that makes the round,
//! and looked for there; what has changed meanwhile is compared again (ADR 37).

use super::basis::Compared;
use crate::{
    matching::{
        describe::{self, MOST},
        knowledge::Knowledge,
        spoken,
        tags::{Labels, Tags},
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
use jinqiao_matching::{TimelineFact, Wish};
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
    /// What they say.
    pub contents: HashMap<ProductId, ProductContent>,
    /// Grades of the institutions behind them.
    pub grades: HashMap<OrgId, Option<Grade>>,
}

impl Comparison {
    async fn of(conn: &impl Reading, now: DateTime, demand: &Demand) -> Result<Arc<Self>> {
        let offered = products::offered_of_kind(conn, demand.kind, local_date(now), MOST).await?;
        let wish = describe::masked(demand, &demands::draft_of(demand));
        let knowledge = Knowledge::of(conn, now, &[&wish]).await?;
        let descriptions = offered.iter().map(|one| spoken::of_product(&one.version.content.0)).collect();
        let asked = texts::Asked::published(demand.public_text.as_deref().unwrap_or_default());
        let near = texts::near(conn, asked, descriptions).await?;
        let asker = knowledge.asker(&wish);
        let tags = Tags::of(&wish.tags, &*synonyms::in_force(conn).await?);
        let named = |content| if tags.is_empty() { None } else { tags.share(&Labels::of(content)) };
        let compared: Vec<_> = offered
            .iter()
            .zip(near)
            .map(|(one, text)| Compared {
                product: one.row.id,
                number: one.version.number,
                institution: one.row.institution_id,
                told: TimelineFact {
                    text,
                    tags: named(&one.version.content.0),
                    ..asker.told(one.row.id, one.row.institution_id)
                },
            })
            .collect();
        let grade = |one: &Compared| (one.institution, knowledge.standing(one.institution).grade);
        let grades = compared.iter().map(grade).collect();
        let contents = offered.into_iter().map(|one| (one.row.id, one.version.content.0)).collect();
        Ok(Arc::new(Self { wish, compared, contents, grades }))
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

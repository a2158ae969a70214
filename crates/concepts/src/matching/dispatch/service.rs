//! Rounds.

use super::{
    entity::{Column, Entity, Model},
    pick::{Pick, pick, tied},
};
use crate::{
    demands::{self, Demand, DemandState},
    matching::{describe, service::MOST, view::MatchPart},
    orders::{self, OrderState},
    organizations::{self, OrgState},
    permissions::{Parameter, days_of, value_of},
    points,
    products::{self, finances},
};
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, DemandId, Error, OrgId, Result, local_date};
use jinqiao_matching::{Weights, rank};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use std::collections::{HashMap, HashSet};

/// Every product that suits the masked demand: what tier 1 hides decides nothing, so being chosen tells an institution nothing.
async fn suitable(tx: &Tx, demand: &Demand) -> Result<(Vec<(jinqiao_kernel::ProductId, i32)>, Vec<Pick>)> {
    let (conn, draft) = (tx.conn(), demands::draft_of(demand));
    let amount = draft.amount.unwrap_or_default();
    let offered = products::offered_of_kind(conn, demand.kind, local_date(tx.now()), MOST).await?;
    let wish = describe::masked(demand, &draft);
    let pairs = offered.iter().enumerate().map(|(place, one)| {
        let offer = describe::offer(&one.version.content.0, amount, draft.term_months);
        ((one.row.id, place), offer, wish.clone())
    });
    let matches = rank(pairs, &Weights::default()).matches.into_iter();
    let picks = matches.map(|found| {
        let one = &offered[found.key.1];
        Pick {
            institution: one.row.institution_id,
            product: one.row.id,
            number: one.version.number,
            score: found.score.total,
            parts: found.score.parts.into_iter().map(|(part, points)| (MatchPart::from(part), points)).collect(),
            grade: None,
        }
    });
    let picks = picks.collect();
    Ok((offered.iter().map(|one| (one.row.id, one.version.number)).collect(), picks))
}

/// Institutions among `found` that may not take this demand: not certified (any more), closed, or of another trade.
async fn barred(tx: &Tx, demand: &Demand, found: &[Pick]) -> Result<HashSet<OrgId>> {
    let orgs = organizations::names(tx.conn(), found.iter().map(|one| one.institution)).await?;
    let may = |org: &organizations::Organization| {
        let finances = org.institution_type.is_some_and(|kind| finances(kind, demand.kind));
        org.certified && org.state == OrgState::Active && finances
    };
    Ok(orgs.into_iter().filter(|(_, org)| !may(org)).map(|(id, _)| id).collect())
}

/// Offers the locked demand to the next best institutions. Returns how many there were.
async fn offer_round(tx: &Tx, demand: &Demand, round: i32) -> Result<usize> {
    let many = usize::try_from(value_of(tx.conn(), Parameter::DispatchInstitutions).await?.max(1)).unwrap_or(1);
    let (compared, mut found) = suitable(tx, demand).await?;
    if tied(&found) {
        let grades = points::institution_grades(tx.conn(), tx.now()).await?;
        found.iter_mut().for_each(|one| one.grade = grades.get(&one.institution).copied());
    }
    let mut out = barred(tx, demand, &found).await?;
    out.extend(orders::states_of_demand(tx.conn(), demand.id).await?.into_keys());
    let picks = pick(found, &out, &orders::running(tx.conn()).await?, many);
    if picks.is_empty() {
        return Ok(0);
    }
    for one in &picks {
        orders::invite(tx, demand, one.institution).await?;
    }
    demands::begin_round(tx, demand, round, picks.len()).await?;
    let many = picks.len();
    let row = Model {
        id: tx.id(),
        demand_id: demand.id,
        round,
        at: tx.now(),
        demand_version: demand.version,
        compared: Doc(compared),
        picks: Doc(picks),
    };
    row.into_active_model().reset_all().insert(tx.conn()).await?;
    Ok(many)
}

/// Lets the dispatch of a demand go on once its round is over: with the next round, or to the open market.
pub async fn go_on(tx: &Tx, id: DemandId) -> Result<()> {
    let demand = demands::lock_any(tx, id).await?;
    if demand.dispatch_round == 0 || !demand.state.takes_offers() {
        return Ok(());
    }
    let states = orders::states_of_demand(tx.conn(), id).await?;
    if states.values().any(|(_, state)| *state == OrderState::Invited) {
        return Ok(());
    }
    if demand.state == DemandState::Dispatched {
        let begun = last(tx.conn(), &demand).await?.is_some_and(|row| row.round == demand.dispatch_round);
        let next = demand.dispatch_round + i32::from(begun);
        if next <= days_of(tx.conn(), Parameter::DispatchRounds).await? && offer_round(tx, &demand, next).await? > 0 {
            return Ok(());
        }
    }
    let demand = demands::lock_any(tx, id).await?;
    demands::open_up(tx, &demand).await
}

/// The newest round since the demand was published.
async fn last(conn: &impl ConnectionTrait, demand: &Demand) -> Result<Option<Model>> {
    let Some(published) = demand.published_at else { return Ok(None) };
    Ok(of_demand(demand.id).filter(Column::At.gte(published)).order_by_desc(Column::At).one(conn).await?)
}

fn of_demand(id: DemandId) -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::DemandId.eq(id))
}

/// A further round on the open market, in the place of an institution that did nothing.
pub async fn replace(tx: &Tx, id: DemandId) -> Result<()> {
    let demand = demands::lock_any(tx, id).await?;
    let dispatches = value_of(tx.conn(), Parameter::DispatchInstitutions).await? > 0;
    if dispatches && demand.on_market && check_room(tx, &demand).await.is_ok() {
        offer_round(tx, &demand, 0).await?;
    }
    Ok(())
}

async fn check_room(tx: &Tx, demand: &Demand) -> Result<()> {
    if i64::from(demand.live_orders) >= value_of(tx.conn(), Parameter::LiveOrders).await? {
        return Err(Error::conflict("orders.demand_full", "此需求的对接名额已满，结束一家后可再次匹配"));
    }
    let states = orders::states_of_demand(tx.conn(), demand.id).await?;
    if states.values().any(|(_, state)| *state == OrderState::Invited) {
        return Err(Error::conflict("matching.round_running", "上一轮推送的机构尚未答复，请等待本轮结束"));
    }
    Ok(())
}

/// The enterprise asks for a further round (再次匹配), after a refusal or while an institution is late. Returns how many
/// institutions the demand was offered to.
///
/// # Errors
/// `matching.not_on_market`; `orders.demand_full`; `matching.round_running`; `matching.nobody_left`.
pub async fn rematch(db: &Db, actor: &Actor, id: DemandId) -> Result<usize> {
    db.write_once(Intent::by(actor, "matching.rematch").on(id), |tx| async move {
        let demand = demands::lock_own(&tx, actor.org, id).await?;
        if !demand.on_market {
            return Err(Error::conflict(
                "matching.not_on_market",
                "需求公开期间才能再次匹配；已关闭的需求请修改后重新提交",
            ));
        }
        check_room(&tx, &demand).await?;
        match offer_round(&tx, &demand, 0).await? {
            0 => Err(Error::conflict("matching.nobody_left", "目前没有更多匹配的机构，需求仍向全部认证机构公开")),
            many => Ok(many),
        }
    })
    .await
}

/// The rounds of a demand, newest first, and what became of each institution.
pub async fn rounds(
    conn: &impl ConnectionTrait,
    id: DemandId,
) -> Result<(Vec<Model>, HashMap<OrgId, (jinqiao_kernel::OrderId, OrderState)>)> {
    let rows = of_demand(id).order_by_desc(Column::At).order_by_desc(Column::Round).all(conn).await?;
    Ok((rows, orders::states_of_demand(conn, id).await?))
}

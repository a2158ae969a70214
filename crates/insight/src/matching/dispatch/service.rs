//! Rounds.

use super::{
    basis::{Basis, Known},
    capacity,
    comparison::{Comparison, comparison, prepare},
    entity::{Column, Entity, Model},
    parameters::DISPATCH_ROUNDS,
    pick::Pick,
    shares,
};
use crate::matching::settings::{self, MatchSettings};
use jinqiao_db::{Db, Doc, Intent, Reading, Tx};
use jinqiao_financing::{
    demands::{self, DISPATCH_INSTITUTIONS, Demand, DemandState},
    orders::{self, LIVE_ORDERS, OrderState, OrderedProduct},
    products::{self, finances},
};
use jinqiao_kernel::{Actor, DateTime, DemandId, Error, OrgId, Result};
use jinqiao_platform::{
    organizations::{self, OrgState, Organization},
    permissions::{days_of, value_of},
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use std::{collections::HashMap, sync::Arc};

/// Everything that decides about the next round.
async fn gather(tx: &Tx, demand: &Demand) -> Result<(Basis, MatchSettings, Arc<Comparison>)> {
    let (conn, now) = (tx.conn(), tx.now());
    let comparison = comparison(tx, demand).await?;
    let compared = &comparison.compared;
    let orgs = organizations::names(conn, compared.iter().map(|one| one.institution)).await?;
    let had = orders::states_of_demand(conn, demand.id).await?;
    let (running, recent) = (orders::running(conn).await?, shares::recent(conn, now).await?);
    let capacities = capacity::all(conn).await?;
    let mut known: Vec<_> = orgs
        .values()
        .map(|org| {
            let recent = recent.get(&org.id).map_or(0, |share| share.count);
            let may = may_have(org, demand) && !had.contains_key(&org.id);
            let full = may && capacity::full(capacities.get(&org.id).copied(), recent);
            Known {
                institution: org.id,
                out: !may || full,
                running: running.get(&org.id).copied().unwrap_or_default(),
                grade: comparison.grades.get(&org.id).copied().flatten(),
                recent,
                full,
            }
        })
        .collect();
    known.sort_by_key(|one| one.institution);
    let many = usize::try_from(value_of(conn, DISPATCH_INSTITUTIONS).await?.max(1)).unwrap_or(1);
    let (version, settings) = settings::current(conn).await?;
    let (by, all) = (Some(settings), Some(recent.values().map(|share| share.count).sum()));
    let (wish, compared) = (comparison.wish.clone(), compared.clone());
    let mut basis = Basis { wish, compared, known, settings: version, by, all, many };
    basis.narrow_full(&settings, |one| comparison.content(one.product));
    Ok((basis, settings, comparison))
}

/// Certified, at work, and of the trade that gives such money.
fn may_have(org: &Organization, demand: &Demand) -> bool {
    let gives = org.institution_type.is_some_and(|kind| finances(kind, demand.kind));
    org.certified && org.state == OrgState::Active && gives
}

/// How far a round reached.
struct Reached {
    /// Institutions that were offered the demand.
    many: usize,
    /// Institutions that suit and were passed by, because they have as many as they said they can serve.
    full: usize,
}

/// Offers the locked demand to the next best institutions.
async fn offer_round(tx: &Tx, demand: &Demand, round: i32) -> Result<Reached> {
    let (basis, settings, comparison) = gather(tx, demand).await?;
    let picks = basis.decide(&settings, |one| comparison.content(one.product));
    let reached = Reached { many: picks.len(), full: basis.full() };
    if picks.is_empty() {
        return Ok(reached);
    }
    for one in &picks {
        let content = comparison.content(one.product).cloned().unwrap_or_default();
        let product = OrderedProduct { id: one.product, number: one.number, content };
        orders::invite(tx, demand, one.institution, product).await?;
    }
    shares::note(tx, &picks).await?;
    demands::begin_round(tx, demand, round, picks.len()).await?;
    let row = Model {
        id: tx.id(),
        demand_id: demand.id,
        round,
        at: tx.now(),
        demand_version: demand.version,
        compared: Doc(basis.compared.iter().map(|one| (one.product, one.number)).collect()),
        picks: Doc(picks),
        basis: Some(Doc(basis)),
    };
    row.into_active_model().reset_all().insert(tx.conn()).await?;
    Ok(reached)
}

/// Lets the dispatch of a demand go on once its round is over: with the next round, or to the open market.
pub async fn go_on(tx: &Tx, id: DemandId) -> Result<()> {
    let demand = demands::lock_any(tx, id).await?;
    if demand.dispatch_round == 0 || !demand.state.takes_offers() || stands_still(tx, &demand).await? {
        return Ok(());
    }
    let states = orders::states_of_demand(tx.conn(), id).await?;
    if states.values().any(|(_, state)| *state == OrderState::Invited) {
        return Ok(());
    }
    if demand.state == DemandState::Dispatched {
        let begun = last(tx.conn(), &demand).await?.is_some_and(|row| row.round == demand.dispatch_round);
        let next = demand.dispatch_round + i32::from(begun);
        if next <= days_of(tx.conn(), DISPATCH_ROUNDS).await? && offer_round(tx, &demand, next).await?.many > 0 {
            return Ok(());
        }
    }
    let demand = demands::lock_any(tx, id).await?;
    demands::open_up(tx, &demand).await
}

/// Its firm is suspended: nobody is offered it, and the dispatch goes on afterwards.
async fn stands_still(tx: &Tx, demand: &Demand) -> Result<bool> {
    Ok(!organizations::suspended_among(tx.conn(), [demand.enterprise_id]).await?.is_empty())
}

/// The newest round since the demand was published.
async fn last(conn: &impl Reading, demand: &Demand) -> Result<Option<Model>> {
    let Some(published) = demand.published_at else { return Ok(None) };
    Ok(of_demand(demand.id).filter(Column::At.gte(published)).order_by_desc(Column::At).one(conn).await?)
}

fn of_demand(id: DemandId) -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::DemandId.eq(id))
}

/// A further round on the open market, in the place of an institution that did nothing.
pub async fn replace(tx: &Tx, id: DemandId) -> Result<()> {
    let demand = demands::lock_any(tx, id).await?;
    let dispatches = value_of(tx.conn(), DISPATCH_INSTITUTIONS).await? > 0;
    if dispatches && demand.on_market && !stands_still(tx, &demand).await? && check_room(tx, &demand).await.is_ok() {
        offer_round(tx, &demand, 0).await?;
    }
    Ok(())
}

async fn check_room(tx: &Tx, demand: &Demand) -> Result<()> {
    if i64::from(demand.live_orders) >= value_of(tx.conn(), LIVE_ORDERS).await? {
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
/// `matching.not_on_market`; `orders.demand_full`; `matching.round_running`; `matching.nobody_left`; `matching.all_full`.
pub async fn rematch(db: &Db, actor: &Actor, id: DemandId) -> Result<usize> {
    demands::own(db.read(), actor.org, id).await?;
    prepare(db, id).await?;
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
            Reached { many: 0, full: 0 } => {
                Err(Error::conflict("matching.nobody_left", "目前没有更多匹配的机构，需求仍向全部认证机构公开"))
            }
            Reached { many: 0, .. } => Err(Error::conflict(
                "matching.all_full",
                "匹配的机构近 30 天接单已满，请过些时日再试；需求仍向全部认证机构公开",
            )),
            Reached { many, .. } => Ok(many),
        }
    })
    .await
}

/// The rounds of a demand, newest first, and what became of each institution.
pub async fn rounds(
    conn: &impl Reading,
    id: DemandId,
) -> Result<(Vec<Model>, HashMap<OrgId, (jinqiao_kernel::OrderId, OrderState)>)> {
    let rows = of_demand(id).order_by_desc(Column::At).order_by_desc(Column::Round).all(conn).await?;
    Ok((rows, orders::states_of_demand(conn, id).await?))
}

/// The newest rounds since `moment` whose basis was kept, at most `most`.
pub async fn since(conn: &impl Reading, moment: DateTime, most: u64) -> Result<Vec<Model>> {
    let kept = Entity::find().filter(Column::At.gte(moment)).filter(Column::Basis.is_not_null());
    Ok(kept.order_by_desc(Column::At).order_by_desc(Column::Id).limit(most).all(conn).await?)
}

/// Picks without the parts that give no points: a round does not name parts that the score had not then.
fn telling(picks: &[Pick]) -> Vec<Pick> {
    let mut picks = picks.to_vec();
    picks.iter_mut().for_each(|one| one.parts.retain(|(_, points)| *points != 0));
    picks
}

/// Does a round come out the same when it is decided again by its basis? None where that was not kept.
pub async fn replays(conn: &impl Reading, row: &Model) -> Result<Option<bool>> {
    let Some(Doc(basis)) = &row.basis else { return Ok(None) };
    let settings = match basis.by {
        Some(settings) => settings,
        None => settings::of_version(conn, basis.settings).await?,
    };
    let contents = products::contents(conn, basis.compared.iter().map(|one| (one.product, one.number))).await?;
    let again = basis.decide(&settings, |one| contents.get(&(one.product, one.number)));
    Ok(Some(telling(&again) == telling(&row.picks.0)))
}

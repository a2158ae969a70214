//! Scoped queries; writes take the transaction.

use super::{
    OrderState, RefusalCode,
    entity::{Column, Entity, Model},
};
use crate::{
    demands::{self, Demand, Demands, OrdersSummary},
    products::FinancingKind,
};
use jinqiao_db::{Tx, called};
use jinqiao_kernel::{AccountId, Actor, DateTime, DemandId, Error, OrderId, OrgId, ProductId, Result, Role, UnitId};
use jinqiao_platform::consents::tells_name;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, Iterable, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait as _, SelectStatement, SimpleExpr},
};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use uuid::Uuid;

/// Whose orders are looked at. There is no query without it.
#[derive(Clone, Debug)]
pub enum Scope {
    /// Orders on the demands of an enterprise.
    Enterprise(OrgId),
    /// Orders of an institution, as the legal person.
    Institution(OrgId),
    /// Orders of an institution that one of its people handles, or that lie with units the person reaches.
    Person(OrgId, AccountId, Arc<[UnitId]>),
}

impl Scope {
    /// What somebody of an institution sees.
    pub fn of_institution(actor: &Actor) -> Self {
        match &actor.reach {
            None => Self::Institution(actor.org),
            Some(units) => Self::Person(actor.org, actor.account, units.clone()),
        }
    }

    /// Is `order` inside?
    pub fn holds(&self, order: &Model) -> bool {
        match self {
            Self::Enterprise(org) => order.enterprise_id == *org,
            Self::Institution(org) => order.institution_id == *org,
            Self::Person(org, person, units) => {
                order.institution_id == *org && (order.officer_id == *person || units.contains(&order.unit_id))
            }
        }
    }
}

pub(super) fn find_for(scope: &Scope) -> Select<Entity> {
    match scope {
        // What nobody has taken is not the enterprise's yet; whom it was offered to is told by the dispatch.
        Scope::Enterprise(org) => Entity::find()
            .filter(Column::EnterpriseId.eq(*org))
            .filter(Column::State.is_not_in([OrderState::Invited, OrderState::Passed])),
        Scope::Institution(org) => Entity::find().filter(Column::InstitutionId.eq(*org)),
        Scope::Person(org, person, units) => {
            let within = Column::UnitId.is_in(units.iter().copied());
            let theirs = Condition::any().add(Column::OfficerId.eq(*person)).add(within);
            Entity::find().filter(Column::InstitutionId.eq(*org)).filter(theirs)
        }
    }
}

/// Ids of the orders inside `scope`, for queries on what hangs on them.
pub fn ids_for(scope: &Scope) -> SelectStatement {
    find_for(scope).select_only().column(Column::Id).into_query()
}

pub async fn by_id(conn: &impl ConnectionTrait, scope: &Scope, id: OrderId) -> Result<Model> {
    find_for(scope).filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

/// The order with its demand.
pub async fn with_demand(conn: &impl ConnectionTrait, scope: &Scope, id: OrderId) -> Result<(Model, Demand)> {
    let order = find_for(scope).filter(Column::Id.eq(id)).find_both_related(Demands);
    order.one(conn).await?.ok_or_else(Error::not_found)
}

/// The order and its demand, both locked until the write ends: the demand always first, so that no two writes wait for
/// each other.
pub async fn lock(tx: &Tx, scope: &Scope, id: OrderId) -> Result<(Demand, Model)> {
    let seen = by_id(tx.conn(), scope, id).await?;
    let demand = demands::lock_any(tx, seen.demand_id).await?;
    let order = find_for(scope).filter(Column::Id.eq(id)).lock_exclusive().one(tx.conn()).await?;
    Ok((demand, order.ok_or_else(Error::not_found)?))
}

/// As [`lock`], for the platform itself, when a limit is over.
pub async fn lock_any(tx: &Tx, id: OrderId) -> Result<(Demand, Model)> {
    let seen = Entity::find_by_id(id).one(tx.conn()).await?.ok_or_else(Error::not_found)?;
    lock(tx, &Scope::Institution(seen.institution_id), id).await
}

/// Offers of a demand, oldest first: what was dispatched and not taken is none.
pub async fn offers(conn: &impl ConnectionTrait, enterprise: OrgId, demand: DemandId) -> Result<Vec<Model>> {
    let rows = find_for(&Scope::Enterprise(enterprise)).filter(Column::DemandId.eq(demand));
    Ok(rows.order_by_asc(Column::OpenedAt).order_by_asc(Column::Id).all(conn).await?)
}

/// All orders of a demand, oldest first.
pub async fn of_demand(conn: &impl ConnectionTrait, demand: DemandId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::DemandId.eq(demand));
    Ok(rows.order_by_asc(Column::OpenedAt).order_by_asc(Column::Id).all(conn).await?)
}

/// The institution's own orders on `demands`, whoever handles them: one grab per legal person.
pub async fn mine(conn: &impl ConnectionTrait, institution: OrgId, demands: Vec<DemandId>) -> Result<Vec<Model>> {
    let mine = find_for(&Scope::Institution(institution)).filter(Column::DemandId.is_in(demands));
    Ok(mine.all(conn).await?)
}

/// The order of the institution that changed last, and when: as long as it is the same, there is no new one.
pub async fn newest_of(conn: &impl ConnectionTrait, institution: OrgId) -> Result<Option<(OrderId, DateTime)>> {
    let newest = find_for(&Scope::Institution(institution)).select_only().columns([Column::Id, Column::UpdatedAt]);
    Ok(newest.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id).limit(1).into_tuple().one(conn).await?)
}

/// Those of `demands` on which the institution has an order.
pub async fn taken(
    conn: &impl ConnectionTrait,
    institution: OrgId,
    demands: Vec<DemandId>,
) -> Result<HashSet<DemandId>> {
    let mine = find_for(&Scope::Institution(institution)).filter(Column::DemandId.is_in(demands));
    let ids: Vec<DemandId> = mine.select_only().column(Column::DemandId).into_tuple().all(conn).await?;
    Ok(ids.into_iter().collect())
}

/// Has the enterprise an order that runs under this product?
pub async fn applied_for(conn: &impl ConnectionTrait, enterprise: OrgId, product: ProductId) -> Result<bool> {
    let running = OrderState::iter().filter(|state| state.live() || *state == OrderState::Disbursed);
    let found = find_for(&Scope::Enterprise(enterprise))
        .filter(Column::ProductId.eq(product))
        .filter(Column::State.is_in(running));
    Ok(found.one(conn).await?.is_some())
}

/// The unfinished orders of an organisation, of either side; demand by demand, as they are locked.
pub async fn unfinished_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<OrderId>> {
    let either = Condition::any().add(Column::EnterpriseId.eq(org)).add(Column::InstitutionId.eq(org));
    let rows = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(either)
        .filter(Column::State.is_in(OrderState::iter().filter(|state| !state.ended())))
        .order_by_asc(Column::DemandId)
        .order_by_asc(Column::Id);
    Ok(rows.into_tuple().all(conn).await?)
}

/// What the orders of a demand add up to.
pub fn summary(orders: &[Model]) -> OrdersSummary {
    let accepted = || orders.iter().filter(|order| order.state.accepted());
    OrdersSummary {
        live: i32::try_from(orders.iter().filter(|order| order.state.live()).count()).unwrap_or(i32::MAX),
        pending: i32::try_from(accepted().filter(|order| order.state != OrderState::Closed).count())
            .unwrap_or(i32::MAX),
        accepted: accepted().map(|order| order.granted_amount).sum(),
        disbursed: orders
            .iter()
            .filter(|order| order.state == OrderState::Closed)
            .map(|order| order.disbursed_amount)
            .sum(),
    }
}

/// Orders whose enterprise the institution may know by name at `now`.
pub(super) fn known(now: DateTime) -> Condition {
    // Whoever has confirmed a payment stays known as the other side of the loan.
    Condition::any().add(tells_name(Column::Id, now)).add(Column::State.eq(OrderState::Closed))
}

/// Ids of the orders inside `scope` whose enterprise is one of `called` and known by name at `now`, for queries on what
/// hangs on them.
pub fn ids_known(scope: &Scope, called: &[OrgId], now: DateTime) -> SelectStatement {
    let theirs = find_for(scope).filter(Column::EnterpriseId.is_in(called.iter().copied())).filter(known(now));
    theirs.select_only().column(Column::Id).into_query()
}

/// Orders of one officer in one state.
#[derive(FromQueryResult)]
pub struct Load {
    pub officer_id: AccountId,
    pub state: OrderState,
    pub count: i64,
    /// Of these, those in which the enterprise owes materials.
    pub awaiting: i64,
    /// And those whose payment it disputes and that are not put right yet.
    pub disputed: i64,
    /// Since when the oldest of them was not touched.
    pub oldest: Option<DateTime>,
}

/// How many orders each officer has in each state.
pub async fn loads(conn: &impl ConnectionTrait, scope: &Scope) -> Result<Vec<Load>> {
    // PostgreSQL adds up to a wider type.
    let counted = |condition: SimpleExpr| Expr::expr(Expr::case(condition, 1).finally(0)).sum().cast_as("bigint");
    let open = OrderState::iter().filter(|state| state.live() || *state == OrderState::Disbursed);
    let grouped = find_for(scope)
        .filter(Column::State.is_in(open))
        .select_only()
        .column(Column::OfficerId)
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .expr_as(counted(Column::AwaitingSince.is_not_null()), "awaiting")
        .expr_as(counted(Column::Disputed.eq(true).and(Column::Corrected.eq(false))), "disputed")
        .column_as(Column::UpdatedAt.min(), "oldest")
        .group_by(Column::OfficerId)
        .group_by(Column::State);
    Ok(grouped.into_model().all(conn).await?)
}

/// The account that handles an order.
///
/// # Errors
/// `not_found`.
pub async fn officer_of(conn: &impl ConnectionTrait, id: OrderId) -> Result<AccountId> {
    Ok(Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)?.officer_id)
}

/// Numbers of the orders among `ids`.
pub async fn numbers(conn: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    called::<Entity>(conn, Column::Id, Column::No, ids).await
}

/// As [`numbers`], of those orders that `actor` sees.
pub async fn visible_numbers(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>> {
    let scope = match actor.role {
        Role::Enterprise => Scope::Enterprise(actor.org),
        Role::Institution => Scope::of_institution(actor),
        _ => return Ok(HashMap::new()),
    };
    let rows = find_for(&scope).filter(Column::Id.is_in(ids.iter().copied())).select_only();
    Ok(rows.column(Column::Id).column(Column::No).into_tuple::<(Uuid, String)>().all(conn).await?.into_iter().collect())
}

/// The order with this number, if `org` is one of its sides.
pub async fn of_party(conn: &impl ConnectionTrait, org: OrgId, no: &str) -> Result<Option<OrderId>> {
    let side = Condition::any().add(Column::EnterpriseId.eq(org)).add(Column::InstitutionId.eq(org));
    let order = Entity::find().filter(Column::No.eq(no)).filter(side);
    Ok(order.one(conn).await?.map(|order| order.id))
}

/// The order, whoever it belongs to.
///
/// # Errors
/// `not_found`.
pub async fn any(conn: &impl ConnectionTrait, id: OrderId) -> Result<Model> {
    Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)
}

/// Has an enterprise had a loan here, by another order than `but`?
pub async fn had_loan(conn: &impl ConnectionTrait, enterprise: OrgId, but: Option<OrderId>) -> Result<bool> {
    let paid = Entity::find()
        .filter(Column::EnterpriseId.eq(enterprise))
        .filter(Column::Kind.eq(FinancingKind::Debt))
        .filter(Column::DisbursedAmount.gt(0))
        .apply_if(but, |select, but| select.filter(Column::Id.ne(but)));
    Ok(paid.count(conn).await? > 0)
}

/// Which of `enterprises` have had a loan here.
pub async fn had_loans(
    conn: &impl ConnectionTrait,
    enterprises: impl IntoIterator<Item = OrgId>,
) -> Result<HashSet<OrgId>> {
    // By the firms, and not by an index of kinds, of which there are two: SQLite takes that one for the narrower where firms are many.
    let paid = Entity::find()
        .filter(Column::EnterpriseId.is_in(enterprises))
        .filter(Column::DisbursedAmount.gt(0))
        .select_only()
        .columns([Column::EnterpriseId, Column::Kind])
        .distinct();
    let paid: Vec<(OrgId, FinancingKind)> = paid.into_tuple().all(conn).await?;
    Ok(paid.into_iter().filter(|(_, kind)| *kind == FinancingKind::Debt).map(|(firm, _)| firm).collect())
}

/// How an order ended, as far as it counts for points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Why credit was refused.
    pub refusal: Option<RefusalCode>,
    /// What was paid is the enterprise's first loan.
    pub first_loan: bool,
}

/// How an order ended.
///
/// # Errors
/// `not_found`.
pub async fn outcome(conn: &impl ConnectionTrait, id: OrderId) -> Result<Outcome> {
    let order = any(conn, id).await?;
    let first_loan = order.disbursement.is_some_and(|paid| paid.0.first_loan);
    Ok(Outcome { refusal: order.refusal_code, first_loan })
}

/// How many enterprises have had an answer by an institution: an offer, or an application taken on or refused (服务企业数).
pub async fn served_enterprises(conn: &impl ConnectionTrait) -> Result<i64> {
    use OrderState::{Applied, ExpiredInst, Invited, Lost, Passed, Withdrawn};
    // These two may have come before the answer or after it.
    let answered_first = Condition::any()
        .add(Column::State.is_not_in([Lost, Withdrawn]))
        .add(Expr::col(Column::Offer).ne("null"))
        .add(Column::Equity.is_not_null())
        .add(Column::ContactedAt.is_not_null())
        .add(Column::DecidedAt.is_not_null());
    let answered =
        Condition::all().add(Column::State.is_not_in([Invited, Applied, Passed, ExpiredInst])).add(answered_first);
    let firms = Expr::col(Column::EnterpriseId).count_distinct();
    let distinct = Entity::find().select_only().expr_as(firms, "count").filter(answered);
    Ok(distinct.into_tuple().one(conn).await?.unwrap_or_default())
}

//! Scoped queries; writes take the transaction.

use super::{
    entity::{Joint, Member, joint, member},
    model::JointState,
};
use crate::{
    demands::{self, Demand},
    orders::{Scope, ids_for, ids_known},
};
use jinqiao_db::{Db, Tx, numbered, page_of, typed};
use jinqiao_kernel::{DemandId, Error, JointCreditId, Money, OrderId, OrgId, Page, PageQuery, Result};
use jinqiao_platform::organizations;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait as _},
};
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};

/// Beginning of the numbers of joint credits.
pub const PREFIX: &str = "LH";

/// Which joint credits of an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JointPart {
    /// Those it leads.
    Lead,
    /// Those to which it was invited, or in which it takes part.
    Member,
    /// Those in which everybody may take a share, and it does not yet.
    Open,
}

/// Which joint credits are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct JointFilter {
    /// Institutions only.
    #[param(inline)]
    pub part: Option<JointPart>,
    pub state: Option<JointState>,
    /// Only those that still run, or only the others.
    pub running: Option<bool>,
    /// Begins the number, with or without its hyphens, or is the end of a recent one; or is in the name of the lead, or of the enterprise as far as the reader may know it.
    #[param(max_length = 60)]
    pub q: Option<String>,
}

/// The own parts of an institution that its reader sees: whoever may see the order behind it, before there is one whoever took the
/// share, and an unanswered invitation everybody.
fn own_parts(scope: &Scope, org: OrgId) -> Select<member::Entity> {
    let own = member::Entity::find().filter(member::Column::InstitutionId.eq(org));
    let Scope::Person(_, person, units) = scope else { return own };
    let unanswered = Condition::any()
        .add(member::Column::OfficerId.is_null())
        .add(member::Column::OfficerId.eq(*person))
        .add(member::Column::UnitId.is_in(units.iter().copied()));
    let before = Condition::all().add(member::Column::OrderId.is_null()).add(unanswered);
    own.filter(Condition::any().add(member::Column::OrderId.in_subquery(ids_for(scope))).add(before))
}

fn in_own(scope: &Scope, org: OrgId) -> sea_orm::sea_query::SelectStatement {
    own_parts(scope, org).select_only().column(member::Column::JointId).into_query()
}

fn callable(org: OrgId) -> Condition {
    let mine = member::Entity::find().filter(member::Column::InstitutionId.eq(org));
    let mine = mine.select_only().column(member::Column::JointId).into_query();
    Condition::all()
        .add(joint::Column::Open.eq(true))
        .add(joint::Column::State.eq(JointState::Inviting))
        .add(joint::Column::Id.not_in_subquery(mine))
}

/// What a reader sees without `open`: what its organisation has a part in. Nobody but the lead knows of what the enterprise has
/// not agreed to.
fn own(scope: &Scope) -> Condition {
    match scope {
        Scope::Enterprise(org) => Condition::all().add(joint::Column::EnterpriseId.eq(*org)),
        Scope::Institution(org) | Scope::Person(org, ..) => {
            let known =
                Condition::any().add(joint::Column::LeadId.eq(*org)).add(joint::Column::ConsentedAt.is_not_null());
            Condition::all().add(joint::Column::Id.in_subquery(in_own(scope, *org))).add(known)
        }
    }
}

fn visible(scope: &Scope, certified: bool) -> Condition {
    match scope {
        Scope::Institution(org) | Scope::Person(org, ..) if certified => {
            Condition::any().add(own(scope)).add(callable(*org))
        }
        _ => own(scope),
    }
}

/// A joint credit that the reader may see; `certified` institutions see open calls too.
pub async fn by_id(conn: &impl ConnectionTrait, scope: &Scope, certified: bool, id: JointCreditId) -> Result<Joint> {
    let found = joint::Entity::find_by_id(id).filter(visible(scope, certified));
    found.one(conn).await?.ok_or_else(Error::not_found)
}

/// The demand and the joint credit, locked until the write ends, the demand first as in every write of an order.
pub async fn lock(tx: &Tx, id: JointCreditId) -> Result<(Demand, Joint)> {
    let seen = joint::Entity::find_by_id(id).one(tx.conn()).await?.ok_or_else(Error::not_found)?;
    let demand = demands::lock_any(tx, seen.demand_id).await?;
    let row = joint::Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?;
    Ok((demand, row.ok_or_else(Error::not_found)?))
}

/// The one that runs on a demand, if any.
pub async fn running(conn: &impl ConnectionTrait, demand: DemandId) -> Result<Option<Joint>> {
    let states = JointState::iter().filter(|state| state.running());
    let found = joint::Entity::find().filter(joint::Column::DemandId.eq(demand));
    Ok(found.filter(joint::Column::State.is_in(states)).one(conn).await?)
}

/// The members, the lead first, then as they were asked.
pub async fn members(conn: &impl ConnectionTrait, id: JointCreditId) -> Result<Vec<Member>> {
    let rows = member::Entity::find().filter(member::Column::JointId.eq(id));
    Ok(rows.order_by_asc(member::Column::Place).all(conn).await?)
}

/// The same of several.
pub async fn members_of(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = JointCreditId>,
) -> Result<HashMap<JointCreditId, Vec<Member>>> {
    let rows = member::Entity::find().filter(member::Column::JointId.is_in(ids));
    let rows = rows.order_by_asc(member::Column::Place).all(conn).await?;
    let mut found: HashMap<JointCreditId, Vec<Member>> = HashMap::new();
    for row in rows {
        found.entry(row.joint_id).or_default().push(row);
    }
    Ok(found)
}

pub async fn insert(tx: &Tx, row: joint::ActiveModel) -> Result<()> {
    joint::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn insert_member(tx: &Tx, row: member::ActiveModel) -> Result<()> {
    member::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Stores `row` of a member of a locked joint credit.
pub async fn save_member(tx: &Tx, row: member::ActiveModel) -> Result<Member> {
    Ok(row.update(tx.conn()).await?)
}

/// Joint credits that `words` name to the reader with `scope`.
async fn called(db: &Db, scope: &Scope, words: &str) -> Result<Condition> {
    let now = db.world().now();
    let others = organizations::ids_called(db.read(), words).await?;
    let mut named = Condition::any()
        .add(numbered(joint::Column::No, words, PREFIX, now))
        .add(joint::Column::LeadId.is_in(others.iter().copied()));
    if let Scope::Institution(org) | Scope::Person(org, ..) = scope {
        let known = ids_known(scope, &others, now);
        let parts = own_parts(scope, *org).filter(member::Column::OrderId.in_subquery(known));
        named =
            named.add(joint::Column::Id.in_subquery(parts.select_only().column(member::Column::JointId).into_query()));
    }
    Ok(named)
}

pub async fn page(
    db: &Db,
    scope: &Scope,
    certified: bool,
    filter: &JointFilter,
    wanted: &PageQuery,
) -> Result<Page<Joint>> {
    let seen = match (scope, filter.part) {
        (Scope::Institution(org) | Scope::Person(org, ..), Some(JointPart::Lead)) => {
            own(scope).add(joint::Column::LeadId.eq(*org))
        }
        (Scope::Institution(org) | Scope::Person(org, ..), Some(JointPart::Member)) => {
            own(scope).add(joint::Column::LeadId.ne(*org))
        }
        (Scope::Institution(org) | Scope::Person(org, ..), Some(JointPart::Open)) if certified => callable(*org),
        (_, Some(JointPart::Open)) => Condition::all().add(Expr::value(1).eq(0)),
        _ => own(scope),
    };
    let mut select = joint::Entity::find().filter(seen);
    if let Some(state) = filter.state {
        select = select.filter(joint::Column::State.eq(state));
    }
    if let Some(running) = filter.running {
        let states = JointState::iter().filter(|state| state.running() == running);
        select = select.filter(joint::Column::State.is_in(states));
    }
    if let Some(words) = typed(filter.q.as_deref()) {
        select = select.filter(called(db, scope, words).await?);
    }
    page_of(db.read(), select.order_by_desc(joint::Column::UpdatedAt).order_by_desc(joint::Column::Id), wanted).await
}

/// The orders of those who take part, by institution.
pub async fn orders_of_joint(conn: &impl ConnectionTrait, id: JointCreditId) -> Result<HashMap<OrgId, OrderId>> {
    let members = members(conn, id).await?;
    Ok(members.into_iter().filter_map(|member| Some((member.institution_id, member.order_id?))).collect())
}

/// What an institution gives of a joint credit, and how much that is in all, fen; none for who is no member.
pub async fn share_of(
    conn: &impl ConnectionTrait,
    id: JointCreditId,
    institution: OrgId,
) -> Result<Option<(Money, Money)>> {
    let Some(joint) = joint::Entity::find_by_id(id).one(conn).await? else { return Ok(None) };
    let members = members(conn, id).await?;
    let own = members.into_iter().find(|member| member.institution_id == institution);
    Ok(own.map(|member| (member.share, joint.total)))
}

//! 放款异议: what a complaint about an order has to know of it, and the mark of a dispute that it leaves on the order.

use super::{
    OrderState,
    entity::{Column, Model},
    steps::note_dispute,
    store::{self, Scope},
};
use jinqiao_db::Tx;
use jinqiao_kernel::{AccountId, Actor, Checks, DateTime, Error, FileId, OrderId, OrgId, Result, Role};
use jinqiao_platform::{
    consents::{self, ConsentScope},
    enterprises::identity_of,
    files,
};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, QueryTrait, sea_query::SelectStatement};
use std::collections::HashSet;

/// What a complaint has to know of an order.
#[derive(Clone, Debug)]
pub struct OrderParties {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub no: String,
    /// Where it stands.
    pub state: OrderState,
    /// Whose demand.
    pub enterprise: OrgId,
    /// Whose offer.
    pub institution: OrgId,
    /// Who handles it there.
    pub officer: AccountId,
    /// A dispute is open.
    pub disputed: bool,
}

impl From<Model> for OrderParties {
    fn from(row: Model) -> Self {
        let Model { id, no, state, enterprise_id, institution_id, officer_id, disputed, .. } = row;
        Self { id, no, state, enterprise: enterprise_id, institution: institution_id, officer: officer_id, disputed }
    }
}

fn scope(actor: &Actor) -> Scope {
    if actor.role == Role::Enterprise { Scope::Enterprise(actor.org) } else { Scope::of_institution(actor) }
}

/// The sides of an order that `actor` sees, its row locked until the write ends.
///
/// # Errors
/// `not_found`.
pub async fn lock_parties(tx: &Tx, actor: &Actor, id: OrderId) -> Result<OrderParties> {
    Ok(store::lock(tx, &scope(actor), id).await?.1.into())
}

/// Ids of the orders that somebody of an institution sees, as a part of another query.
pub fn ids_seen_by(actor: &Actor) -> SelectStatement {
    store::find_for(&scope(actor)).select_only().column(Column::Id).into_query()
}

/// Ids of the orders that somebody of an institution sees, of one of the enterprises `called`, whose name the reader may know at
/// `now`; as a part of another query.
pub fn ids_known_to(actor: &Actor, called: &[OrgId], now: DateTime) -> SelectStatement {
    store::ids_known(&scope(actor), called, now)
}

/// Marks an order as disputed, or no longer: nothing confirms the payment's figures meanwhile.
///
/// # Errors
/// `orders.wrong_state` before a payment was recorded; `not_found`.
pub async fn set_disputed(tx: &Tx, id: OrderId, disputed: bool) -> Result<()> {
    let seen = super::entity::Entity::find_by_id(id).one(tx.conn()).await?.ok_or_else(Error::not_found)?;
    let (demand, order) = store::lock(tx, &Scope::Enterprise(seen.enterprise_id), id).await?;
    if !matches!(order.state, OrderState::Disbursed | OrderState::Closed) {
        return Err(Error::conflict("orders.wrong_state", "机构登记放款后才能对放款提出异议"));
    }
    if order.disputed == disputed { Ok(()) } else { note_dispute(tx, &demand, &order, disputed).await }
}

/// Those of `orders` whose enterprise has opened its identity to their institution at `now`.
pub async fn identities_open(
    conn: &impl ConnectionTrait,
    orders: impl IntoIterator<Item = OrderId>,
    now: DateTime,
) -> Result<HashSet<OrderId>> {
    let consents = consents::of_orders(conn, orders).await?;
    let open = consents.into_iter().filter(|(_, consent)| consent.opens(ConsentScope::Identity, now));
    Ok(open.map(|(order, _)| order).collect())
}

/// Words that an institution reads must not tell it who the enterprise is, also while a consent does: they stay in lists,
/// timelines and letters when the reading has ended.
///
/// # Errors
/// `validation` on `field`.
pub async fn check_anonymous(conn: &impl ConnectionTrait, enterprise: OrgId, field: &str, text: &str) -> Result<()> {
    let mut checks = Checks::new();
    identity_of(conn, enterprise).await?.check(&mut checks, field, text);
    checks.done()
}

/// As [`check_anonymous`], for the names of files.
///
/// # Errors
/// `validation` on `field`.
pub async fn check_file_names(
    conn: &impl ConnectionTrait,
    enterprise: OrgId,
    field: &str,
    ids: &[FileId],
) -> Result<()> {
    for (i, file) in files::infos(conn, ids).await?.iter().enumerate() {
        check_anonymous(conn, enterprise, &format!("{field}[{i}]"), &file.name).await?;
    }
    Ok(())
}

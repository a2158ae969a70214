//! Who reads complaints, and whose names that reader may be told.

use super::entity::Model;
use jinqiao_db::Db;
use jinqiao_financing::orders;
use jinqiao_kernel::{AccountId, Actor, DateTime, OrderId, OrgId, OrgKind, Result, Role};
use jinqiao_platform::{
    accounts::{self, Named},
    calendar::{WorkCalendar, calendar},
    organizations::{self, Organization},
};
use std::collections::{HashMap, HashSet};

/// Who reads, and the names that may be told.
pub struct Reader<'a> {
    pub actor: &'a Actor,
    pub calendar: WorkCalendar,
    pub now: DateTime,
    pub(super) names: HashMap<OrgId, Organization>,
    handlers: HashMap<AccountId, Named>,
    /// Orders whose enterprise the reader's institution may know.
    known: HashSet<OrderId>,
}

impl<'a> Reader<'a> {
    pub async fn new(db: &Db, actor: &'a Actor, rows: &[Model]) -> Result<Self> {
        let (conn, now) = (&db.answer(), db.world().now());
        let sides: Vec<_> =
            rows.iter().map(|row| row.complainant_org).chain(rows.iter().filter_map(|row| row.about_org)).collect();
        let handlers: Vec<_> = rows.iter().filter_map(|row| row.handler_id).collect();
        let on: Vec<_> = rows.iter().filter_map(|row| row.order_id).collect();
        let known = if actor.role == Role::Institution {
            orders::identities_open(conn, on, now).await?
        } else {
            HashSet::new()
        };
        Ok(Self {
            actor,
            calendar: calendar(conn).await?,
            now,
            names: organizations::names(conn, sides).await?,
            handlers: accounts::named(conn, handlers).await?,
            known,
        })
    }

    /// Name of `org` in a matter about `order`: an institution reads an enterprise's only under a consent that holds.
    pub fn name(&self, org: OrgId, order: Option<OrderId>) -> Option<String> {
        let found = self.names.get(&org)?;
        let hidden = self.actor.role == Role::Institution
            && found.kind == OrgKind::Enterprise
            && !order.is_some_and(|order| self.known.contains(&order));
        (!hidden).then(|| found.name.clone())
    }

    /// Name of one of the operator's people.
    pub fn handler(&self, id: AccountId) -> Option<String> {
        self.handlers.get(&id).map(|named| named.name.clone())
    }
}

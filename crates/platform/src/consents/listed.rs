//! Names of enterprises in an institution's lists. Each that a consent opens is shown, and the enterprise reads who was shown it; not
//! anew for every look at the same list.

use super::{
    AccessPart, ConsentScope,
    entity::{
        access,
        consent::{Column, Entity},
    },
    store::{Look, holding, of_orders, record_access},
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, ConsentId, DateTime, OrderId, Result};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait as _, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, SimpleExpr},
};
use std::collections::HashSet;

/// A name that somebody was shown in a list is noted again after so long.
const NOTED: TimeDelta = TimeDelta::hours(24);

/// Which of `orders` tell the reader at this moment who the enterprise is. That a list shows it is noted, all in one write, as `action`
/// and as `what`; a name that cannot be noted is left out, because nobody may read one without a trace.
///
/// # Errors
/// When the database cannot be read.
pub async fn names_open(
    db: &Db,
    actor: &Actor,
    action: &'static str,
    what: &'static str,
    orders: &[OrderId],
) -> Result<HashSet<OrderId>> {
    let now = db.world().now();
    let consents = of_orders(db.read(), orders.iter().copied()).await?;
    let open = consents.into_iter().filter(|(_, consent)| consent.opens(ConsentScope::Identity, now));
    let open: Vec<(OrderId, ConsentId)> = open.map(|(order, consent)| (order, consent.id)).collect();
    if open.is_empty() {
        return Ok(HashSet::new());
    }
    let noted = noted_since(db, actor, now - NOTED).await?;
    let (mut shown, new): (HashSet<_>, Vec<_>) = {
        let (known, new): (Vec<_>, Vec<_>) = open.into_iter().partition(|(_, consent)| noted.contains(consent));
        (known.into_iter().map(|(order, _)| order).collect(), new.into_iter().map(|(order, _)| order).collect())
    };
    if new.is_empty() {
        return Ok(shown);
    }
    match note(db, actor, action, what, new).await {
        Ok(new) => shown.extend(new),
        Err(error) => tracing::error!(?error, "names that a list shows could not be noted"),
    }
    Ok(shown)
}

async fn noted_since(db: &Db, actor: &Actor, since: DateTime) -> Result<HashSet<ConsentId>> {
    let noted = access::Entity::find()
        .filter(access::Column::AccountId.eq(actor.account))
        .filter(access::Column::Part.eq(AccessPart::Name))
        .filter(access::Column::At.gt(since));
    let ids: Vec<Option<ConsentId>> =
        noted.select_only().column(access::Column::ConsentId).into_tuple().all(db.read()).await?;
    Ok(ids.into_iter().flatten().collect())
}

/// Notes the names of `orders` whose consents still hold, and returns those.
async fn note(
    db: &Db,
    actor: &Actor,
    action: &'static str,
    what: &'static str,
    mut orders: Vec<OrderId>,
) -> Result<Vec<OrderId>> {
    // Locked in one order, so that two lists never wait for each other.
    orders.sort();
    let orders = &orders;
    db.write(Intent::by(actor, action), |tx| async move {
        let mut shown = vec![];
        for order in orders {
            let look = Look { part: AccessPart::Name, scope: ConsentScope::Identity, what, reason: None };
            match record_access(&tx, actor, *order, look).await {
                Ok(_) => shown.push(*order),
                Err(closed) if closed.code() == "consents.closed" => {}
                Err(error) => return Err(error),
            }
        }
        Ok(shown)
    })
    .await
}

/// Whether the enterprise took back a consent for the order in the column `order` of another query.
pub fn taken_back(order: impl ColumnTrait) -> SimpleExpr {
    let same = Expr::col((Entity, Column::OrderId)).eq(Expr::col(order.as_column_ref()));
    let revoked = Entity::find().select_only().expr(Expr::val(1)).filter(same);
    Expr::exists(revoked.filter(Column::RevokedAt.is_not_null()).filter(Column::ReplacedAt.is_null()).into_query())
}

/// Whether the order in the column `order` of another query tells its institution at `now` who the enterprise is. Every consent opens
/// the name.
pub fn tells_name(order: impl ColumnTrait, now: DateTime) -> SimpleExpr {
    let same = Expr::col((Entity, Column::OrderId)).eq(Expr::col(order.as_column_ref()));
    Expr::exists(Entity::find().select_only().expr(Expr::val(1)).filter(same).filter(holding(now)).into_query())
}

//! Whose demand it is: told where the enterprise has opened its identity to one of the institutions, and noted for it
//! (domain 2.3, tier G).

use jinqiao_db::{Db, Intent};
use jinqiao_financing::{
    demands::published_one,
    orders::{MatchedOrder, matched_orders},
};
use jinqiao_kernel::{Actor, DemandId, Error, NaiveDate, OrderId, OrgId, Result};
use jinqiao_platform::{
    consents::{self, AccessPart, ConsentScope, Look},
    enterprises, organizations,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who the enterprise is: what its identity opens.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SupplyEnterprise {
    id: OrgId,
    name: String,
    uscc: String,
    legal_person: Option<String>,
    founded_on: Option<NaiveDate>,
    address: Option<String>,
}

/// The newest order under which the enterprise's identity is open now.
pub(super) async fn naming(db: &Db, orders: &[MatchedOrder]) -> Result<Option<OrderId>> {
    let consents = consents::of_orders(db.read(), orders.iter().map(MatchedOrder::id)).await?;
    let now = db.world().now();
    let open = |order: &OrderId| consents.get(order).is_some_and(|one| one.opens(ConsentScope::Identity, now));
    Ok(orders.iter().rev().map(MatchedOrder::id).find(open))
}

/// The enterprise of a demand, after it has been noted for it who looked.
///
/// # Errors
/// `not_found`; `consents.closed` where no consent tells the name.
pub(super) async fn enterprise(db: &Db, actor: &Actor, id: DemandId) -> Result<SupplyEnterprise> {
    let demand = published_one(db.read(), id).await?;
    let orders = matched_orders(db.read(), id).await?;
    let closed = || Error::conflict("consents.closed", "企业未授权或授权已结束，不能查看");
    let order = naming(db, &orders).await?.ok_or_else(closed)?;
    let (part, scope) = (AccessPart::Profile, ConsentScope::Identity);
    let look = || Look { part, scope, what: "供需查询中查看企业", reason: None };
    let intent = Intent::by(actor, "supply.view_enterprise").on(id);
    db.write(intent, |tx| async move { consents::record_access(&tx, actor, order, look()).await.map(|_| ()) }).await?;
    let profile = enterprises::of_org(db.read(), demand.enterprise_id).await?;
    let org = organizations::by_id(db.read(), demand.enterprise_id).await?;
    Ok(SupplyEnterprise {
        id: org.id,
        name: org.name,
        uscc: org.uscc.unwrap_or_default(),
        legal_person: profile.legal_person,
        founded_on: profile.founded_on,
        address: profile.address,
    })
}

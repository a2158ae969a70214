//! Looking at an enterprise under its consent: asked and noted in one write, so that nothing is shown that was closed a moment before.

use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, OrderId, Result};
use jinqiao_platform::consents::{self, AccessPart, ConsentScope, Look};

/// Does the consent for `order` tell the reader who the enterprise is? Then that is noted for the enterprise, as `what`, and for
/// the auditor, as `intent` says.
pub async fn sees_enterprise(db: &Db, actor: &Actor, intent: Intent, order: OrderId, what: &str) -> Result<bool> {
    let held = consents::of_order(db.read(), order).await?;
    if !held.is_some_and(|consent| consent.opens(ConsentScope::Identity, db.world().now())) {
        return Ok(false);
    }
    let (part, scope) = (AccessPart::Profile, ConsentScope::Identity);
    let look = || Look { part, scope, what, reason: None };
    let noted = db.write(intent, |tx| async move { consents::record_access(&tx, actor, order, look()).await });
    match noted.await {
        Ok(()) => Ok(true),
        Err(closed) if closed.code() == "consents.closed" => Ok(false),
        Err(error) => Err(error),
    }
}

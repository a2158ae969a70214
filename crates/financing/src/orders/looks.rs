//! Looking at an enterprise under its consent: asked and noted in one write, so that nothing is shown that was closed a moment before.

use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, OrderId, Result};
use jinqiao_platform::consents::{self, AccessPart, Consent, ConsentScope, Look};

/// What a reader sees of an order's enterprise.
pub struct Sight {
    /// The last consent for the order, whether it still holds or not.
    pub consent: Option<Consent>,
    /// It tells who the enterprise is, and that somebody looked has been noted.
    pub open: bool,
}

/// Does the consent for `order` tell the reader who the enterprise is? Then that is noted for the enterprise, as `what`, and for
/// the auditor, as `intent` says.
pub async fn look_at_enterprise(db: &Db, actor: &Actor, intent: Intent, order: OrderId, what: &str) -> Result<Sight> {
    let consent = consents::of_order(db.read(), order).await?;
    if !consent.as_ref().is_some_and(|consent| consent.opens(ConsentScope::Identity, db.world().now())) {
        return Ok(Sight { consent, open: false });
    }
    let (part, scope) = (AccessPart::Profile, ConsentScope::Identity);
    let look = || Look { part, scope, what, reason: None };
    let noted = db.write(intent, |tx| async move { consents::record_access(&tx, actor, order, look()).await });
    match noted.await {
        Ok(consent) => Ok(Sight { consent: Some(consent), open: true }),
        Err(closed) if closed.code() == "consents.closed" => {
            Ok(Sight { consent: consents::of_order(db.read(), order).await?, open: false })
        }
        Err(error) => Err(error),
    }
}

/// As [`look_at_enterprise`], for those who need to know no more than that.
pub async fn sees_enterprise(db: &Db, actor: &Actor, intent: Intent, order: OrderId, what: &str) -> Result<bool> {
    Ok(look_at_enterprise(db, actor, intent, order, what).await?.open)
}

//! What enterprises open, they close again when they like.

use super::stage::Stage;
use jinqiao_kernel::{Error, OrderId, Result};
use jinqiao_platform::consents::{self, ConsentScope};

/// One enterprise closes its files again, another takes everything back.
pub async fn changed(stage: &Stage, orders: &[OrderId]) -> Result<()> {
    use ConsentScope::{Business, Contact, Finance, Identity};
    for (order, firm) in orders.iter().zip(["qiye1", "chuangxin3"]) {
        stage.pass(3).await?;
        let (db, actor) = (&stage.db, stage.actor(firm).await?);
        let consent = consents::of_order(db.read(), *order).await?.ok_or_else(Error::not_found)?;
        if firm == "qiye1" {
            consents::narrow(db, &actor, consent.id, consent.version, &[Identity, Contact, Business, Finance]).await?;
        } else {
            consents::revoke(db, &actor, consent.id, "贷款已经到账，不再需要开放资料").await?;
        }
    }
    Ok(())
}

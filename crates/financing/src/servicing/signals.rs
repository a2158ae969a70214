//! 风险信号: what becomes known of an enterprise while it owes, told to its lenders.

use super::{
    entity::Model,
    facts::{DrawFact, DrawStep},
    store,
};
use jinqiao_db::Tx;
use jinqiao_kernel::{OrgId, Result};
use jinqiao_platform::consents::{self, ConsentScope};

/// Tells every lender of `enterprise` but `except` of `text`, once for each loan that runs.
///
/// # Errors
/// When the database fails.
pub async fn signal(tx: &Tx, enterprise: OrgId, except: Option<OrgId>, text: &str) -> Result<()> {
    for draw in store::running_of(tx.conn(), enterprise).await? {
        if Some(draw.institution_id) != except {
            tell(tx, &draw, text).await?;
        }
    }
    Ok(())
}

/// As [`signal`], of what the profile says: only to those who may read it.
pub async fn signal_of_profile(tx: &Tx, enterprise: OrgId, text: &str) -> Result<()> {
    for draw in store::running_of(tx.conn(), enterprise).await? {
        let consent = consents::of_order(tx.conn(), draw.order_id).await?;
        if consent.is_some_and(|consent| consent.opens(ConsentScope::Identity, tx.now())) {
            tell(tx, &draw, text).await?;
        }
    }
    Ok(())
}

async fn tell(tx: &Tx, draw: &Model, text: &str) -> Result<()> {
    tx.emit(&DrawFact { reason: Some(text.to_owned()), ..DrawFact::of(draw, DrawStep::Signal) }).await
}

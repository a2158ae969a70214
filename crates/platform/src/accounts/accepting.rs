//! What every account reads and accepts for itself: the agreement of its role, and the privacy notice. Who registers does so with the
//! registration; sub-accounts and staff at their first login, and everybody again when a newer version is in force.

use super::{agreements::of_role, entity::account};
use crate::agreements::{self, AgreementName};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, Error, Result};
use sea_orm::ConnectionTrait;

/// What `account` has to accept before it goes on.
pub async fn due(conn: &impl ConnectionTrait, account: &account::Model) -> Result<Vec<AgreementName>> {
    let due = agreements::due(conn, (account.id, account.org_id), &of_role(account.role)).await?;
    Ok(due.into_iter().map(AgreementName::of).collect())
}

/// `actor` accepts the version that it read.
///
/// # Errors
/// `validation` for what its role does not accept; `agreements.outdated`.
pub async fn accept(db: &Db, actor: &Actor, name: &AgreementName, version: i32) -> Result<()> {
    let own = name.among(&of_role(actor.role));
    let agreement = own.ok_or_else(|| Error::field("kind", "这份协议不由您签署"))?;
    db.write_once(Intent::by(actor, "accounts.accept").detail(agreement.title), |tx| async move {
        agreements::accept(&tx, agreement, version, (actor.account, actor.org), None).await.map(|_| ())
    })
    .await
}

/// `actor` accepts all that it has to, in the versions in force: demo data.
///
/// # Errors
/// When the database fails.
pub async fn accept_all(db: &Db, actor: &Actor) -> Result<()> {
    for agreement in agreements::due(db.read(), (actor.account, actor.org), &of_role(actor.role)).await? {
        let version = agreements::version_of(db.read(), agreement).await?;
        accept(db, actor, &AgreementName::of(agreement), version).await?;
    }
    Ok(())
}

//! What every account reads and accepts for itself: the agreement of its role, and the privacy notice. Who registers does so with the
//! registration; sub-accounts and staff at their first login, and everybody again when a newer version is in force.

use super::{agreements::of_role, entity::account};
use crate::agreements::{self, AgreementName};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, Error, Result, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, sea_query::Expr};

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

/// Whether an account has to accept something before it goes on, for a query that holds its columns: as [`due`], in the
/// same statement.
pub fn must_agree() -> Expr {
    let asked = Role::ALL.map(|role| {
        let names = of_role(role).map(|agreement| agreement.name);
        (account::Column::Role.eq(role), names)
    });
    let own = |column: account::Column| Expr::col((account::Entity, column));
    agreements::is_due((own(account::Column::Id), own(account::Column::OrgId)), asked)
}

/// `actor` accepts all that it has to, in the versions in force: demo data, and whoever a test is not about.
///
/// # Errors
/// When the database fails.
pub async fn accept_all(db: &Db, actor: &Actor) -> Result<()> {
    let due = &agreements::due(db.read(), (actor.account, actor.org), &of_role(actor.role)).await?;
    db.write(Intent::by(actor, "accounts.accept"), |tx| async move {
        for agreement in due {
            let version = agreements::version_of(tx.conn(), *agreement).await?;
            agreements::accept(&tx, *agreement, version, (actor.account, actor.org), None).await?;
        }
        Ok(())
    })
    .await
}

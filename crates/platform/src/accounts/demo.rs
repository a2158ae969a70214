//! Demo servers: their accounts are public, and shown on the login page.

use super::{
    entity::{account, demo},
    totp,
};
use crate::organizations;
use jinqiao_db::{Db, Intent};
use jinqiao_http::Settings;
use jinqiao_kernel::{RequestMeta, Result, Role, Vault};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An account of a demo server.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct DemoAccount {
    /// Role.
    pub role: Role,
    /// Login name.
    pub login: String,
    /// Password, public on purpose.
    pub password: String,
    /// Person.
    pub name: String,
    /// Organisation.
    pub organization: String,
    /// The authenticator's code of this moment, where one is needed.
    pub totp: Option<String>,
}

/// Marks the database as a demo by publishing the password of `login`.
///
/// # Errors
/// `not_found` for an unknown login.
pub async fn mark_demo(db: &Db, login: &str, password: &str) -> Result<()> {
    let account = super::store::by_login(db.read(), login).await?.ok_or_else(jinqiao_kernel::Error::not_found)?;
    db.write(Intent::system("accounts.mark_demo").on(account.id), |tx| async move {
        let row = demo::ActiveModel { account_id: Set(account.id), password: Set(password.into()) };
        demo::Entity::insert(row).exec_without_returning(tx.conn()).await?;
        Ok(())
    })
    .await
}

/// May demo accounts be seen and used by this request? Their passwords are public, so they are for this machine only: not
/// where people reach the platform under another address, nor where a proxy asks for somebody else.
pub(super) fn open(settings: &Settings, request: &RequestMeta) -> bool {
    settings.demo_anywhere || (settings.loopback() && request.local)
}

/// The account, unless its password is public; then it is refused like one that does not exist.
pub(super) async fn without_public_password(
    db: &Db,
    account: Option<account::Model>,
) -> Result<Option<account::Model>> {
    let Some(known) = account else { return Ok(None) };
    let public = demo::Entity::find_by_id(known.id).one(db.read()).await?.is_some();
    Ok(Some(known).filter(|_| !public))
}

/// Is this a demo server?
pub(super) async fn is_demo(db: &Db) -> Result<bool> {
    Ok(demo::Entity::find().count(db.read()).await? > 0)
}

/// Accounts of a demo server, by role; none on a real one.
pub async fn demo_accounts(db: &Db, vault: &Vault) -> Result<Vec<DemoAccount>> {
    let passwords = demo::Entity::find().all(db.read()).await?;
    let ids = passwords.iter().map(|row| row.account_id);
    let accounts = account::Entity::find().filter(account::Column::Id.is_in(ids)).order_by_asc(account::Column::No);
    let accounts = accounts.all(db.read()).await?;
    let orgs = organizations::names(db.read(), accounts.iter().map(|account| account.org_id)).await?;
    let now = db.world().real_now();
    let mut shown = Vec::with_capacity(accounts.len());
    for account in accounts {
        let password = passwords.iter().find(|row| row.account_id == account.id).map(|row| row.password.clone());
        shown.push(DemoAccount {
            role: account.role,
            password: password.unwrap_or_default(),
            organization: orgs.get(&account.org_id).map(|org| org.name.clone()).unwrap_or_default(),
            totp: account.totp_seed.as_ref().map(|seed| totp::current(vault, seed, now)).transpose()?,
            login: account.login,
            name: account.name,
        });
    }
    shown.sort_by_key(|account| account.role);
    Ok(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_passwords_are_for_this_machine_only() {
        for (url, local, anywhere, expected) in [
            ("http://localhost:8080", true, false, true),
            ("http://localhost:8080", false, false, false),
            ("https://jinqiao.example.cn", true, false, false),
            ("https://jinqiao.example.cn", false, false, false),
            ("https://jinqiao.example.cn", false, true, true),
        ] {
            let settings = Settings { public_url: url.into(), demo_anywhere: anywhere, ..Settings::default() };
            let request = RequestMeta { local, ..RequestMeta::default() };
            assert_eq!(open(&settings, &request), expected, "{url} {local} {anywhere}");
        }
    }
}

//! What the primary account sees of its team.

use super::subs::{of_own, quota_of};
use crate::{
    accounts::entity::account::Model,
    organizations::{Unit, units_of},
    permissions::value_of,
};
use jinqiao_db::Db;
use jinqiao_kernel::{Access, AccountId, Actor, DateTime, Result, UnitId, Vault, mask_mobile};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Accounts and units of the own organisation.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct TeamView {
    /// Active sub-accounts that the operator allows …
    quota: i64,
    /// … and how many there are.
    used: usize,
    accounts: Vec<TeamAccount>,
    /// By name; the root is the organisation itself.
    units: Vec<UnitView>,
}

/// An account of the own organisation.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct TeamAccount {
    id: AccountId,
    no: String,
    name: String,
    login: String,
    mobile_masked: Option<String>,
    unit_id: UnitId,
    primary: bool,
    access: Access,
    active: bool,
    /// The one-time password was not changed yet.
    password_due: bool,
    created_at: DateTime,
    last_login_at: Option<DateTime>,
}

/// A branch or department.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct UnitView {
    id: UnitId,
    /// None for the organisation itself.
    parent_id: Option<UnitId>,
    name: String,
    closed: bool,
}

impl UnitView {
    fn new(Unit { id, parent_id, name, closed, .. }: Unit) -> Self {
        Self { id, parent_id, name, closed }
    }
}

impl TeamAccount {
    fn new(vault: &Vault, row: Model) -> Result<Self> {
        let mobile = row.mobile.as_ref().map(|mobile| vault.open(mobile)).transpose()?;
        Ok(Self {
            id: row.id,
            no: row.no,
            name: row.name,
            login: row.login,
            mobile_masked: mobile.as_deref().map(mask_mobile),
            unit_id: row.unit_id,
            primary: row.primary_account,
            access: row.access,
            active: row.active,
            password_due: row.password_until.is_some(),
            created_at: row.created_at,
            last_login_at: row.last_login_at,
        })
    }
}

/// The own team.
pub async fn team(db: &Db, vault: &Vault, actor: &Actor) -> Result<TeamView> {
    let accounts = of_own(db.read(), actor).await?;
    Ok(TeamView {
        quota: value_of(db.read(), quota_of(actor.org_kind)).await?,
        used: accounts.iter().filter(|account| account.active && !account.primary_account).count(),
        accounts: accounts.into_iter().map(|row| TeamAccount::new(vault, row)).collect::<Result<_>>()?,
        units: units_of(db.read(), actor.org).await?.into_iter().map(UnitView::new).collect(),
    })
}

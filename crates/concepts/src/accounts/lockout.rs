//! Failed logins per account and per address, in the database: shared by nodes, and they survive a restart.

use super::entity::failure;
use chrono::TimeDelta;
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Error, Kind, Result};
use sea_orm::{EntityTrait, QuerySelect, Set, sea_query::OnConflict};

const WINDOW: TimeDelta = TimeDelta::minutes(15);
const LOCK: TimeDelta = TimeDelta::minutes(15);

/// Whose failures are counted.
pub(super) enum Key<'a> {
    /// A login name, known or not.
    Login(&'a str),
    /// A network address.
    Address(&'a str),
}

impl Key<'_> {
    fn name(&self) -> String {
        match self {
            Self::Login(login) => format!("login:{login}"),
            Self::Address(address) => format!("address:{address}"),
        }
    }

    /// Offices share an address, so it may fail more often than one account.
    fn allowed(&self) -> i32 {
        match self {
            Self::Login(_) => 5,
            Self::Address(_) => 50,
        }
    }
}

async fn find(tx: &Tx, key: &Key<'_>) -> Result<Option<failure::Model>> {
    Ok(failure::Entity::find_by_id(key.name()).lock_exclusive().one(tx.conn()).await?)
}

/// Refuses while the key is locked.
pub(super) async fn check(tx: &Tx, key: &Key<'_>) -> Result<()> {
    let locked = find(tx, key).await?.and_then(|row| row.locked_until).filter(|until| *until > tx.now());
    match locked {
        Some(until) => Err(locked_error(until, tx.now())),
        None => Ok(()),
    }
}

fn locked_error(until: DateTime, now: DateTime) -> Error {
    let minutes = (until - now).num_minutes() + 1;
    Error::new(Kind::TooMany, "accounts.locked", format!("登录失败次数过多，请约 {minutes} 分钟后再试"))
}

/// Counts a failure, and locks when there are too many within the window.
pub(super) async fn failed(tx: &Tx, key: &Key<'_>) -> Result<()> {
    let known = find(tx, key).await?;
    let recent = known.as_ref().filter(|row| tx.now() - row.since < WINDOW);
    let failures = recent.map_or(1, |row| row.failures + 1);
    let locked = (failures >= key.allowed()).then(|| tx.now() + LOCK);
    let row = failure::ActiveModel {
        key: Set(key.name()),
        failures: Set(if locked.is_some() { 0 } else { failures }),
        since: Set(recent.map_or(tx.now(), |row| row.since)),
        locked_until: Set(locked),
    };
    let known = OnConflict::column(failure::Column::Key)
        .update_columns([failure::Column::Failures, failure::Column::Since, failure::Column::LockedUntil])
        .to_owned();
    failure::Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Forgets the failures after a success.
pub(super) async fn forget(tx: &Tx, key: &Key<'_>) -> Result<()> {
    failure::Entity::delete_by_id(key.name()).exec(tx.conn()).await?;
    Ok(())
}

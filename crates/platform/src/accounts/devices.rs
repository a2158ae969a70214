//! Devices on which an account has logged in before. Each is known by a long-lived random cookie, of which only the hash is
//! kept. It opens nothing; it keeps the owner's own attempts apart from those of strangers.

use super::{
    entity::device::{ActiveModel, Column, Entity, Model},
    sessions,
};
use chrono::TimeDelta;
use jinqiao_db::Tx;
use jinqiao_kernel::{AccountId, Result, World};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, sea_query::OnConflict,
};
use uuid::Uuid;

/// So many devices of one account are known; the one that was not seen for longest makes room.
const MOST: u64 = 8;
/// As long as the cookie.
const KNOWN_FOR: TimeDelta = TimeDelta::days(180);

/// The token of the device that asks, and which of the account's devices it is.
pub(super) struct Device {
    /// For the cookie.
    pub token: String,
    /// None when the account has not logged in there before.
    pub known: Option<Uuid>,
}

/// What is known of the device that showed `token`. A token that was never given out is replaced: nobody can put one of
/// their choice into somebody else's browser.
pub(super) async fn of(
    conn: &impl ConnectionTrait,
    world: &World,
    token: Option<&str>,
    account: Option<AccountId>,
) -> Result<Device> {
    let rows: Vec<Model> = match token {
        Some(token) => {
            let rows = Entity::find().filter(Column::TokenHash.eq(sessions::hash(token)));
            rows.filter(Column::SeenAt.gt(world.real_now() - KNOWN_FOR)).all(conn).await?
        }
        None => vec![],
    };
    let known = rows.iter().find(|row| Some(row.account_id) == account).map(|row| row.id);
    let token = token.filter(|_| !rows.is_empty()).map_or_else(|| sessions::new_token(world), str::to_owned);
    Ok(Device { token, known })
}

/// Remembers that `account` logged in on a device.
pub(super) async fn remember(tx: &Tx, account: AccountId, token: &str) -> Result<()> {
    let row = ActiveModel {
        id: Set(tx.id()),
        account_id: Set(account),
        token_hash: Set(sessions::hash(token)),
        seen_at: Set(tx.real_now()),
    };
    let known = OnConflict::columns([Column::AccountId, Column::TokenHash]).update_column(Column::SeenAt).to_owned();
    Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
    let of_account = Entity::find().select_only().column(Column::Id).filter(Column::AccountId.eq(account));
    let newest = of_account.order_by_desc(Column::SeenAt).order_by_desc(Column::Id).limit(MOST);
    let kept: Vec<Uuid> = newest.into_tuple().all(tx.conn()).await?;
    let rest = Entity::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Id.is_not_in(kept));
    rest.exec(tx.conn()).await?;
    Ok(())
}

/// Forgets devices that were not seen for so long that their cookie is gone.
pub(super) async fn sweep(tx: &Tx) -> Result<u64> {
    let old = Entity::delete_many().filter(Column::SeenAt.lt(tx.real_now() - KNOWN_FOR));
    Ok(old.exec(tx.conn()).await?.rows_affected)
}

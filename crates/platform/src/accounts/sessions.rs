//! Server-side sessions: a random token in the cookie, only its hash in the database.

use super::{
    accepting, access,
    entity::{
        account,
        session::{ActiveModel, Column, Entity, Model},
    },
    facts::SessionsEnded,
    store,
};
use crate::organizations::{Organization, Organizations};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{AccountId, Actor, DateTime, Error, RequestMeta, Result, SessionId, World};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QueryResult,
    QuerySelect, Select, Set,
};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// A session ends after this long without a request …
const IDLE: TimeDelta = TimeDelta::minutes(30);
/// … and after this long in any case.
const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// How exactly the last request is remembered.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

/// A token that nobody can guess: 256 bits, hex.
pub(super) fn new_token(world: &World) -> String {
    world.bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn hash(token: &str) -> String {
    Sha256::digest(token).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) async fn start(tx: &Tx, account: AccountId, token: &str, request: &RequestMeta) -> Result<()> {
    let row = ActiveModel {
        id: Set(tx.id()),
        account_id: Set(account),
        token_hash: Set(hash(token)),
        created_at: Set(tx.real_now()),
        seen_at: Set(tx.real_now()),
        address: Set(request.address.clone()),
        agent: Set(request.agent.clone()),
        signed_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A session from a future further off than [`IDLE`] was begun while the clock was ahead, and has ended: it would outlive
/// its time by as much as the clock was wrong.
fn alive(created_at: DateTime, seen_at: DateTime, now: DateTime) -> bool {
    (now - seen_at).abs() < IDLE && now - created_at < ABSOLUTE && created_at - now < IDLE
}

impl Model {
    fn alive(&self, now: DateTime) -> bool {
        alive(self.created_at, self.seen_at, now)
    }
}

/// A session that is open.
pub(super) struct Opened {
    pub session: Model,
    pub account: account::Model,
    pub org: Organization,
    /// The account has not accepted an agreement of its role in the version in force.
    pub must_agree: bool,
}

/// A session as it is read, with what is reckoned along with it.
struct Read {
    session: Model,
    must_agree: bool,
}

impl FromQueryResult for Read {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        // The column is not the session's, and has a name of its own.
        Ok(Self { session: Model::from_query_result(row, prefix)?, must_agree: row.try_get("", MUST_AGREE)? })
    }
}

const MUST_AGREE: &str = "must_agree";
/// Sessions that one statement asks for.
const AT_ONCE: usize = 500;

/// The sessions that are `wanted` and have not ended: by time, by their owner, or with their account or organisation.
async fn living(db: &Db, wanted: Select<Entity>) -> Result<Vec<Opened>> {
    let wanted = wanted.find_also_related(account::Entity).and_also_related(Organizations);
    let wanted = wanted.expr_as(accepting::must_agree(), MUST_AGREE);
    let rows = wanted.into_model::<Read, account::Model, Organization>().all(db.read()).await?;
    let opened = |row| match row {
        (Read { session, must_agree }, Some(account), Some(org)) => Some(Opened { session, account, org, must_agree }),
        _ => None,
    };
    let now = db.world().real_now();
    let lives = |opened: &Opened| opened.session.alive(now) && opened.account.active && access::enterable(&opened.org);
    Ok(rows.into_iter().filter_map(opened).filter(lives).collect())
}

/// The valid session of `token`, with whose it is; remembers that it was seen.
pub(super) async fn of_token(db: &Db, token: &str) -> Result<Option<Opened>> {
    let opened = living(db, Entity::find().filter(Column::TokenHash.eq(hash(token)))).await?.pop();
    let Some(Opened { session: row, .. }) = &opened else { return Ok(None) };
    let now = db.world().real_now();
    if (now - row.seen_at).abs() >= SEEN_EVERY {
        let id = row.id;
        let seen = db.write(Intent::bookkeeping("accounts.seen"), |tx| async move {
            let seen = ActiveModel { seen_at: Set(now), ..Default::default() };
            Entity::update_many().set(seen).filter(Column::Id.eq(id)).exec(tx.conn()).await?;
            Ok(())
        });
        // Reading goes on where nothing can be written; the session then only seems older than it is.
        if let Err(error) = seen.await {
            tracing::warn!(?error, "a session could not be seen");
        }
    }
    Ok(opened)
}

pub(super) async fn of_account(conn: &impl ConnectionTrait, account: AccountId, now: DateTime) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::CreatedAt.gt(now - ABSOLUTE))
        .order_by_desc(Column::SeenAt)
        .all(conn)
        .await?;
    Ok(rows.into_iter().filter(|row| row.alive(now)).collect())
}

/// Tells the open pages of an account, so that those whose session is gone close at once.
async fn tell(tx: &Tx, account: AccountId) -> Result<()> {
    tx.emit(&SessionsEnded { account }).await
}

/// Ends one of the actor's own sessions.
pub(super) async fn end(db: &Db, actor: &Actor, id: SessionId) -> Result<()> {
    db.write(Intent::by(actor, "accounts.end_session").on(id), |tx| async move {
        let own = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::AccountId.eq(actor.account));
        let ended = own.exec(tx.conn()).await?;
        if ended.rows_affected == 0 { Err(Error::not_found()) } else { tell(&tx, actor.account).await }
    })
    .await
}

/// Ends all sessions of the account but the one in use, as after a change of password.
pub(super) async fn end_others(tx: &Tx, account: AccountId, keep: SessionId) -> Result<()> {
    let others = Entity::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Id.ne(keep));
    others.exec(tx.conn()).await?;
    tell(tx, account).await
}

/// Ends all sessions of an account that is not the actor's own.
pub(super) async fn end_all(tx: &Tx, account: AccountId) -> Result<()> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(tx.conn()).await?;
    tell(tx, account).await
}

/// Ends a session that is replaced by another in the same browser.
pub(super) async fn replace(tx: &Tx, old: SessionId) -> Result<()> {
    Entity::delete_by_id(old).exec(tx.conn()).await?;
    Ok(())
}

/// Forgets sessions that ended long ago.
pub(super) async fn sweep(tx: &Tx) -> Result<u64> {
    let old = Entity::delete_many().filter(Column::CreatedAt.lt(tx.real_now() - ABSOLUTE * 2));
    Ok(old.exec(tx.conn()).await?.rows_affected)
}

/// Which of the sessions have not ended, by time, by their owner, or with their account, and belong to an account that owes nothing
/// first, such as a new version of an agreement.
///
/// # Errors
/// When the database does not answer.
pub async fn working(db: &Db, ids: &[SessionId]) -> Result<HashSet<SessionId>> {
    let mut found = HashSet::new();
    for ids in ids.chunks(AT_ONCE) {
        let opened = living(db, Entity::find().filter(Column::Id.is_in(ids.iter().copied()))).await?;
        let owes = |opened: &Opened| store::standing(&opened.account, &opened.org, opened.must_agree).owes.is_some();
        found.extend(opened.into_iter().filter(|opened| !owes(opened)).map(|opened| opened.session.id));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_a_session_lives() {
        let now = DateTime::UNIX_EPOCH;
        for (created, seen, lives) in [
            (0, 0, true),
            (29, 29, true),
            (30, 30, false),
            (719, 0, true),
            (720, 0, false),
            // The clock was ahead when the session began, or was seen.
            (-29, -29, true),
            (-30, -29, false),
            (0, -30, false),
            (-1440, -1440, false),
        ] {
            let before = |minutes| now - TimeDelta::minutes(minutes);
            assert_eq!(alive(before(created), before(seen), now), lives, "{created} {seen}");
        }
    }
}

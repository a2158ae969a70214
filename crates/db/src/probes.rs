//! Single values about the whole database. Proofs: that it takes writes now, and that the key in use is the one that its values were
//! sealed with; and the stamp of the settings ([`crate::settings`]).

use crate::{Db, Intent, Tx, entities::probe};
use jinqiao_kernel::{DatabaseFailure, Error, Result, Sealed, Secret, Vault};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, Set, sea_query::OnConflict};
use std::time::Duration;
use tokio::{
    sync::Mutex,
    time::{Instant, timeout},
};

/// A proof holds for so long, so that nobody can make the server write by asking.
const HOLDS: Duration = Duration::from_secs(1);
/// Who asks gets an answer within this time.
const PATIENCE: Duration = Duration::from_millis(1_900);
const WRITE: &str = "write";
/// As much as a large form: a single row often still fits where no business does any more.
const WEIGHT: usize = 64 * 1024;
const KEY: &str = "key";
/// What is sealed to prove the key.
const WORDS: &str = "jinqiao";

/// The newest proof of a write.
#[derive(Default)]
pub(crate) struct Probe(Mutex<Option<(Instant, Option<DatabaseFailure>)>>);

/// The sealed value that proves the key.
struct KeyProbe;

impl Secret for KeyProbe {
    const CONTEXT: &'static str = "probes.key";
}

pub(crate) async fn put(tx: &Tx, name: &str, value: String) -> Result<()> {
    let row = probe::ActiveModel { name: Set(name.into()), value: Set(value), at: Set(tx.now()) };
    let newer =
        OnConflict::column(probe::Column::Name).update_columns([probe::Column::Value, probe::Column::At]).to_owned();
    probe::Entity::insert(row).on_conflict(newer).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub(crate) async fn value(conn: &impl ConnectionTrait, name: &str) -> Result<Option<String>> {
    let value = probe::Entity::find_by_id(name).select_only().column(probe::Column::Value);
    Ok(value.into_tuple().one(conn).await?)
}

impl Db {
    /// Proves that a row can be written and made durable now. Asked often, it writes once a second.
    ///
    /// # Errors
    /// `unavailable` or `storage.full`, within two seconds.
    pub async fn ready(&self) -> Result<()> {
        match timeout(PATIENCE, self.proved()).await {
            Ok(result) => result,
            Err(_) => Err(Error::unavailable().caused_by("no proof of a write in time")),
        }
    }

    async fn proved(&self) -> Result<()> {
        let mut newest = self.0.probe.0.lock().await;
        if let Some((at, failure)) = *newest
            && at.elapsed() < HOLDS
        {
            return match failure {
                None => Ok(()),
                Some(DatabaseFailure::NoSpace) => Err(Error::no_space()),
                Some(_) => Err(Error::unavailable()),
            };
        }
        let result =
            self.write(Intent::bookkeeping("db.probe"), |tx| async move { put(&tx, WRITE, "x".repeat(WEIGHT)).await });
        let result = result.await;
        let failure = result.as_ref().err().map(|error| match error.kind() {
            jinqiao_kernel::Kind::NoSpace => DatabaseFailure::NoSpace,
            _ => DatabaseFailure::Unavailable,
        });
        *newest = Some((Instant::now(), failure));
        result
    }

    /// Was a key ever used with this database?
    pub async fn has_key(&self) -> Result<bool> {
        Ok(probe::Entity::find_by_id(KEY).one(self.read()).await?.is_some())
    }

    /// Makes sure that `vault` holds the key that this database's values were sealed with; the first key is remembered.
    ///
    /// # Errors
    /// When it is another key.
    pub async fn check_key(&self, vault: &Vault) -> Result<()> {
        let sealed: Sealed<KeyProbe> = vault.seal(self.world(), WORDS);
        let value = sealed.text();
        // Two nodes may start at once with different keys: the first to write decides.
        self.write(Intent::bookkeeping("db.key"), |tx| async move {
            let row = probe::ActiveModel { name: Set(KEY.into()), value: Set(value.into()), at: Set(tx.now()) };
            let known = OnConflict::column(probe::Column::Name).do_nothing().to_owned();
            probe::Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
            Ok(())
        })
        .await?;
        let kept = probe::Entity::find_by_id(KEY).one(self.read()).await?.ok_or_else(Error::not_found)?;
        let kept: Sealed<KeyProbe> = Sealed::stored(kept.value);
        vault.open(&kept).map(|_| ())
    }
}

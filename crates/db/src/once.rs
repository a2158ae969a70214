//! Answers kept under Idempotency-Keys: a request that is sent again is answered again, not done again.

use crate::{Db, Intent, Tx, entities::once};
use jinqiao_kernel::{Error, Kind, OnceKey, Result};
use sea_orm::{ActiveModelTrait, EntityTrait, Set, sea_query::OnConflict};
use serde::{Serialize, de::DeserializeOwned};
use std::{future::Future, sync::atomic::Ordering};
use uuid::Uuid;

impl Db {
    /// As [`Db::write`], and where the request carries an Idempotency-Key, the answer is stored in the same transaction
    /// and given again to whoever sends the same key and body to the same route.
    ///
    /// # Errors
    /// What `work` returns (nothing is stored then), or `idempotency.mismatch` for a known key with another body.
    pub async fn write_once<T, F, Fut>(&self, intent: Intent, mut work: F) -> Result<T>
    where
        F: FnMut(Tx) -> Fut + Send,
        Fut: Future<Output = Result<T>> + Send,
        T: Serialize + DeserializeOwned + Send,
    {
        let Some(key) = intent.request.once.clone() else { return self.write(intent, work).await };
        let (key, account) = (&key, intent.account.map(Uuid::from).unwrap_or_default());
        self.write(intent, |tx| {
            // Futures are lazy: nothing of the work has happened yet when the stored answer is found.
            let working = work(tx.clone());
            async move {
                if let Some(answer) = claim(&tx, account, key).await? {
                    return Ok(serde_json::from_str(&answer)?);
                }
                let value = working.await?;
                store(&tx, account, key, serde_json::to_string(&value)?).await?;
                Ok(value)
            }
        })
        .await
    }
}

/// Takes the key, or finds the answer given under it. A second request under a key waits for the first to end.
async fn claim(tx: &Tx, account: Uuid, key: &OnceKey) -> Result<Option<String>> {
    let row = once::ActiveModel {
        account: Set(account),
        route: Set(key.route.clone()),
        key: Set(key.key.clone()),
        body: Set(key.body.clone()),
        answer: Set(None),
        at: Set(tx.real_now()),
    };
    let taken = once::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([once::Column::Account, once::Column::Route, once::Column::Key])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx.conn())
        .await?;
    if taken == 1 {
        return Ok(None);
    }
    let known = once::Entity::find_by_id((account, key.route.clone(), key.key.clone())).one(tx.conn()).await?;
    let known = known.ok_or_else(Error::stale)?;
    if known.body != key.body {
        return Err(Error::new(Kind::Invalid, "idempotency.mismatch", "同一个幂等键不能用于不同的内容"));
    }
    tx.0.replayed.store(true, Ordering::Relaxed);
    known.answer.map(Some).ok_or_else(Error::stale)
}

async fn store(tx: &Tx, account: Uuid, key: &OnceKey, answer: String) -> Result<()> {
    let row = once::ActiveModel {
        account: Set(account),
        route: Set(key.route.clone()),
        key: Set(key.key.clone()),
        answer: Set(Some(answer)),
        ..Default::default()
    };
    row.update(tx.conn()).await?;
    Ok(())
}

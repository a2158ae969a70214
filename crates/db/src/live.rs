//! Tells open pages that something has happened (ADR 0009). Every node looks at the facts that any node has written, and
//! tells those who listen on it; nothing but a fact's kind and its audience goes further.

use crate::{Db, entities::fact};
use jinqiao_kernel::{AccountId, OrgId, Result, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Notify, broadcast},
    time::Instant,
};

/// Streams that one account may have open: a few tabs on a few devices.
const STREAMS: usize = 8;
/// Other nodes' facts are found by looking this often.
const LOOK: Duration = Duration::from_millis(500);
/// On PostgreSQL a lower number may be committed after a higher one: so many are looked at again.
const OVERLAP: i64 = 200;

/// Whose open pages show something of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The accounts of an organisation.
    Org(OrgId),
    /// The accounts of a role.
    Role(Role),
    /// One account.
    Account(AccountId),
    /// Certified institutions, who see the market.
    Market,
}

/// Something has happened.
#[derive(Clone, Debug)]
pub struct LiveEvent {
    /// The concept in the fact's kind, such as `orders`; none when the server stops.
    pub topic: Option<String>,
    /// To whom it matters.
    pub audience: Arc<Vec<Audience>>,
    /// When this node heard of it: what the database says since is what the fact has left.
    pub heard: Instant,
}

impl LiveEvent {
    /// Of `topic`, heard of now.
    pub fn new(topic: Option<String>, audience: Vec<Audience>) -> Self {
        Self { topic, audience: Arc::new(audience), heard: Instant::now() }
    }
}

pub(crate) struct LiveHub {
    sender: broadcast::Sender<LiveEvent>,
    woken: Notify,
    streams: Mutex<HashMap<AccountId, usize>>,
}

impl Default for LiveHub {
    fn default() -> Self {
        Self { sender: broadcast::channel(256).0, woken: Notify::new(), streams: Mutex::default() }
    }
}

impl LiveHub {
    pub fn wake(&self) {
        self.woken.notify_one();
    }
}

/// An open stream of one account; it counts until it is dropped.
pub struct Listener {
    db: Db,
    account: AccountId,
    receiver: broadcast::Receiver<LiveEvent>,
}

impl Listener {
    /// What happens next; an error when some was missed, or when nothing more will come.
    ///
    /// # Errors
    /// As the channel says.
    pub async fn next(&mut self) -> Result<LiveEvent, broadcast::error::RecvError> {
        self.receiver.recv().await
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut streams = self.db.0.live.streams.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = streams.get_mut(&self.account) {
            *count -= 1;
            if *count == 0 {
                streams.remove(&self.account);
            }
        }
    }
}

impl Db {
    /// Opens a stream for `account`; none when it has too many.
    pub fn listen(&self, account: AccountId) -> Option<Listener> {
        let mut streams = self.0.live.streams.lock().unwrap_or_else(PoisonError::into_inner);
        let count = streams.entry(account).or_default();
        if *count >= STREAMS {
            return None;
        }
        *count += 1;
        Some(Listener { db: self.clone(), account, receiver: self.0.live.sender.subscribe() })
    }

    /// Ends every stream: the server stops.
    pub fn end_streams(&self) {
        let _ = self.0.live.sender.send(LiveEvent::new(None, vec![]));
    }

    /// Looks for new facts, for ever, while somebody listens.
    pub async fn watch(&self) {
        let live = &self.0.live;
        let mut seen = None;
        loop {
            let _ = tokio::time::timeout(LOOK, live.woken.notified()).await;
            if live.sender.receiver_count() == 0 {
                seen = None;
                continue;
            }
            match self.look(seen.take()).await {
                Ok(now) => seen = Some(now),
                Err(error) => tracing::warn!(?error, "looking for facts"),
            }
        }
    }

    /// Tells of the facts that are not in `seen`; the first look only remembers where it stands.
    async fn look(&self, seen: Option<BTreeSet<i64>>) -> Result<BTreeSet<i64>> {
        let newest = fact::Entity::find().order_by_desc(fact::Column::Seq).limit(1).one(self.read()).await?;
        let newest = newest.map_or(0, |fact| fact.seq);
        let from = seen.as_ref().and_then(|seen| seen.last().copied()).unwrap_or(newest).min(newest) - OVERLAP;
        let facts = fact::Entity::find().filter(fact::Column::Seq.gt(from)).order_by_asc(fact::Column::Seq);
        let facts = facts.all(self.read()).await?;
        if let Some(seen) = &seen {
            for fact in facts.iter().filter(|fact| !seen.contains(&fact.seq)) {
                let topic = fact.kind.split('.').next().map(str::to_owned);
                let _ = self.0.live.sender.send(LiveEvent::new(topic, fact.audience.0.clone()));
            }
        }
        Ok(facts.into_iter().map(|fact| fact.seq).filter(|seq| *seq > newest - 2 * OVERLAP).collect())
    }
}

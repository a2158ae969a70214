//! Whether those who listen still may: asked for all open streams at once, not for each stream and each event.

use crate::accounts;
use jinqiao_db::Db;
use jinqiao_kernel::SessionId;
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::time::Instant;

/// The sessions of the streams that are open on this node, and which of them worked when they were last asked for.
#[derive(Clone, Default)]
pub struct Door(Arc<Inner>);

#[derive(Default)]
struct Inner {
    open: Mutex<HashMap<SessionId, usize>>,
    /// Held while it is asked, so that all who wait take the one answer.
    last: tokio::sync::Mutex<Option<Round>>,
}

/// One answer for all.
struct Round {
    begun: Instant,
    asked: HashSet<SessionId>,
    working: HashSet<SessionId>,
}

/// An open stream's place; it counts until it is dropped.
pub struct Place {
    door: Door,
    session: SessionId,
}

impl Door {
    /// A stream of `session` opens.
    pub fn enter(&self, session: SessionId) -> Place {
        *self.0.open.lock().unwrap_or_else(PoisonError::into_inner).entry(session).or_default() += 1;
        Place { door: self.clone(), session }
    }

    fn open(&self) -> Vec<SessionId> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }
}

impl Place {
    /// Does the stream's session work, by an answer that is not older than `since`? A database that does not answer says no.
    pub async fn works(&self, db: &Db, since: Instant) -> bool {
        let mut last = self.door.0.last.lock().await;
        let known = last.as_ref().filter(|round| round.begun >= since && round.asked.contains(&self.session));
        if let Some(round) = known {
            return round.working.contains(&self.session);
        }
        let (begun, open) = (Instant::now(), self.door.open());
        let working = accounts::working(db, &open).await.unwrap_or_default();
        let works = working.contains(&self.session);
        *last = Some(Round { begun, asked: open.into_iter().collect(), working });
        works
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.door.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        match open.get_mut(&self.session) {
            Some(count) if *count > 1 => *count -= 1,
            _ => {
                open.remove(&self.session);
            }
        }
    }
}

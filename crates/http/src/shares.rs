//! A bound for work that holds something while it lasts: so much at once in all, and so much of one owner, so that no owner takes
//! the places of the others.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

/// The places. Its clones are the same places.
#[derive(Clone, Debug)]
pub struct Shares {
    all: usize,
    each: usize,
    held: Arc<Mutex<HashMap<Uuid, usize>>>,
}

/// A place, held until it is dropped.
#[derive(Debug)]
pub struct Share {
    owner: Uuid,
    held: Arc<Mutex<HashMap<Uuid, usize>>>,
}

impl Shares {
    /// `all` places, of which one owner has `each` at most.
    pub fn new(all: usize, each: usize) -> Self {
        Self { all, each, held: Arc::default() }
    }

    /// A place for `owner`, unless it or all together have as many as they may.
    pub fn take(&self, owner: Uuid) -> Option<Share> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let own = held.get(&owner).copied().unwrap_or(0);
        if own >= self.each || held.values().sum::<usize>() >= self.all {
            return None;
        }
        held.insert(owner, own + 1);
        Some(Share { owner, held: self.held.clone() })
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        match held.get_mut(&self.owner) {
            Some(own) if *own > 1 => *own -= 1,
            _ => {
                held.remove(&self.owner);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shares;
    use uuid::Uuid;

    #[test]
    fn no_owner_takes_the_places_of_the_others() {
        let shares = Shares::new(3, 2);
        let (one, two, three) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let mut held: Vec<_> = [one, one].into_iter().filter_map(|owner| shares.take(owner)).collect();
        assert_eq!(held.len(), 2);
        assert!(shares.take(one).is_none(), "it has two");
        held.extend(shares.take(two));
        assert!(shares.take(three).is_none(), "all three are held");
        held.remove(0);
        held.extend(shares.take(three));
        assert_eq!(held.len(), 3, "what is given back can be taken");
        held.clear();
        assert!(shares.held.lock().expect("the places").is_empty(), "nothing is kept of those who have gone");
    }
}

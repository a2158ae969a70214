//! Published versions, read and checked once: what a version says never changes, so a process keeps it by number.

use crate::policies::{PolicyContent, PolicyItem, PolicyMaterial, PolicyVersion, contents};
use jinqiao_db::Db;
use jinqiao_kernel::{Error, PolicyId, Result};
use jinqiao_policy::{catalogue::Catalogue, condition::Requirement, form::ReadyForm, standard::Amounts};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// Versions that are kept: those that are open, and about as many others. With more, all are forgotten and read anew.
const MOST: usize = 400;

/// A version ready to be evaluated.
#[derive(Debug, Default)]
pub struct Ready {
    /// Who is eligible; none for everybody.
    pub requirement: Option<Requirement>,
    /// How much is paid.
    pub amounts: Option<Amounts>,
    /// What a firm fills in.
    pub form: Option<ReadyForm>,
    /// What it brings.
    pub materials: Vec<PolicyMaterial>,
    /// Its condition names something that the catalogue does not have any more, so that nobody can tell.
    pub unreadable: bool,
    /// A part of it does, so that nobody can apply.
    pub broken: Option<&'static str>,
}

/// An item with its version in force.
pub struct ReadyItem {
    /// As everybody sees it.
    pub item: PolicyItem,
    /// Number of the version.
    pub number: i32,
    /// What that says.
    pub ready: Arc<Ready>,
}

impl Ready {
    /// What `content` says.
    pub fn of(content: &PolicyContent, catalogue: &Catalogue) -> Self {
        let condition = content.condition.as_ref().map(|condition| condition.check(catalogue).ok());
        let standard = content.standard.clone().map(|standard| standard.check(catalogue).ok());
        let form = content.form.clone().map(|form| form.check(catalogue).ok());
        let lost = [
            ("condition", matches!(condition, Some(None))),
            ("standard", matches!(standard, Some(None))),
            ("form", matches!(form, Some(None))),
        ];
        Self {
            unreadable: lost[0].1,
            broken: lost.into_iter().find(|(_, lost)| *lost).map(|(part, _)| part),
            requirement: condition.flatten(),
            amounts: standard.flatten(),
            form: form.flatten(),
            materials: content.materials.clone(),
        }
    }
}

/// An item and the number of one of its versions.
type Key = (PolicyId, i32);

type Versions = HashMap<Key, Arc<Ready>>;

/// What this process has read so far.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Versions>>);

impl Kept {
    fn known(&self, wanted: &[Key]) -> Versions {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        wanted.iter().filter_map(|key| Some((*key, kept.get(key)?.clone()))).collect()
    }

    fn keep(&self, new: &[(Key, Arc<Ready>)]) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() + new.len() > MOST {
            kept.clear();
        }
        kept.extend(new.iter().take(MOST).cloned());
    }
}

/// What a version says that is read already: kept as all of them are.
pub fn of_version(db: &Db, catalogue: &Catalogue, version: &PolicyVersion) -> Arc<Ready> {
    let (kept, key): (Kept, Key) = (db.kept(), (version.policy_id, version.number));
    if let Some(known) = kept.known(&[key]).remove(&key) {
        return known;
    }
    let ready = Arc::new(Ready::of(&version.content.0, catalogue));
    kept.keep(&[(key, ready.clone())]);
    ready
}

/// `items` with what their versions say, in their order.
///
/// # Errors
/// When the database fails.
pub async fn ready(db: &Db, catalogue: &Catalogue, items: Vec<(PolicyItem, i32)>) -> Result<Vec<ReadyItem>> {
    let kept: Kept = db.kept();
    let wanted: Vec<_> = items.iter().map(|(item, number)| (item.id, *number)).collect();
    let mut known = kept.known(&wanted);
    let missing: Vec<_> = wanted.into_iter().filter(|key| !known.contains_key(key)).collect();
    let read = contents(db.read(), &missing).await?;
    let new: Vec<_> = read.iter().map(|(key, content)| (*key, Arc::new(Ready::of(content, catalogue)))).collect();
    kept.keep(&new);
    known.extend(new);
    let item = |(item, number): (PolicyItem, i32)| {
        let ready = known.get(&(item.id, number)).cloned().ok_or_else(Error::not_found)?;
        Ok(ReadyItem { item, number, ready })
    };
    items.into_iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn so_many_are_kept_and_no_more() {
        let kept = Kept::default();
        let keys: Vec<_> = (0..1_000).map(|n| (PolicyId::from(Uuid::from_u128(n)), 1)).collect();
        for key in &keys {
            kept.keep(&[(*key, Arc::default())]);
            assert!(kept.0.lock().expect("a lock").len() <= MOST);
        }
        assert_eq!(kept.known(&keys[999..]).len(), 1);
        assert_eq!(kept.known(&keys[..1]).len(), 0);
    }
}

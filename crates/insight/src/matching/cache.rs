//! Things kept in the process by their content, bounded.

use std::{borrow::Borrow, collections::HashMap, hash::Hash, mem};

/// What was asked for lately, by a key that says what it is, so that nothing here can be out of date. Whatever was not asked for
/// during a whole generation is dropped, which bounds the memory like a least-recently-used list does, without keeping an order.
pub struct GenerationalCache<K, V> {
    young: HashMap<K, (V, usize)>,
    old: HashMap<K, (V, usize)>,
    /// Weight of the young generation.
    weight: usize,
    /// At which weight a new generation begins.
    most: usize,
}

impl<K: Hash + Eq, V: Clone> GenerationalCache<K, V> {
    /// Keeps two generations, each of about the weight `most`.
    pub fn new(most: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), weight: 0, most }
    }

    /// What is kept under `key`.
    pub fn get<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        if let Some((found, _)) = self.young.get(key) {
            return Some(found.clone());
        }
        let (key, (found, weight)) = self.old.remove_entry(key)?;
        self.put(key, found.clone(), weight);
        Some(found)
    }

    /// Keeps `value` under `key`.
    pub fn put(&mut self, key: K, value: V, weight: usize) {
        if self.weight >= self.most {
            self.old = mem::take(&mut self.young);
            self.weight = 0;
        }
        let before = self.young.insert(key, (value, weight)).map_or(0, |(_, weight)| weight);
        self.weight = self.weight + weight - before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_the_memory_is_bounded() {
        for weight in [1, 7] {
            let mut known = GenerationalCache::<String, i32>::new(100);
            known.put("often".into(), 0, weight);
            for number in 0..1_000 {
                known.put(number.to_string(), number, weight);
                known.put(number.to_string(), number, weight);
                assert_eq!(known.get("often"), Some(0));
                assert!((known.young.len() + known.old.len()) * weight <= 2 * (100 + weight));
            }
            assert_eq!((known.get("0"), known.get("999")), (None, Some(999)));
        }
    }
}

//! The interactions from which a graph is made, kept so that one can be added or taken back.

use super::{Graph, Weight};
use std::collections::{BTreeMap, BTreeSet};

/// A graph with the keys of its nodes, in ascending order: the number of a node is its place among them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network<U, I> {
    /// Links between numbers.
    pub graph: Graph,
    /// Keys of the users.
    pub users: Vec<U>,
    /// Keys of the items.
    pub items: Vec<I>,
}

impl<U: Ord, I: Ord> Network<U, I> {
    /// The number of the user with this key.
    pub fn user(&self, key: &U) -> Option<usize> {
        self.users.binary_search(key).ok()
    }

    /// The number of the item with this key.
    pub fn item(&self, key: &I) -> Option<usize> {
        self.items.binary_search(key).ok()
    }
}

/// Everything that happened between users and items. The weights of a pair are kept one by one in ascending order: a sum
/// of floating point numbers cannot be taken back exactly, a list of them can, so whatever was added and removed, the
/// graph is the one that would be computed from what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Interactions<U, I> {
    pairs: BTreeMap<(U, I), Vec<Weight>>,
    users: BTreeSet<U>,
    items: BTreeSet<I>,
}

impl<U, I> Default for Interactions<U, I> {
    fn default() -> Self {
        Self { pairs: BTreeMap::new(), users: BTreeSet::new(), items: BTreeSet::new() }
    }
}

impl<U: Ord + Clone, I: Ord + Clone> Interactions<U, I> {
    /// A user that is to have a number even without interactions.
    pub fn declare_user(&mut self, user: U) {
        self.users.insert(user);
    }

    /// An item that is to have a number even without interactions, such as a new product.
    pub fn declare_item(&mut self, item: I) {
        self.items.insert(item);
    }

    /// Adds an interaction.
    pub fn add(&mut self, user: U, item: I, weight: Weight) {
        let weights = self.pairs.entry((user, item)).or_default();
        let place = weights.partition_point(|one| one.get() <= weight.get());
        weights.insert(place, weight);
    }

    /// Takes back an interaction that was added with this weight; false if there is none.
    pub fn remove(&mut self, user: &U, item: &I, weight: Weight) -> bool {
        let pair = (user.clone(), item.clone());
        let Some(weights) = self.pairs.get_mut(&pair) else { return false };
        let Some(place) = weights.iter().position(|one| *one == weight) else { return false };
        weights.remove(place);
        if weights.is_empty() {
            self.pairs.remove(&pair);
        }
        true
    }

    /// The graph of what there is now, in time proportional to it.
    pub fn network(&self) -> Network<U, I> {
        let mut users: BTreeSet<&U> = self.users.iter().collect();
        let mut items: BTreeSet<&I> = self.items.iter().collect();
        for (user, item) in self.pairs.keys() {
            users.insert(user);
            items.insert(item);
        }
        let users: Vec<U> = users.into_iter().cloned().collect();
        let items: Vec<I> = items.into_iter().cloned().collect();
        let links = self.pairs.iter().filter_map(|((user, item), weights)| {
            let user = u32::try_from(users.binary_search(user).ok()?).ok()?;
            let item = u32::try_from(items.binary_search(item).ok()?).ok()?;
            let sum = weights.iter().map(|weight| weight.get()).sum();
            Some((user, item, Weight::new(sum)?))
        });
        let graph = Graph::new(users.len(), items.len(), links.collect::<Vec<_>>());
        Network { graph, users, items }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_are_numbered_in_their_order() {
        let mut all = Interactions::default();
        all.add("乙", 20, Weight::ONE);
        all.add("甲", 10, Weight::ONE);
        all.declare_item(15);
        all.declare_user("丁");
        let network = all.network();
        assert_eq!(network.items, [10, 15, 20]);
        assert_eq!((network.item(&20), network.item(&21), network.users.len()), (Some(2), None, 3));
        let second = network.user(&"乙").unwrap();
        assert_eq!(network.graph.users.of(second), [(2, 1.0)]);
    }

    proptest! {
        #[test]
        fn whatever_is_added_and_removed_the_graph_is_that_of_what_is_left(
            steps in prop::collection::vec((0..6u8, 0..6u8, 0.01..9.0f64, any::<bool>()), 0..60),
            turn in 0..60usize,
        ) {
            let mut incremental = Interactions::default();
            let mut left: Vec<(u8, u8, Weight)> = vec![];
            for (user, item, weight, remove) in steps {
                if remove && !left.is_empty() {
                    let (user, item, weight) = left.swap_remove(usize::from(user) % left.len());
                    prop_assert!(incremental.remove(&user, &item, weight));
                } else {
                    let weight = Weight::new(weight).unwrap();
                    incremental.add(user, item, weight);
                    left.push((user, item, weight));
                }
            }
            if !left.is_empty() {
                let places = turn % left.len();
                left.rotate_left(places);
            }
            let mut anew = Interactions::default();
            left.into_iter().for_each(|(user, item, weight)| anew.add(user, item, weight));
            prop_assert_eq!(incremental.network(), anew.network());
        }
    }
}

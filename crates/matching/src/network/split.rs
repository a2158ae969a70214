//! Training and probe: what a method may see, and what it is asked for.

use super::{Graph, Seeded, Weight};

/// A division of links. The numbers of nodes are the same on both sides: an item that occurs in the probe only is there to
/// be found all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// What may be seen.
    pub train: Graph,
    /// For each user the items that are hidden, ascending.
    pub probe: Vec<Vec<u32>>,
}

/// Hides `permille` of the links, chosen by chance alone as in the literature: not so many of each user.
pub fn split(graph: &Graph, permille: usize, seeded: &mut Seeded) -> Split {
    let mut links = vec![];
    for user in 0..graph.users.len() {
        let from = u32::try_from(user).unwrap_or_default();
        links.extend(graph.users.of(user).iter().map(|&(item, weight)| (from, item, weight)));
    }
    seeded.shuffle(&mut links);
    let hidden = links.len() * permille.min(1_000) / 1_000;
    let mut probe = vec![vec![]; graph.users.len()];
    for (user, item, _) in links.drain(..hidden) {
        probe[user as usize].push(item);
    }
    probe.iter_mut().for_each(|items| items.sort_unstable());
    let seen = links.into_iter().filter_map(|(user, item, weight)| Some((user, item, Weight::new(weight)?)));
    Split { train: Graph::new(graph.users.len(), graph.items.len(), seen), probe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_is_hidden_and_nothing_is_lost() {
        let graph = Graph::new(20, 30, (0..200).map(|n| (n % 20, n / 20 * 3, Weight::ONE)));
        let one = split(&graph, 100, &mut Seeded::new(1));
        assert_eq!((one.train.links(), one.probe.iter().map(Vec::len).sum::<usize>()), (180, 20));
        assert_eq!((one.train.users.len(), one.train.items.len()), (20, 30));
        for (user, items) in one.probe.iter().enumerate() {
            assert!(items.iter().all(|item| graph.users.of(user).contains(&(*item, 1.0))));
            assert!(items.iter().all(|item| !one.train.users.of(user).contains(&(*item, 1.0))));
        }
        assert_eq!(one, split(&graph, 100, &mut Seeded::new(1)));
        assert_ne!(one, split(&graph, 100, &mut Seeded::new(2)));
    }
}

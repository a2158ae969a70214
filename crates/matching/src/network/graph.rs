//! The bipartite graph of users and items, by rows of both sides (compressed sparse rows).

use super::{History, Weight};

/// One side of the graph: for each of its nodes the nodes of the other side it is linked with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    starts: Vec<usize>,
    links: Vec<(u32, f64)>,
    strengths: Vec<f64>,
}

impl Side {
    /// `links` are sorted by the node they start from, then by the one they lead to.
    fn new(nodes: usize, links: &[(u32, u32, f64)]) -> Self {
        let (mut starts, mut strengths) = (vec![0; nodes + 1], vec![0.0; nodes]);
        for &(from, _, weight) in links {
            starts[from as usize + 1] += 1;
            strengths[from as usize] += weight;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        Self { starts, links: links.iter().map(|&(_, to, weight)| (to, weight)).collect(), strengths }
    }

    /// How many nodes this side has.
    pub fn len(&self) -> usize {
        self.strengths.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.strengths.is_empty()
    }

    /// What `node` is linked with, ascending; nothing for a node that does not exist.
    pub fn of(&self, node: usize) -> &History {
        match (self.starts.get(node), self.starts.get(node + 1)) {
            (Some(&start), Some(&end)) => &self.links[start..end],
            _ => &[],
        }
    }

    /// How many links `node` has: k in the literature.
    pub fn degree(&self, node: usize) -> usize {
        self.of(node).len()
    }

    /// The sum of the weights of its links. Where all weights are 1 this is the degree, so the formulas of the literature,
    /// written with degrees, hold for weighted graphs with strengths in their place.
    pub fn strength(&self, node: usize) -> f64 {
        self.strengths.get(node).copied().unwrap_or_default()
    }
}

/// Users and items with weighted links between them, each by its number from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// For each user its items.
    pub users: Side,
    /// For each item its users.
    pub items: Side,
}

impl Graph {
    /// A graph with at least `users` and `items` nodes; links name them by number. Several links of one pair count as one
    /// with the sum of their weights, added from the least up, so the order in which they come changes nothing.
    pub fn new(users: usize, items: usize, links: impl IntoIterator<Item = (u32, u32, Weight)>) -> Self {
        let mut all: Vec<_> = links.into_iter().map(|(user, item, weight)| (user, item, weight.get())).collect();
        all.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
        all.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            if same {
                kept.2 += next.2;
            }
            same
        });
        let users = all.last().map_or(0, |link| link.0 as usize + 1).max(users);
        let items = all.iter().map(|link| link.1 as usize + 1).max().unwrap_or(0).max(items);
        let by_user = Side::new(users, &all);
        let mut turned: Vec<_> = all.iter().map(|&(user, item, weight)| (item, user, weight)).collect();
        turned.sort_by_key(|link| (link.0, link.1));
        Self { users: by_user, items: Side::new(items, &turned) }
    }

    /// How many pairs are linked.
    pub fn links(&self) -> usize {
        self.users.links.len()
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        let of = |side: &Side| side.starts.len() * 8 + side.links.len() * 16 + side.strengths.len() * 8;
        of(&self.users) + of(&self.items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(user: u32, item: u32, weight: f64) -> (u32, u32, Weight) {
        (user, item, Weight::new(weight).unwrap())
    }

    #[test]
    fn links_of_one_pair_are_one_link() {
        let graph = Graph::new(0, 4, [link(1, 2, 0.5), link(0, 1, 1.0), link(1, 2, 2.0), link(1, 0, 1.0)]);
        assert_eq!((graph.users.len(), graph.items.len(), graph.links()), (2, 4, 3));
        assert_eq!(graph.users.of(1), [(0, 1.0), (2, 2.5)]);
        assert_eq!(graph.items.of(2), [(1, 2.5)]);
        assert_eq!((graph.users.degree(1), graph.users.strength(1), graph.items.strength(3)), (2, 3.5, 0.0));
    }

    #[test]
    fn an_empty_graph_and_a_node_that_does_not_exist_have_nothing() {
        let graph = Graph::new(0, 0, []);
        assert!(graph.users.is_empty() && graph.items.is_empty());
        assert_eq!((graph.users.of(9), graph.users.degree(0), graph.items.strength(7)), (&[][..], 0, 0.0));
    }
}

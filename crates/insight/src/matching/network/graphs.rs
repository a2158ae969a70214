//! A graph as bytes: what a server needs to serve a run that another server computed.

use jinqiao_matching::network::{Graph, Network, Weight};
use sha2::{Digest, Sha256};
use uuid::Uuid;

fn count(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

/// Keys of the items, how many users, and the links: 16 bytes each, little-endian. Who the users are is not kept.
pub fn to_bytes<U>(network: &Network<U, Uuid>) -> Vec<u8> {
    let mut bytes = vec![];
    bytes.extend(count(network.items.len()));
    network.items.iter().for_each(|item| bytes.extend(item.as_bytes()));
    bytes.extend(count(network.graph.users.len()));
    for user in 0..network.graph.users.len() {
        for (item, weight) in network.graph.users.of(user) {
            bytes.extend(count(user));
            bytes.extend(item.to_le_bytes());
            bytes.extend(weight.to_le_bytes());
        }
    }
    bytes
}

/// The graph and the keys of its items; none where `bytes` are not what [`to_bytes`] made.
pub fn from_bytes(bytes: &[u8]) -> Option<(Graph, Vec<Uuid>)> {
    let (items, rest) = bytes.split_first_chunk::<4>()?;
    let (keys, rest) = rest.split_at_checked((u32::from_le_bytes(*items) as usize).checked_mul(16)?)?;
    let (users, links) = rest.split_first_chunk::<4>()?;
    let keys: Vec<Uuid> = keys.as_chunks::<16>().0.iter().map(|key| Uuid::from_bytes(*key)).collect();
    let (links, left) = links.as_chunks::<16>();
    let link = |link: &[u8; 16]| {
        let (user, rest) = link.split_first_chunk::<4>()?;
        let (item, weight) = rest.split_first_chunk::<4>()?;
        let weight = Weight::new(f64::from_le_bytes(weight.try_into().ok()?))?;
        Some((u32::from_le_bytes(*user), u32::from_le_bytes(*item), weight))
    };
    let links: Option<Vec<_>> = links.iter().map(link).collect();
    let graph = Graph::new(u32::from_le_bytes(*users) as usize, keys.len(), links?);
    (left.is_empty() && graph.items.len() == keys.len()).then_some((graph, keys))
}

/// What identifies a graph and the `method` that serves it, hex.
pub fn digest(bytes: &[u8], method: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(method);
    hash.update([0]);
    hash.update(bytes);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_matching::network::Interactions;

    #[test]
    fn a_graph_comes_back_and_broken_bytes_do_not() {
        let mut all = Interactions::default();
        for (user, item, weight) in [(7, 2, 0.1), (7, 9, 4.0), (3, 9, 1.0 / 3.0)] {
            all.add(user, Uuid::from_u128(item), Weight::new(weight).expect("a weight"));
        }
        let network = all.network();
        let bytes = to_bytes(&network);
        assert_eq!(from_bytes(&bytes), Some((network.graph, network.items)));
        for end in 0..bytes.len() {
            assert!(from_bytes(&bytes[..end]).is_none_or(|(graph, _)| graph.links() < 3), "{end}");
        }
        assert_eq!(from_bytes(&[255; 64]), None);
        let empty = Interactions::<u8, Uuid>::default().network();
        assert_eq!(from_bytes(&to_bytes(&empty)), Some((empty.graph, vec![])));
        assert_ne!(digest(&bytes, "a"), digest(&bytes, "b"));
    }
}

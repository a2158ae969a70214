//! Labels that stay with their clusters when everything is computed anew.

use super::Cluster;

/// A cluster with the number by which people know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled<K> {
    /// The number; never used again for another cluster.
    pub label: u32,
    /// The cluster.
    pub cluster: Cluster<K>,
}

/// A cluster keeps a label if it shares at least this part of the members of both, new and old together.
const SAME: f64 = 0.2;

/// Members that are in both; both lists ascend.
fn common<K: Ord>(a: &[K], b: &[K]) -> usize {
    a.iter().filter(|one| b.binary_search(one).is_ok()).count()
}

/// Gives each of `new` the label of the old cluster with which it shares most (Jaccard: common members ÷ all members), the
/// closest pair first, each label once. What resembles none gets the numbers from `next` on, which is above every label
/// ever given. Returns the clusters by label, and the `next` for the next time.
pub fn relabel<K: Ord + Clone>(old: &[(u32, Vec<K>)], new: Vec<Cluster<K>>, next: u32) -> (Vec<Labelled<K>>, u32) {
    let mut pairs: Vec<(f64, u32, usize)> = vec![];
    for (label, members) in old {
        let mut members = members.clone();
        members.sort();
        for (place, cluster) in new.iter().enumerate() {
            let both = common(&cluster.members, &members);
            let all = cluster.members.len() + members.len() - both;
            let share = both as f64 / all.max(1) as f64;
            if share >= SAME {
                pairs.push((share, *label, place));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut labels: Vec<Option<u32>> = vec![None; new.len()];
    for (_, label, place) in pairs {
        if labels[place].is_none() && !labels.contains(&Some(label)) {
            labels[place] = Some(label);
        }
    }
    let mut next = old.iter().map(|(label, _)| label.saturating_add(1)).max().unwrap_or(1).max(next);
    let mut list = vec![];
    for (label, cluster) in labels.into_iter().zip(new) {
        let label = label.unwrap_or_else(|| {
            next = next.saturating_add(1);
            next - 1
        });
        list.push(Labelled { label, cluster });
    }
    list.sort_by_key(|one| one.label);
    (list, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cluster(members: std::ops::Range<i32>) -> Cluster<i32> {
        Cluster { medoid: members.start, members: members.collect(), description: String::new() }
    }

    #[test]
    fn a_cluster_keeps_its_label_and_a_new_one_never_takes_an_old_one() {
        let (first, next) = relabel(&[], vec![cluster(0..10), cluster(10..20), cluster(20..30)], 1);
        assert_eq!((first.iter().map(|one| one.label).collect::<Vec<_>>(), next), (vec![1, 2, 3], 4));
        let old: Vec<_> = first.into_iter().map(|one| (one.label, one.cluster.members)).collect();
        // The first has lost some and the third some more, the second is gone, another has come; the order is different.
        let (second, next) = relabel(&old, vec![cluster(22..30), cluster(40..50), cluster(0..9)], next);
        let labels: Vec<_> = second.iter().map(|one| (one.label, one.cluster.medoid)).collect();
        assert_eq!((labels, next), (vec![(1, 0), (3, 22), (4, 40)], 5));
        let old: Vec<_> = second.into_iter().map(|one| (one.label, one.cluster.members)).collect();
        let (third, _) = relabel(&old, vec![cluster(10..20)], next);
        assert_eq!(third[0].label, 5, "not 2 again");
    }

    #[test]
    fn where_a_cluster_splits_the_greater_part_keeps_the_label() {
        let (list, next) = relabel(&[(7, (0..10).collect())], vec![cluster(0..3), cluster(3..10)], 8);
        assert_eq!(list.iter().map(|one| (one.label, one.cluster.medoid)).collect::<Vec<_>>(), [(7, 3), (8, 0)]);
        assert_eq!(next, 9);
    }
}

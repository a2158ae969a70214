//! Dividing enterprises into clusters, as many as fit.

use super::describe::{Words, describe};
use super::medoids::Distances;
use super::{Profile, distance};

/// Limits of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The fewest clusters.
    pub least: usize,
    /// The most clusters.
    pub most: usize,
    /// Enterprises by which centres and their number are chosen: time and memory grow with its square.
    pub sample: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { least: 3, most: 10, sample: 400 }
    }
}

/// The part of the greatest silhouette that is enough: bands and tags take few values, so that ever more and smaller
/// clusters of enterprises that are quite the same separate a little better, and tell nobody anything.
const ENOUGH: f64 = 0.85;

/// Enterprises that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster<K> {
    /// The most central enterprise of the sample.
    pub medoid: K,
    /// All of them, ascending.
    pub members: Vec<K>,
    /// What they have in common that others have less, in Chinese words.
    pub description: String,
}

/// A division of all enterprises.
#[derive(Clone, Debug, PartialEq)]
pub struct Clustering<K> {
    /// Largest first, equal ones by medoid.
    pub clusters: Vec<Cluster<K>>,
    /// The mean silhouette of the sample: from about 0.25 on there is structure (Kaufman, Rousseeuw 1990).
    pub silhouette: f64,
}

/// Divides `enterprises` by k-medoids under Gower's distance: centres are found on an even sample in the order of keys, their
/// number is the smallest within `bounds` whose silhouette is near the greatest, and everybody belongs to the nearest centre (CLARA,
/// Kaufman, Rousseeuw 1990). The order of the input does not matter.
pub fn cluster<K: Ord + Clone>(enterprises: &[(K, Profile)], bounds: Bounds, words: &Words) -> Clustering<K> {
    let mut all: Vec<&(K, Profile)> = enterprises.iter().collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let size = bounds.sample.clamp(1, all.len().max(1)).min(all.len());
    let sample: Vec<&(K, Profile)> = (0..size).map(|at| all[at * all.len() / size]).collect();
    let distances = Distances::new(&sample, |a, b| distance(&a.1, &b.1));
    let built = distances.build(bounds.most.max(1));
    let first = bounds.least.clamp(1, built.len().max(1));
    let choices = (first..=built.len()).map(|k| {
        let medoids = distances.settle(built[..k].to_vec());
        (distances.silhouette(&medoids), medoids)
    });
    let choices: Vec<(f64, Vec<usize>)> = choices.collect();
    let most = choices.iter().map(|choice| choice.0).fold(f64::NEG_INFINITY, f64::max);
    let enough = most - (1.0 - ENOUGH) * most.abs();
    let chosen = choices.into_iter().find(|choice| choice.0 >= enough);
    let Some((silhouette, medoids)) = chosen else { return Clustering { clusters: vec![], silhouette: 0.0 } };
    let mut members: Vec<Vec<&(K, Profile)>> = vec![vec![]; medoids.len()];
    for one in &all {
        let of = |at: &usize| distance(&one.1, &sample[medoids[*at]].1);
        let nearest = (0..medoids.len()).min_by(|a, b| of(a).total_cmp(&of(b))).unwrap_or_default();
        members[nearest].push(one);
    }
    let everybody: Vec<&Profile> = all.iter().map(|one| &one.1).collect();
    let mut clusters: Vec<Cluster<K>> = medoids
        .iter()
        .zip(members)
        .filter(|(_, members)| !members.is_empty())
        .map(|(medoid, members)| Cluster {
            medoid: sample[*medoid].0.clone(),
            description: describe(&members.iter().map(|one| &one.1).collect::<Vec<_>>(), &everybody, words),
            members: members.into_iter().map(|one| one.0.clone()).collect(),
        })
        .collect();
    clusters.sort_by(|a, b| b.members.len().cmp(&a.members.len()).then(a.medoid.cmp(&b.medoid)));
    Clustering { clusters, silhouette }
}

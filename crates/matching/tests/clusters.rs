//! Clusters of made-up enterprises: found again, named, and the same whatever the order.

use jinqiao_matching::clusters::{Bounds, Clustering, Profile, Words, cluster, relabel};
use jinqiao_matching::network::Seeded;
use proptest::prelude::*;
use std::time::Instant;

/// Three kinds of enterprises with some noise: software, makers, shops.
fn enterprises(count: u32, seeded: &mut Seeded) -> Vec<(u32, Profile)> {
    let one = |key: u32, seeded: &mut Seeded| {
        let kind = key as usize % 3;
        let noise = |seeded: &mut Seeded| u8::from(seeded.below(5) == 0);
        let profile = Profile {
            section: Some(['I', 'C', 'F'][kind]),
            division: Some([65, 34, 52][kind]),
            size: Some([1, 2, 0][kind] + noise(seeded)),
            stage: Some([1, 2, 0][kind]),
            finance: vec![Some([1, 3, 0][kind] + noise(seeded)), (seeded.below(4) > 0).then_some(1)],
            tags: [&["有知识产权"][..], &["专精特新", "规上"], &[]][kind].iter().map(ToString::to_string).collect(),
        };
        (key, profile)
    };
    (0..count).map(|key| one(key, seeded)).collect()
}

fn divide(enterprises: &[(u32, Profile)]) -> Clustering<u32> {
    cluster(enterprises, Bounds { sample: 150, ..Bounds::default() }, &Words::default())
}

#[test]
fn three_kinds_are_three_clusters_with_their_names() {
    let all = enterprises(300, &mut Seeded::new(1));
    let division = divide(&all);
    assert_eq!(division.clusters.len(), 3);
    assert!(division.silhouette > 0.6, "{}", division.silhouette);
    let mut names: Vec<_> = division.clusters.iter().map(|one| one.description.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "制造业 · 中型 · 稳定期 · 专精特新 · 规上",
            "批发零售业 · 微型 · 初创期",
            "软件和信息业 · 小型 · 成长期 · 有知识产权"
        ]
    );
    for one in &division.clusters {
        assert!(one.members.iter().all(|member| member % 3 == one.medoid % 3));
        assert_eq!(one.members.len(), 100);
    }
}

#[test]
fn labels_stay_when_enterprises_come_and_go() {
    let mut all = enterprises(240, &mut Seeded::new(2));
    let (before, next) = relabel(&[], divide(&all).clusters, 1);
    let label = |key: u32, list: &[jinqiao_matching::clusters::Labelled<u32>]| {
        list.iter().find(|one| one.cluster.members.contains(&key)).map(|one| one.label)
    };
    all.drain(..40);
    all.extend(enterprises(330, &mut Seeded::new(3)).into_iter().skip(240));
    let old: Vec<_> = before.iter().map(|one| (one.label, one.cluster.members.clone())).collect();
    let (after, next_after) = relabel(&old, divide(&all).clusters, next);
    assert_eq!(next, next_after);
    for key in 60..63 {
        assert_eq!(label(key, &before), label(key, &after));
    }
}

#[test]
fn five_thousand_take_bounded_time_and_nothing_or_one_is_no_trouble() {
    let started = Instant::now();
    let division = divide(&enterprises(5_000, &mut Seeded::new(4)));
    assert_eq!(division.clusters.iter().map(|one| one.members.len()).sum::<usize>(), 5_000);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    assert_eq!(divide(&[]).clusters, []);
    assert_eq!(divide(&[(1, Profile::default())]).clusters.len(), 1);
    let same: Vec<_> = (0..9).map(|key| (key, Profile::default())).collect();
    assert_eq!(divide(&same).clusters.iter().map(|one| one.members.len()).sum::<usize>(), 9);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_input_does_not_matter(seed in any::<u64>(), count in 1..40u32) {
        let mut all = enterprises(count, &mut Seeded::new(seed));
        let one = divide(&all);
        Seeded::new(seed).shuffle(&mut all);
        prop_assert_eq!(one, divide(&all));
    }
}

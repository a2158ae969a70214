//! Which institutions a demand goes to. Pure, and the same for the same input whatever its order.

use crate::{matching::settings::MatchSettings, points::Grade};
use jinqiao_kernel::{BasisPoints, OrgId, ProductId};
use jinqiao_matching::{Part, market::beyond_cap};
use serde::{Deserialize, Serialize};
use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

/// An institution with its product that suits best.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    pub institution: OrgId,
    pub product: ProductId,
    /// Version of the product.
    pub number: i32,
    /// 0 to 100.
    pub score: i32,
    pub parts: Vec<(Part, i32)>,
    /// Its share of the dispatches of thirty days, basis points, where that is above the cap: it leads by its score.
    #[serde(default)]
    pub beyond_cap: Option<i64>,
}

/// How an institution stands when a demand is dispatched.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    /// Its grade.
    pub grade: Option<Grade>,
    /// Orders under way.
    pub running: i64,
    /// Dispatches of the thirty days before.
    pub recent: i64,
}

/// Who has no grade yet stands in the middle.
const UNGRADED: Grade = Grade::C;

/// The best `many` of `found` among the institutions `known`: by score, then by grade (domain 2.6), then by how little they have under
/// way, then by id. One that has had more than its share of `all` recent dispatches has to lead the others by some points (domain 2.11.5).
pub fn pick(
    mut found: Vec<Pick>,
    known: &HashMap<OrgId, Standing>,
    all: i64,
    settings: &MatchSettings,
    many: usize,
) -> Vec<Pick> {
    found.retain(|one| known.contains_key(&one.institution));
    for one in &mut found {
        let recent = known.get(&one.institution).map_or(0, |standing| standing.recent);
        one.beyond_cap = beyond_cap(recent, all, BasisPoints(settings.share_cap)).map(|share| i64::from(share.0));
    }
    found.sort_by_key(|one| {
        let Standing { grade, running, .. } = known.get(&one.institution).copied().unwrap_or_default();
        let lead = one.beyond_cap.map_or(0, |_| settings.lead);
        (Reverse(one.score - lead), grade.unwrap_or(UNGRADED), running, one.institution, one.product)
    });
    let mut seen = HashSet::new();
    found.retain(|one| seen.insert(one.institution));
    found.truncate(many);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn org(number: u128) -> OrgId {
        OrgId(Uuid::from_u128(number))
    }

    fn one(institution: u128, product: u128, score: i32) -> Pick {
        let (institution, product) = (org(institution), ProductId(Uuid::from_u128(product)));
        Pick { institution, product, number: 1, score, parts: vec![], beyond_cap: None }
    }

    /// Everybody of `standings` may have it; all have had a hundred dispatches together.
    fn chosen(found: Vec<Pick>, standings: &[(u128, Standing)], many: usize) -> Vec<(u128, u128)> {
        let known = standings.iter().map(|(id, standing)| (org(*id), *standing)).collect();
        let number = |id: Uuid| id.as_u128();
        let picks = pick(found, &known, 100, &MatchSettings::default(), many);
        picks.iter().map(|p| (number(p.institution.0), number(p.product.0))).collect()
    }

    fn plain(ids: impl IntoIterator<Item = u128>) -> Vec<(u128, Standing)> {
        ids.into_iter().map(|id| (id, Standing::default())).collect()
    }

    #[test]
    fn the_best_product_of_each_institution_then_load_then_id() {
        let found = || vec![one(1, 11, 60), one(1, 12, 80), one(2, 21, 80), one(3, 31, 70), one(4, 41, 70)];
        let busy = [vec![(1, Standing { running: 5, ..Standing::default() })], plain(2..=4)].concat();
        assert_eq!(chosen(found(), &busy, 3), [(2, 21), (1, 12), (3, 31)]);
        assert_eq!(chosen(found(), &plain([1, 4]), 3), [(1, 12), (4, 41)], "those who have it already are left out");
        assert_eq!(chosen(found(), &plain(1..=4), 0), [], "no dispatch");
    }

    #[test]
    fn grades_decide_only_among_equal_scores() {
        let graded = |id, grade, running| (id, Standing { grade, running, recent: 0 });
        let found = vec![one(1, 1, 70), one(2, 2, 80), one(3, 3, 80), one(4, 4, 80)];
        let standings = [
            graded(1, Some(Grade::A), 0),
            graded(2, Some(Grade::E), 0),
            graded(3, None, 0),
            graded(4, Some(Grade::B), 9),
        ];
        let order: Vec<_> = chosen(found, &standings, 4).into_iter().map(|(org, _)| org).collect();
        assert_eq!(order, [4, 3, 2, 1], "the load of a better one does not matter");
    }

    #[test]
    fn who_had_more_than_its_share_has_to_lead() {
        let popular = (1, Standing { recent: 41, ..Standing::default() });
        let standings = [vec![popular], plain(2..=3)].concat();
        let first = |scores: [i32; 3]| {
            let found = scores.iter().zip(1..).map(|(score, id)| one(id, id, *score)).collect();
            chosen(found, &standings, 3).into_iter().map(|(org, _)| org).collect::<Vec<_>>()
        };
        assert_eq!(first([80, 75, 70]), [2, 1, 3], "five points are not enough");
        assert_eq!(first([86, 75, 70]), [1, 2, 3], "eleven are");
        let mut even = standings.clone();
        even[0].1.recent = 40;
        let found = vec![one(1, 1, 80), one(2, 2, 79)];
        assert_eq!(chosen(found, &even, 1), [(1, 1)], "the cap itself is still within it");
    }

    proptest! {
        #[test]
        fn the_order_of_the_input_does_not_matter(scores in prop::collection::vec((1..6u128, 0..100i32), 0..20)) {
            let found: Vec<_> = scores.iter().enumerate().map(|(n, (org, score))| one(*org, n as u128, *score)).collect();
            let mut turned = found.clone();
            turned.reverse();
            prop_assert_eq!(chosen(found, &plain(1..6), 3), chosen(turned, &plain(1..6), 3));
        }
    }
}

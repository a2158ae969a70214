//! Which institutions a demand goes to. Pure, and the same for the same input whatever its order.

use crate::{matching::view::MatchPart, points::Grade};
use jinqiao_kernel::{OrgId, ProductId};
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
    pub parts: Vec<(MatchPart, i32)>,
    /// The institution's grade then, where others scored the same; it decides among them.
    #[serde(default)]
    pub grade: Option<Grade>,
}

/// Who has no grade yet stands in the middle.
const UNGRADED: Grade = Grade::C;

/// Do any two institutions score the same?
pub fn tied(found: &[Pick]) -> bool {
    let mut scores: HashMap<i32, OrgId> = HashMap::new();
    found.iter().any(|one| *scores.entry(one.score).or_insert(one.institution) != one.institution)
}

/// The best `many` of `found` without those `out`: by score, then by grade (domain 2.6), then by how little they have under way,
/// then by id.
pub fn pick(mut found: Vec<Pick>, out: &HashSet<OrgId>, running: &HashMap<OrgId, i64>, many: usize) -> Vec<Pick> {
    found.retain(|one| !out.contains(&one.institution));
    found.sort_by_key(|one| {
        let load = running.get(&one.institution).copied().unwrap_or_default();
        (Reverse(one.score), one.grade.unwrap_or(UNGRADED), load, one.institution, one.product)
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

    fn one(institution: u128, product: u128, score: i32) -> Pick {
        let (institution, product) = (OrgId(Uuid::from_u128(institution)), ProductId(Uuid::from_u128(product)));
        Pick { institution, product, number: 1, score, parts: vec![], grade: None }
    }

    fn chosen(found: Vec<Pick>, out: &[u128], load: &[(u128, i64)], many: usize) -> Vec<(u128, u128)> {
        let out = out.iter().map(|id| OrgId(Uuid::from_u128(*id))).collect();
        let load = load.iter().map(|(id, count)| (OrgId(Uuid::from_u128(*id)), *count)).collect();
        let number = |id: Uuid| id.as_u128();
        pick(found, &out, &load, many).iter().map(|p| (number(p.institution.0), number(p.product.0))).collect()
    }

    #[test]
    fn the_best_product_of_each_institution_then_load_then_id() {
        let found = || vec![one(1, 11, 60), one(1, 12, 80), one(2, 21, 80), one(3, 31, 70), one(4, 41, 70)];
        assert_eq!(chosen(found(), &[], &[(1, 5)], 3), [(2, 21), (1, 12), (3, 31)]);
        assert_eq!(chosen(found(), &[2, 3], &[], 3), [(1, 12), (4, 41)], "those who have it already are left out");
        assert_eq!(chosen(found(), &[], &[], 0), [], "no dispatch");
    }

    #[test]
    fn grades_decide_only_among_equal_scores() {
        let graded = |institution, score, grade| Pick { grade, ..one(institution, institution, score) };
        let found = vec![
            graded(1, 70, Some(Grade::A)),
            graded(2, 80, Some(Grade::E)),
            graded(3, 80, None),
            graded(4, 80, Some(Grade::B)),
        ];
        assert!(tied(&found));
        let order: Vec<_> = chosen(found, &[], &[(4, 9)], 4).into_iter().map(|(org, _)| org).collect();
        assert_eq!(order, [4, 3, 2, 1], "the load of a better one does not matter");
        assert!(!tied(&[one(1, 11, 60), one(1, 12, 60), one(2, 21, 50)]), "two products of one institution are no tie");
    }

    proptest! {
        #[test]
        fn the_order_of_the_input_does_not_matter(scores in prop::collection::vec((1..6u128, 0..100i32), 0..20)) {
            let found: Vec<_> = scores.iter().enumerate().map(|(n, (org, score))| one(*org, n as u128, *score)).collect();
            let mut turned = found.clone();
            turned.reverse();
            prop_assert_eq!(chosen(found, &[], &[], 3), chosen(turned, &[], &[], 3));
        }
    }
}

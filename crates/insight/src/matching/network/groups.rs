//! What firms like another one chose, by clusters: all that may be said of a firm known by its bands only (cold start).

use super::{
    compute::Preference,
    store::{self, Cluster},
};
use jinqiao_db::{Reading, shared};
use jinqiao_kernel::{OrgId, ProductId, Result};
use jinqiao_matching::clusters::{Profile, distance};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

/// So many firms of a group are named by their number; fewer could be told apart.
const NAMED: i32 = 5;

/// A cluster with what it chooses.
pub struct Group {
    cluster: Cluster,
    preferences: HashMap<Uuid, Preference>,
}

/// The groups of a run.
#[derive(Clone, Default)]
pub struct Groups(Arc<[Arc<Group>]>);

/// The number of the nearest cluster; 0, everybody, where nothing is known of the industry.
fn nearest<'a>(clusters: impl Iterator<Item = &'a Cluster>, profile: &Profile) -> i64 {
    let of = |one: &&Cluster| distance(&one.medoid, profile);
    let near = clusters.filter(|one| one.label > 0 && profile.section.is_some());
    near.min_by(|a, b| of(a).total_cmp(&of(b)).then(a.label.cmp(&b.label))).map_or(0, |one| one.label)
}

impl Groups {
    /// Those of the newest run.
    pub async fn of(conn: &impl Reading) -> Result<Self> {
        let Some(run) = store::newest(conn).await? else { return Ok(Self::default()) };
        // A run never changes.
        shared(conn, &run.number.to_string(), Self::of_run(conn, run.number)).await
    }

    async fn of_run(conn: &impl Reading, number: i32) -> Result<Self> {
        let mut preferences: HashMap<i64, _> = store::preferences(conn, number).await?.into_iter().collect();
        let groups = store::clusters(conn, number).await?.into_iter().map(|cluster| {
            let preferences: Vec<Preference> = preferences.remove(&cluster.label).unwrap_or_default();
            Arc::new(Group { cluster, preferences: preferences.into_iter().map(|one| (one.item, one)).collect() })
        });
        Ok(Self(groups.collect()))
    }

    /// Those of a run that is not kept, for a trial.
    pub fn tried(groups: Vec<super::compute::Group>) -> Self {
        let group = |one: super::compute::Group| Group {
            cluster: Cluster { label: i64::from(one.label), description: one.description, medoid: one.medoid },
            preferences: one.preferences.into_iter().map(|one| (one.item, one)).collect(),
        };
        Self(groups.into_iter().map(group).map(Arc::new).collect())
    }

    /// The group of a firm with this profile; everybody where too few firms of its cluster did anything.
    pub fn group(&self, profile: &Profile) -> Option<&Arc<Group>> {
        let telling = |label| self.0.iter().find(|one| one.cluster.label == label && !one.preferences.is_empty());
        telling(nearest(self.0.iter().map(|one| &one.cluster), profile)).or_else(|| telling(0))
    }
}

/// What a group has to do with a product and its institution.
enum Found<'a> {
    Product(&'a Preference),
    Institution(&'a Preference),
}

impl Group {
    fn find(&self, product: ProductId, institution: OrgId) -> Option<Found<'_>> {
        let product = self.preferences.get(&product.0).map(Found::Product);
        product.or_else(|| self.preferences.get(&institution.0).map(Found::Institution))
    }

    /// How far it chooses a product, or its institution where nobody applied for the product; thousandths.
    pub fn share(&self, product: ProductId, institution: OrgId) -> Option<i32> {
        self.find(product, institution).map(|found| match found {
            Found::Product(preference) | Found::Institution(preference) => preference.share,
        })
    }

    /// The same in a sentence, where there is something to say.
    pub fn text(&self, product: ProductId, institution: OrgId) -> Option<String> {
        let (preference, what) = match self.find(product, institution)? {
            Found::Product(preference) => (preference, "此产品"),
            Found::Institution(preference) => (preference, "该机构"),
        };
        let who = match self.cluster.label {
            0 => "平台企业".to_owned(),
            _ => format!("同类企业（{}）", self.cluster.description),
        };
        (preference.firms >= NAMED).then(|| format!("{who}中已有 {} 家通过{what}达成融资", preference.firms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(label: u32, section: char, preferences: &[(u128, i32, i32)]) -> super::super::compute::Group {
        let preference =
            |&(item, share, firms): &(u128, i32, i32)| Preference { item: Uuid::from_u128(item), share, firms };
        super::super::compute::Group {
            label,
            description: format!("行业 {section}"),
            medoid: Profile { section: Some(section), ..Profile::default() },
            members: vec![],
            preferences: preferences.iter().map(preference).collect(),
        }
    }

    #[test]
    fn a_firm_is_told_what_its_group_chooses_or_else_everybody() {
        let groups = Groups::tried(vec![
            group(0, 'x', &[(1, 450, 4), (9, 700, 20)]),
            group(3, 'c', &[(1, 800, 7), (9, 610, 2), (8, 599, 4)]),
            group(5, 'i', &[]),
        ]);
        let of = |section| groups.group(&Profile { section, ..Profile::default() }).expect("a group");
        let (product, bank) = (|id| ProductId(Uuid::from_u128(id)), |id| OrgId(Uuid::from_u128(id)));
        let makers = of(Some('c'));
        assert_eq!(makers.share(product(1), bank(9)), Some(800), "the product before its institution");
        assert_eq!(
            makers.text(product(1), bank(9)).as_deref(),
            Some("同类企业（行业 c）中已有 7 家通过此产品达成融资")
        );
        assert_eq!(makers.share(product(2), bank(9)), Some(610));
        assert_eq!(makers.text(product(2), bank(9)), None, "two firms could be told apart");
        assert_eq!((makers.text(product(2), bank(8)), makers.share(product(2), bank(7))), (None, None));
        for section in [Some('i'), None] {
            assert_eq!(
                of(section).text(product(2), bank(9)).as_deref(),
                Some("平台企业中已有 20 家通过该机构达成融资")
            );
        }
        assert!(Groups::default().group(&Profile::default()).is_none());
    }
}

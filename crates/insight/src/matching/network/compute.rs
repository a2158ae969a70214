//! A run: everything that is computed of all firms and all orders at a time. Pure; it takes from milliseconds to a minute.

use super::{
    links::{NetworkSide, interactions},
    profile,
};
use crate::matching::settings::NetworkSettings;
use jinqiao_financing::orders::Dealing;
use jinqiao_kernel::{DateTime, OrgId};
use jinqiao_matching::{
    clusters::{Bounds, Profile, cluster, relabel},
    network::{Choice, Keep, Model, Network, choose, likings_of},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// Below so many links, or firms, a network says nothing.
const LINKS: usize = 20;
/// A group of fewer firms with orders says nothing: their choices could be told apart (domain 2.3 names a park from five firms on).
const CROWD: usize = 5;
/// Nodes kept for a group, those that say most.
const POINTS: usize = 2_000;

/// What a run is made of.
pub struct Inputs {
    /// All orders.
    pub dealings: Vec<Dealing>,
    /// All firms whose industry is known.
    pub firms: Vec<(OrgId, Profile)>,
    /// Half-life and method.
    pub settings: NetworkSettings,
    /// For how old an order is.
    pub now: DateTime,
    /// Labels with their members, of the run before.
    pub before: Vec<(u32, Vec<OrgId>)>,
    /// Above every label ever given.
    pub next_label: u32,
}

/// How far a group chooses a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preference {
    /// The product or institution.
    pub item: Uuid,
    /// Thousandths; 500 for what says nothing.
    pub share: i32,
    /// Firms of the group that agreed on something with it.
    pub firms: i32,
}

/// One side.
pub struct Side {
    /// Which.
    pub side: NetworkSide,
    /// Its graph.
    pub network: Network<OrgId, Uuid>,
    /// The method, and how it was chosen.
    pub choice: Choice,
}

/// A cluster of firms; label 0 is everybody.
pub struct Group {
    /// The number by which people know it.
    pub label: u32,
    /// In words.
    pub description: String,
    /// Its most central firm.
    pub medoid: Profile,
    /// Who, ascending; empty for everybody.
    pub members: Vec<OrgId>,
    /// What it chooses, of both sides; nothing where there are too few orders.
    pub preferences: Vec<Preference>,
}

/// A run.
pub struct Computed {
    /// Products, then institutions.
    pub sides: [Side; 2],
    /// By label.
    pub groups: Vec<Group>,
    /// How well the clusters separate, −1 to 1.
    pub silhouette: f64,
    /// For the next run.
    pub next_label: u32,
}

/// Computes a run. The same inputs give the same run, whatever their order.
pub fn compute(inputs: &Inputs) -> Computed {
    let sides = [NetworkSide::Products, NetworkSide::Institutions].map(|side| fit(side, inputs));
    let models = sides.each_ref().map(model_of);
    let clustering = cluster(&inputs.firms, Bounds::default(), &profile::words());
    let (clusters, next_label) = relabel(&inputs.before, clustering.clusters, inputs.next_label);
    let profiles: HashMap<OrgId, &Profile> = inputs.firms.iter().map(|(org, profile)| (*org, profile)).collect();
    let medoid = |org: &OrgId| profiles.get(org).map(|profile| (*profile).clone()).unwrap_or_default();
    let mut groups = vec![Group {
        label: 0,
        description: "全部企业".into(),
        medoid: Profile::default(),
        members: vec![],
        preferences: vec![],
    }];
    groups.extend(clusters.into_iter().map(|one| Group {
        label: one.label,
        description: one.cluster.description,
        medoid: medoid(&one.cluster.medoid),
        members: one.cluster.members,
        preferences: vec![],
    }));
    for group in &mut groups {
        for (side, model) in sides.iter().zip(&models) {
            if let Some(model) = model {
                group.preferences.extend(preferences(side, model, &group.members, &inputs.dealings));
            }
        }
    }
    Computed { sides, groups, silhouette: clustering.silhouette, next_label }
}

fn fit(side: NetworkSide, inputs: &Inputs) -> Side {
    let network = interactions(side, &inputs.dealings, inputs.settings.half_life, inputs.now).network();
    let choice = choose(&network.graph, inputs.settings.rule());
    Side { side, network, choice }
}

/// Does a network of so many links and firms say anything?
pub fn tells(links: usize, firms: usize) -> bool {
    links >= LINKS && firms >= CROWD
}

/// None where there is too little to say anything.
fn model_of(side: &Side) -> Option<Model> {
    let Network { graph, .. } = &side.network;
    tells(graph.links(), graph.users.len()).then(|| Model::new(graph, &side.choice.blend, Keep::COMPACT))
}

/// What `members` choose, or everybody where there are none.
fn preferences(side: &Side, model: &Model, members: &[OrgId], dealings: &[Dealing]) -> Vec<Preference> {
    let Network { graph, users, items } = &side.network;
    let inside = |org: &OrgId| members.is_empty() || members.binary_search(org).is_ok();
    let numbers: Vec<u32> = (0u32..).zip(users).filter(|(_, org)| inside(org)).map(|(number, _)| number).collect();
    let Some(shares) = likings_of(model, graph, &numbers, CROWD) else { return vec![] };
    let agreed = dealings.iter().filter(|one| one.state.accepted() && inside(&one.enterprise));
    let agreed: BTreeSet<(Uuid, OrgId)> =
        agreed.filter_map(|one| Some((side.side.item(one)?, one.enterprise))).collect();
    let mut firms: BTreeMap<Uuid, i32> = BTreeMap::new();
    agreed.iter().for_each(|(item, _)| *firms.entry(*item).or_default() += 1);
    let of =
        |(item, share): (&Uuid, i32)| Preference { item: *item, share, firms: firms.get(item).copied().unwrap_or(0) };
    // A product that few firms are linked with says less than its institution.
    let known = |number: usize| side.side == NetworkSide::Institutions || graph.items.degree(number) >= CROWD;
    let known = items.iter().zip(shares).enumerate().filter(|(number, _)| known(*number));
    let mut list: Vec<Preference> = known.map(|(_, one)| of(one)).collect();
    list.sort_by_key(|one| (std::cmp::Reverse(one.share.abs_diff(500)), one.item));
    list.truncate(POINTS);
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_financing::orders::OrderState;

    fn org(number: u128) -> OrgId {
        OrgId(Uuid::from_u128(number))
    }

    /// Twelve software firms go to bank 100, twelve makers to bank 200; one software firm has done nothing yet.
    fn inputs() -> Inputs {
        let firm = |number: u128| {
            let section = if number < 12 || number == 24 { 'i' } else { 'c' };
            (org(number), Profile { section: Some(section), stage: Some(1), ..Profile::default() })
        };
        let dealing = |number: u128| Dealing {
            enterprise: org(number),
            institution: org(if number < 12 { 100 } else { 200 }),
            product: None,
            state: OrderState::Closed,
            at: DateTime::UNIX_EPOCH,
        };
        Inputs {
            dealings: (0..24).map(dealing).collect(),
            firms: (0..25).map(firm).collect(),
            settings: NetworkSettings::default(),
            now: DateTime::UNIX_EPOCH,
            before: vec![],
            next_label: 1,
        }
    }

    #[test]
    fn a_cluster_chooses_what_its_members_chose() {
        let run = compute(&inputs());
        assert_eq!(run.sides[1].network.graph.links(), 24);
        let group = run.groups.iter().find(|group| group.members.contains(&org(24))).expect("everybody is somewhere");
        assert!(group.members.contains(&org(0)) && !group.members.contains(&org(12)), "{:?}", group.members);
        let of = |bank| group.preferences.iter().find(|one| one.item == Uuid::from_u128(bank)).expect("a node");
        assert_eq!((of(100).firms, of(200).firms), (12, 0));
        assert!(of(100).share >= 900);
        assert!(of(200).share <= 500, "{:?}", group.preferences);
        let all = &run.groups[0];
        assert_eq!((all.label, all.preferences.iter().map(|one| one.firms).collect::<Vec<_>>()), (0, vec![12, 12]));
    }

    #[test]
    fn the_order_does_not_matter_and_too_few_orders_say_nothing() {
        let (one, mut turned) = (compute(&inputs()), inputs());
        turned.dealings.reverse();
        turned.firms.reverse();
        let two = compute(&turned);
        let of = |run: &Computed| {
            run.groups.iter().map(|g| (g.label, g.members.clone(), g.preferences.clone())).collect::<Vec<_>>()
        };
        assert_eq!(of(&one), of(&two));
        let mut few = inputs();
        few.dealings.truncate(LINKS - 1);
        assert!(compute(&few).groups.iter().all(|group| group.preferences.is_empty()));
        let nothing = Inputs { dealings: vec![], firms: vec![], ..inputs() };
        assert_eq!(compute(&nothing).groups.len(), 1);
    }
}

//! What other settings would have done: the rounds of the last thirty days, decided again by the same basis. Where the network is to be
//! computed otherwise, both sides are decided by the orders of today.

use crate::matching::{
    dispatch::{self, Basis, Pick, Round},
    network::{self, Groups},
    settings::{MatchSettings, current},
};
use jinqiao_db::{Db, Doc};
use jinqiao_financing::{
    demands, orders,
    products::{self, ProductContent},
};
use jinqiao_kernel::{DateTime, DemandId, Error, OrgId, Result};
use jinqiao_platform::organizations;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use utoipa::ToSchema;

/// Rounds that are decided again at most.
const ROUNDS: u64 = 100;
/// Changed rounds that are shown.
const EXAMPLES: usize = 10;

/// How an institution would have fared.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ShareEffect {
    institution_id: OrgId,
    institution_name: String,
    /// Dispatches by the settings in force.
    before: usize,
    /// Dispatches by the other ones.
    after: usize,
}

/// An institution of a round, with its score.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct EffectPick {
    institution_name: String,
    score: i32,
}

/// A round that would have been another one.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct RoundEffect {
    demand_id: DemandId,
    demand_no: String,
    /// From 1; 0 for a further round.
    round: i32,
    before: Vec<EffectPick>,
    after: Vec<EffectPick>,
}

/// What the tags of demands are worth: how often the first institution of a round is one that the enterprise chose.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct TagsEffect {
    /// Rounds whose demand has tags, and whose enterprise chose one of the institutions that were compared.
    rounds: usize,
    /// How many of them begin with a chosen one, by the other settings …
    with_tags: usize,
    /// … and by the same without the tags.
    without_tags: usize,
}

/// What would have been different.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct TuningEffect {
    /// From when on rounds were decided again.
    since: DateTime,
    /// How many.
    rounds: usize,
    /// How many would have gone to other institutions.
    changed: usize,
    /// How many dispatches would have gone elsewhere.
    moved: usize,
    /// What the tags of demands are worth by the other settings.
    tags: TagsEffect,
    /// Institutions whose number of dispatches changes most, first.
    shares: Vec<ShareEffect>,
    /// The newest changed rounds.
    examples: Vec<RoundEffect>,
}

/// The institutions of a round.
fn who(picks: &[Pick]) -> Vec<OrgId> {
    let mut who: Vec<_> = picks.iter().map(|one| one.institution).collect();
    who.sort();
    who
}

/// Decides the rounds of the last thirty days again, by the settings in force and by `other`.
///
/// # Errors
/// `matching.trial_running` while somebody else tries another network; otherwise when the database fails.
pub async fn effect(db: &Db, other: &MatchSettings) -> Result<TuningEffect> {
    let (conn, since) = (db.read(), db.world().now() - chrono::TimeDelta::days(30));
    let rows = dispatch::since(conn, since, ROUNDS).await?;
    let bases = || rows.iter().filter_map(|row| Some((row, &row.basis.as_ref()?.0)));
    let wanted = bases().flat_map(|(_, basis)| basis.compared.iter().map(|one| (one.product, one.number)));
    let mut wanted: Vec<_> = wanted.collect();
    wanted.sort();
    wanted.dedup();
    let contents = products::contents(conn, wanted).await?;
    let (_, ours) = current(conn).await?;
    let networks = if ours.network == other.network {
        None
    } else {
        Some(network::trial(db, [ours.network, other.network]).await?)
    };
    let chosen = orders::chosen(conn, rows.iter().map(|row| row.demand_id)).await?;
    let (rows, picks) = decided(rows, [ours, *other], networks, contents).await?;
    let tags = tags_effect(&rows, &picks, &chosen);
    let decided: Vec<_> = rows.iter().zip(picks).map(|(row, [before, after, _])| (row, before, after)).collect();
    let mut shares: BTreeMap<OrgId, (usize, usize)> = BTreeMap::new();
    for (_, before, after) in &decided {
        before.iter().for_each(|one| shares.entry(one.institution).or_default().0 += 1);
        after.iter().for_each(|one| shares.entry(one.institution).or_default().1 += 1);
    }
    let changed: Vec<_> = decided.iter().filter(|(_, before, after)| who(before) != who(after)).collect();
    let kept = |(_, before, after): &&(_, Vec<Pick>, Vec<Pick>)| {
        before.iter().filter(|one| after.iter().any(|other| other.institution == one.institution)).count()
    };
    let moved = changed.iter().map(|one| one.1.len() - kept(one)).sum();
    let orgs = organizations::names(conn, shares.keys().copied()).await?;
    let name = |id: OrgId| orgs.get(&id).map(|org| org.name.clone()).unwrap_or_default();
    let shown: Vec<_> = changed.iter().take(EXAMPLES).map(|(row, ..)| row.demand_id.0).collect();
    let numbers = demands::numbers(conn, &shown).await?;
    let picks = |picks: &[Pick]| {
        picks.iter().map(|one| EffectPick { institution_name: name(one.institution), score: one.score }).collect()
    };
    let examples = changed.iter().take(EXAMPLES).map(|(row, before, after)| RoundEffect {
        demand_id: row.demand_id,
        demand_no: numbers.get(&row.demand_id.0).cloned().unwrap_or_default(),
        round: row.round,
        before: picks(before),
        after: picks(after),
    });
    let examples = examples.collect();
    let mut shares: Vec<_> = shares
        .into_iter()
        .map(|(id, (before, after))| ShareEffect { institution_id: id, institution_name: name(id), before, after })
        .collect();
    shares.sort_by_key(|one| std::cmp::Reverse((one.before.abs_diff(one.after), one.before)));
    Ok(TuningEffect { since, rounds: decided.len(), changed: changed.len(), moved, tags, shares, examples })
}

fn tags_effect(rows: &[Round], picks: &[[Vec<Pick>; 3]], chosen: &HashMap<DemandId, Vec<OrgId>>) -> TagsEffect {
    let mut effect = TagsEffect { rounds: 0, with_tags: 0, without_tags: 0 };
    for (row, [_, with, without]) in rows.iter().zip(picks) {
        let (Some(Doc(basis)), Some(chosen)) = (&row.basis, chosen.get(&row.demand_id)) else { continue };
        if basis.wish.tags.is_empty() || !basis.compared.iter().any(|one| chosen.contains(&one.institution)) {
            continue;
        }
        let right = |picks: &[Pick]| usize::from(picks.first().is_some_and(|one| chosen.contains(&one.institution)));
        effect.rounds += 1;
        effect.with_tags += right(with);
        effect.without_tags += right(without);
    }
    effect
}

/// The same as if no product spoke of the demand's tags more than another.
fn untagged(basis: &Basis) -> Basis {
    let mut basis = basis.clone();
    basis.compared.iter_mut().for_each(|one| one.told.tags = None);
    basis
}

/// The same with what the network would have told then.
fn told_by(basis: &Basis, groups: &Groups) -> Basis {
    let (mut basis, group) = (basis.clone(), groups.group(&network::of_wish(&basis.wish)));
    for one in &mut basis.compared {
        one.told.network = group.and_then(|group| group.share(one.product, one.institution));
    }
    basis
}

type Contents = HashMap<(jinqiao_kernel::ProductId, i32), ProductContent>;

/// Each round decided by both settings, and by both networks where they differ, and by the other settings without tags; beside requests, as
/// there may be much to compare.
async fn decided(
    rows: Vec<Round>,
    settings: [MatchSettings; 2],
    networks: Option<[Groups; 2]>,
    contents: Contents,
) -> Result<(Vec<Round>, Vec<[Vec<Pick>; 3]>)> {
    let decide = move || {
        let of = |basis: &Basis, side: usize| {
            let told = networks.as_ref().map(|networks| told_by(basis, &networks[side]));
            decide(told.as_ref().unwrap_or(basis), &settings[side], &contents)
        };
        let all = |basis: &Basis| [of(basis, 0), of(basis, 1), of(&untagged(basis), 1)];
        let bases = rows.iter().map(|row| row.basis.as_ref().map(|basis| all(&basis.0)));
        let picks = bases.map(Option::unwrap_or_default).collect();
        (rows, picks)
    };
    tokio::task::spawn_blocking(decide).await.map_err(Error::internal)
}

fn decide(basis: &Basis, settings: &MatchSettings, contents: &Contents) -> Vec<Pick> {
    basis.decide(settings, |one| contents.get(&(one.product, one.number)))
}

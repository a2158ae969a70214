//! Who may have it: every firm by the same evaluation as everywhere, with the reason of each that is left out. Read before anything is
//! written.

use super::{AutomaticEntryState, entity::entry, store};
use crate::{
    applications::{self, Rules},
    eligibility,
    policies::PolicyVersion,
};
use jinqiao_db::Db;
use jinqiao_kernel::{DateTime, Money, NaiveDate, OrgId, OrgKind, Result, local_date};
use jinqiao_platform::organizations;
use jinqiao_policy::{catalogue::Record, condition::Verdict};
use std::collections::HashSet;
use uuid::Uuid;

/// Firms that one list asks, and as many whose reasons it keeps of those that are left out.
pub const MOST_FIRMS: usize = 2_000;
/// Firms that are read at once.
const AT_ONCE: usize = 500;

/// A firm, and why it stands where it stands.
#[derive(Clone, Debug)]
pub struct Found {
    pub enterprise: OrgId,
    pub state: AutomaticEntryState,
    pub reason: Option<String>,
    pub amount: Option<Money>,
}

impl Found {
    fn left_out(enterprise: OrgId, reason: String) -> Self {
        Self { enterprise, state: AutomaticEntryState::LeftOut, reason: Some(reason), amount: None }
    }

    /// Its row on the list.
    pub fn row(&self, list: Uuid, at: DateTime) -> entry::Model {
        entry::Model {
            list_id: list,
            enterprise_id: self.enterprise,
            state: self.state,
            reason: self.reason.clone(),
            amount: self.amount,
            application_id: None,
            updated_at: at,
        }
    }
}

/// What a list keeps of the firms that were judged.
#[derive(Default)]
pub struct Gathered {
    /// Whom it asks, and who is left out.
    pub found: Vec<Found>,
    /// How many were judged, those included of whom it keeps nothing.
    pub firms: usize,
    /// It is full: the next one finds further firms.
    pub more: bool,
    eligible: usize,
}

impl Gathered {
    /// Adds a firm; of either kind at most `most` are kept. Whom the list has no place for is left to the next one.
    fn add(&mut self, one: Found, most: usize) {
        let eligible = one.state == AutomaticEntryState::Eligible;
        if eligible && self.eligible == most {
            self.more = true;
            return;
        }
        self.firms += 1;
        if eligible {
            self.eligible += 1;
            self.found.push(one);
        } else if self.found.len() - self.eligible < most {
            self.found.push(one);
        }
    }
}

/// Every active firm for a version, until [`MOST_FIRMS`] are eligible.
pub async fn find(db: &Db, version: &PolicyVersion) -> Result<Gathered> {
    let now = db.world().now();
    let mut firms = organizations::ids_named(db.read(), OrgKind::Enterprise).await?;
    let rules = Rules::of(db, version)?;
    let mut given: HashSet<_> = applications::given_for(db.read(), version.policy_id).await?.into_iter().collect();
    given.extend(store::asked_for(db.read(), version.policy_id).await?);
    // Who has it is not looked at again, so that a further list reaches the others.
    firms.retain(|firm| !given.contains(firm));
    firms.sort_unstable();
    let mut gathered = Gathered::default();
    for some in firms.chunks(AT_ONCE) {
        let records = eligibility::records_of(&db.answer(), some, now).await?;
        for (firm, record) in some.iter().zip(&records) {
            gathered.add(judged(*firm, record, &rules, local_date(now)), MOST_FIRMS);
        }
        if gathered.more {
            break;
        }
    }
    Ok(gathered)
}

/// Where a firm stands by the rules.
fn judged(enterprise: OrgId, record: &Record, rules: &Rules, today: NaiveDate) -> Found {
    let report = rules.condition().map(|condition| condition.report(record, today));
    let verdict = report.as_ref().map_or(Verdict::Unknown, |report| report.verdict);
    if verdict != Verdict::Holds {
        let reason = report.map_or_else(|| "事项没有设定条件".to_owned(), |report| report.sentence());
        return Found::left_out(enterprise, reason);
    }
    let amount = rules.standard().map(|standard| standard.compute(record, &serde_json::Map::new()));
    match amount.map(|one| (one.amount.filter(|fen| fen.0 > 0), one.missing)) {
        Some((None, missing)) => {
            let names: Vec<_> = missing.iter().map(|one| one.name).collect();
            let reason = if names.is_empty() {
                "按标准测算的金额为零".to_owned()
            } else {
                format!("无法测算金额：缺少{}", names.join("、"))
            };
            Found::left_out(enterprise, reason)
        }
        other => Found {
            enterprise,
            state: AutomaticEntryState::Eligible,
            reason: None,
            amount: other.and_then(|(amount, _)| amount),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_is_full_leaves_firms_to_the_next_one() {
        let firm = |number: u128| OrgId::from(Uuid::from_u128(number));
        let out = |number| Found::left_out(firm(number), "没有营业收入".into());
        let may = |number| Found { state: AutomaticEntryState::Eligible, ..out(number) };
        let mut all = Gathered::default();
        for one in [out(1), out(2), out(3), may(4), may(5)] {
            all.add(one, 2);
        }
        let kept = |all: &Gathered| all.found.iter().map(|one| one.enterprise).collect::<Vec<_>>();
        assert_eq!((all.firms, all.more, kept(&all)), (5, false, [1, 2, 4, 5].map(firm).to_vec()));
        all.add(may(6), 2);
        assert_eq!((all.firms, all.more, kept(&all).len()), (5, true, 4));
    }
}

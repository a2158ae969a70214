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
use uuid::Uuid;

/// Firms that one list looks at.
pub const MOST_FIRMS: usize = 2_000;
/// Firms that are read at once.
const AT_ONCE: usize = 200;

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

/// Every active firm, up to [`MOST_FIRMS`], for a version; and whether there are more.
pub async fn find(db: &Db, version: &PolicyVersion) -> Result<(Vec<Found>, bool)> {
    let now = db.world().now();
    let mut firms = organizations::ids_named(db.read(), OrgKind::Enterprise).await?;
    let rules = Rules::of(db, version)?;
    let mut given = applications::given_for(db.read(), version.policy_id).await?;
    given.extend(store::asked_for(db.read(), version.policy_id).await?);
    // Who has it is not looked at again, so that a further list reaches the others.
    firms.retain(|firm| !given.contains(firm));
    firms.sort_unstable();
    let more = firms.len() > MOST_FIRMS;
    firms.truncate(MOST_FIRMS);
    let mut found = vec![];
    for some in firms.chunks(AT_ONCE) {
        let records = eligibility::records_of(&db.answer(), some, now).await?;
        found.extend(some.iter().zip(&records).map(|(firm, record)| judged(*firm, record, &rules, local_date(now))));
    }
    Ok((found, more))
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

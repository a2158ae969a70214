//! 时限: what is due when a demand enters a state (domain 2.1), and the timers that tell of it.

use super::{
    DemandState, DemandStep,
    entity::Model,
    facts::fact,
    parameters::{CORRECTION_DAYS, DRAFT_DAYS, MARKET_DAYS, UNANSWERED_DAYS},
};
use chrono::TimeDelta;
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Result};
use jinqiao_platform::{
    calendar::{WORKING_DAY, calendar},
    permissions::days_of,
};

/// Days after which a draft is called to mind.
const DRAFT_REMINDER: i64 = 7;

/// When the limit of `state` ends, if it is entered now.
pub async fn due(tx: &Tx, state: DemandState) -> Result<Option<DateTime>> {
    let limit = match state {
        DemandState::Returned => CORRECTION_DAYS,
        DemandState::Open => MARKET_DAYS,
        _ => return Ok(None),
    };
    let days = days_of(tx.conn(), limit).await?;
    Ok(Some(calendar(tx.conn()).await?.due(tx.now(), days)))
}

/// Arms the timers of the state that `row` has entered, and disarms those of the state before. While its firm is suspended
/// nothing is armed.
pub async fn watch(tx: &Tx, row: &Model) -> Result<()> {
    let timers = if row.held_since.is_some() { vec![] } else { timers(tx, row).await? };
    let ends = timers.into_iter().map(|(at, step)| (at, fact(row, row.state, step, None)));
    tx.watch(row.id, None, ends).await
}

async fn timers(tx: &Tx, row: &Model) -> Result<Vec<(DateTime, DemandStep)>> {
    Ok(match (row.state, row.due_at) {
        (DemandState::Draft, _) => {
            let lapse = i64::from(days_of(tx.conn(), DRAFT_DAYS).await?);
            vec![
                (tx.now() + TimeDelta::days(DRAFT_REMINDER), DemandStep::DraftReminded),
                (tx.now() + TimeDelta::days(lapse), DemandStep::DraftLapsed),
            ]
        }
        (DemandState::Returned, Some(due)) => {
            let remind = calendar(tx.conn()).await?.before(due, 2 * WORKING_DAY);
            vec![(remind, DemandStep::CorrectionReminded), (due, DemandStep::CorrectionLapsed)]
        }
        (DemandState::Open, Some(due)) => {
            let calls = days_of(tx.conn(), UNANSWERED_DAYS).await?;
            let calls = calendar(tx.conn()).await?.due(tx.now(), calls);
            let mut timers = vec![(due, DemandStep::MarketLapsed)];
            if calls < due {
                timers.push((calls, DemandStep::Unanswered));
            }
            timers
        }
        _ => vec![],
    })
}

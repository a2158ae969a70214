//! Bounds that no proof lifts: what costs others money or room, such as a message to a phone or a file on the disk.

use super::{
    counts::{self, Counter},
    gate::counter,
    model::{self, Rule},
    pass::wait,
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{DateTime, Result};

const fn hourly(allowed: i32) -> Rule {
    Rule::Limit { allowed, window: TimeDelta::hours(1) }
}

/// Codes to one phone or mailbox …
const CODES_TO_ONE: Rule = hourly(5);
/// … asked for from one address, and from one network.
const CODES_FROM: [Rule; 2] = [hourly(20), hourly(60)];
/// Tries to choose a password by a code.
const TRIES_FROM: [Rule; 2] = [hourly(30), hourly(90)];
/// Files for registrations.
const FILES_FROM: [Rule; 2] = [hourly(30), hourly(90)];

fn from(kind: &str, address: &str, [place, network]: [Rule; 2]) -> Vec<Counter> {
    vec![
        counter(&format!("{kind}-address"), model::place_of(address), place),
        counter(&format!("{kind}-network"), model::network_of(address), network),
    ]
}

/// Counts a code to `target`, asked for from `address`.
///
/// # Errors
/// `accounts.wait`, with the seconds to wait; so for the other two.
pub async fn admit_code(db: &Db, target: &str, address: &str) -> Result<()> {
    let mut counters = from("code", address, CODES_FROM);
    counters.push(counter("code-target", target, CODES_TO_ONE));
    admit(db, &counters).await
}

/// Counts a try to choose a password by a code.
///
/// # Errors
/// As for [`admit_code`].
pub async fn admit_code_try(db: &Db, address: &str) -> Result<()> {
    admit(db, &from("code-try", address, TRIES_FROM)).await
}

/// Counts a file that a stranger uploads.
///
/// # Errors
/// As for [`admit_code`].
pub async fn admit_stranger_file(db: &Db, address: &str) -> Result<()> {
    admit(db, &from("file", address, FILES_FROM)).await
}

/// What is left of the window of a limit that is used up.
fn left(rule: Rule, failures: i32, since: DateTime, now: DateTime) -> Option<TimeDelta> {
    let Rule::Limit { allowed, window } = rule else { return None };
    (rule.holds_since(since, now) && failures >= allowed).then(|| window - (now - since))
}

async fn admit(db: &Db, counters: &[Counter]) -> Result<()> {
    // A look without a write, as before secrets: a flood of what is refused costs nobody else the only writer.
    let (known, now) = (counts::read(db.read(), counters).await?, db.world().real_now());
    for counter in counters {
        let row = known.get(&counter.key);
        if let Some(left) = row.and_then(|row| left(counter.rule, row.failures, row.since, now)) {
            return Err(wait(left));
        }
    }
    db.write(Intent::bookkeeping("accounts.count"), |tx| async move {
        for counter in counters {
            let count = counts::add(&tx, counter).await?;
            // What is refused is not counted, since the write is taken back.
            if let Rule::Limit { allowed, window } = counter.rule
                && count.is_none_or(|count| count > allowed)
            {
                return Err(wait(window));
            }
        }
        Ok(())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_binds_until_its_hour_is_over() {
        let start = DateTime::UNIX_EPOCH;
        for (failures, minutes, want) in
            [(4, 0, None), (5, 0, Some(60)), (5, 59, Some(1)), (5, 60, None), (9, -1, None)]
        {
            let left = left(hourly(5), failures, start, start + TimeDelta::minutes(minutes));
            assert_eq!(left.map(|left| left.num_minutes()), want, "{failures} after {minutes}");
        }
    }
}

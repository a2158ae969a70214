//! Runs beside requests and jobs; no transaction is open while one is computed.

use super::{
    compute::{Computed, Inputs, compute},
    groups::Groups,
    models, profile, segments,
    store::{self, Run},
};
use crate::matching::settings::{self, NetworkSettings};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent};
use jinqiao_financing::orders;
use jinqiao_kernel::{DateTime, Error, Kind, Result, local_date};
use jinqiao_platform::{
    enterprises::{self, ANONYMITY_K},
    permissions::value_of,
};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// Between two runs.
const EVERY: TimeDelta = TimeDelta::hours(24);
/// While there are few links a run takes no time, and each order tells much.
const EVERY_SMALL: TimeDelta = TimeDelta::hours(1);
const SMALL: usize = 2_000;
/// Between two looks whether there is anything to do.
const PAUSE: Duration = Duration::from_secs(3);
/// What failed takes long perhaps, and fails again most likely.
const AFTER_FAILURE: Duration = Duration::from_mins(5);

/// Is there to be another run after `last`?
fn due(last: Option<&Run>, settings: NetworkSettings, least: i64, now: DateTime) -> bool {
    let Some(run) = last else { return true };
    let small = run.sides.iter().all(|side| side.links < SMALL);
    let every = if small { EVERY_SMALL } else { EVERY };
    run.asked_at.is_some() || run.settings != settings || run.told_for != Some(least) || now - run.at >= every
}

/// What a run of now is made of, by the settings in force or by others.
async fn inputs(db: &Db, last: Option<&Run>, settings: NetworkSettings) -> Result<Inputs> {
    let (conn, now) = (&db.answer(), db.world().now());
    let mut firms = vec![];
    enterprises::each_masked_profile(conn, local_date(now), |firm| firms.push((firm.org, profile::of_firm(&firm))))
        .await?;
    let before = match last {
        Some(run) => store::members(conn, run.number).await?,
        None => vec![],
    };
    let label = |label: i64| u32::try_from(label).unwrap_or_default();
    Ok(Inputs {
        dealings: orders::dealings(conn).await?,
        firms,
        settings,
        now,
        before: before.into_iter().map(|(number, _, members)| (label(number), members)).collect(),
        next_label: last.map_or(1, |run| label(run.next_label)),
    })
}

/// Computes beside whatever else is to be done.
async fn computed(inputs: Inputs) -> Result<(Inputs, Computed)> {
    let compute = move || {
        let computed = compute(&inputs);
        (inputs, computed)
    };
    tokio::task::spawn_blocking(compute).await.map_err(Error::internal)
}

/// A trial takes as long as two runs, and all the memory of one: several at once would leave nothing for the others.
static TRYING: Mutex<()> = Mutex::const_new(());

/// The groups as they would be by each of `settings`, from the same orders, for a trial; nothing is kept.
///
/// # Errors
/// `matching.trial_running` while somebody else tries; otherwise when the database fails.
pub async fn trial(db: &Db, settings: [NetworkSettings; 2]) -> Result<[Groups; 2]> {
    let running = || Error::conflict("matching.trial_running", "正在为另一次试算计算网络，请稍后再试");
    let _turn = TRYING.try_lock().map_err(|_| running())?;
    let last = store::newest(db.read()).await?;
    let one = inputs(db, last.as_ref(), settings[0]).await?;
    let (one, first) = computed(one).await?;
    let (_, second) = computed(Inputs { settings: settings[1], ..one }).await?;
    Ok([Groups::tried(first.groups), Groups::tried(second.groups)])
}

/// One run, if there is to be one. Returns whether there was.
pub async fn round(db: &Db) -> Result<bool> {
    let conn = &db.answer();
    let (_, settings) = settings::current(conn).await?;
    let (last, settings) = (store::newest(conn).await?, settings.network);
    if !due(last.as_ref(), settings, value_of(conn, ANONYMITY_K).await?, db.world().now()) {
        return Ok(false);
    }
    let started = Instant::now();
    let inputs = inputs(db, last.as_ref(), settings).await?;
    let (mut inputs, run) = computed(inputs).await?;
    // All firms are read once more for what is told of them.
    (inputs.dealings, inputs.firms) = (vec![], vec![]);
    let told = &segments::tell(db, inputs.now, &run.groups).await?;
    let (inputs, run) = (&inputs, &run);
    let millis = i64::try_from(started.elapsed().as_millis()).unwrap_or(i64::MAX);
    let before = last.map_or(0, |run| run.number);
    let keep = Intent::bookkeeping("matching.network_run");
    let kept = db.write(keep, |tx| async move { store::keep(&tx, before, inputs, run, told, millis).await }).await;
    match kept {
        // Two servers computed the same; the first has kept it.
        Err(error) if error.kind() == Kind::Conflict => Ok(false),
        kept => kept.map(|()| true),
    }
}

/// Computes runs as they become due, and has what serves them ready, for ever.
pub async fn run_forever(db: &Db) {
    loop {
        let mut pause = PAUSE;
        match round(db).await {
            Ok(true) => tracing::info!("the network of matching was computed"),
            Ok(false) => {}
            Err(error) => {
                tracing::error!(?error, "network");
                pause = AFTER_FAILURE;
            }
        }
        if let Err(error) = models::warm(db.read()).await {
            tracing::error!(?error, "network");
        }
        tokio::time::sleep(pause).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_due_when_asked_for_when_settings_change_and_after_a_while() {
        let at = |hour: i64| DateTime::UNIX_EPOCH + TimeDelta::hours(hour);
        let settings = NetworkSettings::default();
        let run = Run {
            number: 1,
            at: at(0),
            asked_at: None,
            settings,
            firms: 0,
            silhouette: 0,
            millis: 0,
            next_label: 1,
            told_for: Some(5),
            sides: vec![],
        };
        assert!(due(None, settings, 5, at(0)));
        assert!(!due(Some(&run), settings, 5, at(0)) && due(Some(&run), settings, 5, at(1)));
        assert!(due(Some(&Run { asked_at: Some(at(0)), ..run.clone() }), settings, 5, at(0)));
        assert!(due(Some(&run), NetworkSettings { lambda: Some(200), ..settings }, 5, at(0)));
        assert!(due(Some(&run), settings, 6, at(0)), "what is told is told of more firms");
    }
}

//! Time and chance are passed in, so that a test can choose both.

use crate::{DateTime, NaiveDate};
use chrono::{Datelike, FixedOffset, NaiveTime, TimeDelta};
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, cut to milliseconds: both databases keep it exactly.
    fn now(&self) -> DateTime;
}

/// Gives random bytes.
pub trait Entropy: Send + Sync {
    /// Fills `bytes` with bytes that nobody can foresee (in tests: that everybody can).
    fn fill(&self, bytes: &mut [u8]);
}

fn to_millis(time: DateTime) -> DateTime {
    DateTime::from_timestamp_millis(time.timestamp_millis()).unwrap_or(time)
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> DateTime {
        to_millis(chrono::Utc::now())
    }
}

/// A clock that stands still until it is moved: for tests and for demo data with a past.
#[derive(Clone)]
pub struct ManualClock(Arc<Mutex<DateTime>>);

impl ManualClock {
    /// A clock that shows `time`.
    pub fn new(time: DateTime) -> Self {
        Self(Arc::new(Mutex::new(to_millis(time))))
    }

    /// Moves the clock forward (or back, with a negative delta).
    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }

    /// Sets the clock.
    pub fn set(&self, time: DateTime) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = to_millis(time);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The operating system's random numbers.
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(clippy::disallowed_methods, reason = "the one place that draws real random numbers")]
    fn fill(&self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}

/// Random numbers that a seed decides: for tests and demo data.
pub struct SeededEntropy(Mutex<StdRng>);

impl SeededEntropy {
    /// The sequence of `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }
}

/// What the program knows of the world outside: time and chance.
#[derive(Clone)]
pub struct World {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives random bytes.
    pub entropy: Arc<dyn Entropy>,
    /// How far the platform's time is ahead of the clock, where people train with it; none anywhere else.
    pub shift: Option<Shift>,
}

/// How far the platform's time is ahead of the clock. It only grows.
#[derive(Clone, Debug, Default)]
pub struct Shift(Arc<AtomicI64>);

impl Shift {
    /// Seconds.
    pub fn seconds(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Moves the time on to be so many seconds ahead, unless it is further already.
    pub fn grow_to(&self, seconds: i64) {
        self.0.fetch_max(seconds, Ordering::Relaxed);
    }
}

impl World {
    /// The machine's clock and random numbers.
    pub fn system() -> Self {
        Self { clock: Arc::new(SystemClock), entropy: Arc::new(SystemEntropy), shift: None }
    }

    /// The same with a time that can be moved on.
    #[must_use]
    pub fn for_training(self) -> Self {
        Self { shift: Some(Shift::default()), ..self }
    }

    /// Now, as limits, plans and people's work count it.
    pub fn now(&self) -> DateTime {
        let ahead = self.shift.as_ref().map_or(0, Shift::seconds);
        self.real_now() + chrono::TimeDelta::seconds(ahead)
    }

    /// Now by the clock, as sessions, codes and locks count it: nobody is logged out because time was moved on.
    pub fn real_now(&self) -> DateTime {
        self.clock.now()
    }

    /// A fresh id of the wanted type (UUIDv7: ordered by the moment it was made).
    pub fn id<T: From<Uuid>>(&self) -> T {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid().into()
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
}

/// China has had one time zone without summer time since 1992.
fn shanghai() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("eight hours are a valid offset")
}

/// The calendar day in Asia/Shanghai.
pub fn local_date(time: DateTime) -> NaiveDate {
    time.with_timezone(&shanghai()).date_naive()
}

/// The moment at which a calendar day begins in Asia/Shanghai.
pub fn day_begins(day: NaiveDate) -> DateTime {
    (day.and_time(NaiveTime::MIN) - shanghai()).and_utc()
}

/// The month in Asia/Shanghai as `yyyymm`, as used in document numbers.
pub fn local_month(time: DateTime) -> String {
    let day = local_date(time);
    format!("{:04}{:02}", day.year(), day.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_shanghai() {
        let evening = "2026-12-31T16:00:00Z".parse().expect("a moment");
        assert_eq!(local_date(evening).to_string(), "2027-01-01");
        assert_eq!(local_month(evening), "202701");
        assert_eq!(day_begins(local_date(evening)), evening);
    }

    #[test]
    fn time_moves_on_and_never_back() {
        let clock = ManualClock::new(DateTime::UNIX_EPOCH);
        let world = World { clock: Arc::new(clock), ..World::system() }.for_training();
        let shift = world.shift.clone().expect("it can be moved");
        shift.grow_to(3_600);
        shift.grow_to(60);
        assert_eq!((world.now() - world.real_now()).num_seconds(), 3_600);
        assert_eq!(world.real_now(), DateTime::UNIX_EPOCH);
    }

    #[test]
    fn the_same_seed_gives_the_same_ids() {
        let world = || World {
            clock: Arc::new(ManualClock::new(DateTime::UNIX_EPOCH)),
            entropy: Arc::new(SeededEntropy::new(7)),
            shift: None,
        };
        assert_eq!(world().id::<Uuid>(), world().id::<Uuid>());
    }
}

//! The rules: how long who waits, from when on more than the secret is asked, and what counts as one place. Pure.

use chrono::TimeDelta;
use jinqiao_kernel::{DateTime, OnceKey};
use std::net::IpAddr;

/// So many attempts in a row cost nothing …
const FREE: i32 = 3;
/// … the next wait so long, and each further one twice as long …
const FIRST: TimeDelta = TimeDelta::seconds(2);
/// … up to this.
const LONGEST: TimeDelta = TimeDelta::minutes(15);
/// Silence after which attempts in a row begin anew.
const FORGOTTEN: TimeDelta = TimeDelta::hours(1);

/// What follows from a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Each attempt waits for longer than the one before: for pairs of somebody and a place, which strangers cannot share.
    Growing,
    /// Beyond so many in a window of time a further proof is asked; nobody is refused who gives it.
    Limit {
        /// Attempts that are free.
        allowed: i32,
        /// How long they count.
        window: TimeDelta,
    },
}

impl Rule {
    /// Is what was counted `since` then still of any weight? After the clock was set back a window begins anew, so that
    /// none lasts longer than it should.
    pub fn holds_since(self, since: DateTime, now: DateTime) -> bool {
        match self {
            Self::Growing => since > forgotten(now),
            Self::Limit { window, .. } => since > now - window && since <= now,
        }
    }
}

/// How long the next attempt waits after `attempts` in a row; none while they are free.
pub fn delay(attempts: i32) -> Option<TimeDelta> {
    let doublings = u32::try_from(attempts - FREE).ok()?;
    let delay = 1i32.checked_shl(doublings).filter(|factor| *factor > 0).and_then(|factor| FIRST.checked_mul(factor));
    Some(delay.map_or(LONGEST, |delay| delay.min(LONGEST)))
}

/// How much of a wait `until` is left. What lies further off than the longest wait was written before the clock was set
/// back, and no longer binds anybody.
pub fn left(until: Option<DateTime>, now: DateTime) -> Option<TimeDelta> {
    until.map(|until| until - now).filter(|left| *left > TimeDelta::zero() && *left <= LONGEST)
}

/// Attempts in a row before this moment are forgotten.
pub fn forgotten(now: DateTime) -> DateTime {
    now - FORGOTTEN
}

/// The furthest moment until which anybody waits.
pub fn furthest(now: DateTime) -> DateTime {
    now + LONGEST
}

/// Leading zero bits of a proof of work, after `count` attempts where `allowed` are free: a fraction of a second at first,
/// some seconds on a phone at most.
pub fn difficulty(count: i32, allowed: i32) -> u8 {
    const EASY: u8 = 15;
    const HARD: u8 = 19;
    let steps = (count - allowed).max(0) / allowed.max(1);
    EASY.saturating_add(u8::try_from(steps).unwrap_or(u8::MAX)).min(HARD)
}

/// How a request is known again that is sent once more under its key.
pub fn request_key(once: &OnceKey) -> String {
    format!("{} {} {}", once.route, once.key, once.body)
}

/// An address as it is counted: one subscriber has a whole /64 of IPv6.
pub fn place_of(address: &str) -> String {
    cut(address, 32, 64)
}

/// The network around it: /24 of IPv4, /48 of IPv6.
pub fn network_of(address: &str) -> String {
    cut(address, 24, 48)
}

fn cut(address: &str, v4: u32, v6: u32) -> String {
    match address.parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V4(address)) => {
            let kept = u32::from(address) & u32::MAX.checked_shl(32 - v4).unwrap_or(0);
            format!("{}/{v4}", std::net::Ipv4Addr::from(kept))
        }
        Ok(IpAddr::V6(address)) => {
            let kept = u128::from(address) & u128::MAX.checked_shl(128 - v6).unwrap_or(0);
            format!("{}/{v6}", std::net::Ipv6Addr::from(kept))
        }
        Err(_) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_a_quarter_of_an_hour() {
        for (attempts, seconds) in [
            (0, None),
            (2, None),
            (3, Some(2)),
            (4, Some(4)),
            (5, Some(8)),
            (11, Some(512)),
            (12, Some(900)),
            (40, Some(900)),
            (i32::MAX, Some(900)),
        ] {
            assert_eq!(delay(attempts).map(|delay| delay.num_seconds()), seconds, "{attempts}");
        }
    }

    #[test]
    fn a_wait_from_a_clock_that_was_ahead_does_not_bind() {
        let now = DateTime::UNIX_EPOCH;
        for (until, seconds) in [(-1, None), (0, None), (1, Some(1)), (900, Some(900)), (901, None), (86_400, None)] {
            let until = Some(now + TimeDelta::seconds(until));
            assert_eq!(left(until, now).map(|left| left.num_seconds()), seconds);
        }
        assert_eq!(left(None, now), None);
    }

    #[test]
    fn windows() {
        let now = DateTime::UNIX_EPOCH;
        let limit = Rule::Limit { allowed: 1, window: TimeDelta::minutes(15) };
        for (since, growing, limited) in
            [(-3600, false, false), (-3599, true, false), (-899, true, true), (0, true, true), (1, true, false)]
        {
            let since = now + TimeDelta::seconds(since);
            assert_eq!((Rule::Growing.holds_since(since, now), limit.holds_since(since, now)), (growing, limited));
        }
    }

    #[test]
    fn work_grows_and_stops_growing() {
        for (count, bits) in [(0, 15), (20, 15), (39, 15), (40, 16), (60, 17), (100, 19), (100_000, 19), (i32::MAX, 19)]
        {
            assert_eq!(difficulty(count, 20), bits, "{count}");
        }
    }

    #[test]
    fn places_and_networks() {
        for (address, place, network) in [
            ("192.0.2.77", "192.0.2.77/32", "192.0.2.0/24"),
            ("::ffff:192.0.2.77", "192.0.2.77/32", "192.0.2.0/24"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"),
            ("unknown", "unknown", "unknown"),
        ] {
            assert_eq!((place_of(address).as_str(), network_of(address).as_str()), (place, network));
        }
    }
}

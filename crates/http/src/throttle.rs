//! How much one address may ask for without a session, and one account with one. What they ask is cheap one by one; this bounds
//! how many there are.

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use jinqiao_kernel::{AccountId, Error, Kind};
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
};

/// Requests a second in the long run …
const STEADY: NonZeroU32 = NonZeroU32::new(20).expect("not zero");
/// … and at once after a rest: a page asks for some ten things, and an office shares an address.
const BURST: NonZeroU32 = NonZeroU32::new(300).expect("not zero");
/// Being worked on at the same time.
const AT_ONCE: usize = 32;
/// Refusals of one account that are noted in the audit trail, a minute.
const NOTED: NonZeroU32 = NonZeroU32::new(30).expect("not zero");
/// Addresses and accounts that are remembered before those at rest are forgotten.
const REMEMBERED: usize = 50_000;

/// Under what a request is counted.
pub(crate) enum Who {
    /// Nobody is known: its address.
    Address,
    /// Its account.
    Account(AccountId),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Address(IpAddr),
    Account(AccountId),
}

/// Counts requests by address, or by account where there is one.
pub(crate) struct Throttle {
    rate: DefaultKeyedRateLimiter<Key>,
    noted: DefaultKeyedRateLimiter<AccountId>,
    running: Arc<Mutex<HashMap<Key, usize>>>,
}

/// A request that is being worked on.
pub(crate) struct Running {
    counts: Arc<Mutex<HashMap<Key, usize>>>,
    key: Key,
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.key);
            }
        }
    }
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            rate: RateLimiter::keyed(Quota::per_second(STEADY).allow_burst(BURST)),
            noted: RateLimiter::keyed(Quota::per_minute(NOTED)),
            running: Arc::default(),
        }
    }
}

impl Throttle {
    /// Lets a request from `address` in, or asks it to wait a second. This machine itself is never asked to wait: behind a
    /// proxy that was not declared everybody would be.
    ///
    /// # Errors
    /// `request.too_many`.
    pub fn enter(&self, address: Option<IpAddr>, who: Who) -> Result<Option<Running>, Error> {
        let Some(address) = address.filter(|address| !address.is_loopback()).map(household) else { return Ok(None) };
        let key = match who {
            Who::Address => Key::Address(address),
            Who::Account(account) => Key::Account(account),
        };
        if self.rate.len() > REMEMBERED {
            self.rate.retain_recent();
        }
        self.rate.check_key(&key).map_err(|_| too_many())?;
        let mut counts = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(key).or_default();
        if *count >= AT_ONCE {
            return Err(too_many());
        }
        *count += 1;
        Ok(Some(Running { counts: self.running.clone(), key }))
    }
}

impl Throttle {
    /// Is a refusal of this account noted in the audit trail?
    pub fn notes(&self, account: AccountId) -> bool {
        if self.noted.len() > REMEMBERED {
            self.noted.retain_recent();
        }
        self.noted.check_key(&account).is_ok()
    }
}

/// A household or a server is given a whole /64 of IPv6 addresses.
pub(crate) fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).into(),
    }
}

fn too_many() -> Error {
    Error::new(Kind::TooMany, "request.too_many", "访问过于频繁，请稍等片刻再试").retry_after(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_waits_and_others_do_not() {
        let throttle = Throttle::default();
        let stranger = Some(IpAddr::from([203, 0, 113, 9]));
        let held: Vec<_> = (0..AT_ONCE).map(|_| throttle.enter(stranger, Who::Address).expect("let in")).collect();
        assert!(throttle.enter(stranger, Who::Address).is_err(), "too many at once");
        drop(held);
        let let_in = (0..2_000).filter(|_| throttle.enter(stranger, Who::Address).is_ok()).count();
        assert!(let_in >= 200, "the burst is let in: {let_in}");
        assert!(let_in < 1_500, "and then it waits: {let_in}");
        assert!(throttle.enter(Some(IpAddr::from([203, 0, 113, 10])), Who::Address).is_ok());
        assert!((0..2_000).all(|_| throttle.enter(Some(IpAddr::from([127, 0, 0, 1])), Who::Address).is_ok()));
        assert!((0..2_000).all(|_| throttle.enter(None, Who::Address).is_ok()));
    }

    #[test]
    fn an_account_waits_wherever_it_comes_from() {
        let throttle = Throttle::default();
        let account = AccountId::from(uuid::Uuid::from_u128(1));
        let from = |n: u8| throttle.enter(Some(IpAddr::from([203, 0, 113, n])), Who::Account(account));
        let let_in = (0..2_000_u32).filter(|n| from(u8::try_from(n % 200).expect("small")).is_ok()).count();
        assert!((200..1_500).contains(&let_in), "{let_in}");
        assert!(
            throttle.enter(Some(IpAddr::from([203, 0, 113, 1])), Who::Address).is_ok(),
            "strangers are another matter"
        );
        assert!((0..100).filter(|_| throttle.notes(account)).count() < 50, "not every refusal is noted");
    }

    #[test]
    fn a_household_is_one_address() {
        let [a, b, c] = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"]
            .map(|text| household(text.parse().expect("v6")));
        assert_eq!(a, b);
        assert_ne!(a, c);
    }
}

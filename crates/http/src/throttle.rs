//! How much one address may ask for without a session. What strangers ask is cheap one by one; this bounds how many there are.

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use jinqiao_kernel::{Error, Kind};
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
/// Addresses that are remembered before those at rest are forgotten.
const REMEMBERED: usize = 50_000;

/// Counts requests without a session by address.
pub(crate) struct Throttle {
    rate: DefaultKeyedRateLimiter<IpAddr>,
    running: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A request that is being worked on.
pub(crate) struct Running {
    counts: Arc<Mutex<HashMap<IpAddr, usize>>>,
    address: IpAddr,
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}

impl Default for Throttle {
    fn default() -> Self {
        Self { rate: RateLimiter::keyed(Quota::per_second(STEADY).allow_burst(BURST)), running: Arc::default() }
    }
}

impl Throttle {
    /// Lets a request from `address` in, or asks it to wait a second. This machine itself is never asked to wait: behind a
    /// proxy that was not declared everybody would be.
    ///
    /// # Errors
    /// `request.too_many`.
    pub fn enter(&self, address: Option<IpAddr>) -> Result<Option<Running>, Error> {
        let Some(address) = address.filter(|address| !address.is_loopback()).map(household) else { return Ok(None) };
        if self.rate.len() > REMEMBERED {
            self.rate.retain_recent();
        }
        self.rate.check_key(&address).map_err(|_| too_many())?;
        let mut counts = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= AT_ONCE {
            return Err(too_many());
        }
        *count += 1;
        Ok(Some(Running { counts: self.running.clone(), address }))
    }
}

/// A household or a server is given a whole /64 of IPv6 addresses.
fn household(address: IpAddr) -> IpAddr {
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
        let held: Vec<_> = (0..AT_ONCE).map(|_| throttle.enter(stranger).expect("let in")).collect();
        assert!(throttle.enter(stranger).is_err(), "too many at once");
        drop(held);
        let let_in = (0..2_000).filter(|_| throttle.enter(stranger).is_ok()).count();
        assert!(let_in >= 200, "the burst is let in: {let_in}");
        assert!(let_in < 1_500, "and then it waits: {let_in}");
        assert!(throttle.enter(Some(IpAddr::from([203, 0, 113, 10]))).is_ok());
        assert!((0..2_000).all(|_| throttle.enter(Some(IpAddr::from([127, 0, 0, 1]))).is_ok()));
        assert!((0..2_000).all(|_| throttle.enter(None).is_ok()));
    }

    #[test]
    fn a_household_is_one_address() {
        let [a, b, c] = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"]
            .map(|text| household(text.parse().expect("v6")));
        assert_eq!(a, b);
        assert_ne!(a, c);
    }
}

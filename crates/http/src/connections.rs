//! How many connections are open, in all and from one address.

use crate::throttle::household;
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

/// From one address; an office behind one address has its browsers' connections.
const PER_ADDRESS: usize = 256;
/// In all; each costs a file descriptor and some kilobytes.
const IN_ALL: usize = 8_192;

/// Counts what is open. Cheap to clone.
#[derive(Clone, Default)]
pub struct Connections {
    open: Arc<Mutex<Open>>,
    /// Those of proxies, whose connections are many people's.
    unlimited: Arc<[IpAddr]>,
}

#[derive(Default)]
struct Open {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// The right to one connection; given back when dropped.
pub struct Place {
    open: Arc<Mutex<Open>>,
    address: IpAddr,
}

impl Connections {
    /// With `proxies`, each of which speaks for many people.
    pub fn new(proxies: &[IpAddr]) -> Self {
        Self { open: Arc::default(), unlimited: proxies.iter().map(|proxy| household(proxy.to_canonical())).collect() }
    }

    /// A place for a connection from `address`, unless too many are open.
    pub fn enter(&self, address: IpAddr) -> Option<Place> {
        // Proxies are declared as they are written, and a household has a whole network of IPv6 addresses.
        let address = household(address.to_canonical());
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let own = open.by_address.get(&address).copied().unwrap_or_default();
        if open.all >= IN_ALL || (own >= PER_ADDRESS && !self.unlimited.contains(&address)) {
            return None;
        }
        open.all += 1;
        *open.by_address.entry(address).or_default() += 1;
        Some(Place { open: self.open.clone(), address })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.all -= 1;
        if let Some(own) = open.by_address.get_mut(&self.address) {
            *own -= 1;
            if *own == 0 {
                open.by_address.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_cannot_take_all_places_but_a_proxy_may() {
        let [stranger, other, proxy] = [1, 2, 3].map(|n| IpAddr::from([192, 0, 2, n]));
        let connections = Connections::new(&[proxy]);
        let mut held: Vec<_> = (0..PER_ADDRESS).map_while(|_| connections.enter(stranger)).collect();
        assert_eq!(held.len(), PER_ADDRESS);
        assert!(connections.enter(stranger).is_none());
        assert!(connections.enter(other).is_some());
        held.pop();
        assert!(connections.enter(stranger).is_some(), "a place that was given back is free");
        let through: Vec<_> = (0..2 * PER_ADDRESS).map_while(|_| connections.enter(proxy)).collect();
        assert_eq!(through.len(), 2 * PER_ADDRESS);
        let rest: Vec<_> = (0..IN_ALL).map_while(|_| connections.enter(proxy)).collect();
        assert_eq!(held.len() + through.len() + rest.len(), IN_ALL, "in all there is a limit too");
    }

    #[test]
    fn a_household_counts_as_one_however_its_address_is_written() {
        let address = |text: &str| text.parse::<IpAddr>().expect("an address");
        for (first, second, together) in [
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
            ("192.0.2.1", "::ffff:192.0.2.1", true),
            ("192.0.2.1", "192.0.2.2", false),
        ] {
            let connections = Connections::default();
            let held: Vec<_> = (0..PER_ADDRESS).map_while(|_| connections.enter(address(first))).collect();
            assert_eq!(held.len(), PER_ADDRESS);
            assert_eq!(connections.enter(address(second)).is_none(), together, "{first} {second}");
            let proxy = Connections::new(&[address(second)]);
            let through: Vec<_> = (0..2 * PER_ADDRESS).map_while(|_| proxy.enter(address(first))).collect();
            assert_eq!(through.len() > PER_ADDRESS, together, "{first} through {second}");
        }
    }
}

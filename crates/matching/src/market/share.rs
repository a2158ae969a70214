//! The share of one institution in the dispatches of a period, and when it is too much (domain 2.11.5).

use jinqiao_kernel::BasisPoints;

/// Below so many dispatches in all a share says nothing.
pub const ENOUGH: i64 = 20;

/// The share of `count` in `all`, where it is above `cap`.
pub fn beyond_cap(count: i64, all: i64, cap: BasisPoints) -> Option<BasisPoints> {
    let share = BasisPoints::of(count, all);
    (all >= ENOUGH && share > cap).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_too_much_above_the_cap_once_there_are_enough() {
        let cap = BasisPoints(4_000);
        for (count, all, beyond) in [
            (8, 20, None),
            (9, 20, Some(4_500)),
            (19, 19, None),
            (20, 20, Some(10_000)),
            (40, 100, None),
            (41, 100, Some(4_100)),
            (0, 0, None),
            (i64::MAX, i64::MAX, Some(10_000)),
        ] {
            assert_eq!(beyond_cap(count, all, cap), beyond.map(BasisPoints), "{count} of {all}");
        }
    }
}

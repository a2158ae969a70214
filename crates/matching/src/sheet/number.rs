//! Exact decimal numbers: a whole count of millionths in 128 bits. Sums and differences are exact; products and quotients are
//! rounded to the nearest millionth, halves away from zero. What does not fit is no number, never a wrong one.

use std::fmt;

/// Decimals that are kept.
const SCALE: i128 = 1_000_000;
/// The greatest absolute value: 10^15, more than all the money there is. Millionths of products then fit 128 bits.
const MOST: i128 = 1_000_000_000_000_000 * SCALE;

/// A number of a sheet, from −10^15 to 10^15 with six decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(i128);

impl Number {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One; what a comparison that holds is worth.
    pub const ONE: Self = Self(SCALE);

    fn checked(millionths: i128) -> Option<Self> {
        (-MOST..=MOST).contains(&millionths).then_some(Self(millionths))
    }

    /// A whole number; `None` beyond 10^15.
    pub fn whole(value: i64) -> Option<Self> {
        Self::checked(i128::from(value) * SCALE)
    }

    /// Hundredths, such as fen for yuan or basis points for percent; `None` beyond 10^15.
    pub fn hundredths(value: i64) -> Option<Self> {
        Self::checked(i128::from(value) * (SCALE / 100))
    }

    /// Millionths, exact: every count of them fits.
    pub fn millionths(value: i64) -> Self {
        Self(i128::from(value))
    }

    /// In millionths, exact; `None` where they don't fit.
    pub fn in_millionths(self) -> Option<i64> {
        i64::try_from(self.0).ok()
    }

    /// Fen as the 万元 in which sheets count money: exact, since a fen is a millionth of 万元.
    pub fn wan_of_fen(fen: i64) -> Self {
        Self::millionths(fen)
    }

    /// 万元 as fen, exact; `None` where they don't fit.
    pub fn fen_of_wan(self) -> Option<i64> {
        self.in_millionths()
    }

    /// Digits with at most six decimals.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        if decimals.len() > 6 || (whole.is_empty() && decimals.is_empty()) {
            return None;
        }
        let digits = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<i128>().ok() };
        let scale = 10_i128.pow(6 - u32::try_from(decimals.len()).ok()?);
        Self::checked(digits(whole)?.checked_mul(SCALE)?.checked_add(digits(decimals)? * scale)?)
    }

    /// Whether it counts as true: everything but zero.
    pub fn truth(self) -> bool {
        self.0 != 0
    }

    pub(crate) fn of_truth(truth: bool) -> Self {
        if truth { Self::ONE } else { Self::ZERO }
    }

    pub(crate) fn negated(self) -> Self {
        Self(-self.0)
    }

    pub(crate) fn add(self, other: Self) -> Option<Self> {
        Self::checked(self.0 + other.0)
    }

    pub(crate) fn sub(self, other: Self) -> Option<Self> {
        Self::checked(self.0 - other.0)
    }

    pub(crate) fn mul(self, other: Self) -> Option<Self> {
        Self::checked(rounded(self.0.checked_mul(other.0)?, SCALE))
    }

    /// `None` for a divisor of zero as for what does not fit.
    pub(crate) fn div(self, other: Self) -> Option<Self> {
        if other.0 == 0 { None } else { Self::checked(rounded(self.0 * SCALE, other.0)) }
    }
}

/// `a / b`, halves away from zero; `b` is not zero.
fn rounded(a: i128, b: i128) -> i128 {
    let (quotient, rest) = (a / b, a % b);
    let up = rest.unsigned_abs() * 2 >= b.unsigned_abs();
    quotient + if up { a.signum() * b.signum() } else { 0 }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) =
            (self.0.unsigned_abs() / SCALE.unsigned_abs(), self.0.unsigned_abs() % SCALE.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        let text = format!("{sign}{whole}.{rest:06}");
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::read(text).expect("a number")
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(n("0.1").add(n("0.2")), Some(n("0.3")));
        assert_eq!(n("2").div(n("3")).map(|x| x.to_string()), Some("0.666667".into()));
        assert_eq!(
            n("0.000001").mul(n("0.5")).map(|x| x.to_string()),
            Some("0.000001".into()),
            "halves go away from zero"
        );
        assert_eq!(n("1").div(Number::ZERO), None);
        assert_eq!(n("1000000000000000").add(n("0.000001")), None);
        assert_eq!(n("1000000000000000").mul(n("1000000000000000")), None);
        assert_eq!(Number::wan_of_fen(123_456_789).to_string(), "123.456789");
        assert_eq!(Number::wan_of_fen(i64::MIN).fen_of_wan(), Some(i64::MIN));
        assert_eq!(Number::hundredths(-345).map(|x| x.to_string()), Some("-3.45".into()));
        assert_eq!(Number::read("0.0000001").or(Number::read(".")).or(Number::read("1e5")), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in 0..=MOST) {
            prop_assert_eq!(Number::read(&Number(value).to_string()), Some(Number(value)));
        }

        #[test]
        fn arithmetic_never_panics(a in -MOST..=MOST, b in -MOST..=MOST) {
            for result in [Number(a).add(Number(b)), Number(a).sub(Number(b)), Number(a).mul(Number(b)), Number(a).div(Number(b))] {
                prop_assert!(result.is_none_or(|x| (-MOST..=MOST).contains(&x.0)));
            }
        }
    }
}

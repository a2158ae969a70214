//! Money in whole fen (分). No floating point anywhere.

/// An amount in fen (分, 1/100 yuan).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sql", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From ten-thousands of yuan (万元).
    pub const fn wan(wan: i64) -> Self {
        Self(wan * 1_000_000)
    }

    /// Sum, or none where it would overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl std::iter::Sum for Money {
    /// Saturates: a sum can only be shown too small at amounts no validated input reaches.
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |a, b| Self(a.0.saturating_add(b.0)))
    }
}

/// To the fen, with thousands separators: in 万元 with two decimals, `1,234.56 万元`; in 元 below 1 万元, and where two decimals of 万元
/// would hide something: `9,125.00 元`, `1,999,999.99 元`.
impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fen = self.0.unsigned_abs();
        let yuan = (1..1_000_000).contains(&fen) || !fen.is_multiple_of(10_000);
        let (hundredths, unit) = if yuan { (fen, "元") } else { (fen / 10_000, "万元") };
        let sign = if self.0 < 0 { "-" } else { "" };
        let whole = (hundredths / 100).to_string();
        let grouped: Vec<&str> =
            whole.as_bytes().rchunks(3).rev().filter_map(|g| std::str::from_utf8(g).ok()).collect();
        write!(f, "{sign}{}.{:02} {unit}", grouped.join(","), hundredths % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn shown_in_wan_yuan() {
        for (fen, text) in [
            (0, "0.00 万元"),
            (1, "0.01 元"),
            (-4_999, "-49.99 元"),
            (912_500, "9,125.00 元"),
            (999_999, "9,999.99 元"),
            (1_000_000, "1.00 万元"),
            (-1_005_000, "-10,050.00 元"),
            (199_999_999, "1,999,999.99 元"),
            (123_456_780_000, "123,456.78 万元"),
            (i64::MAX, "92,233,720,368,547,758.07 元"),
        ] {
            assert_eq!(Money(fen).to_string(), text);
        }
    }
}

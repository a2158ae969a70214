//! Interest rates, in thousandths of a percent, and shares of a whole, in basis points.

/// A yearly rate in thousandths of a percent (0.001 %): 4.25 % is 4 250. Three decimals, as the LPR minus a few points or a
/// mean of several lenders needs them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sql", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Rate(pub i32);

impl Rate {
    /// The least that is shown; no loan is asked for or granted below it.
    pub const LEAST: Self = Self(1);
    /// 24 %: beyond it no court protects the interest of a loan between firms, and no product may ask it.
    pub const MOST: Self = Self(24_000);

    /// From basis points (基点, 0.01 %), in which premiums on the LPR are quoted.
    pub const fn bp(basis_points: i32) -> Self {
        Self(basis_points.saturating_mul(10))
    }

    /// The part of one that this is: 4 % is 0.04.
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 100_000.0
    }
}

/// As a percentage with two decimals, and the third where it says something: `3.65%`, `5.537%`.
impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 1_000, self.0.unsigned_abs() % 1_000);
        match rest % 10 {
            0 => write!(f, "{sign}{whole}.{:02}%", rest / 10),
            _ => write!(f, "{sign}{whole}.{rest:03}%"),
        }
    }
}

/// A share of a whole in basis points (0.01 %): of dispatches, of complaints that were put right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct BasisPoints(pub i32);

impl BasisPoints {
    /// `part` of `whole`, rounded down; a whole below one counts as one.
    pub fn of(part: i64, whole: i64) -> Self {
        let share = i128::from(part.max(0)) * 10_000 / i128::from(whole.max(1));
        Self(i32::try_from(share).unwrap_or(i32::MAX))
    }
}

/// As a percentage with two decimals: `30.00%`.
impl std::fmt::Display for BasisPoints {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}%", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_decimal_is_shown_where_it_says_something() {
        for (rate, text) in
            [(4_250, "4.25%"), (5_537, "5.537%"), (5, "0.005%"), (0, "0.00%"), (-10, "-0.01%"), (24_000, "24.00%")]
        {
            assert_eq!(Rate(rate).to_string(), text);
        }
        assert_eq!(Rate::bp(-15), Rate(-150));
    }

    #[test]
    fn a_share_is_rounded_down() {
        for (part, whole, want) in [(1, 3, 3_333), (2, 3, 6_666), (-1, 3, 0), (5, 0, 50_000), (i64::MAX, 1, i32::MAX)] {
            assert_eq!(BasisPoints::of(part, whole), BasisPoints(want), "{part} of {whole}");
        }
    }
}

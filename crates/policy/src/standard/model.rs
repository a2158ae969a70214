//! A standard as it is written.

use jinqiao_kernel::{Money, Rate};
use serde::{Deserialize, Serialize};

/// Figures that somebody types.
pub(super) const MOST_FIGURES: usize = 50;
/// Rows of a table of tiers.
pub(super) const MOST_TIERS: usize = 100;
/// Characters of a formula.
pub(super) const MOST_FORMULA: usize = 4_000;

/// How much is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyStandard))]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// Figures that the catalogue doesn't have and the applicant types, at most 50.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// How it is computed.
    pub method: Method,
    /// Never more than this, fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Money>,
    /// The least that is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Floor>,
    /// To whole units; to the fen without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounding: Option<Rounding>,
}

/// A figure that is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyFigure))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Name in the formula: small letters, digits and single low lines.
    #[cfg_attr(feature = "openapi", schema(max_length = 60))]
    pub name: String,
    /// What it is called.
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub label: String,
    /// Its type.
    pub kind: FigureKind,
    /// Unit of a number or count.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 20))]
    pub unit: String,
    /// The least: fen, thousandths of a percent, or whole numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// The greatest, in the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
}

/// Type of a figure that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyFigureKind))]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// Fen.
    Money,
    /// Thousandths of a percent.
    Rate,
    /// A number with at most six decimals.
    Number,
    /// A whole number, not below zero.
    Count,
}

/// How the amount is computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyMethod))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Lines of the sheet language, the last of which is `额度 = …`. Money counts in 万元, a rate as a part of one (4 % is 0.04), 是 as 1
    /// and 否 as 0.
    Formula(Lines),
    /// A table.
    Tiers(Tiers),
}

/// Lines of the sheet language, at most 4,000 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyLines, value_type = jinqiao_kernel::Text<4000>))]
#[serde(transparent)]
pub struct Lines(pub String);

/// A table of tiers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyTiers))]
#[serde(deny_unknown_fields)]
pub struct Tiers {
    /// The field or figure that decides the tier.
    #[cfg_attr(feature = "openapi", schema(max_length = 60))]
    pub by: String,
    /// The money that rates are a part of; without it, what decides the tier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 60))]
    pub of: Option<String>,
    /// What a rate is applied to.
    pub mode: TierMode,
    /// Tiers from the lowest, which do not overlap. Between them nothing is paid.
    pub tiers: Vec<Tier>,
}

/// What the rate of a tier is applied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyTierMode))]
#[serde(rename_all = "snake_case")]
pub enum TierMode {
    /// The whole, at the rate of the tier that is reached (按达到的档次).
    Reached,
    /// What lies within each tier, at its rate (分段累计).
    Slices,
}

/// A tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyTier))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// From this, which belongs to it: fen, thousandths of a percent, millionths of a number, or pieces.
    pub from: i64,
    /// To this, which doesn't; without it there is no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i64>,
    /// What is paid.
    pub pays: Share,
}

/// What a tier pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyShare))]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// A part of the money, thousandths of a percent.
    Rate(Rate),
    /// So many fen.
    Fixed(Money),
}

/// The least that is paid. Who is given nothing by the formula is not raised to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyFloor))]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// Fen.
    pub amount: Money,
    /// What less leads to.
    pub below: Below,
}

/// What happens below the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyBelow))]
#[serde(rename_all = "snake_case")]
pub enum Below {
    /// Nothing is paid.
    Nothing,
    /// The floor is paid.
    Floor,
}

/// Rounding to whole units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyRounding))]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// Fen, at least one: 100 for whole yuan.
    pub unit: Money,
    /// Which way.
    pub direction: Direction,
}

/// Which way is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyDirection))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 舍去.
    Down,
    /// 四舍五入.
    Nearest,
    /// 进一.
    Up,
}

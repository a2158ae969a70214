//! What is wrong with values that somebody typed: where, as a stable code, and in a sentence that leads to the place.

use serde::{Deserialize, Serialize};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyDefectCode))]
#[serde(rename_all = "snake_case")]
pub enum DefectCode {
    /// Nothing stands where something has to.
    Required,
    /// A value of another type.
    WrongType,
    /// A text with fewer characters than asked for.
    TooShort,
    /// A text with more characters than may be.
    TooLong,
    /// A sign that can't be seen, or a line break in a text of one line.
    BadCharacter,
    /// A number below the least.
    TooSmall,
    /// A number above the greatest.
    TooLarge,
    /// More decimals than asked for.
    TooPrecise,
    /// Not a day from 1900 to 2199.
    BadDate,
    /// A day before the first.
    TooEarly,
    /// A day after the last.
    TooLate,
    /// Nothing that can be chosen.
    NotAnOption,
    /// The same twice.
    Twice,
    /// Fewer rows, files or choices than asked for.
    TooFew,
    /// More rows, files or choices than may be.
    TooMany,
    /// A statement that was not agreed to.
    NotAgreed,
    /// A computed value that can't be computed.
    NotComputable,
    /// Nothing of this name is asked for.
    Unknown,
    /// More than can be kept.
    TooBig,
}

/// A defect of values at its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyDefect))]
pub struct Defect {
    /// Where, as a JSON pointer into the values: `/costs/1/amount` is the cell `amount` of the second row.
    pub path: String,
    /// What is wrong.
    pub code: DefectCode,
    /// The same in a Chinese sentence that names block, row and column.
    pub text: String,
}

/// What a single value is refused for, before its place is known.
pub(crate) type Wrong = (DefectCode, String);

/// A part of a JSON pointer, which has signs of its own for ~ and /.
pub(crate) fn pointer_part(name: &str) -> String {
    // Whatever was sent as a name is told back, but not all of it.
    let short: String = name.chars().take(60).collect();
    short.replace('~', "~0").replace('/', "~1")
}

//! A form as it is written.

use crate::{Decimal, catalogue::Choice, condition::Condition, days::DayEdge};
use jinqiao_kernel::Money;
use serde::{Deserialize, Serialize};

/// Blocks of a form, columns of tables counted with them.
pub const MOST_BLOCKS: usize = 200;
/// Columns of a table.
pub const MOST_COLUMNS: usize = 20;
/// Rows of a table.
pub const MOST_ROWS: u16 = 100;
/// Defects that are told at once; whoever has more mends these first.
pub const MOST_DEFECTS: usize = 1_000;
/// Files of a block.
pub const MOST_FILES: u16 = 20;
/// Characters of a text of one line, and of a long one.
pub(super) const MOST_LINE: u32 = 500;
pub(super) const MOST_LONG: u32 = 20_000;
/// Options of a choice.
pub(super) const MOST_OPTIONS: usize = 200;

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyForm))]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A block of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyBlock))]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Stable name: small letters, digits and single low lines.
    #[cfg_attr(feature = "openapi", schema(max_length = 60))]
    pub id: String,
    /// What it is called.
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub label: String,
    /// How it is filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    pub help: Option<String>,
    /// Something has to stand here.
    #[serde(default)]
    pub required: bool,
    /// Shown only while this holds of other blocks. What is not filled in decides nothing, so it stays hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_when: Option<Condition>,
    /// The field of the catalogue that it is prefilled with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 60))]
    pub prefill: Option<String>,
    /// What it takes.
    pub input: Input,
}

/// What a block takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyInput))]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// A text of one line.
    Text(TextInput),
    /// A text of several lines.
    LongText(TextInput),
    /// A number.
    Number(NumberInput),
    /// Money, fen.
    Money(MoneyInput),
    /// A day.
    Date(DateInput),
    /// One of a list.
    Choice(ChoiceInput),
    /// Any of a list.
    Several(SeveralInput),
    /// Rows of cells.
    Table(TableInput),
    /// Files, by their ids.
    File(FileInput),
    /// A statement to agree to (承诺).
    Statement(StatementInput),
    /// A heading, which takes nothing.
    Heading,
    /// Computed from other blocks.
    Computed(ComputedInput),
}

/// Lengths of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyTextInput))]
#[serde(deny_unknown_fields)]
pub struct TextInput {
    /// Least characters, if something stands there.
    #[serde(default)]
    pub min_length: u32,
    /// Most characters: 500 for one line, 20,000 for several.
    pub max_length: u32,
}

/// Range of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyNumberInput))]
#[serde(deny_unknown_fields)]
pub struct NumberInput {
    /// The least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    /// The greatest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// Decimals it may have, at most 6.
    #[serde(default)]
    pub decimals: u8,
    /// Such as 人.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 20))]
    pub unit: String,
}

/// Range of money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyMoneyInput))]
#[serde(deny_unknown_fields)]
pub struct MoneyInput {
    /// The least, fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Money>,
    /// The most, fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Money>,
}

/// Range of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyDateInput))]
#[serde(deny_unknown_fields)]
pub struct DateInput {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<DayEdge>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<DayEdge>,
}

/// One of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyChoiceInput))]
#[serde(deny_unknown_fields)]
pub struct ChoiceInput {
    /// What can be chosen, at most 200.
    pub options: Vec<Choice>,
}

/// Any of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicySeveralInput))]
#[serde(deny_unknown_fields)]
pub struct SeveralInput {
    /// What can be chosen, at most 200.
    pub options: Vec<Choice>,
    /// How many have to be chosen, if any is.
    #[serde(default)]
    pub min: u16,
    /// How many may be chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u16>,
}

/// Rows of cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyTableInput))]
#[serde(deny_unknown_fields)]
pub struct TableInput {
    /// Columns, at most 20.
    pub columns: Vec<Column>,
    /// How many rows there have to be, if there is any.
    #[serde(default)]
    pub min_rows: u16,
    /// How many there may be; 100 without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_rows: Option<u16>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyColumn))]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Stable name, of its own within the table.
    #[cfg_attr(feature = "openapi", schema(max_length = 60))]
    pub id: String,
    /// What it is called.
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub label: String,
    /// Something has to stand in each row.
    #[serde(default)]
    pub required: bool,
    /// What its cells take.
    pub input: Cell,
}

/// What a cell takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyCell))]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// A text of one line.
    Text(TextInput),
    /// A number.
    Number(NumberInput),
    /// Money, fen.
    Money(MoneyInput),
    /// A day.
    Date(DateInput),
    /// One of a list.
    Choice(ChoiceInput),
}

/// Files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyFileInput))]
#[serde(deny_unknown_fields)]
pub struct FileInput {
    /// How many there have to be, if there is any.
    #[serde(default)]
    pub min: u16,
    /// How many there may be, at most 20.
    pub max: u16,
}

/// A statement to agree to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyStatementInput))]
#[serde(deny_unknown_fields)]
pub struct StatementInput {
    /// What is agreed to.
    #[cfg_attr(feature = "openapi", schema(max_length = 5000))]
    pub text: String,
}

/// A computed value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyComputedInput))]
#[serde(deny_unknown_fields)]
pub struct ComputedInput {
    /// An expression of the sheet language over other blocks. Money counts in 万元; `costs__amount` is the sum of the column `amount` of
    /// the table `costs`, `costs__rows` the number of its rows.
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub formula: String,
    /// What it gives.
    pub kind: ComputedKind,
    /// Such as 人.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 20))]
    pub unit: String,
}

/// What a computed block gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyComputedKind))]
#[serde(rename_all = "snake_case")]
pub enum ComputedKind {
    /// Money, to the fen.
    Money,
    /// A number with at most six decimals.
    Number,
}

//! Blocks as conditions and formulas see them: fields of a catalogue of the form's own, and names of numbers.

use super::model::{Block, Cell, ComputedKind, Form, Input, TableInput};
use crate::catalogue::{Choice, Field, Kind, Origin, Source};

/// A block as a field; a heading is none.
pub(super) fn as_field(block: &Block) -> Option<Field> {
    let (kind, unit, options): (_, &str, &[Choice]) = match &block.input {
        Input::Text(_) | Input::LongText(_) => (Kind::Text, "", &[]),
        Input::Number(input) => (Kind::Number, &input.unit, &[]),
        Input::Money(_) => (Kind::Money, "", &[]),
        Input::Date(_) => (Kind::Date, "", &[]),
        Input::Choice(input) => (Kind::Choice, "", &input.options),
        Input::Several(input) => (Kind::Several, "", &input.options),
        Input::Table(_) => (Kind::Count, "行", &[]),
        Input::File(_) => (Kind::Count, "个文件", &[]),
        Input::Statement(_) => (Kind::YesNo, "", &[]),
        Input::Computed(input) if input.kind == ComputedKind::Money => (Kind::Money, "", &[]),
        Input::Computed(input) => (Kind::Number, &input.unit, &[]),
        Input::Heading => return None,
    };
    let options = options.to_vec();
    Some(Field {
        code: block.id.clone(),
        // Sentences of conditions are held shorter than labels.
        name: block.label.chars().take(100).collect(),
        kind,
        unit: unit.to_owned(),
        options,
        source: Source::Form,
        origin: Origin::SelfDeclared,
        complete: false,
    })
}

/// What a formula's name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// The number or money of a block, by its place.
    Block(usize),
    /// The sum of a column of a table.
    Sum(usize, usize),
    /// The number of rows of a table.
    Rows(usize),
}

impl Named {
    /// The block that it is of.
    pub(super) fn block(self) -> usize {
        match self {
            Self::Block(place) | Self::Sum(place, _) | Self::Rows(place) => place,
        }
    }
}

fn of_table(place: usize, id: &str, table: &TableInput) -> Vec<(String, Named)> {
    let numeric = |cell: &Cell| matches!(cell, Cell::Number(_) | Cell::Money(_));
    let sums = table.columns.iter().enumerate().filter(|(_, column)| numeric(&column.input));
    let sums = sums.map(|(at, column)| (format!("{id}__{}", column.id), Named::Sum(place, at)));
    sums.chain([(format!("{id}__rows"), Named::Rows(place))]).collect()
}

/// Every name that a formula of `form` can use.
pub(super) fn names(form: &Form) -> Vec<(String, Named)> {
    let mut found = vec![];
    for (place, block) in form.blocks.iter().enumerate() {
        match &block.input {
            Input::Number(_) | Input::Money(_) | Input::Computed(_) => {
                found.push((block.id.clone(), Named::Block(place)));
            }
            Input::Table(table) => found.extend(of_table(place, &block.id, table)),
            _ => {}
        }
    }
    found
}

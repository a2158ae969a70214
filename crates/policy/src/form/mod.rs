//! Forms as data (申报表单): blocks with what they take, when they are shown, and what is prefilled or computed. One schema for the
//! server and the browser; `crates/policy/fixtures/forms.json` holds both to the same verdicts.
//!
//! `model` is how a form is written, `read` checks it and makes a [`ReadyForm`] of it, `answers` checks what was filled in and keeps
//! what is to be submitted. A draft may hold anything: [`draft`] only bounds its size.

mod answers;
mod cells;
mod computed;
mod draft;
mod filled;
mod inputs;
mod model;
mod names;
mod order;
mod prefill;
mod read;
#[cfg(test)]
mod tests;

pub use answers::Answers;
pub use draft::{MOST_DRAFT_DEPTH, draft};
pub use model::{
    Block, Cell, ChoiceInput, Column, ComputedInput, ComputedKind, DateInput, FileInput, Form, Input, MOST_BLOCKS,
    MOST_COLUMNS, MOST_DEFECTS, MOST_FILES, MOST_ROWS, MoneyInput, NumberInput, SeveralInput, StatementInput,
    TableInput, TextInput,
};
pub use prefill::Prefilled;
pub use read::ReadyForm;

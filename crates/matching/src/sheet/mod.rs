//! Rule sheets of banks (domain 2.11.4): a few lines of arithmetic that give an indicative amount for what is known of a firm.
//! Nothing can be called, nothing loops, and every length is limited. Grammar and limits: `docs/matching-text.md`.

mod error;
mod evaluate;
mod number;
mod parse;
#[cfg(test)]
mod tests;
mod token;
mod tree;

pub use error::{Problem, SheetError};
pub use evaluate::MOST_STEPS;
pub use number::Number;
pub use parse::{MOST_CHARS, MOST_DEPTH, MOST_NODES};
pub use tree::{Function, Node, Operator, Tree};

use jinqiao_kernel::Money;
use std::collections::BTreeSet;

/// Lines of a sheet.
pub const MOST_LINES: usize = 50;
/// Characters of a sheet.
pub const MOST_SOURCE: usize = 20_000;
/// The names of the last line.
const AMOUNT: [&str; 2] = ["额度", "amount"];
const RESERVED: [&str; 12] = ["min", "max", "if", "and", "or", "not", "最小", "最大", "如果", "且", "或", "非"];

/// One expression of the language by itself, such as a condition; `names` are the values that will be given.
pub fn parse_expression(source: &str, names: &[&str]) -> Result<Tree, SheetError> {
    let known = |name: &str| known(name, names.iter().copied());
    parse::parse(source, 0, &known)
}

/// The value of an expression, at most [`MOST_STEPS`] steps.
pub fn evaluate_expression(tree: &Tree, values: &[(&str, Number)]) -> Result<Number, SheetError> {
    let value = |name: &str| values.iter().find(|one| one.0 == name).map(|one| one.1);
    evaluate::evaluate(tree, &value, &mut { MOST_STEPS })
}

/// A sheet that was read: lines `name = expression`, each of which may use those before it. Money counts in 万元.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    lines: Vec<(usize, String, Tree)>,
}

/// What a sheet says of one firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The indicative amount: the last line in fen, never below zero.
    pub amount: Money,
    /// Every line with its value, in order, for the explanation.
    pub lines: Vec<(String, Number)>,
}

/// Whether a name is among `names`; else the nearest ones, at most three.
fn known<'a>(name: &str, names: impl Iterator<Item = &'a str> + Clone) -> Result<(), Vec<String>> {
    if names.clone().any(|one| one == name) {
        return Ok(());
    }
    let letters = |text: &str| text.chars().take(60).collect::<Vec<_>>();
    let own = letters(name);
    let mut near: Vec<(usize, &str)> = names.map(|one| (distance(&own, &letters(one)), one)).collect();
    near.retain(|(distance, one)| 2 * distance <= own.len().max(one.chars().count()));
    near.sort_unstable();
    near.dedup();
    Err(near.into_iter().take(3).map(|(_, name)| name.to_owned()).collect())
}

/// Letters to change, add or take away.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != y);
            let best = change.min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], best);
        }
    }
    row[b.len()]
}

impl Sheet {
    /// Reads a sheet whose expressions may use `names` and the lines before them. Blank lines and those that begin with # are
    /// skipped; the last line is `额度 = …` (or `amount = …`). Refused with the place: whatever [`Problem`] names.
    pub fn read(source: &str, names: &[&str]) -> Result<Self, SheetError> {
        let mut lines: Vec<(usize, String, Tree)> = vec![];
        let mut size = 0;
        for (index, line) in source.lines().enumerate() {
            let refuse = |column, problem| Err(SheetError { line: index + 1, column, problem });
            size += line.len();
            if lines.len() >= MOST_LINES || size > 4 * MOST_SOURCE || index > 2 * MOST_LINES {
                return refuse(1, Problem::TooLong);
            }
            let text = line.trim_start();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let Some(sign) = line.find(['=', '＝']) else {
                return refuse(line.chars().count() + 1, Problem::Expected("等号"));
            };
            let (name, rest) = line.split_at(sign);
            let column = 1 + name.chars().take_while(|c| c.is_whitespace()).count();
            let name_tokens = token::tokens(name, 0).map_err(|error| SheetError { line: index + 1, ..error })?;
            let [(token::Token::Name(own), _)] = name_tokens.as_slice() else {
                return refuse(column, Problem::Expected("名称，每行应为“名称 = 算式”"));
            };
            let defined = lines.iter().map(|one| one.1.as_str());
            let taken = names.iter().copied().chain(defined.clone()).chain(RESERVED).any(|one| one == own);
            if taken {
                return refuse(column, Problem::Taken(own.clone()));
            }
            let known = |name: &str| known(name, names.iter().copied().chain(defined.clone()));
            let offset = name.chars().count() + 1;
            let expression = rest.split_at(rest.chars().next().map_or(0, char::len_utf8)).1;
            let tree =
                parse::parse(expression, offset, &known).map_err(|error| SheetError { line: index + 1, ..error })?;
            lines.push((index + 1, own.clone(), tree));
        }
        match lines.last() {
            Some((_, name, _)) if AMOUNT.contains(&name.as_str()) => Ok(Self { lines }),
            last => Err(SheetError { line: last.map_or(1, |one| one.0), column: 1, problem: Problem::NoAmount }),
        }
    }

    /// Computes every line. A value that is missing is an error at its place, as are division by zero and overflow.
    pub fn evaluate(&self, values: &[(&str, Number)]) -> Result<Outcome, SheetError> {
        let mut results: Vec<(String, Number)> = vec![];
        let mut steps = MOST_STEPS;
        for (line, name, tree) in &self.lines {
            let earlier = |name: &str| results.iter().find(|one| one.0 == name).map(|one| one.1);
            let value = |name: &str| values.iter().find(|one| one.0 == name).map(|one| one.1).or_else(|| earlier(name));
            let found =
                evaluate::evaluate(tree, &value, &mut steps).map_err(|error| SheetError { line: *line, ..error })?;
            results.push((name.clone(), found));
        }
        let last = self.lines.last().map_or(1, |one| one.0);
        let amount = results.last().map_or(Number::ZERO, |one| one.1).max(Number::ZERO).fen_of_wan();
        let amount = amount.ok_or(SheetError { line: last, column: 1, problem: Problem::Overflow })?;
        Ok(Outcome { amount: Money(amount), lines: results })
    }

    /// The given names that its lines use, in alphabetical order.
    pub fn uses(&self) -> BTreeSet<&str> {
        let own = |name: &str| self.lines.iter().any(|line| line.1 == name);
        let all = self.lines.iter().flat_map(|line| line.2.names());
        all.filter(|name| !own(name)).collect()
    }

    /// The lines with their expressions, in order.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &Tree)> {
        self.lines.iter().map(|(_, name, tree)| (name.as_str(), tree))
    }
}

/// One line for each line of the sheet; reading it gives the same sheet.
impl std::fmt::Display for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.lines.iter().try_for_each(|(_, name, tree)| writeln!(f, "{name} = {tree}"))
    }
}

//! A condition checked against a catalogue: every fault with its place, or something that can be evaluated.

use super::{
    model::{Condition, MOST_DEPTH, MOST_PARTS, Test},
    operand::{allowed, read},
    want::Want,
    words::sentence,
};
use crate::{
    catalogue::{Catalogue, Field, Key},
    fault::{Fault, FaultCode, Faults},
};
use std::sync::Arc;

/// A condition that was checked against a catalogue, for records of that catalogue.
#[derive(Clone, Debug)]
pub struct Requirement {
    pub(super) root: Node,
}

/// A group or a test with its place in the definition.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) path: String,
    pub(super) what: What,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Test(Box<Check>),
}

/// A test, ready to be evaluated and told.
#[derive(Clone, Debug)]
pub(super) struct Check {
    pub(super) key: Key,
    pub(super) field: Arc<Field>,
    pub(super) want: Want,
    /// What is asked for must not be.
    pub(super) outside: bool,
    /// The limit itself is not enough.
    pub(super) strict: bool,
    pub(super) evidence: Option<String>,
    /// What is asked for, and the opposite.
    pub(super) sentences: [String; 2],
}

struct Reader<'a> {
    catalogue: &'a Catalogue,
    faults: Faults,
    parts: usize,
}

impl Reader<'_> {
    fn group(&mut self, parts: &[Condition], path: &str, depth: usize) -> Option<Vec<Node>> {
        if parts.is_empty() {
            self.faults.add(path, FaultCode::Empty, "条件组不能为空");
            return None;
        }
        let mut read = vec![];
        for (place, part) in parts.iter().enumerate() {
            read.extend(self.node(part, format!("{path}/{place}"), depth + 1));
            if self.parts > MOST_PARTS {
                break;
            }
        }
        Some(read)
    }

    fn node(&mut self, condition: &Condition, path: String, depth: usize) -> Option<Node> {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            self.faults.add(path, FaultCode::TooMany, format!("条件和条件组合计不超过 {MOST_PARTS} 个"));
            return None;
        }
        if depth > MOST_DEPTH {
            self.faults.add(path, FaultCode::TooDeep, format!("条件嵌套不超过 {MOST_DEPTH} 层"));
            return None;
        }
        let what = match condition {
            Condition::All(parts) => What::All(self.group(parts, &format!("{path}/all"), depth)?),
            Condition::Any(parts) => What::Any(self.group(parts, &format!("{path}/any"), depth)?),
            Condition::Not(part) => What::Not(Box::new(self.node(part, format!("{path}/not"), depth + 1)?)),
            Condition::Test(test) => What::Test(Box::new(self.test(test, &format!("{path}/test"))?)),
        };
        Some(Node { path, what })
    }

    fn test(&mut self, test: &Test, path: &str) -> Option<Check> {
        self.faults.text(format!("{path}/evidence"), test.evidence.as_deref().unwrap_or_default(), 200);
        self.faults.text(format!("{path}/sentence"), test.sentence.as_deref().unwrap_or_default(), 300);
        let Some(key) = self.catalogue.find(&test.field) else {
            let name: String = test.field.chars().take(60).collect();
            self.faults.add(format!("{path}/field"), FaultCode::UnknownField, format!("没有编码为“{name}”的指标"));
            return None;
        };
        let field = self.catalogue.field(key)?;
        if !allowed(field.kind, test.op) {
            let text = format!("“{}”不能这样比较", field.name);
            self.faults.add(format!("{path}/op"), FaultCode::WrongOperator, text);
            return None;
        }
        let asked = match read(test, field) {
            Ok(asked) => asked,
            Err((code, text)) => {
                self.faults.add(format!("{path}/value"), code, text);
                return None;
            }
        };
        let given = test.sentence.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let sentences = match given {
            Some(text) => [text.to_owned(), format!("不属于下列情形：{text}")],
            None => [sentence(field, test.op, &asked, false), sentence(field, test.op, &asked, true)],
        };
        let evidence = test.evidence.clone().filter(|text| !text.trim().is_empty());
        let (outside, strict) = (asked.outside, asked.strict);
        Some(Check { key, field: field.clone(), want: asked.want, outside, strict, evidence, sentences })
    }
}

impl Condition {
    /// Checks it against a catalogue.
    ///
    /// # Errors
    /// Every fault with its place: unknown fields, operators that the type doesn't have, values of another type or beyond what may
    /// be, empty groups, more than [`MOST_PARTS`] parts, deeper than [`MOST_DEPTH`], texts that are too long.
    pub fn check(&self, catalogue: &Catalogue) -> Result<Requirement, Vec<Fault>> {
        let mut reader = Reader { catalogue, faults: Faults::default(), parts: 0 };
        let root = reader.node(self, String::new(), 1);
        reader.faults.none_or(root.map(|root| Requirement { root }))
    }
}

impl Requirement {
    /// The fields that it asks about, each once, in the order in which they stand there.
    pub fn fields(&self) -> Vec<&Field> {
        let mut found = vec![];
        self.root.each(&mut |check| {
            if !found.iter().any(|one: &&Field| one.code == check.field.code) {
                found.push(check.field.as_ref());
            }
        });
        found
    }
}

impl Node {
    /// Every test, in order.
    pub(super) fn each<'a>(&'a self, look: &mut impl FnMut(&'a Check)) {
        match &self.what {
            What::Test(check) => look(check),
            What::Not(part) => part.each(look),
            What::All(parts) | What::Any(parts) => parts.iter().for_each(|part| part.each(look)),
        }
    }
}

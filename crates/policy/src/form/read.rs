//! A form checked: every fault with its place, or something that answers can be checked against.

use super::{
    inputs::{check, suits},
    model::{Form, Input, MOST_BLOCKS},
    names::{Named, as_field, names},
    order::order,
};
use crate::{
    catalogue::{Catalogue, Key, Kind, NAMES},
    condition::Requirement,
    fault::{Fault, FaultCode, Faults, is_name, is_reserved},
};
use jinqiao_matching::sheet::{Tree, parse_expression};
use std::collections::{BTreeSet, HashMap};

/// A form that was checked.
#[derive(Clone, Debug)]
pub struct ReadyForm {
    pub(super) form: Form,
    /// Blocks as fields.
    pub(super) fields: Catalogue,
    pub(super) blocks: Vec<ReadyBlock>,
    /// Blocks in the order in which they are looked at.
    pub(super) order: Vec<usize>,
}

/// What belongs to the block of the same place.
#[derive(Clone, Debug, Default)]
pub(super) struct ReadyBlock {
    /// As a field; a heading is none.
    pub(super) key: Option<Key>,
    pub(super) show_when: Option<Requirement>,
    pub(super) formula: Option<Formula>,
    /// The field of the platform's catalogue that it is prefilled with.
    pub(super) prefill: Option<Key>,
}

/// The formula of a computed block, with what its names stand for.
#[derive(Clone, Debug)]
pub(super) struct Formula {
    pub(super) tree: Tree,
    pub(super) names: Vec<(String, Named)>,
}

struct Reader<'a> {
    form: &'a Form,
    catalogue: &'a Catalogue,
    faults: Faults,
}

impl Reader<'_> {
    /// Names, labels and inputs of the blocks.
    fn parts(&mut self) {
        let columns = |input: &Input| if let Input::Table(table) = input { table.columns.len() } else { 0 };
        let parts: usize = self.form.blocks.iter().map(|block| 1 + columns(&block.input)).sum();
        if parts > MOST_BLOCKS {
            self.faults.add("/blocks", FaultCode::TooMany, format!("内容项（含表格的列）合计不超过 {MOST_BLOCKS} 个"));
            return;
        }
        if self.form.blocks.is_empty() {
            self.faults.add("/blocks", FaultCode::Empty, "表单没有内容");
        }
        let mut seen = BTreeSet::new();
        for (place, block) in self.form.blocks.iter().enumerate() {
            let path = format!("/blocks/{place}");
            if !is_name(&block.id) || is_reserved(&block.id) {
                self.faults.add(format!("{path}/id"), FaultCode::BadName, format!("{NAMES}，且不是公式的保留字"));
            }
            if !seen.insert(&block.id) {
                self.faults.add(format!("{path}/id"), FaultCode::Taken, format!("编码“{}”已被使用", block.id));
            }
            self.faults.label(format!("{path}/label"), &block.label, 200);
            self.faults.text(format!("{path}/help"), block.help.as_deref().unwrap_or_default(), 1_000);
            if block.required && matches!(block.input, Input::Heading | Input::Computed(_)) {
                self.faults.add(format!("{path}/required"), FaultCode::NotApplicable, "标题和计算项不能设为必填");
            }
            check(&block.input, &format!("{path}/input"), &mut self.faults);
        }
    }

    fn formula(&mut self, place: usize, known: &HashMap<String, Named>) -> Option<Formula> {
        let Input::Computed(input) = &self.form.blocks.get(place)?.input else { return None };
        let path = format!("/blocks/{place}/input/computed/formula");
        let list: Vec<&str> = known.keys().map(String::as_str).collect();
        match parse_expression(&input.formula, &list) {
            Ok(tree) => {
                let used: BTreeSet<&str> = tree.names().into_iter().collect();
                let names = used.into_iter().filter_map(|name| Some((name.to_owned(), *known.get(name)?))).collect();
                Some(Formula { tree, names })
            }
            Err(error) => {
                self.faults.add(path, FaultCode::BadFormula, error.to_string());
                None
            }
        }
    }

    fn prefill(&mut self, place: usize) -> Option<Key> {
        let block = self.form.blocks.get(place)?;
        let code = block.prefill.as_ref()?;
        let path = format!("/blocks/{place}/prefill");
        let Some(key) = self.catalogue.find(code) else {
            let code: String = code.chars().take(60).collect();
            self.faults.add(path, FaultCode::UnknownField, format!("没有编码为“{code}”的指标"));
            return None;
        };
        let field = self.catalogue.field(key)?;
        if !suits(&block.input, field.kind) {
            self.faults.add(path, FaultCode::WrongKind, format!("“{}”的类型不能填入此处", field.name));
        }
        Some(key)
    }
}

impl Form {
    /// Checks it against the platform's catalogue, which prefilled blocks name.
    ///
    /// # Errors
    /// Every fault with its place: names that are missing or taken, ranges the wrong way round, conditions on blocks that there are
    /// not, formulas that can't be read, circles, more than may be.
    pub fn check(self, catalogue: &Catalogue) -> Result<ReadyForm, Vec<Fault>> {
        let mut reader = Reader { form: &self, catalogue, faults: Faults::default() };
        reader.parts();
        if !reader.faults.is_empty() {
            return reader.faults.none_or(None);
        }
        // Whatever a field may not be, a block may not be either, which was told with the block's place.
        let fields = Catalogue::new(self.blocks.iter().filter_map(as_field).collect())?;
        let known: HashMap<String, Named> = names(&self).into_iter().collect();
        let (mut blocks, mut needs) = (vec![], vec![]);
        for (place, block) in self.blocks.iter().enumerate() {
            let (key, mut need) = (fields.find(&block.id), BTreeSet::new());
            let show_when = block.show_when.as_ref().and_then(|condition| match condition.check(&fields) {
                Ok(requirement) => Some(requirement),
                Err(faults) => {
                    reader.faults.append(faults, &format!("/blocks/{place}/show_when"));
                    None
                }
            });
            for field in show_when.iter().flat_map(Requirement::fields) {
                need.extend(self.blocks.iter().position(|other| other.id == field.code));
            }
            let formula = reader.formula(place, &known);
            need.extend(formula.iter().flat_map(|formula| formula.names.iter().map(|(_, named)| named.block())));
            let prefill = reader.prefill(place);
            blocks.push(ReadyBlock { key, show_when, formula, prefill });
            needs.push(need.into_iter().collect::<Vec<_>>());
        }
        let order = match order(&needs) {
            Ok(order) => order,
            Err(circle) => {
                let first = circle.first().copied().unwrap_or_default();
                let names: Vec<_> =
                    circle.iter().filter_map(|place| Some(self.blocks.get(*place)?.label.as_str())).collect();
                let shown = blocks.get(first).is_some_and(|block| {
                    let next = circle.get(1).and_then(|next| self.blocks.get(*next));
                    block
                        .show_when
                        .iter()
                        .flat_map(Requirement::fields)
                        .any(|field| next.is_some_and(|n| n.id == field.code))
                });
                let part = if shown { "show_when" } else { "input/computed/formula" };
                let text = format!("相互依赖，无法确定：{}", names.join(" → "));
                reader.faults.add(format!("/blocks/{first}/{part}"), FaultCode::Circle, text);
                vec![]
            }
        };
        let faults = reader.faults;
        faults.none_or(Some(())).map(|()| ReadyForm { form: self, fields, blocks, order })
    }
}

impl ReadyForm {
    /// The form as it was written.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The type of a block, as conditions see it.
    pub(super) fn kind(&self, place: usize) -> Option<Kind> {
        Some(self.fields.field(self.blocks.get(place)?.key?)?.kind)
    }
}

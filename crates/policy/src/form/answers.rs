//! What was filled in, checked as a whole: every defect at once, what is hidden, and what is to be submitted. What is hidden is
//! neither required nor submitted.

use super::{
    cells::{Place, block_value, is_blank},
    computed::compute,
    draft::draft,
    filled::{Filled, said},
    model::{Block, Input, MOST_DEFECTS},
    read::ReadyForm,
};
use crate::{
    catalogue::{Known, Origin, Record},
    condition::Verdict,
    defect::{Defect, DefectCode},
};
use jinqiao_kernel::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value as Json};

/// What was filled in, after it was checked.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyAnswers))]
pub struct Answers {
    /// Everything that is wrong, in the order of the form.
    pub defects: Vec<Defect>,
    /// What is to be submitted: what is shown, filled in and right, as it is kept, and what is computed.
    pub submitted: Map<String, Json>,
    /// The blocks that are hidden.
    pub hidden: Vec<String>,
}

impl ReadyForm {
    /// What stands in a block that is shown.
    fn fill(
        &self,
        at: usize,
        block: &Block,
        values: &Map<String, Json>,
        filled: &[Filled],
        day: NaiveDate,
    ) -> (Filled, Vec<Defect>) {
        let (mut defects, place) = (vec![], Place::of(&block.id, &block.label));
        if let (Input::Computed(input), Some(formula)) =
            (&block.input, self.blocks.get(at).and_then(|b| b.formula.as_ref()))
        {
            let filled = match compute(&self.form, filled, input, formula) {
                Ok(Some(json)) => Filled::Value(json),
                Ok(None) => Filled::Blank,
                Err(text) => {
                    place.add(&mut defects, (DefectCode::NotComputable, format!("无法计算：{text}")));
                    Filled::Wrong
                }
            };
            return (filled, defects);
        }
        let json = values.get(&block.id).unwrap_or(&Json::Null);
        if is_blank(json) {
            if block.required {
                let wrong = match block.input {
                    Input::Statement(_) => (DefectCode::NotAgreed, "须同意后才能提交"),
                    Input::File(_) => (DefectCode::Required, "尚未上传文件"),
                    Input::Choice(_) | Input::Several(_) => (DefectCode::Required, "尚未选择"),
                    _ => (DefectCode::Required, "不能为空"),
                };
                place.add(&mut defects, (wrong.0, wrong.1.into()));
            }
            return (Filled::Blank, defects);
        }
        let kept = block_value(&block.input, json, &place, day, &mut defects);
        (kept.map_or(Filled::Wrong, Filled::Value), defects)
    }

    /// Checks what was filled in for an application of `day`.
    pub fn answers(&self, values: &Json, day: NaiveDate) -> Answers {
        let values = match (draft(values), values) {
            (Err(defect), _) => return Answers { defects: vec![defect], ..Answers::default() },
            (Ok(()), Json::Object(values)) => values,
            (Ok(()), _) => return Answers::default(),
        };
        let mut filled = vec![Filled::Hidden; self.form.blocks.len()];
        let mut found: Vec<Vec<Defect>> = vec![vec![]; self.form.blocks.len()];
        let mut record = Record::new(&self.fields);
        for &at in &self.order {
            let (Some(block), Some(ready)) = (self.form.blocks.get(at), self.blocks.get(at)) else { continue };
            let shown = ready.show_when.as_ref().is_none_or(|when| when.verdict(&record, day) == Verdict::Holds);
            if !shown {
                continue;
            }
            (filled[at], found[at]) = self.fill(at, block, values, &filled, day);
            let value = self.kind(at).and_then(|kind| said(kind, &filled[at]));
            if let (Some(key), Some(value)) = (ready.key, value) {
                record.set(&self.fields, key, Known { value, origin: Origin::SelfDeclared, date: None });
            }
        }
        let mut answers = Answers { defects: found.into_iter().flatten().collect(), ..Answers::default() };
        for (block, filled) in self.form.blocks.iter().zip(filled) {
            match filled {
                Filled::Hidden => answers.hidden.push(block.id.clone()),
                Filled::Value(json) => {
                    answers.submitted.insert(block.id.clone(), json);
                }
                Filled::Blank | Filled::Wrong => {}
            }
        }
        let takes = |name: &str| self.form.blocks.iter().any(|block| block.id == name && block.input != Input::Heading);
        for name in values.keys().filter(|name| !takes(name)) {
            let shown: String = name.chars().take(20).collect();
            Place::of(name, &shown).add(&mut answers.defects, (DefectCode::Unknown, "不是表单的内容".into()));
        }
        answers.defects.truncate(MOST_DEFECTS);
        answers
    }

    /// Everything that is wrong with what was filled in.
    pub fn defects(&self, values: &Json, day: NaiveDate) -> Vec<Defect> {
        self.answers(values, day).defects
    }

    /// What is to be submitted of what was filled in.
    pub fn submitted(&self, values: &Json, day: NaiveDate) -> Map<String, Json> {
        self.answers(values, day).submitted
    }
}

//! 重复申领: the same invoice, contract or file under another application, item or year. What was handed in leaves its traces; the
//! reviewer sees who else left the same.

use super::{
    ApplicationState, TraceKind,
    content::ApplicationContent,
    entity::{application, trace},
};
use jinqiao_db::Tx;
use jinqiao_kernel::{ApplicationId, Result};
use jinqiao_policy::form::{Cell, Form, Input};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
    sea_query::ExprTrait as _,
};
use std::collections::BTreeMap;

/// Traces of one application that are kept; whoever leaves more is compared by these.
const MOST_TRACES: usize = 300;
/// Others that a reviewer is shown.
pub const MOST_SHOWN: u64 = 50;

/// Words in a label that say that its value numbers a paper.
const NUMBERED: &[&str] = &["发票", "合同", "凭证", "票据", "专利号", "编号", "证书号"];

fn numbers_a_paper(label: &str) -> bool {
    NUMBERED.iter().any(|word| label.contains(word))
}

/// As it is compared: letters and digits, so that gaps and hyphens hide nothing; too short a number says nothing.
fn key(text: &str) -> Option<String> {
    let key: String =
        text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase).take(64).collect();
    (key.chars().count() >= 5).then_some(key)
}

/// The numbers of papers in what was handed in, with where they stand.
fn numbers(form: &Form, content: &ApplicationContent) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for block in &form.blocks {
        let value = content.values.get(&block.id);
        match (&block.input, value) {
            (Input::Text(_), Some(value)) if numbers_a_paper(&block.label) => {
                found.extend(value.as_str().and_then(key).map(|key| (key, block.label.clone())));
            }
            (Input::Table(table), Some(value)) => {
                let columns = table.columns.iter().filter(|one| matches!(one.input, Cell::Text(_)));
                for column in columns.filter(|one| numbers_a_paper(&one.label)) {
                    let rows = value.as_array().into_iter().flatten();
                    let cells = rows.filter_map(|row| key(row.get(&column.id)?.as_str()?));
                    found.extend(cells.map(|key| (key, format!("{}：{}", block.label, column.label))));
                }
            }
            _ => {}
        }
    }
    found
}

/// What an application handed in leaves, in place of what it left before. `files` are its files' contents by hash, with their names.
pub async fn leave(
    tx: &Tx,
    id: ApplicationId,
    form: Option<&Form>,
    content: &ApplicationContent,
    files: Vec<(String, String)>,
) -> Result<()> {
    trace::Entity::delete_many().filter(trace::Column::ApplicationId.eq(id)).exec(tx.conn()).await?;
    let files: BTreeMap<_, _> = files.into_iter().collect();
    let numbers = form.map(|form| numbers(form, content)).unwrap_or_default();
    let of = |kind| {
        move |(value, label): (String, String)| {
            let label = label.chars().take(200).collect();
            trace::Model { application_id: id, kind, value, label }.into_active_model().reset_all()
        }
    };
    let rows = numbers.into_iter().map(of(TraceKind::Number)).chain(files.into_iter().map(of(TraceKind::File)));
    let rows: Vec<_> = rows.take(MOST_TRACES).collect();
    if !rows.is_empty() {
        trace::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// What another application has in common with one.
pub struct Shared {
    pub other: application::Model,
    pub kind: TraceKind,
    /// Where it stands in this one.
    pub label: String,
}

/// Others that were handed in with the same, at most [`MOST_SHOWN`] of them, the newest of these first.
pub async fn shared(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<Shared>> {
    let own = trace::Entity::find().filter(trace::Column::ApplicationId.eq(id)).all(conn).await?;
    let values = |kind| own.iter().filter(move |one| one.kind == kind).map(|one| one.value.clone()).collect::<Vec<_>>();
    let of = |kind| trace::Column::Kind.eq(kind).and(trace::Column::Value.is_in(values(kind)));
    let same = Condition::any().add(of(TraceKind::File)).add(of(TraceKind::Number));
    let others = trace::Entity::find().filter(same).filter(trace::Column::ApplicationId.ne(id)).limit(MOST_SHOWN);
    let others = others.all(conn).await?;
    let rows = application::Entity::find()
        .filter(application::Column::Id.is_in(others.iter().map(|one| one.application_id)))
        .filter(application::Column::State.ne(ApplicationState::Draft))
        .all(conn)
        .await?;
    let mut found: Vec<Shared> = others
        .iter()
        .filter_map(|one| {
            let other = rows.iter().find(|row| row.id == one.application_id)?.clone();
            let label = own.iter().find(|mine| mine.kind == one.kind && mine.value == one.value)?.label.clone();
            Some(Shared { other, kind: one.kind, label })
        })
        .collect();
    found.sort_by(|a, b| b.other.submitted_at.cmp(&a.other.submitted_at).then(b.other.id.cmp(&a.other.id)));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_found_by_what_their_places_are_called() {
        let form: Form = serde_json::from_value(json!({"blocks": [
            {"id": "contract", "label": "设备采购合同编号", "input": {"text": {"max_length": 60}}},
            {"id": "name", "label": "项目名称", "input": {"text": {"max_length": 60}}},
            {"id": "bills", "label": "发票清单", "input": {"table": {"columns": [
                {"id": "no", "label": "发票号码", "input": {"text": {"max_length": 30}}},
                {"id": "what", "label": "内容", "input": {"text": {"max_length": 30}}}
            ]}}}
        ]}))
        .expect("a form");
        let values = json!({"contract": "HT-2026 0001", "name": "智能产线", "bills": [
            {"no": "2550 2000 0001", "what": "机床"}, {"no": "12", "what": "螺丝"}
        ]});
        let content = ApplicationContent { values: values.as_object().expect("values").clone(), ..Default::default() };
        let found: Vec<_> = numbers(&form, &content).into_iter().collect();
        let want = [("255020000001", "发票清单：发票号码"), ("HT20260001", "设备采购合同编号")];
        assert_eq!(found, want.map(|(key, label)| (key.to_owned(), label.to_owned())));
    }
}

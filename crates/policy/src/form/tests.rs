//! Sentences, prefilled values, and bounds; the verdicts themselves are in the fixtures.

use super::*;
use crate::{
    DefectCode, MOST_BYTES,
    catalogue::{Catalogue, Origin, Record},
};
use jinqiao_kernel::NaiveDate;
use serde_json::{Map, Value as Json, json};
use std::time::{Duration, Instant};

fn catalogue() -> Catalogue {
    let fields = json!([
        {"code": "company", "name": "企业名称", "kind": "text", "source": "profile", "origin": "register"},
        {"code": "debt_ratio", "name": "资产负债率", "kind": "rate", "source": {"finance": {"years_back": 0}}, "origin": "audit"},
        {"code": "size", "name": "企业规模", "kind": "choice", "source": "profile", "origin": "register",
         "options": [{"code": "s", "name": "小型"}, {"code": "m", "name": "中型"}]},
        {"code": "founded", "name": "成立日期", "kind": "date", "source": "profile", "origin": "register"},
    ]);
    Catalogue::new(serde_json::from_value(fields).expect("fields")).expect("a catalogue")
}

fn form(blocks: Json) -> ReadyForm {
    serde_json::from_value::<Form>(json!({ "blocks": blocks })).expect("a form").check(&catalogue()).expect("no fault")
}

fn today() -> NaiveDate {
    "2026-11-30".parse().expect("a day")
}

#[test]
fn sentences_name_block_row_and_column() {
    let form = form(json!([
        {"id": "costs", "label": "费用明细", "input": {"table": {"columns": [
            {"id": "amount", "label": "金额", "required": true, "input": {"money": {"max": 100}}}]}}},
        {"id": "plan", "label": "项目计划", "required": true, "input": {"long_text": {"min_length": 5, "max_length": 10}}},
        {"id": "begin", "label": "开始日期", "input": {"date": {"from": {"months": -1}}}},
        {"id": "rate", "label": "占比", "input": {"computed": {"formula": "1 / costs__rows", "kind": "number"}}}
    ]));
    let told = |values: Json| form.defects(&values, today()).into_iter().map(|one| one.text).collect::<Vec<_>>();
    assert_eq!(
        told(json!({"costs": [{}, {"amount": 101}], "plan": "四个字", "begin": "2026-10-29"})),
        [
            "“费用明细”第 1 行“金额”不能为空",
            "“费用明细”第 2 行“金额”不能大于 1 元",
            "“项目计划”至少 5 个字，现有 3 个字",
            "“开始日期”不能早于 2026-10-30"
        ]
    );
    assert_eq!(told(json!({"x": 1})), ["“项目计划”不能为空", "“占比”无法计算：除数为零", "“x”不是表单的内容"]);
}

#[test]
fn prefilled_values_say_from_where_and_fit_their_blocks() {
    let form = form(json!([
        {"id": "name", "label": "申请单位", "prefill": "company", "input": {"text": {"max_length": 6}}},
        {"id": "short", "label": "简称", "prefill": "company", "input": {"text": {"max_length": 2}}},
        {"id": "debt", "label": "资产负债率", "prefill": "debt_ratio", "input": {"number": {"decimals": 3, "unit": "%"}}},
        {"id": "size", "label": "规模", "prefill": "size", "input": {"choice": {"options": [{"code": "s", "name": "小型"}]}}},
        {"id": "size_words", "label": "规模", "prefill": "size", "input": {"text": {"max_length": 10}}},
        {"id": "founded", "label": "成立", "prefill": "founded", "input": {"date": {}}}
    ]));
    let figures: Map<String, Json> =
        serde_json::from_value(json!({"company": "金桥储能公司", "debt_ratio": 65_125, "size": "m"})).expect("figures");
    let record = Record::read(&catalogue(), &figures, Origin::Register, Some(today())).expect("a record");
    let found = form.prefill(&catalogue(), &record, today());
    let shown: Vec<_> = found.iter().map(|one| (one.block, one.value.clone())).collect();
    assert_eq!(shown, [("name", json!("金桥储能公司")), ("debt", json!(65.125)), ("size_words", json!("中型"))]);
    assert!(found.iter().all(|one| one.origin == Origin::Register && one.date == Some(today())));
}

/// A form and values as large as they may be, made to be slow.
#[test]
fn the_largest_form_with_hostile_values_is_checked_quickly() {
    let mut blocks = vec![json!({"id": "b0", "label": "起", "input": {"number": {}}})];
    for at in 1..140 {
        let before = format!("b{}", at - 1);
        let sum = vec![before.as_str(); 199].join("+");
        blocks.push(
            json!({"id": format!("b{at}"), "label": "算", "input": {"computed": {"formula": sum, "kind": "number"}}}),
        );
    }
    let columns: Vec<_> = (0..20)
        .map(|at| json!({"id": format!("c{at}"), "label": "列", "required": true, "input": {"money": {}}}))
        .collect();
    for at in 0..2 {
        blocks.push(json!({"id": format!("t{at}"), "label": "表", "input": {"table": {"columns": columns}}}));
    }
    let begin = Instant::now();
    let form = form(json!(blocks));
    let rows = vec![json!({}); 100];
    let answers = form.answers(&json!({"b0": 1, "t0": rows, "t1": rows}), today());
    assert_eq!(answers.defects.len(), MOST_DEFECTS, "as many as are told at once");
    let mut many = Map::new();
    for at in 0..20_000 {
        many.insert(format!("k{at}"), json!(0));
    }
    assert_eq!(form.defects(&Json::Object(many), today()).len(), MOST_DEFECTS);
    let long = json!({"b0": "0".repeat(MOST_BYTES)});
    assert_eq!(form.defects(&long, today())[0].code, DefectCode::TooBig);
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
}

//! Conditions, amounts and forms: `cargo bench -p jinqiao-policy`.

use divan::{Bencher, black_box};
use jinqiao_kernel::{Money, NaiveDate, Rate};
use jinqiao_policy::{
    catalogue::{Catalogue, Known, Origin, Record, Value},
    condition::{Condition, Requirement, Verdict},
    form::Form,
    standard::Standard,
};
use serde_json::{Map, Value as Json, json};

fn main() {
    divan::main();
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap_or_default()
}

fn catalogue() -> Catalogue {
    let options: Vec<_> = (0..20).map(|at| json!({"code": format!("t{at}"), "name": format!("资质{at}")})).collect();
    let field = |code: &str, name: &str, kind: &str| json!({"code": code, "name": name, "kind": kind, "source": "profile", "origin": "register"});
    let mut fields = vec![
        field("debt_ratio", "资产负债率", "rate"),
        field("revenue", "营业收入", "money"),
        field("rd_expense", "研发费用", "money"),
        field("staff", "从业人数", "count"),
        field("founded", "成立日期", "date"),
        field("first_loan", "首次贷款", "yes_no"),
        json!({"code": "titles", "name": "资质", "kind": "several", "source": "titles", "origin": "department", "complete": true, "options": options}),
        json!({"code": "risks", "name": "风险事项", "kind": "several", "source": "risks", "origin": "platform", "complete": true, "options": options}),
    ];
    fields.extend((0..12).map(|at| field(&format!("more{at}"), &format!("其他指标{at}"), "money")));
    Catalogue::new(serde_json::from_value(json!(fields)).expect("fields")).expect("a catalogue")
}

/// An item with seven conditions, each with other limits.
fn item(catalogue: &Catalogue, at: i64) -> Requirement {
    let condition: Condition = serde_json::from_value(json!({"all": [
        {"test": {"field": "debt_ratio", "op": "at_most", "value": 60_000 + at}},
        {"test": {"field": "revenue", "op": "between", "value": [100_000_000 + at, 40_000_000_000_i64]}},
        {"test": {"field": "founded", "op": "at_most", "value": {"months": -(12 + at % 24)}}},
        {"not": {"test": {"field": "risks", "op": "contains_any", "value": ["t1", "t2"]}}},
        {"any": [
            {"test": {"field": "titles", "op": "contains_any", "value": [format!("t{}", at % 20), "t19"]}},
            {"all": [
                {"test": {"field": "rd_expense", "op": "at_least", "value": 1_000_000 + at}},
                {"test": {"field": "staff", "op": "at_least", "value": 5 + at % 50}}
            ]}
        ]}
    ]}))
    .expect("a condition");
    condition.check(catalogue).expect("no fault")
}

/// An enterprise of whom most is known.
fn enterprise(catalogue: &Catalogue, at: i32) -> Record {
    let mut record = Record::new(catalogue);
    let titles = [format!("t{}", at % 20), format!("t{}", at % 7)];
    let mut set = |code: &str, value| {
        let key = catalogue.find(code).expect("a field");
        record.set(catalogue, key, Known { value, origin: Origin::Register, date: Some(day()) });
    };
    if at % 11 != 0 {
        set("debt_ratio", Value::Rate(Rate(30_000 + at % 50_000)));
    }
    set("revenue", Value::Money(Money(50_000_000 + i64::from(at) * 100_000)));
    set("rd_expense", Value::Money(Money(i64::from(at) * 1_000)));
    set("staff", Value::Count(i64::from(at % 100)));
    set("founded", Value::Date(day() - chrono::Days::new(u64::try_from(at % 3_000).unwrap_or_default())));
    set("titles", Value::Picked(titles.to_vec()));
    set("risks", Value::Picked(if at % 17 == 0 { vec!["t1".into()] } else { vec![] }));
    record
}

#[divan::bench]
fn verdicts_of_1000_items_for_an_enterprise(bencher: Bencher) {
    let catalogue = catalogue();
    let items: Vec<_> = (0..1_000).map(|at| item(&catalogue, at)).collect();
    let record = enterprise(&catalogue, 5_000);
    bencher.bench(|| {
        let record = black_box(&record);
        items.iter().filter(|item| item.verdict(record, day()) == Verdict::Holds).count()
    });
}

#[divan::bench]
fn reports_of_1000_items_for_an_enterprise(bencher: Bencher) {
    let catalogue = catalogue();
    let items: Vec<_> = (0..1_000).map(|at| item(&catalogue, at)).collect();
    let record = enterprise(&catalogue, 5_000);
    bencher.bench(|| items.iter().map(|item| item.report(black_box(&record), day()).parts.len()).sum::<usize>());
}

#[divan::bench(sample_count = 20)]
fn verdicts_of_an_item_for_100000_enterprises(bencher: Bencher) {
    let catalogue = catalogue();
    let records: Vec<_> = (0..100_000).map(|at| enterprise(&catalogue, at)).collect();
    let item = item(&catalogue, 3);
    bencher.bench(|| {
        let item = black_box(&item);
        records.iter().filter(|record| item.verdict(record, day()) == Verdict::Holds).count()
    });
}

#[divan::bench(sample_count = 20)]
fn reports_of_an_item_for_100000_enterprises(bencher: Bencher) {
    let catalogue = catalogue();
    let records: Vec<_> = (0..100_000).map(|at| enterprise(&catalogue, at)).collect();
    let item = item(&catalogue, 3);
    bencher.bench(|| {
        let item = black_box(&item);
        records.iter().map(|record| item.report(record, day()).missing.len()).sum::<usize>()
    });
}

#[divan::bench]
fn what_would_make_an_enterprise_eligible(bencher: Bencher) {
    let catalogue = catalogue();
    let (item, record) = (item(&catalogue, 3), enterprise(&catalogue, 17 * 11));
    bencher.bench(|| item.plan(black_box(&record), day()).steps.len());
}

#[divan::bench]
fn an_amount_with_its_trace(bencher: Bencher) {
    let catalogue = catalogue();
    let standard: Standard = serde_json::from_value(json!({
        "method": {"formula": "基数 = 0.02 × 营业收入 + 0.1 × 研发费用\n额度 = if(从业人数 >= 10, 基数, 0.5 × 基数)"},
        "cap": 50_000_000, "rounding": {"unit": 100, "direction": "down"}
    }))
    .expect("a standard");
    let amounts = standard.check(&catalogue).expect("no fault");
    let (record, typed) = (enterprise(&catalogue, 5_000), Map::new());
    bencher.bench(|| amounts.compute(black_box(&record), &typed).amount);
}

#[divan::bench]
fn answers_of_a_form_of_60_blocks_and_100_rows(bencher: Bencher) {
    let mut blocks: Vec<Json> = (0..59)
        .map(|at| json!({"id": format!("b{at}"), "label": format!("内容{at}"), "required": true, "input": {"text": {"max_length": 50}},
            "show_when": if at == 0 { Json::Null } else { json!({"test": {"field": format!("b{}", at - 1), "op": "exists"}}) }}))
        .collect();
    blocks.push(json!({"id": "costs", "label": "费用", "input": {"table": {"columns": [
        {"id": "item", "label": "名称", "required": true, "input": {"text": {"max_length": 50}}},
        {"id": "amount", "label": "金额", "required": true, "input": {"money": {"min": 1}}}]}}}));
    let form: Form = serde_json::from_value(json!({ "blocks": blocks })).expect("a form");
    let form = form.check(&catalogue()).expect("no fault");
    let mut values: Map<String, Json> = (0..59).map(|at| (format!("b{at}"), json!("填写的内容"))).collect();
    values.insert("costs".into(), Json::from(vec![json!({"item": "机床", "amount": 12_345}); 100]));
    let values = Json::Object(values);
    bencher.bench(|| form.answers(black_box(&values), day()).defects.len());
}

//! Sentences, reports and plans.

use super::*;
use crate::{
    FaultCode,
    catalogue::{Catalogue, Known, Origin, Record, Value},
};
use jinqiao_kernel::{NaiveDate, Rate};
use serde_json::{Map, Value as Json, json};

fn catalogue() -> Catalogue {
    let fields = json!([
        {"code": "debt_ratio", "name": "资产负债率", "kind": "rate", "source": {"finance": {"years_back": 0}}, "origin": "audit"},
        {"code": "revenue", "name": "营业收入", "kind": "money", "source": {"finance": {"years_back": 0}}, "origin": "tax"},
        {"code": "staff", "name": "从业人数", "kind": "count", "unit": "人", "source": "profile", "origin": "self_declared"},
        {"code": "founded", "name": "成立日期", "kind": "date", "source": "profile", "origin": "register"},
        {"code": "scope", "name": "经营范围", "kind": "text", "source": "profile", "origin": "register"},
        {"code": "size", "name": "企业规模", "kind": "choice", "source": "profile", "origin": "register",
         "options": [{"code": "s", "name": "小型"}, {"code": "m", "name": "中型"}]},
        {"code": "first_loan", "name": "从未获得过银行贷款", "kind": "yes_no", "source": "trades", "origin": "platform"},
        {"code": "titles", "name": "资质", "kind": "several", "source": "titles", "origin": "department",
         "options": [{"code": "h", "name": "高新技术企业"}, {"code": "z", "name": "专精特新企业"}]},
    ]);
    Catalogue::new(serde_json::from_value(fields).expect("fields")).expect("a catalogue")
}

fn requirement(json: Json) -> Requirement {
    serde_json::from_value::<Condition>(json).expect("a condition").check(&catalogue()).expect("no fault")
}

fn record(figures: Json) -> Record {
    let figures: Map<String, Json> = serde_json::from_value(figures).expect("an object");
    Record::read(&catalogue(), &figures, Origin::SelfDeclared, None).expect("figures")
}

fn today() -> NaiveDate {
    "2026-11-30".parse().expect("a day")
}

#[test]
fn sentences_are_made_both_ways_round() {
    for (field, op, value, yes, no) in [
        ("debt_ratio", "at_most", json!(70000), "资产负债率不高于 70%", "资产负债率高于 70%"),
        ("revenue", "at_least", json!(2_000_000_000_i64), "营业收入不低于 2,000 万元", "营业收入低于 2,000 万元"),
        ("staff", "between", json!([20, 300]), "从业人数在 20 人至 300 人之间", "从业人数不在 20 人至 300 人之间"),
        ("staff", "in", json!([1, 2]), "从业人数为下列之一：1 人、2 人", "从业人数不为下列任何一项：1 人、2 人"),
        (
            "founded",
            "at_most",
            json!({"months": -12}),
            "成立日期不晚于申请之日前 12 个月",
            "成立日期晚于申请之日前 12 个月",
        ),
        ("founded", "before", json!("2020-01-01"), "成立日期早于 2020-01-01", "成立日期不早于 2020-01-01"),
        (
            "founded",
            "within",
            json!({"days": 30, "side": "around", "of": "2026-06-30"}),
            "成立日期在 2026-06-30 前后 30 天内",
            "成立日期不在 2026-06-30 前后 30 天内",
        ),
        ("size", "equal", json!("s"), "企业规模为小型", "企业规模不为小型"),
        ("first_loan", "equal", json!(true), "从未获得过银行贷款", "不属于“从未获得过银行贷款”"),
        ("first_loan", "unequal", json!(true), "不属于“从未获得过银行贷款”", "从未获得过银行贷款"),
        ("first_loan", "equal", json!(false), "不属于“从未获得过银行贷款”", "从未获得过银行贷款"),
        ("size", "in", json!(["s", "m"]), "企业规模为下列之一：小型、中型", "企业规模不为下列任何一项：小型、中型"),
        ("titles", "contains_any", json!(["h"]), "资质包括高新技术企业", "资质不包括高新技术企业"),
        (
            "titles",
            "contains_any",
            json!(["h", "z"]),
            "资质包括下列至少一项：高新技术企业、专精特新企业",
            "资质不包括下列任何一项：高新技术企业、专精特新企业",
        ),
        (
            "titles",
            "contains_all",
            json!(["h", "z"]),
            "资质同时包括：高新技术企业、专精特新企业",
            "资质未同时包括：高新技术企业、专精特新企业",
        ),
        ("scope", "contains_any", json!(["软件"]), "经营范围含有“软件”", "经营范围不含“软件”"),
        ("scope", "exists", Json::Null, "已有经营范围", "没有经营范围"),
    ] {
        let test = json!({"test": {"field": field, "op": op, "value": value}});
        for (condition, want) in [(test.clone(), yes), (json!({ "not": test }), no)] {
            let requirement = requirement(condition);
            let report = requirement.report(&record(json!({})), today());
            let finding = report.parts.last().and_then(|part| part.finding.as_ref()).expect("a finding");
            assert_eq!(finding.sentence, want);
        }
    }
}

#[test]
fn a_report_tells_value_origin_day_evidence_and_distance() {
    let test = json!({"field": "debt_ratio", "op": "at_most", "value": 70000, "evidence": "上年度审计报告", "sentence": "负债率达标"});
    let requirement =
        requirement(json!({"all": [{"test": test}, {"not": {"test": {"field": "staff", "op": "less", "value": 20}}}]}));
    let catalogue = catalogue();
    let mut known = record(json!({"staff": 19}));
    let value = Value::Rate(Rate(75_000));
    let told = Known { value, origin: Origin::Audit, date: Some(today()) };
    assert!(known.set(&catalogue, catalogue.find("debt_ratio").expect("a field"), told));
    let report = requirement.report(&known, today());
    assert_eq!(report.verdict, Verdict::Fails);
    assert_eq!(report.sentence(), "不符合：负债率达标；从业人数不低于 20 人");
    let shown: Vec<_> = report.parts.iter().map(|part| (part.path, part.depth, part.part, part.verdict)).collect();
    assert_eq!(
        shown,
        [
            ("", 0, Part::All, Verdict::Fails),
            ("/all/0", 1, Part::Test, Verdict::Fails),
            ("/all/1", 1, Part::Not, Verdict::Fails),
            ("/all/1/not", 2, Part::Test, Verdict::Fails),
        ]
    );
    let finding = report.parts[1].finding.as_ref().expect("a finding");
    assert_eq!(
        (finding.evidence, finding.origin, finding.date),
        (Some("上年度审计报告"), Some(Origin::Audit), Some(today()))
    );
    assert_eq!(finding.distance, Some(Distance::Above(5_000)));
    assert_eq!(report.parts[3].finding.as_ref().map(|one| one.told.as_str()), Some("现为 19 人，还差 1 人"));
    let unknown = requirement.report(&record(json!({"staff": 20})), today()).sentence();
    assert_eq!(unknown, "无法判断，缺少：资产负债率");
}

#[test]
fn what_decides_nothing_is_not_held_against_anybody() {
    let either = json!({"any": [{"test": {"field": "staff", "op": "at_least", "value": 10}}, {"test": {"field": "revenue", "op": "exists"}}]});
    let requirement = requirement(json!({"all": [either, {"test": {"field": "size", "op": "equal", "value": "s"}}]}));
    let report = requirement.report(&record(json!({"staff": 1, "revenue": 0, "size": "m"})), today()).sentence();
    assert_eq!(report, "不符合：企业规模为小型");
}

#[test]
fn a_plan_says_what_to_fill_in_and_what_to_change() {
    let requirement = requirement(json!({"all": [
        {"test": {"field": "revenue", "op": "at_least", "value": 100_000_000}},
        {"test": {"field": "revenue", "op": "at_least", "value": 200_000_000}},
        {"test": {"field": "debt_ratio", "op": "at_most", "value": 70000}},
        {"any": [
            {"test": {"field": "titles", "op": "contains_any", "value": ["h"]}},
            {"test": {"field": "staff", "op": "at_least", "value": 10}}
        ]}
    ]}));
    let known = record(json!({"revenue": 50_000_000, "staff": 12}));
    let plan = requirement.plan(&known, today());
    let told: Vec<_> = plan.steps.iter().map(|step| step.told.as_str()).collect();
    assert_eq!(
        told,
        ["请补充资产负债率，要求：资产负债率不高于 70%", "营业收入现为 50 万元，要求：营业收入不低于 200 万元"],
        "missing first, of two limits the narrower, and nothing where one of two ways is open"
    );
}

#[test]
fn many_ways_are_bounded() {
    let pair = |field: &str| {
        json!({"any": [
            {"test": {"field": field, "op": "at_least", "value": 10}}, {"test": {"field": "debt_ratio", "op": "at_most", "value": 1}}
        ]})
    };
    let parts: Vec<_> = (0..49).map(|at| pair(if at % 2 == 0 { "staff" } else { "revenue" })).collect();
    let requirement = requirement(json!({ "all": parts }));
    let plan = requirement.plan(&record(json!({"staff": 1, "revenue": 1})), today());
    assert_eq!(plan.steps.iter().map(|step| step.field).collect::<Vec<_>>(), ["debt_ratio"]);
}

#[test]
fn too_many_parts_are_refused_once_with_the_place() {
    let test = json!({"test": {"field": "staff", "op": "at_least", "value": 1}});
    let condition: Condition = serde_json::from_value(json!({ "all": vec![test; 100_000] })).expect("a condition");
    let faults = condition.check(&catalogue()).map(|_| ()).expect_err("too many");
    let [fault] = faults.as_slice() else { panic!("{} faults", faults.len()) };
    assert_eq!((fault.path.as_str(), fault.code), ("/all/199", FaultCode::TooMany));
}

#[test]
fn definitions_are_read_with_the_place_of_what_is_wrong() {
    for (text, path, words) in [
        (r#"{"all": [{"test": {"field": "a", "op": "equal", "x": 1}}]}"#, "/all/0/test/x", "不能识别“x”"),
        (r#"{"all": [{"tests": {}}]}"#, "/all/0", "不能识别“tests”"),
        (r#"{"test": {"field": "a"}}"#, "/test", "缺少“op”"),
        (r#"{"test": {"field": 1, "op": "equal"}}"#, "/test/field", "此处的格式有误，不能识别"),
        (r#"{"not": {"any": []}} x"#, "", "定义之后还有多余的内容"),
        ("{", "", "此处的格式有误，不能识别"),
    ] {
        let faults = crate::read::<Condition>(text).expect_err(text);
        assert_eq!((faults[0].path.as_str(), faults[0].text.as_str()), (path, words), "{text}");
    }
    assert_eq!(crate::read::<Condition>(&" ".repeat(300_000)).expect_err("long")[0].code, FaultCode::TooLong);
    let deep = format!("{}1{}", r#"{"not":"#.repeat(20_000), "}".repeat(20_000));
    assert_eq!(crate::read::<Condition>(&deep).expect_err("deep")[0].code, FaultCode::Malformed);
}

//! Amounts with their traces, and what is refused.

use super::*;
use crate::{
    DefectCode, FaultCode,
    catalogue::{Catalogue, Origin, Record},
};
use jinqiao_kernel::Money;
use serde_json::{Map, Value as Json, json};

fn catalogue() -> Catalogue {
    let fields = json!([
        {"code": "interest_paid", "name": "实付利息", "kind": "money", "source": "trades", "origin": "platform"},
        {"code": "disbursed", "name": "平台放款金额", "kind": "money", "source": "trades", "origin": "platform"},
        {"code": "loan_rate", "name": "贷款利率", "kind": "rate", "source": "trades", "origin": "platform"},
        {"code": "staff", "name": "从业人数", "kind": "count", "unit": "人", "source": "profile", "origin": "self_declared"},
        {"code": "first_loan", "name": "首次贷款", "kind": "yes_no", "source": "trades", "origin": "platform"},
        {"code": "scope", "name": "经营范围", "kind": "text", "source": "profile", "origin": "register"},
    ]);
    Catalogue::new(serde_json::from_value(fields).expect("fields")).expect("a catalogue")
}

fn object(json: Json) -> Map<String, Json> {
    serde_json::from_value(json).expect("an object")
}

fn amounts(json: Json) -> Amounts {
    serde_json::from_value::<Standard>(json).expect("a standard").check(&catalogue()).expect("no fault")
}

fn record(figures: Json) -> Record {
    let day = "2026-06-30".parse().ok();
    Record::read(&catalogue(), &object(figures), Origin::Platform, day).expect("figures")
}

fn amount(standard: Json, figures: Json) -> Option<i64> {
    amounts(standard).compute(&record(figures), &Map::new()).amount.map(|money| money.0)
}

#[test]
fn a_formula_is_traced_in_words_and_figures() {
    let standard = amounts(json!({
        "method": {"formula": "贴息 = 0.5 × 实付利息\n额度 = if(first_loan == 1, 贴息 × 1.2, 贴息)"},
        "cap": 10_000_000, "rounding": {"unit": 100, "direction": "down"}
    }));
    let known = record(json!({"interest_paid": 12_345_678, "first_loan": true}));
    let found = standard.compute(&known, &Map::new());
    assert_eq!((found.state, found.amount), (State::Computed, Some(Money(7_407_400))));
    let told: Vec<_> = found.steps.iter().map(|step| format!("{}：{}", step.name, step.text)).collect();
    assert_eq!(
        told,
        [
            "数据：首次贷款：是（平台记录，2026-06-30）",
            "数据：实付利息：123,456.78 元（平台记录，2026-06-30）",
            "贴息：0.5 × 实付利息 = 0.5 × 12.345678 = 6.172839",
            "额度：if(首次贷款 == 1, 贴息 × 1.2, 贴息) = if(1 == 1, 6.172839 × 1.2, 6.172839) = 7.407407",
            "取整：以 1 元为单位，舍去不足部分，得 74,074 元",
            "结果：74,074 元",
        ]
    );
}

#[test]
fn what_is_missing_is_named_once_and_never_zero() {
    let standard = amounts(json!({"method": {"formula": "额度 = interest_paid + 实付利息 + disbursed"}}));
    let known = record(json!({"disbursed": 0}));
    let found = standard.compute(&known, &Map::new());
    assert_eq!((found.state, found.amount), (State::Unknown, None));
    assert_eq!(found.missing.iter().map(|one| one.name).collect::<Vec<_>>(), ["实付利息"]);
    let zero = record(json!({"disbursed": 0, "interest_paid": 0}));
    assert_eq!(standard.compute(&zero, &Map::new()).amount, Some(Money(0)));
}

#[test]
fn a_division_by_zero_has_no_amount() {
    let standard = amounts(json!({"method": {"formula": "额度 = 1 / disbursed"}}));
    let known = record(json!({"disbursed": 0}));
    let found = standard.compute(&known, &Map::new());
    assert_eq!((found.state, found.amount), (State::Impossible, None));
    assert_eq!(found.steps.last().map(|step| step.text.as_str()), Some("无法计算：第 8 个字符处：除数为零"));
}

#[test]
fn cap_floor_and_rounding() {
    let of = |rest: Json| {
        let mut standard = object(json!({"method": {"formula": "额度 = interest_paid"}}));
        standard.append(&mut object(rest));
        Json::Object(standard)
    };
    let floor = |below: &str| of(json!({"floor": {"amount": 1000, "below": below}, "cap": 5000}));
    let unit = |direction: &str| of(json!({"rounding": {"unit": 100, "direction": direction}, "cap": 5050}));
    for (standard, fen, want) in [
        (floor("nothing"), 999, 0),
        (floor("floor"), 999, 1000),
        (floor("nothing"), 1000, 1000),
        (floor("floor"), 0, 0),
        (floor("floor"), -5, 0),
        (floor("floor"), 5001, 5000),
        (unit("down"), 199, 100),
        (unit("nearest"), 149, 100),
        (unit("nearest"), 150, 200),
        (unit("up"), 101, 200),
        (unit("up"), 100, 100),
        (unit("up"), 5_049, 5_050),
    ] {
        assert_eq!(amount(standard.clone(), json!({ "interest_paid": fen })), Some(want), "{standard} {fen}");
    }
}

#[test]
fn tiers_reach_or_add_up() {
    let tiers = |mode: &str| {
        json!({"method": {"tiers": {"by": "disbursed", "mode": mode, "tiers": [
            {"from": 0, "to": 100_000_000, "pays": {"rate": 1_000}},
            {"from": 100_000_000, "to": 500_000_000, "pays": {"rate": 2_000}},
            {"from": 500_000_000, "pays": {"fixed": 7_777}}
        ]}}})
    };
    for (mode, fen, want) in [
        ("reached", 99_999_999, 1_000_000),
        ("reached", 100_000_000, 2_000_000),
        ("reached", 500_000_000, 7_777),
        ("slices", 99_999_999, 1_000_000),
        ("slices", 100_000_000, 1_000_000),
        ("slices", 100_000_050, 1_000_001),
        ("slices", 600_000_000, 1_000_000 + 8_000_000 + 7_777),
        ("slices", 0, 0),
    ] {
        assert_eq!(amount(tiers(mode), json!({ "disbursed": fen })), Some(want), "{mode} {fen}");
    }
    let standard = amounts(tiers("slices"));
    let known = record(json!({"disbursed": 150_000_000}));
    let told: Vec<_> = standard.compute(&known, &Map::new()).steps.into_iter().map(|step| step.text).collect();
    assert_eq!(
        told[1..],
        [
            "0 万元至 100 万元（不含）：100 万元 × 1% = 1 万元",
            "100 万元至 500 万元（不含）：50 万元 × 2% = 1 万元",
            "2 万元"
        ]
    );
    let by_staff = json!({"method": {"tiers": {"by": "从业人数", "of": "实付利息", "mode": "reached", "tiers": [
        {"from": 10, "to": 20, "pays": {"rate": 50_000}}]}}});
    assert_eq!(amount(by_staff.clone(), json!({"staff": 10, "interest_paid": 101})), Some(51), "halves of a fen go up");
    assert_eq!(
        amount(by_staff, json!({"staff": 20, "interest_paid": 101})),
        Some(0),
        "beyond the last tier nothing is paid"
    );
}

#[test]
fn typed_figures_are_read_by_type_and_range() {
    let standard = amounts(json!({
        "figures": [{"name": "equipment", "label": "设备投资额", "kind": "money", "min": 0, "max": 1_000_000_000},
                    {"name": "share", "label": "补助比例", "kind": "number", "max": 1}],
        "method": {"formula": "额度 = equipment × share"}
    }));
    let known = record(json!({}));
    let compute = |typed: Json| standard.compute(&known, &object(typed));
    assert_eq!(compute(json!({"equipment": 1_000, "share": 0.25})).amount, Some(Money(250)));
    assert_eq!(
        compute(json!({"equipment": "", "share": 1})).missing.iter().map(|m| m.field).collect::<Vec<_>>(),
        ["equipment"]
    );
    let refused = compute(json!({"equipment": -1, "share": 1.5}));
    assert_eq!(refused.state, State::Refused);
    let told: Vec<_> = refused.defects.iter().map(|one| (one.path.as_str(), one.code, one.text.as_str())).collect();
    assert_eq!(
        told,
        [
            ("/equipment", DefectCode::TooSmall, "“设备投资额”不能小于 0 万元"),
            ("/share", DefectCode::TooLarge, "“补助比例”不能大于 1")
        ]
    );
    assert_eq!(compute(json!({"equipment": "x", "share": 1})).defects[0].code, DefectCode::WrongType);
}

#[test]
fn faults_are_told_with_their_places() {
    use FaultCode::{BadFormula, BadName, Empty, OutOfRange, Taken, UnknownField, WrongKind, WrongOrder};
    let tier = |from: i64, to: i64| json!({"from": from, "to": to, "pays": {"fixed": 1}});
    for (standard, want) in [
        (json!({"method": {"formula": "额度 = 利息"}}), vec![("/method/formula", BadFormula)]),
        (json!({"method": {"formula": ""}}), vec![("/method/formula", Empty), ("/method/formula", BadFormula)]),
        (json!({"method": {"formula": "额度 = 经营范围"}}), vec![("/method/formula", WrongKind)]),
        (json!({"method": {"formula": "额度 = 1"}, "cap": -1}), vec![("/cap", OutOfRange)]),
        (
            json!({"method": {"formula": "额度 = 1"}, "cap": 5, "floor": {"amount": 6, "below": "floor"}}),
            vec![("/cap", WrongOrder)],
        ),
        (
            json!({"method": {"formula": "额度 = 1"}, "rounding": {"unit": 0, "direction": "up"}}),
            vec![("/rounding/unit", OutOfRange)],
        ),
        (
            json!({"method": {"formula": "额度 = 1"}, "figures": [
                {"name": "Max", "label": "甲", "kind": "count"}, {"name": "staff", "label": "", "kind": "count", "min": 2, "max": 1}]}),
            vec![
                ("/figures/0/name", BadName),
                ("/figures/1/label", Empty),
                ("/figures/1/max", WrongOrder),
                ("/figures/1/name", Taken),
            ],
        ),
        (
            json!({"method": {"tiers": {"by": "profit", "mode": "reached", "tiers": []}}}),
            vec![("/method/tiers/by", UnknownField), ("/method/tiers/tiers", Empty)],
        ),
        (
            json!({"method": {"tiers": {"by": "staff", "mode": "reached", "tiers": [tier(5, 10), tier(9, 9)]}}}),
            vec![("/method/tiers/tiers/1/to", WrongOrder), ("/method/tiers/tiers/1/from", WrongOrder)],
        ),
        (
            json!({"method": {"tiers": {"by": "staff", "mode": "reached", "tiers": [{"from": 0, "pays": {"rate": 5}}]}}}),
            vec![("/method/tiers/tiers/0/pays/rate", WrongKind)],
        ),
    ] {
        let read: Standard = serde_json::from_value(standard.clone()).expect("a standard");
        let faults = read.check(&catalogue()).map(|_| ()).expect_err("a fault");
        let found: Vec<_> = faults.iter().map(|fault| (fault.path.as_str(), fault.code)).collect();
        assert_eq!(found, want, "{standard}");
    }
}

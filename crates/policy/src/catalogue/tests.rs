//! Which fields may be, and what is read as a value.

use super::*;
use crate::{Decimal, DefectCode};
use jinqiao_kernel::{Money, Rate};
use serde_json::{Map, Value as Json, json};

fn field(kind: &str, rest: Json) -> Field {
    let mut field: Map<String, Json> = serde_json::from_value(
        json!({"code": "a", "name": "指标", "kind": kind, "source": "profile", "origin": "tax"}),
    )
    .expect("an object");
    field.extend(serde_json::from_value::<Map<String, Json>>(rest).expect("an object"));
    serde_json::from_value(Json::Object(field)).expect("a field")
}

fn options() -> Json {
    json!({"options": [{"code": "p", "name": "甲"}, {"code": "q", "name": "乙"}]})
}

#[test]
fn faults_of_a_catalogue_are_told_with_their_places() {
    let bad = |rest: Json| field("count", rest);
    for (fields, path, code) in [
        (vec![bad(json!({"code": "Ab"}))], "/0/code", FaultCode::BadName),
        (vec![bad(json!({"code": "if"}))], "/0/code", FaultCode::BadName),
        (vec![bad(json!({"code": "a__b"}))], "/0/code", FaultCode::BadName),
        (vec![bad(json!({})), bad(json!({}))], "/1/code", FaultCode::Taken),
        (vec![bad(json!({"name": " "}))], "/0/name", FaultCode::Empty),
        (vec![bad(json!({"unit": "字".repeat(21)}))], "/0/unit", FaultCode::TooLong),
        (vec![bad(options())], "/0/options", FaultCode::NotApplicable),
        (vec![field("choice", json!({}))], "/0/options", FaultCode::Empty),
        (
            vec![field("several", json!({"options": [{"code": "p", "name": "甲"}, {"code": "p", "name": "乙"}]}))],
            "/0/options/1/code",
            FaultCode::Taken,
        ),
        (vec![bad(json!({})); MOST_FIELDS + 1], "", FaultCode::TooMany),
    ] {
        let faults = Catalogue::new(fields).map(|_| ()).expect_err(path);
        let found: Vec<_> = faults.iter().map(|fault| (fault.path.as_str(), fault.code)).collect();
        assert_eq!(found, [(path, code)]);
    }
    let many = (0..MOST_FIELDS).map(|at| bad(json!({ "code": format!("a{at}") }))).collect();
    assert_eq!(Catalogue::new(many).expect("as many as may be").len(), MOST_FIELDS);
}

#[test]
fn nothing_and_blanks_are_no_value_and_zero_is_one() {
    let day = |text: &str| Value::Date(text.parse().expect("a day"));
    let picked = |codes: &[&str]| Value::Picked(codes.iter().map(|code| (*code).to_owned()).collect());
    let listed = || field("several", options());
    let mut complete = listed();
    complete.complete = true;
    for (field, json, want) in [
        (field("money", json!({})), json!(0), Ok(Some(Value::Money(Money(0))))),
        (field("money", json!({})), json!(1.5), Err(DefectCode::WrongType)),
        (field("money", json!({})), json!(i64::MAX), Err(DefectCode::WrongType)),
        (field("rate", json!({})), json!(-4_250), Ok(Some(Value::Rate(Rate(-4_250))))),
        (field("rate", json!({})), json!(3_000_000_000_i64), Err(DefectCode::WrongType)),
        (field("number", json!({})), json!(0.5), Ok(Decimal::of_millionths(500_000).map(Value::Number))),
        (field("number", json!({})), json!("0.5"), Err(DefectCode::WrongType)),
        (field("count", json!({})), json!(0), Ok(Some(Value::Count(0)))),
        (field("count", json!({})), json!(-1), Err(DefectCode::WrongType)),
        (field("date", json!({})), json!(" 2028-02-29 "), Ok(Some(day("2028-02-29")))),
        (field("date", json!({})), json!("2027-02-29"), Err(DefectCode::BadDate)),
        (field("date", json!({})), json!("1899-12-31"), Err(DefectCode::BadDate)),
        (field("yes_no", json!({})), json!(false), Ok(Some(Value::YesNo(false)))),
        (field("yes_no", json!({})), json!(0), Err(DefectCode::WrongType)),
        (field("choice", options()), json!(" q "), Ok(Some(picked(&["q"])))),
        (field("choice", options()), json!("x"), Err(DefectCode::NotAnOption)),
        (listed(), json!(["q", "", "p", "q"]), Ok(Some(picked(&["p", "q"])))),
        (listed(), json!([]), Ok(None)),
        (listed(), json!([""]), Ok(None)),
        (complete.clone(), json!([]), Ok(Some(picked(&[])))),
        (complete.clone(), json!([""]), Ok(None)),
        (complete, json!("p"), Err(DefectCode::WrongType)),
        (field("text", json!({})), json!(" 软件 "), Ok(Some(Value::Text("软件".into())))),
        (field("text", json!({})), json!("字".repeat(20_001)), Err(DefectCode::TooLong)),
    ] {
        let found = field.read(&json).map_err(|wrong| wrong.0);
        assert_eq!(found, want, "{:?} {json}", field.kind);
        for blank in [Json::Null, json!(""), json!(" \u{3000}")] {
            assert_eq!(field.read(&blank), Ok(None), "{:?}", field.kind);
        }
    }
}

#[test]
fn a_record_takes_values_of_the_right_type_only() {
    let catalogue = Catalogue::new(vec![field("count", json!({}))]).expect("a catalogue");
    let key = catalogue.find("a").expect("a field");
    let mut record = Record::new(&catalogue);
    let known = |value| Known { value, origin: Origin::Tax, date: None };
    for value in [Value::Count(-1), Value::Money(Money(1)), Value::Text("1".into())] {
        assert!(!record.set(&catalogue, key, known(value)));
        assert_eq!(record.get(key), None);
    }
    assert!(record.set(&catalogue, key, known(Value::Count(1))));
    assert!(!record.set(&catalogue, Key(1), known(Value::Count(1))), "no such field");
    let typed: Map<String, Json> = serde_json::from_value(json!({"a": "x", "b/c": 1})).expect("an object");
    let defects = Record::read(&catalogue, &typed, Origin::SelfDeclared, None).expect_err("two defects");
    let told: Vec<_> = defects.iter().map(|one| (one.path.as_str(), one.code, one.text.as_str())).collect();
    assert_eq!(
        told,
        [("/a", DefectCode::WrongType, "“指标”应为不小于零的整数"), ("/b~1c", DefectCode::Unknown, "没有这项指标")]
    );
}

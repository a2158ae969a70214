//! What holds for all conditions, amounts and forms.

use jinqiao_policy::{
    catalogue::{Catalogue, Field, Kind, Known, Origin, Record, Value},
    condition::{Condition, Distance, Verdict},
    form::Form,
    standard::Standard,
};
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};

fn day() -> chrono::NaiveDate {
    "2026-11-30".parse().expect("a day")
}

/// Three counts, a yes or no, and a list.
fn catalogue() -> Catalogue {
    let count =
        |code: &str| json!({"code": code, "name": code, "kind": "count", "source": "profile", "origin": "platform"});
    let fields = json!([
        count("a"),
        count("b"),
        count("c"),
        {"code": "y", "name": "y", "kind": "yes_no", "source": "profile", "origin": "platform"},
        {"code": "l", "name": "l", "kind": "several", "source": "profile", "origin": "platform", "complete": true,
         "options": [{"code": "p", "name": "p"}, {"code": "q", "name": "q"}]},
    ]);
    Catalogue::new(serde_json::from_value(fields).expect("fields")).expect("a catalogue")
}

fn test() -> impl Strategy<Value = Json> {
    let ops = ["equal", "unequal", "less", "at_most", "more", "at_least"];
    prop_oneof![
        (prop::sample::select(vec!["a", "b", "c"]), prop::sample::select(ops.to_vec()), 0..6_i64)
            .prop_map(|(field, op, value)| json!({"test": {"field": field, "op": op, "value": value}})),
        (0..4_i64, 0..4_i64).prop_map(|(x, y)| json!({"test": {"field": "a", "op": "between", "value": [x, x + y]}})),
        any::<bool>().prop_map(|yes| json!({"test": {"field": "y", "op": "equal", "value": yes}})),
        prop::sample::select(vec!["contains_any", "contains_all"])
            .prop_map(|op| json!({"test": {"field": "l", "op": op, "value": ["p", "q"]}})),
        prop::sample::select(vec!["a", "l"]).prop_map(|field| json!({"test": {"field": field, "op": "exists"}})),
    ]
}

fn condition() -> impl Strategy<Value = Json> {
    test().prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| json!({ "all": parts })),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| json!({ "any": parts })),
            inner.prop_map(|part| json!({ "not": part })),
        ]
    })
}

/// Limits of counts that some count within 0 to 6 keeps, and that another breaks.
fn limits() -> impl Strategy<Value = Json> {
    let ops = prop::sample::select(vec!["less", "at_most", "more", "at_least"]);
    let test = (prop::sample::select(vec!["a", "b", "c"]), ops, 1..6_i64)
        .prop_map(|(field, op, value)| json!({"test": {"field": field, "op": op, "value": value}}));
    test.prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| json!({ "all": parts })),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| json!({ "any": parts })),
            inner.prop_map(|part| json!({ "not": part })),
        ]
    })
}

/// What is known of each field, if anything.
fn figures() -> impl Strategy<Value = [Json; 5]> {
    let count = || prop::option::of(0..6_i64).prop_map(|count| json!(count));
    let list = prop::option::of(prop::sample::subsequence(vec!["p", "q"], 0..=2)).prop_map(|list| json!(list));
    (count(), count(), count(), prop::option::of(any::<bool>()).prop_map(|yes| json!(yes)), list)
        .prop_map(|(a, b, c, y, l)| [a, b, c, y, l])
}

fn record(catalogue: &Catalogue, figures: &[Json]) -> Record {
    let names = ["a", "b", "c", "y", "l"].map(str::to_owned);
    let figures: Map<String, Json> = names.into_iter().zip(figures.iter().cloned()).collect();
    Record::read(catalogue, &figures, Origin::Platform, None).expect("figures")
}

fn verdict() -> impl Strategy<Value = Verdict> {
    prop::sample::select(vec![Verdict::Holds, Verdict::Fails, Verdict::Unknown])
}

fn json_of_any_shape() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "[a-z甲乙 \n\u{7}]{0,8}".prop_map(Json::from),
        Just(json!("2026-02-29")),
        Just(json!("x")),
    ];
    let name =
        prop_oneof!["[a-z]{1,2}", prop::sample::select(vec!["t", "c", "d", "n", "m", "x"]).prop_map(str::to_owned)];
    leaf.prop_recursive(4, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
            prop::collection::vec((name.clone(), inner), 0..6)
                .prop_map(|parts| Json::Object(parts.into_iter().collect())),
        ]
    })
}

/// A form of every kind of block, with short names so that values made at random meet them.
fn form() -> jinqiao_policy::form::ReadyForm {
    let choice = json!([{"code": "x", "name": "x"}, {"code": "y", "name": "y"}]);
    let blocks = json!([
        {"id": "h", "label": "标题", "input": "heading"},
        {"id": "a", "label": "甲", "required": true, "input": {"text": {"max_length": 5}}},
        {"id": "b", "label": "乙", "input": {"long_text": {"min_length": 2, "max_length": 8}}},
        {"id": "n", "label": "数", "input": {"number": {"min": -5, "decimals": 2}}},
        {"id": "m", "label": "钱", "required": true, "input": {"money": {"min": 0}}},
        {"id": "d", "label": "日", "input": {"date": {"to": {}}}},
        {"id": "o", "label": "选", "input": {"choice": {"options": choice}}},
        {"id": "s", "label": "多选", "input": {"several": {"options": choice}}},
        {"id": "f", "label": "文件", "input": {"file": {"max": 2}}},
        {"id": "p", "label": "承诺", "input": {"statement": {"text": "同意"}}},
        {"id": "t", "label": "表", "show_when": {"not": {"test": {"field": "o", "op": "equal", "value": "x"}}}, "input": {"table": {"columns": [
            {"id": "c", "label": "列", "required": true, "input": {"number": {}}},
            {"id": "d", "label": "日", "input": {"date": {}}}]}}},
        {"id": "k", "label": "合计", "input": {"computed": {"formula": "t__c / (n + t__rows)", "kind": "number"}}},
        {"id": "w", "label": "说明", "required": true, "show_when": {"any": [
            {"test": {"field": "k", "op": "more", "value": 1}}, {"test": {"field": "f", "op": "at_least", "value": 1}}]},
         "input": {"text": {"max_length": 5}}}
    ]);
    let form: Form = serde_json::from_value(json!({ "blocks": blocks })).expect("a form");
    form.check(&catalogue()).expect("no fault")
}

/// Values of the form's blocks, right and wrong.
fn answers() -> impl Strategy<Value = Json> {
    let some = |right: Vec<Json>| prop_oneof![3 => prop::sample::select(right), 1 => json_of_any_shape()];
    let row = (some(vec![json!(1), json!(30)]), some(vec![json!("2026-01-01"), json!("")]));
    let rows = prop::collection::vec(row.prop_map(|(c, d)| json!({"c": c, "d": d})), 0..4).prop_map(Json::from);
    let id = json!(["0198f0c4-7a1e-7000-8000-000000000001"]);
    (
        (some(vec![json!(" 甲 "), json!("乙")]), some(vec![json!("第一\r\n二"), json!(null)]), some(vec![json!(1.25), json!(-1)])),
        (some(vec![json!(0), json!(100)]), some(vec![json!("2026-11-30"), json!("2026-12-01")])),
        (some(vec![json!("x"), json!("y"), json!("")]), some(vec![json!(["y"]), json!([])]), some(vec![json!([]), id])),
        (some(vec![json!(true), json!(false)]), rows, some(vec![json!("说明"), json!(null)])),
    )
        .prop_map(|((a, b, n), (m, d), (o, s, f), (p, t, w))| {
            json!({"a": a, "b": b, "n": n, "m": m, "d": d, "o": o, "s": s, "f": f, "p": p, "t": t, "w": w})
        })
}

proptest! {
    #[test]
    fn verdicts_keep_the_laws_of_kleene(x in verdict(), y in verdict(), z in verdict()) {
        let (all, any) = (|a, b| Verdict::all([a, b]), |a, b| Verdict::any([a, b]));
        prop_assert_eq!(!!x, x);
        prop_assert_eq!(all(x, y), all(y, x));
        prop_assert_eq!(any(x, y), any(y, x));
        prop_assert_eq!(all(x, all(y, z)), Verdict::all([x, y, z]));
        prop_assert_eq!(any(x, any(y, z)), Verdict::any([x, y, z]));
        prop_assert_eq!(!all(x, y), any(!x, !y));
        prop_assert_eq!(!any(x, y), all(!x, !y));
        prop_assert_eq!(all(x, any(y, z)), any(all(x, y), all(x, z)));
        prop_assert_eq!(any(x, all(x, y)), x);
        prop_assert_eq!(all(x, any(x, y)), x);
        prop_assert_eq!((all(x, x), any(x, x)), (x, x));
        prop_assert_eq!((all(x, Verdict::Fails), any(x, Verdict::Holds)), (Verdict::Fails, Verdict::Holds));
    }

    #[test]
    fn what_is_decided_stays_decided_whatever_becomes_known(json in condition(), figures in figures(), others in figures()) {
        let catalogue = catalogue();
        let condition: Condition = serde_json::from_value(json).expect("a condition");
        let Ok(requirement) = condition.check(&catalogue) else { return Ok(()) };
        let before = requirement.verdict(&record(&catalogue, &figures), day());
        let more: Vec<_> =
            figures.iter().zip(&others).map(|(one, other)| if one.is_null() { other.clone() } else { one.clone() }).collect();
        let after = requirement.verdict(&record(&catalogue, &more), day());
        prop_assert!(before == Verdict::Unknown || before == after);
    }

    #[test]
    fn report_and_plan_agree_with_the_verdict(json in condition(), figures in figures()) {
        let catalogue = catalogue();
        let condition: Condition = serde_json::from_value(json).expect("a condition");
        let Ok(requirement) = condition.check(&catalogue) else { return Ok(()) };
        let record = record(&catalogue, &figures);
        let verdict = requirement.verdict(&record, day());
        let report = requirement.report(&record, day());
        prop_assert_eq!(report.verdict, verdict);
        prop_assert_eq!(report.parts[0].verdict, verdict);
        prop_assert_eq!(report.missing.is_empty(), verdict != Verdict::Unknown);
        for part in report.parts.iter().filter_map(|part| part.finding.as_ref()) {
            prop_assert!(part.distance.is_none() || part.value.is_some());
        }
        let plan = requirement.plan(&record, day());
        if plan.possible && verdict != Verdict::Holds {
            prop_assert!(!plan.steps.is_empty());
        }
        if verdict == Verdict::Holds {
            prop_assert!(plan.possible && plan.steps.is_empty());
        }
        prop_assert!(plan.steps.is_sorted_by_key(|step| !step.missing));
    }

    #[test]
    fn no_way_is_shorter_than_the_plan(json in limits(), figures in prop::collection::vec(prop::option::of(0..6_i64), 3)) {
        let catalogue = catalogue();
        let condition: Condition = serde_json::from_value(json).expect("a condition");
        let requirement = condition.check(&catalogue).expect("no fault");
        let known = |values: &[Option<i64>]| {
            record(&catalogue, &values.iter().map(|value| json!(value)).chain([Json::Null, Json::Null]).collect::<Vec<_>>())
        };
        // Every record there is, with how many figures it changes and how many it fills in.
        let all = || std::iter::once(None).chain((0..=6).map(Some));
        let records = all().flat_map(|a| all().flat_map(move |b| all().map(move |c| [a, b, c])));
        let costs = records.filter_map(|other| {
            let differ: Vec<_> = figures.iter().zip(&other).filter(|(was, is)| was != is).collect();
            let forgets = differ.iter().any(|(_, is)| is.is_none());
            let holds = !forgets && requirement.verdict(&known(&other), day()) == Verdict::Holds;
            holds.then(|| (differ.iter().filter(|(was, _)| was.is_some()).count(), differ.iter().filter(|(was, _)| was.is_none()).count()))
        });
        let first = known(&figures);
        let plan = requirement.plan(&first, day());
        let cost = (plan.steps.iter().filter(|step| !step.missing).count(), plan.steps.iter().filter(|step| step.missing).count());
        prop_assert_eq!(plan.possible.then_some(cost), costs.min());
    }

    #[test]
    fn a_test_holds_once_the_value_has_moved_by_the_distance(value in -50..50_i64, limit in -50..50_i64, op in 0..6_usize, not in any::<bool>()) {
        let field = json!([{"code": "m", "name": "m", "kind": "money", "source": "profile", "origin": "platform"}]);
        let catalogue = Catalogue::new(serde_json::from_value(field).expect("fields")).expect("a catalogue");
        let key = catalogue.find("m").expect("a field");
        let op = ["equal", "less", "at_most", "more", "at_least", "between"][op];
        let operand = if op == "between" { json!([limit, limit + 20]) } else { json!(limit) };
        let test = json!({"test": {"field": "m", "op": op, "value": operand}});
        let condition: Condition = serde_json::from_value(if not { json!({ "not": test }) } else { test }).expect("a condition");
        let requirement = condition.check(&catalogue).expect("no fault");
        let verdict = |value: i64| {
            let mut record = Record::new(&catalogue);
            let value = Value::Money(jinqiao_kernel::Money(value));
            assert!(record.set(&catalogue, key, Known { value, origin: Origin::Platform, date: None }));
            (requirement.verdict(&record, day()), record)
        };
        let (found, record) = verdict(value);
        let report = requirement.report(&record, day());
        let distance = report.parts.last().and_then(|part| part.finding.as_ref()?.distance.clone());
        match distance {
            None => prop_assert_eq!(found, Verdict::Holds),
            Some(Distance::Above(by)) => {
                prop_assert_eq!((verdict(value - by).0, verdict(value - by + 1).0), (Verdict::Holds, Verdict::Fails));
            }
            Some(Distance::Below(by)) => {
                prop_assert_eq!((verdict(value + by).0, verdict(value + by - 1).0), (Verdict::Holds, Verdict::Fails));
            }
            other => prop_assert_eq!(other, Some(Distance::Other)),
        }
    }

    #[test]
    fn more_never_pays_less_and_nothing_pays_more_than_the_cap(
        rates in prop::collection::vec(0..=100_000_i32, 1..5),
        width in 1..1_000_000_i64,
        (less, more) in (0..10_000_000_i64, 0..10_000_000_i64),
        (cap, floor, unit) in (prop::option::of(0..5_000_000_i64), prop::option::of(0..1_000_000_i64), prop::option::of(1..100_000_i64)),
        (direction, below, formula) in (0..3_usize, any::<bool>(), any::<bool>()),
    ) {
        let fields = json!([{"code": "paid", "name": "实付", "kind": "money", "source": "trades", "origin": "platform"}]);
        let catalogue = Catalogue::new(serde_json::from_value(fields).expect("fields")).expect("a catalogue");
        let tiers: Vec<_> = (0_i64..).zip(&rates).map(|(at, rate)| {
            let to = (at + 1 < i64::try_from(rates.len()).expect("few")).then_some((at + 1) * width);
            json!({"from": at * width, "to": to, "pays": {"rate": rate}})
        }).collect();
        let method = if formula {
            json!({"formula": format!("额度 = paid × {}", f64::from(rates[0]) / 100_000.0)})
        } else {
            json!({"tiers": {"by": "paid", "mode": "slices", "tiers": tiers}})
        };
        let standard: Standard = serde_json::from_value(json!({
            "method": method,
            "cap": cap,
            "floor": floor.map(|floor| json!({"amount": floor, "below": if below { "nothing" } else { "floor" }})),
            "rounding": unit.map(|unit| json!({"unit": unit, "direction": (["down", "nearest", "up"][direction])})),
        })).expect("a standard");
        let Ok(amounts) = standard.check(&catalogue) else { return Ok(()) };
        let amount = |paid: i64| {
            let figures = Map::from_iter([("paid".to_owned(), json!(paid))]);
            let record = Record::read(&catalogue, &figures, Origin::Platform, None).expect("figures");
            amounts.compute(&record, &Map::new()).amount.expect("an amount").0
        };
        let (least, most) = (amount(less.min(more)), amount(less.max(more)));
        prop_assert!(least <= most, "{} {}", least, most);
        prop_assert!(least >= 0 && cap.is_none_or(|cap| most <= cap));
    }

    #[test]
    fn what_is_submitted_is_clean_and_stays_the_same(values in answers()) {
        let form = form();
        let first = form.answers(&values, day());
        let submitted = Json::Object(first.submitted.clone());
        let second = form.answers(&submitted, day());
        if first.defects.is_empty() {
            prop_assert_eq!(&second.defects, &vec![]);
            prop_assert_eq!(&second.submitted, &first.submitted);
        }
        for hidden in &first.hidden {
            prop_assert!(!first.submitted.contains_key(hidden));
            let path = format!("/{hidden}");
            let about = |one: &str| one == path || one.starts_with(&format!("{path}/"));
            prop_assert!(!first.defects.iter().any(|defect| about(&defect.path)));
        }
    }

    #[test]
    fn values_of_any_shape_are_checked(values in json_of_any_shape()) {
        let answers = form().answers(&values, day());
        prop_assert!(!answers.defects.is_empty() || values.is_object());
        let _ = jinqiao_policy::form::draft(&values);
        let catalogue = catalogue();
        if let Json::Object(figures) = &values {
            let _ = Record::read(&catalogue, figures, Origin::Platform, None);
        }
        for kind in [Kind::Money, Kind::Rate, Kind::Number, Kind::Date, Kind::Text] {
            let field: Field = serde_json::from_value(json!({"code": "a", "name": "a", "kind": kind, "source": "profile", "origin": "tax"})).expect("a field");
            let catalogue = Catalogue::new(vec![field]).expect("a catalogue");
            let condition: Result<Condition, _> = serde_json::from_value(json!({"test": {"field": "a", "op": "equal", "value": values}}));
            let _ = condition.map(|condition| condition.check(&catalogue).map(|_| ()));
        }
    }

    #[test]
    fn definitions_of_any_shape_are_read_or_refused(json in json_of_any_shape()) {
        let text = json.to_string();
        let catalogue = catalogue();
        let _ = jinqiao_policy::read::<Condition>(&text).map(|one| one.check(&catalogue).map(|_| ()));
        let _ = jinqiao_policy::read::<Standard>(&text).map(|one| one.check(&catalogue).map(|_| ()));
        let _ = jinqiao_policy::read::<Form>(&text).map(|one| one.check(&catalogue).map(|_| ()));
        let _ = jinqiao_policy::read::<Vec<Field>>(&text).map(|fields| Catalogue::new(fields).map(|_| ()));
    }
}

/// Every form of the fixtures with the values of every other.
#[test]
fn every_form_takes_the_values_of_every_other() {
    let file: Json = serde_json::from_str(include_str!("../fixtures/forms.json")).expect("JSON");
    let catalogue =
        Catalogue::new(serde_json::from_value(file["catalogue"].clone()).expect("fields")).expect("a catalogue");
    let cases = file["cases"].as_array().expect("cases");
    for case in cases {
        let form: Form = serde_json::from_value(case["form"].clone()).expect("a form");
        let form = form.check(&catalogue).expect("no fault");
        for other in cases {
            let first = form.answers(&other["values"], day());
            let second = form.answers(&Json::Object(first.submitted.clone()), day());
            if first.defects.is_empty() {
                assert_eq!((second.defects, second.submitted), (vec![], first.submitted), "{}", case["name"]);
            }
        }
    }
}

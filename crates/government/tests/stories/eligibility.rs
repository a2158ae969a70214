//! Which policies suit typed figures, and the own profile.

use crate::stage::{Id, at, department, item, start, step};
use jinqiao_stage::{Stage, profile};
use jinqiao_testkit::Client;
use serde_json::{Value, json};

/// Publishes `title` with what `change` says; its id.
async fn out(writer: &Client, checker: &Client, title: &str, change: Value) -> String {
    let mut content = item(title);
    content.as_object_mut().expect("fields").extend(change.as_object().expect("fields").clone());
    let id = writer.post("/api/government/policies", content).await.expect(201).id();
    step(writer, &id, 1, "submit", json!({})).await.expect(200);
    step(checker, &id, 2, "pass", json!({})).await.expect(200);
    step(writer, &id, 3, "publish", json!({})).await.expect(200);
    id
}

async fn people() -> (Stage, Client, Client) {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    (stage, writer, checker)
}

async fn typed(stage: &Stage, values: Value) -> Value {
    stage.app.visitor().post("/api/policies/match", json!({"values": values})).await.expect(200).body
}

fn told(body: &Value) -> Vec<(String, String)> {
    let items = body["items"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    items.iter().map(|one| (text(&one["title"]), text(&one["verdict"]))).collect()
}

fn limit(field: &str, op: &str, value: Value) -> Value {
    json!({"test": {"field": field, "op": op, "value": value}})
}

#[tokio::test]
async fn absent_null_and_blank_cannot_be_told_and_zero_can() {
    let (stage, writer, checker) = people().await;
    let condition =
        json!({"all": [limit("debt_ratio", "at_most", json!(70_000)), limit("rd_expense", "at_least", json!(0))]});
    let id = out(&writer, &checker, "两项条件的补助", json!({"condition": condition})).await;
    for values in
        [json!({}), json!({"debt_ratio": null, "rd_expense": null}), json!({"debt_ratio": "", "rd_expense": "  "})]
    {
        let found = typed(&stage, values.clone()).await;
        let one = &found["items"][0];
        assert_eq!(one["verdict"], "unknown", "{values}");
        let missing: Vec<_> =
            one["missing"].as_array().expect("a list").iter().map(|one| one["name"].clone()).collect();
        assert_eq!(missing, ["资产负债率", "上年度研发费用"], "{values}");
        assert_eq!((&one["amount"]["state"], &one["amount"]["amount"]), (&json!("unknown"), &Value::Null));
        assert_eq!(one["plan"]["steps"].as_array().map(Vec::len), Some(2));
    }
    let found = typed(&stage, json!({"debt_ratio": 0, "rd_expense": 0})).await;
    assert_eq!(found["items"][0]["verdict"], "holds", "{found}");
    assert_eq!((&found["items"][0]["plan"], &found["items"][0]["amount"]["amount"]), (&Value::Null, &json!(0)));
    // By how much it fails, condition by condition.
    let body = json!({"values": {"debt_ratio": 75_000, "rd_expense": 500_000_000}});
    let one = stage.app.visitor().post(&format!("/api/policies/{id}/match"), body).await.expect(200).body;
    assert_eq!(one["failing"][0]["told"], "现为 75%，高出 5 个百分点");
    let verdicts: Vec<_> = one["parts"].as_array().expect("parts").iter().map(|part| part["verdict"].clone()).collect();
    assert_eq!(verdicts, ["fails", "fails", "holds"]);
    // 10 % of five million, and the cap.
    assert_eq!(one["amount"]["amount"], 50_000_000);
    let values = one["values"].as_array().expect("values");
    assert_eq!((&values[0]["name"], &values[0]["value"]), (&json!("上年度研发费用"), &json!("500 万元")));
    assert_eq!((&values[0]["origin"], &values[0]["date"]), (&json!("self_declared"), &one["day"]));
    stage.finish().await;
}

#[tokio::test]
async fn borders_of_days_belong_and_not_of_cannot_tell_is_cannot_tell() {
    let (stage, writer, checker) = people().await;
    let young = json!({"test": {"field": "founded", "op": "within", "value": {"months": 36, "side": "before"}}});
    out(&writer, &checker, "三年以内", json!({"condition": young})).await;
    let clean = json!({"not": limit("risks", "contains_any", json!(["tax_arrears"]))});
    out(&writer, &checker, "没有欠税", json!({"condition": clean})).await;
    out(&writer, &checker, "没有条件", json!({"condition": null})).await;
    let verdict = |values: Value| {
        let stage = &stage;
        async move {
            let mut found = told(&typed(stage, values).await);
            found.sort();
            found.into_iter().map(|one| one.1).collect::<Vec<_>>()
        }
    };
    // On Monday, 23 November 2026. Sorted: 三年以内, 没有条件, 没有欠税.
    assert_eq!(verdict(json!({"founded": "2023-11-23"})).await, ["holds", "holds", "unknown"]);
    assert_eq!(verdict(json!({"founded": "2023-11-22", "risks": []})).await, ["fails", "holds", "holds"]);
    assert_eq!(verdict(json!({"risks": ["tax_arrears"]})).await, ["unknown", "holds", "fails"]);
    assert_eq!(verdict(json!({"risks": null})).await, ["unknown", "holds", "unknown"]);
    stage.finish().await;
}

#[tokio::test]
async fn what_is_worth_most_comes_first_and_only_what_is_open() {
    let (stage, writer, checker) = people().await;
    let fixed = |wan: i64| json!({"method": {"formula": format!("额度 = {wan}")}});
    let staff = |least: i64| limit("staff", "at_least", json!(least));
    let two = json!({"all": [staff(50), limit("revenue", "at_least", json!(1))]});
    for (title, change) in [
        ("不足一人", json!({"condition": staff(31), "standard": fixed(90)})),
        ("奖励五万", json!({"condition": staff(10), "standard": fixed(5)})),
        ("还差两项", json!({"condition": two, "standard": fixed(500)})),
        ("奖励九万", json!({"condition": staff(10), "standard": fixed(9)})),
        ("要看利润", json!({"condition": limit("profit", "at_least", json!(0)), "standard": fixed(800)})),
        ("自相矛盾", json!({"condition": {"all": [staff(9_000), limit("staff", "at_most", json!(10))]}})),
        ("还没开始", json!({"condition": staff(1), "opens_on": "2026-12-01"})),
    ] {
        out(&writer, &checker, title, change).await;
    }
    let ended = out(&writer, &checker, "已经暂停", json!({"condition": staff(1)})).await;
    step(&writer, &ended, 4, "suspend", json!({"reason": "等待追加资金"})).await.expect(200);
    let found = told(&typed(&stage, json!({"staff": 30, "revenue": 0})).await);
    let titles: Vec<_> = found.iter().map(|one| one.0.as_str()).collect();
    assert_eq!(titles, ["奖励九万", "奖励五万", "不足一人", "还差两项", "要看利润", "自相矛盾"]);
    let fields = stage.app.visitor().get("/api/policies/match/fields").await.expect(200).body;
    let asked: Vec<_> =
        fields.as_array().expect("fields").iter().map(|one| (one["code"].clone(), one["decides"].clone())).collect();
    assert_eq!(asked[0], (json!("staff"), json!(5)));
    // What no item asks about is not asked, and the standards' own formula counts.
    assert!(!asked.iter().any(|one| one.0 == "disbursed"), "{asked:?}");
    assert!(asked.contains(&(json!("rd_expense"), json!(1))), "{asked:?}");
    stage.finish().await;
}

#[tokio::test]
async fn figures_of_the_standard_are_typed_with_their_bounds() {
    let (stage, writer, checker) = people().await;
    let standard = json!({
        "figures": [{"name": "equipment", "label": "设备投资额", "kind": "money", "min": 0, "max": 1_000_000_000}],
        "method": {"formula": "额度 = 0.1 × equipment"}, "cap": 20_000_000,
        "floor": {"amount": 100_000, "below": "nothing"}, "rounding": {"unit": 1_000_000, "direction": "down"}
    });
    let change = json!({"standard": standard, "condition": limit("staff", "at_least", json!(1))});
    let id = out(&writer, &checker, "技术改造补助", change).await;
    let compute = |figures: Value| {
        let (visitor, path) = (stage.app.visitor(), format!("/api/policies/{id}/match"));
        async move { visitor.post(&path, json!({"values": {}, "figures": figures})).await }
    };
    let blank = compute(json!({"equipment": null})).await.expect(200).body;
    assert_eq!((&blank["amount"]["state"], &blank["figures"][0]["label"]), (&json!("unknown"), &json!("设备投资额")));
    for (typed, amount) in [(0, 0), (5_000_000, 0), (123_456_789, 12_000_000), (900_000_000, 20_000_000)] {
        let found = compute(json!({"equipment": typed})).await.expect(200).body;
        assert_eq!(found["amount"]["amount"], amount, "{found}");
        assert!(found["amount"]["steps"].as_array().is_some_and(|steps| steps.len() >= 3));
    }
    for wrong in [json!(-1), json!(1_000_000_001), json!("很多"), json!([1]), json!(1.5)] {
        assert_eq!(compute(json!({"equipment": wrong})).await.fields(), ["figures.equipment"], "{wrong}");
    }
    stage.finish().await;
}

#[tokio::test]
async fn hostile_bodies_are_refused_at_their_fields() {
    let (stage, writer, checker) = people().await;
    let id = out(&writer, &checker, "研发费用补助", json!({})).await;
    let visitor = stage.app.visitor();
    for (values, fields) in [
        (json!({"no_such": 1}), vec!["values.no_such"]),
        (json!({"staff": -1}), vec!["values.staff"]),
        (json!({"staff": 1e300}), vec!["values.staff"]),
        (json!({"founded": "0000-00-00"}), vec!["values.founded"]),
        (json!({"titles": "high_tech"}), vec!["values.titles"]),
        (json!({"titles": ["best"], "size": {"a": 1}}), vec!["values.size", "values.titles"]),
        (json!({"district": "长".repeat(20_001)}), vec!["values.district"]),
        (Value::Object((0..101).map(|n| (format!("a{n}"), json!(n))).collect()), vec!["values"]),
    ] {
        for path in ["/api/policies/match", &format!("/api/policies/{id}/match")] {
            let mut refused = visitor.post(path, json!({"values": values})).await.fields();
            refused.sort();
            assert_eq!(refused, fields, "{path}");
        }
    }
    assert_eq!(visitor.post("/api/policies/match", json!({"value": {}})).await.fields(), ["value"]);
    let strange = "01a20aaa-0000-7000-8000-000000000009";
    visitor.post(&format!("/api/policies/{strange}/match"), json!({})).await.expect(404);
    stage.finish().await;
}

#[tokio::test]
async fn a_firm_is_matched_on_its_profile() {
    let (stage, writer, checker) = people().await;
    let id = out(&writer, &checker, "研发费用补助", json!({})).await;
    let firm = stage.enterprise(1).await;
    let seen = firm.client.get("/api/enterprise/policies/match").await.expect(200).body;
    assert_eq!(seen["items"][0]["verdict"], "unknown", "{seen}");
    let version = firm.client.get("/api/enterprise/profile").await.expect(200).body["version"].clone();
    let mut filled = profile();
    filled["finance"] = json!([{
        "year": 2025, "revenue": 4_000_000_000_i64, "assets": 1_000_000, "liabilities": 0, "rd_expense": 300_000_000
    }]);
    firm.client.if_match(version).put("/api/enterprise/profile", filled).await.expect(200);
    let seen = firm.client.get("/api/enterprise/policies/match").await.expect(200).body;
    let one = &seen["items"][0];
    assert_eq!((&one["verdict"], &one["amount"]["amount"]), (&json!("holds"), &json!(30_000_000)), "{seen}");
    let ratio = seen["values"].as_array().expect("values").iter().find(|one| one["field"] == "debt_ratio").cloned();
    let ratio = ratio.expect("a ratio");
    assert_eq!((&ratio["value"], &ratio["date"]), (&json!("0%"), &json!("2025-12-31")));
    assert_eq!(ratio["source"], json!({"finance": {"years_back": 0}}));
    let path = format!("/api/enterprise/policies/{id}/match");
    let one = firm.client.get(&path).await.expect(200).body;
    assert_eq!(one["parts"][1]["finding"]["told"], "现为 0%");
    for wrong in ["[]", "%7B", "1"] {
        assert_eq!(firm.client.get(&format!("{path}?figures={wrong}")).await.fields(), ["figures"], "{wrong}");
    }
    // A new version counts from its publication on, whatever was read before.
    let mut stricter = item("研发费用补助");
    stricter["condition"] = limit("staff", "at_least", json!(10_000));
    writer.if_match(4).put(&at(&id), stricter).await.expect(200);
    for (version, who, action) in [(5, &writer, "submit"), (6, &checker, "pass"), (7, &writer, "publish")] {
        step(who, &id, version, action, json!({})).await.expect(200);
    }
    let one = firm.client.get(&path).await.expect(200).body;
    assert_eq!((&one["verdict"], &one["number"]), (&json!("fails"), &json!(2)));
    for stranger in [&writer, &stage.operator] {
        stranger.get("/api/enterprise/policies/match").await.expect(403);
        stranger.get(&path).await.expect(403);
    }
    stage.app.visitor().get(&path).await.expect(401);
    stage.finish().await;
}

#[tokio::test]
async fn two_hundred_items_are_looked_at_and_no_more() {
    let (stage, writer, checker) = people().await;
    for n in 0..201 {
        out(&writer, &checker, &format!("第 {n} 项补助"), json!({})).await;
        // None is published in the same moment as another.
        stage.app.clock.advance(chrono::TimeDelta::seconds(1));
    }
    let found = typed(&stage, json!({"debt_ratio": 0})).await;
    assert_eq!((found["items"].as_array().map(Vec::len), &found["more"]), (Some(200), &json!(true)));
    // The one that was published first is left out, whatever it says.
    assert!(!told(&found).iter().any(|one| one.0 == "第 0 项补助"));
    let fields = stage.app.visitor().get("/api/policies/match/fields").await.expect(200).body;
    assert!(fields.as_array().is_some_and(|fields| fields.iter().all(|field| field["decides"] == 200)), "{fields}");
    stage.finish().await;
}

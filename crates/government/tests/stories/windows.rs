//! 申报批次: an item that takes applications in several windows, to the second.

use crate::stage::{Id, Person, act, at, department, drafted, form_item, item, start, step};
use serde_json::{Value, json};

const FIRST_ENDS: &str = "2026-11-23T15:59:59Z";
const FIRST_ENDED: &str = "2026-11-23T16:00:00Z";
const SECOND_BEGINS: &str = "2026-12-09T16:00:00Z";
const SECOND_ENDS: &str = "2026-12-20T15:59:59Z";
const SECOND_ENDED: &str = "2026-12-20T16:00:00Z";

fn two() -> Value {
    json!({
        "opens_on": "2026-11-01", "closes_on": "2026-11-23", "condition": null,
        "later_windows": [{"opens_on": "2026-12-10", "closes_on": "2026-12-20"}]
    })
}

#[tokio::test]
async fn an_item_is_open_in_each_of_its_windows_and_not_a_second_longer() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let visitor = stage.app.visitor();
    let policy = form_item(&writer, &checker, "分批受理的补助", two()).await;
    let (first, second) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let (in_first, in_second) = (drafted(&first, &policy).await, drafted(&second, &policy).await);
    let listed = || async { visitor.get("/api/policies?open=true").await.expect(200).body["total"].as_i64() };
    let matched = || async {
        visitor.post("/api/policies/match", json!({"values": {}})).await.expect(200).body.to_string().contains(&policy)
    };
    let shown = || async {
        let list = visitor.get("/api/policies").await.expect(200).body;
        let one = visitor.get(&format!("/api/policies/{policy}")).await.expect(200).body;
        // The list and the item say the same window.
        assert_eq!(list["items"][0]["opens_on"], one["window"]["opens_on"]);
        one["window"]["opens_on"].as_str().unwrap_or_default().to_owned()
    };
    let to = |moment: &str| stage.app.clock.set(moment.parse().expect("a moment"));
    to(FIRST_ENDS);
    assert_eq!((listed().await, matched().await, shown().await), (Some(1), true, "2026-11-01".to_owned()));
    let first = stage.again(&first, 1).await;
    act(&first.client, &in_first, "submit", json!({})).await.expect(200);
    to(FIRST_ENDED);
    // Between them it tells the next one.
    assert_eq!((listed().await, matched().await, shown().await), (Some(0), false, "2026-12-10".to_owned()));
    let second = stage.again(&second, 2).await;
    let refused = act(&second.client, &in_second, "submit", json!({})).await;
    assert!(refused.body.to_string().contains("尚未到受理时间"), "{}", refused.body);
    assert_eq!(refused.refused(409), "applications.not_open");
    to(SECOND_BEGINS);
    assert_eq!((listed().await, matched().await, shown().await), (Some(1), true, "2026-12-10".to_owned()));
    to(SECOND_ENDS);
    assert_eq!(listed().await, Some(1));
    let second = stage.again(&second, 2).await;
    to(SECOND_ENDED);
    assert_eq!((listed().await, matched().await, shown().await), (Some(0), false, "2026-12-10".to_owned()));
    let refused = act(&second.client, &in_second, "submit", json!({})).await;
    assert!(refused.body.to_string().contains("受理时间已过"), "{}", refused.body);
    stage.finish().await;
}

#[tokio::test]
async fn nobody_is_found_between_two_windows() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    stage.enterprise(1).await;
    let mut change = two();
    change["mode"] = json!("automatic");
    change["form"] = Value::Null;
    change["condition"] = json!({"test": {"field": "titles", "op": "contains_any", "value": ["high_tech"]}});
    let policy = form_item(&writer, &checker, "分批免申享受的奖励", change).await;
    let mut finder = Person::joins(&stage, &writer, "reviewer-a").await;
    let path = format!("{}/automatic", at(&policy));
    stage.app.clock.set(FIRST_ENDED.parse().expect("a moment"));
    finder.again().await;
    assert_eq!(finder.client.post(&path, json!({})).await.refused(409), "automatic.wrong_state");
    stage.app.clock.set(SECOND_BEGINS.parse().expect("a moment"));
    finder.again().await;
    finder.client.post(&path, json!({})).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn windows_stand_in_order_and_a_version_takes_them_along() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let with = |later: Value| {
        let mut content = item("分批受理的补助");
        (content["opens_on"], content["closes_on"]) = (json!("2026-11-01"), json!("2026-11-30"));
        content["later_windows"] = later;
        content
    };
    let make = |later: Value| {
        let (writer, content) = (writer.clone(), with(later));
        async move { writer.post("/api/government/policies", content).await }
    };
    let overlap = make(json!([{"opens_on": "2026-11-30", "closes_on": "2026-12-31"}])).await;
    assert_eq!(overlap.fields(), ["later_windows[0].opens_on"]);
    let turned = make(json!([{"opens_on": "2027-02-01", "closes_on": "2027-01-01"}])).await;
    assert_eq!(turned.fields(), ["later_windows[0].closes_on"]);
    let twelve: Vec<_> = (1..=12)
        .map(|day| json!({"opens_on": format!("2027-01-{day:02}"), "closes_on": format!("2027-01-{day:02}")}))
        .collect();
    assert_eq!(make(json!(twelve)).await.fields(), ["later_windows"]);
    make(json!(twelve[..11])).await.expect(201);
    // A draft may have gaps; what is submitted may not.
    let id = make(json!([{"opens_on": null, "closes_on": "2027-01-31"}])).await.expect(201).id();
    let gap = writer.if_match(1).post(&format!("{}/submit", at(&id)), json!({})).await;
    assert_eq!(gap.fields(), ["later_windows[0].opens_on"]);
    // With a version that has one window the later ones are gone.
    let policy = form_item(&writer, &checker, "先分批后不分批", two()).await;
    let kept = form_item(&writer, &checker, "一直分批", two()).await;
    writer.if_match(4).put(&at(&policy), with(json!([]))).await.expect(200);
    step(&writer, &policy, 5, "submit", json!({})).await.expect(200);
    step(&checker, &policy, 6, "pass", json!({})).await.expect(200);
    step(&writer, &policy, 7, "publish", json!({})).await.expect(200);
    stage.app.clock.set(SECOND_BEGINS.parse().expect("a moment"));
    let open = stage.app.visitor().get("/api/policies?open=true").await.expect(200).body;
    assert_eq!((open["total"].as_i64(), open["items"][0]["id"].as_str()), (Some(1), Some(kept.as_str())));
    stage.finish().await;
}

//! 政策调整通知: reported by a department, taken by an operator, and ended within three working days.

use crate::stage::{Id, Stage, at, department, item, published, start, step};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_stage::{PASSWORD, staff};
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

fn notice(policies: &[&String]) -> Value {
    json!({
        "basis": "渝高新财〔2026〕41号", "link": "https://www.cq.gov.cn/zwgk/41.html", "policies": policies,
        "change": "补助比例由 10% 调整为 8%，最高额不变。", "effective_on": "2026-12-15"
    })
}

async fn operators(stage: &Stage) -> (Client, Client) {
    let operator = |number: u32| {
        let login = format!("operator-adjust-{number}");
        async move { staff(&stage.app, Role::Operator, &login, 90_300 + number).await.0.at("127.0.0.1") }
    };
    (operator(1).await, operator(2).await)
}

fn place(id: &str) -> String {
    format!("/api/operator/adjustments/{id}")
}

async fn act(client: &Client, id: &str, action: &str, body: Value) -> Reply {
    let version = client.get(&place(id)).await.expect(200).body["version"].clone();
    client.if_match(version).post(&format!("{}/{action}", place(id)), body).await
}

async fn titles(client: &Client) -> Vec<String> {
    let found = client.get("/api/messages").await.expect(200).body;
    let items = found["items"].as_array().cloned().unwrap_or_default();
    let about = |title: &&str| title.contains("调整");
    items.iter().filter_map(|one| one["title"].as_str()).filter(about).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_notice_ends_when_the_new_version_is_there() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let (operator, colleague) = operators(&stage).await;
    let policy = published(&writer, &checker, "研发费用补助").await;
    let foreign = published(&checker, &writer, "别的部门的事项").await;
    let draft = writer.post("/api/government/policies", json!({"title": "草稿"})).await.expect(201).id();
    let report = |body: Value| {
        let writer = writer.clone();
        async move { writer.post("/api/government/adjustments", body).await }
    };
    report(notice(&[&foreign])).await.expect(404);
    report(notice(&[&draft])).await.expect(404);
    let bare = json!({"change": "调整", "policies": [], "effective_on": "2026-12-15", "link": "http://a.cn"});
    assert_eq!(report(bare).await.fields(), ["link", "change", "policies"]);
    let twice = json!({"basis": "41号", "change": "补助比例由 10% 调整为 8%。", "policies": [policy, policy],
        "effective_on": "2026-12-15"});
    assert_eq!(report(twice).await.fields(), ["policies"]);
    let id = report(notice(&[&policy])).await.expect(201).id();
    checker.get(&format!("/api/government/adjustments/{id}")).await.expect(404);
    stage.app.settle().await;
    assert_eq!(titles(&operator).await, ["政策调整通知待处理"]);
    // Only who has it in hand ends it, and a colleague may take it over.
    assert_eq!(act(&operator, &id, "renew", json!({})).await.refused(409), "adjustments.wrong_state");
    act(&operator, &id, "take", json!({})).await.expect(200);
    assert_eq!(act(&colleague, &id, "renew", json!({})).await.refused(403), "adjustments.not_yours");
    act(&colleague, &id, "take", json!({})).await.expect(200);
    assert_eq!(act(&operator, &id, "renew", json!({})).await.refused(403), "adjustments.not_yours");
    assert_eq!(
        colleague.if_match(1).post(&format!("{}/renew", place(&id)), json!({})).await.refused(409),
        "conflict.stale"
    );
    // The version has to be newer than the notice: the one of before and one that is being written do not count.
    let refused = act(&colleague, &id, "renew", json!({})).await;
    assert!(refused.body.to_string().contains("研发费用补助"), "{}", refused.body);
    assert_eq!(refused.refused(409), "adjustments.not_renewed");
    writer.if_match(4).put(&at(&policy), item("研发费用补助（新）")).await.expect(200);
    step(&writer, &policy, 5, "submit", json!({})).await.expect(200);
    assert_eq!(act(&colleague, &id, "renew", json!({})).await.refused(409), "adjustments.not_renewed");
    step(&checker, &policy, 6, "pass", json!({})).await.expect(200);
    step(&writer, &policy, 7, "publish", json!({})).await.expect(200);
    let done = act(&colleague, &id, "renew", json!({})).await.expect(200).body;
    assert_eq!((done["state"].as_str(), &done["due"]), (Some("renewed"), &Value::Null));
    assert_eq!(done["named"][0]["renewed"], true);
    assert_eq!(act(&colleague, &id, "take", json!({})).await.refused(409), "adjustments.wrong_state");
    stage.app.settle().await;
    assert_eq!(titles(&writer).await, ["政策调整通知已办结", "政策调整通知已受理", "政策调整通知已受理"]);
    stage.finish().await;
}

#[tokio::test]
async fn an_explanation_stands_on_the_pages_of_its_items_and_what_goes_back_says_why() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let (operator, _) = operators(&stage).await;
    let (first, second) =
        (published(&writer, &checker, "研发费用补助").await, published(&writer, &checker, "贷款贴息").await);
    let other = published(&writer, &checker, "房租减免").await;
    let id = writer.post("/api/government/adjustments", notice(&[&first, &second])).await.expect(201).id();
    act(&operator, &id, "take", json!({})).await.expect(200);
    assert_eq!(act(&operator, &id, "explain", json!({"text": "见文件"})).await.fields(), ["text"]);
    let text = "自 2026 年 12 月 15 日起，补助比例按 8% 执行；此前提交的申请按原比例办理。";
    let done = act(&operator, &id, "explain", json!({"text": text})).await.expect(200).body;
    assert_eq!((done["state"].as_str(), done["explanation"].as_str()), (Some("explained"), Some(text)));
    let notes = |policy: String| {
        let visitor = stage.app.visitor();
        async move { visitor.get(&format!("/api/policies/{policy}/notes")).await.expect(200).body }
    };
    for policy in [&first, &second] {
        let shown = notes(policy.clone()).await;
        assert_eq!((shown[0]["text"].as_str(), shown[0]["effective_on"].as_str()), (Some(text), Some("2026-12-15")));
        assert_eq!(shown.as_array().map(Vec::len), Some(1));
    }
    assert_eq!(notes(other.clone()).await, json!([]));
    stage.app.visitor().get("/api/policies/01a20aaa-0000-7000-8000-000000000002/notes").await.expect(404);
    let back = writer.post("/api/government/adjustments", notice(&[&other])).await.expect(201).id();
    act(&operator, &back, "take", json!({})).await.expect(200);
    assert_eq!(act(&operator, &back, "return", json!({"reason": "不"})).await.fields(), ["reason"]);
    act(&operator, &back, "return", json!({"reason": "文号对应的文件与该事项无关，请核对"})).await.expect(200);
    let seen = writer.get(&format!("/api/government/adjustments/{back}")).await.expect(200).body;
    assert_eq!(
        (seen["state"].as_str(), seen["reason"].as_str()),
        (Some("returned"), Some("文号对应的文件与该事项无关，请核对"))
    );
    stage.app.settle().await;
    assert_eq!(titles(&writer).await[0], "政策调整通知被退回");
    stage.finish().await;
}

#[tokio::test]
async fn an_explanation_that_is_wrong_is_taken_down_with_a_reason() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let (operator, colleague) = operators(&stage).await;
    let policy = published(&writer, &checker, "研发费用补助").await;
    let explained = || async {
        let id = writer.post("/api/government/adjustments", notice(&[&policy])).await.expect(201).id();
        act(&operator, &id, "take", json!({})).await.expect(200);
        assert_eq!(act(&operator, &id, "recall", why()).await.refused(409), "adjustments.wrong_state");
        act(&operator, &id, "explain", json!({"text": "补助比例自下月起按 80% 执行。"})).await.expect(200).body
    };
    let shown = async || {
        let notes = stage.app.visitor().get(&format!("/api/policies/{policy}/notes")).await.expect(200).body;
        notes.as_array().map(Vec::len)
    };
    let (first, second) = (explained().await, explained().await);
    assert_eq!(shown().await, Some(2));
    // Any operator, by the page of the notice: what everybody reads does not wait for who wrote it.
    let id = first["id"].as_str().expect("an id").to_owned();
    assert_eq!(act(&colleague, &id, "recall", json!({"reason": "错"})).await.fields(), ["reason"]);
    let gone = act(&colleague, &id, "recall", why()).await.expect(200).body;
    assert_eq!((&gone["state"], &gone["reason"]), (&json!("recalled"), &why()["reason"]));
    assert_eq!(gone["ended_at"], first["ended_at"]);
    assert!(gone["actions"].as_array().expect("actions").iter().all(|one| one["allowed"] == false), "{gone}");
    let told = gone["timeline"].as_array().expect("steps").last().expect("a step").to_string();
    assert!(told.contains("撤下调整说明") && told.contains("比例写错"), "{told}");
    assert_eq!(shown().await, Some(1));
    assert_eq!(act(&colleague, &id, "recall", why()).await.refused(409), "adjustments.wrong_state");
    // Or the department whose notice it was, and no other one.
    let path = format!("/api/government/adjustments/{}", second["id"].as_str().expect("an id"));
    let own = writer.get(&path).await.expect(200).body;
    assert_eq!(own["actions"], json!([{"action": "recall", "allowed": true, "why": null}]));
    let recall = format!("{path}/recall");
    checker.if_match(own["version"].clone()).post(&recall, why()).await.expect(404);
    assert_eq!(writer.if_match(1).post(&recall, why()).await.refused(409), "conflict.stale");
    writer.if_match(own["version"].clone()).post(&recall, why()).await.expect(200);
    assert_eq!(shown().await, Some(0));
    stage.app.settle().await;
    assert_eq!(titles(&writer).await.iter().filter(|title| *title == "政策调整说明已撤下").count(), 1);
    assert_eq!(titles(&operator).await[0], "政策调整说明已撤下");
    stage.finish().await;
}

fn why() -> Value {
    json!({"reason": "比例写错，应为 8%"})
}

#[tokio::test]
async fn three_working_days_with_a_reminder_before_and_late_ones_counted() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let (operator, made) = staff(&stage.app, Role::Operator, "operator-adjust-9", 90_309).await;
    let operator = operator.at("127.0.0.1");
    let policy = published(&writer, &checker, "研发费用补助").await;
    let id = writer.post("/api/government/adjustments", notice(&[&policy])).await.expect(201).id();
    let ended = writer.post("/api/government/adjustments", notice(&[&policy])).await.expect(201).id();
    act(&operator, &ended, "take", json!({})).await.expect(200);
    act(&operator, &ended, "return", json!({"reason": "与前一条通知重复"})).await.expect(200);
    let left = operator.get(&place(&id)).await.expect(200).body["due"]["days_left"].as_f64().expect("days");
    assert!((2.9..=3.0).contains(&left), "{left}");
    let counts =
        |operator: Client| async move { operator.get("/api/operator/adjustments/counts").await.expect(200).body };
    assert_eq!(counts(operator.clone()).await, json!({"waiting": 1, "overdue": 0}));
    stage.app.settle().await;
    let until = operator.get(&place(&id)).await.expect(200).body["due"]["at"].as_str().expect("a moment").to_owned();
    let until: chrono::DateTime<chrono::Utc> = until.parse().expect("a moment");
    // A minute before its limit it has been called to mind, a minute after it is late.
    stage.app.clock.advance(until - stage.app.db.world().now() - TimeDelta::minutes(1));
    stage.app.settle().await;
    // The session has ended meanwhile.
    let mut operator = operator.clone();
    let code = made.recovery_codes.get(1);
    operator.login(json!({"login": "operator-adjust-9", "password": PASSWORD, "totp": code})).await.expect(200);
    assert_eq!(titles(&operator).await[0], "政策调整通知将到期");
    assert_eq!(counts(operator.clone()).await, json!({"waiting": 1, "overdue": 0}));
    stage.app.clock.advance(TimeDelta::minutes(2));
    stage.app.settle().await;
    assert_eq!(counts(operator.clone()).await, json!({"waiting": 1, "overdue": 1}));
    let letters = titles(&operator).await;
    assert_eq!(letters.iter().filter(|title| *title == "政策调整通知已逾期").count(), 1, "{letters:?}");
    let waiting = operator.get("/api/operator/adjustments?waiting=true").await.expect(200).body;
    assert_eq!((waiting["total"].as_i64(), waiting["items"][0]["id"].as_str()), (Some(1), Some(id.as_str())));
    assert!(waiting["items"][0]["due"]["days_left"].as_f64().expect("days") <= 0.0);
    assert_eq!(operator.get("/api/operator/adjustments").await.expect(200).body["total"], 2);
    stage.finish().await;
}

//! From the draft to the publication: what is refused where, and by whom.

use crate::stage::{Id, Stage, at, checked, department, item, published, start, step};
use chrono::TimeDelta;
use jinqiao_db::{Intent, Tx};
use jinqiao_testkit::Client;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

async fn three() -> (Stage, Client, Client) {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    (stage, writer, checker)
}

fn allowed(body: &Value) -> Vec<String> {
    let actions = body["actions"].as_array().cloned().unwrap_or_default();
    let names = actions.iter().filter(|one| one["allowed"] == true).filter_map(|one| one["action"].as_str());
    names.map(str::to_owned).collect()
}

#[tokio::test]
async fn a_draft_is_written_checked_by_another_and_published() {
    let (stage, writer, checker) = three().await;
    let made = writer.post("/api/government/policies", json!({"title": "研发费用补助"})).await.expect(201);
    let id = made.id();
    assert_eq!(allowed(&made.body), ["edit", "submit", "archive"]);
    // Nobody else reads a draft.
    checker.get(&at(&id)).await.expect(404);
    stage.app.visitor().get(&format!("/api/policies/{id}")).await.expect(404);
    // All that is missing is told at once.
    let missing = step(&writer, &id, 1, "submit", json!({})).await;
    let fields = ["document_no", "level", "class", "mode", "object", "benefit", "opens_on", "steps", "contacts"];
    assert_eq!(missing.fields(), fields);
    missing.expect(422);
    writer.if_match(1).put(&at(&id), item("研发费用补助")).await.expect(200);
    step(&writer, &id, 1, "submit", json!({})).await.expect(409);
    step(&writer, &id, 2, "submit", json!({})).await.expect(200);
    assert_eq!(writer.if_match(3).put(&at(&id), item("改")).await.refused(422), "validation");
    assert_eq!(writer.if_match(3).put(&at(&id), item("研发费用补助改")).await.refused(409), "policies.wrong_state");
    assert_eq!(step(&writer, &id, 3, "publish", json!({})).await.refused(409), "policies.wrong_state");
    // Four eyes: whoever wrote or submitted it does not check it.
    assert_eq!(step(&writer, &id, 3, "pass", json!({})).await.refused(403), "policies.same_person");
    assert_eq!(
        step(&writer, &id, 3, "return", json!({"opinion": "请补充依据"})).await.refused(403),
        "policies.same_person"
    );
    let waiting = checker.get("/api/government/policies/checks").await.expect(200).body;
    assert_eq!(waiting["items"][0]["id"], json!(id));
    assert_eq!(allowed(&checker.get(&at(&id)).await.expect(200).body), ["check"]);
    step(&checker, &id, 3, "return", json!({})).await.expect(422);
    let back = step(&checker, &id, 3, "return", json!({"opinion": "请写明补助对应的年度"})).await.expect(200).body;
    assert_eq!(back["version_state"], "returned");
    checker.get(&at(&id)).await.expect(404);
    writer.if_match(4).put(&at(&id), item("研发费用补助（2025 年度）")).await.expect(200);
    step(&writer, &id, 5, "submit", json!({})).await.expect(200);
    let passed = step(&checker, &id, 6, "pass", json!({"opinion": "同意"})).await.expect(200).body;
    assert_eq!((passed["version_state"].as_str(), passed["opinion"].as_str()), (Some("checked"), Some("同意")));
    let out = step(&writer, &id, 7, "publish", json!({})).await.expect(200).body;
    assert_eq!((out["state"].as_str(), out["published"].as_i64()), (Some("open"), Some(1)));
    assert_eq!(allowed(&out), ["edit", "suspend", "close"]);
    stage.app.settle().await;
    let told: Vec<_> = out["timeline"].as_array().expect("lines").iter().map(|line| line["kind"].clone()).collect();
    assert_eq!(told.len(), 5, "{told:?}");
    let letters = checker.get("/api/messages").await.expect(200).body;
    assert_eq!(letters["items"][0]["title"], "政策事项待核校", "{letters}");
    stage.finish().await;
}

#[tokio::test]
async fn faults_of_conditions_and_amounts_come_with_their_places() {
    let (stage, writer, _) = three().await;
    let mut content = item("研发费用补助");
    content["condition"]["all"][0]["test"]["op"] = json!("contains_any");
    content["condition"]["all"][1]["any"][1]["test"]["value"] = json!("很多");
    content["standard"]["method"]["formula"] = json!("额度 = 0.1 × 研发");
    content["standard"]["cap"] = json!(1);
    content["contacts"][0]["phone"] = json!("");
    let id = writer.post("/api/government/policies", content).await.expect(201).id();
    let refused = step(&writer, &id, 1, "submit", json!({})).await;
    assert_eq!(
        refused.fields(),
        [
            "contacts[0].phone",
            "condition.all.0.test.op",
            "condition.all.1.any.1.test.value",
            "standard.method.formula",
            "standard.cap",
        ]
    );
    // People count the lines.
    assert!(refused.body.to_string().contains("第 3 条："), "{}", refused.body);
    refused.expect(422);
    // A draft has bounds as well.
    let wide =
        json!({"title": "研发费用补助", "document_link": "http://a.cn", "budget": 0, "steps": vec![json!({}); 21]});
    let refused = writer.post("/api/government/policies", wide).await;
    assert_eq!(refused.fields(), ["document_link", "budget", "steps"]);
    refused.expect(422);
    stage.finish().await;
}

#[tokio::test]
async fn a_moment_publishes_unless_it_is_moved_or_recalled() {
    let (stage, writer, checker) = three().await;
    let now = stage.app.db.world().now();
    let at_minute = |minutes: i64| json!({"at": (now + TimeDelta::minutes(minutes)).to_rfc3339()});
    let (first, second) =
        (checked(&writer, &checker, "到时发布的事项").await, checked(&writer, &checker, "改变主意的事项").await);
    assert_eq!(step(&writer, &first, 3, "schedule", at_minute(-1)).await.fields(), ["at"]);
    step(&writer, &first, 3, "schedule", at_minute(2)).await.expect(200);
    step(&writer, &first, 4, "schedule", at_minute(5)).await.expect(200);
    step(&writer, &second, 3, "schedule", at_minute(2)).await.expect(200);
    step(&writer, &second, 4, "recall", json!({})).await.expect(200);
    stage.app.clock.advance(TimeDelta::minutes(3));
    stage.app.settle().await;
    let state = |id: String| {
        let writer = writer.clone();
        async move { writer.get(&at(&id)).await.expect(200).body["version_state"].clone() }
    };
    assert_eq!(state(first.clone()).await, "scheduled");
    stage.app.clock.advance(TimeDelta::minutes(3));
    stage.app.settle().await;
    assert_eq!(state(first.clone()).await, "published");
    let shown = stage.app.visitor().get(&format!("/api/policies/{first}")).await.expect(200).body;
    assert_eq!(shown["content"]["title"], "到时发布的事项");
    // What was taken back has to be checked anew.
    assert_eq!(state(second.clone()).await, "draft");
    assert_eq!(step(&writer, &second, 5, "publish", json!({})).await.refused(409), "policies.wrong_state");
    stage.finish().await;
}

#[tokio::test]
async fn a_published_version_stays_as_it_is() {
    let (stage, writer, checker) = three().await;
    let visitor = stage.app.visitor();
    let id = published(&writer, &checker, "首版事项").await;
    writer.if_match(4).put(&at(&id), item("第二版事项")).await.expect(200);
    let title = |body: Value| body["content"]["title"].clone();
    let of = |path: String| {
        let visitor = visitor.clone();
        async move { visitor.get(&format!("/api/policies/{path}")).await }
    };
    // While the next is written, the first is in force, and the next is nobody's business.
    assert_eq!(title(of(id.clone()).await.expect(200).body), "首版事项");
    of(format!("{id}/versions/2")).await.expect(404);
    step(&writer, &id, 5, "submit", json!({})).await.expect(200);
    step(&checker, &id, 6, "pass", json!({})).await.expect(200);
    step(&writer, &id, 7, "publish", json!({})).await.expect(200);
    assert_eq!(title(of(id.clone()).await.expect(200).body), "第二版事项");
    let old = of(format!("{id}/versions/1")).await.expect(200).body;
    assert_eq!((title(old.clone()), old["in_force"].as_i64()), (json!("首版事项"), Some(2)));
    of(format!("{id}/versions/3")).await.expect(404);
    stage.finish().await;
}

#[tokio::test]
async fn suspended_resumed_closed_archived() {
    let (stage, writer, checker) = three().await;
    let id = published(&writer, &checker, "会暂停的事项").await;
    step(&checker, &id, 4, "suspend", json!({"reason": "不是本部门"})).await.expect(404);
    assert_eq!(step(&writer, &id, 4, "suspend", json!({})).await.fields(), ["reason"]);
    step(&writer, &id, 4, "suspend", json!({"reason": "年度资金已用完，待追加"})).await.expect(200);
    let shown = stage.app.visitor().get(&format!("/api/policies/{id}")).await.expect(200).body;
    assert_eq!(
        (shown["state"].as_str(), shown["reason"].as_str()),
        (Some("suspended"), Some("年度资金已用完，待追加"))
    );
    assert_eq!(step(&writer, &id, 5, "archive", json!({})).await.refused(409), "policies.wrong_state");
    step(&writer, &id, 5, "resume", json!({})).await.expect(200);
    step(&writer, &id, 6, "close", json!({"reason": "申报期已满"})).await.expect(200);
    // A version that waits for its publication keeps the item from being filed away.
    writer.if_match(7).put(&at(&id), item("明年的事项")).await.expect(200);
    step(&writer, &id, 8, "submit", json!({})).await.expect(200);
    assert_eq!(step(&writer, &id, 9, "archive", json!({})).await.refused(409), "policies.wrong_state");
    step(&writer, &id, 9, "recall", json!({})).await.expect(200);
    step(&writer, &id, 10, "archive", json!({})).await.expect(200);
    stage.app.visitor().get(&format!("/api/policies/{id}")).await.expect(404);
    let filed = writer.get("/api/government/policies?view=archived").await.expect(200).body;
    assert_eq!(filed["items"][0]["id"], json!(id));
    stage.finish().await;
}

#[tokio::test]
async fn what_ended_opens_again_with_a_new_version_and_what_is_suspended_does_not() {
    let (stage, writer, checker) = three().await;
    for (title, action, state, reason) in
        [("结束的事项", "close", "open", Value::Null), ("暂停的事项", "suspend", "suspended", json!("本期预算已用完"))]
    {
        let id = published(&writer, &checker, title).await;
        step(&writer, &id, 4, action, json!({"reason": "本期预算已用完"})).await.expect(200);
        writer.if_match(5).put(&at(&id), item("新一期的事项")).await.expect(200);
        step(&writer, &id, 6, "submit", json!({})).await.expect(200);
        step(&checker, &id, 7, "pass", json!({})).await.expect(200);
        let out = step(&writer, &id, 8, "publish", json!({})).await.expect(200).body;
        assert_eq!((&out["state"], &out["reason"]), (&json!(state), &reason), "{title}");
    }
    stage.finish().await;
}

#[tokio::test]
async fn a_department_has_so_many_items_and_archiving_makes_room() {
    let (stage, writer, _) = three().await;
    let mut last = String::new();
    // As docs/bounds-of-storage.md says.
    for _ in 0..500 {
        last = writer.post("/api/government/policies", json!({"title": "草稿"})).await.expect(201).id();
    }
    let full = writer.post("/api/government/policies", json!({"title": "草稿"})).await;
    assert_eq!(full.refused(409), "organizations.full");
    step(&writer, &last, 1, "archive", json!({})).await.expect(200);
    writer.post("/api/government/policies", json!({"title": "草稿"})).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn the_database_refuses_one_person_and_the_unchecked() {
    let (stage, writer, checker) = three().await;
    let id = checked(&writer, &checker, "两人办理的事项").await;
    for statement in [
        "UPDATE policy_versions SET checked_by = written_by",
        "UPDATE policy_versions SET written_by = checked_by",
        "UPDATE policy_versions SET submitted_by = checked_by",
        "UPDATE policy_versions SET checked_by = NULL",
        "UPDATE policy_versions SET state = 'published', checked_by = NULL",
    ] {
        let run = |tx: Tx| async move { Ok(tx.conn().execute_unprepared(statement).await.map(|_| ())?) };
        let refused = stage.app.db.write(Intent::bookkeeping("policies.edit"), run).await;
        assert!(refused.is_err(), "{statement}");
    }
    assert_eq!(writer.get(&at(&id)).await.expect(200).body["version_state"], "checked");
    stage.finish().await;
}

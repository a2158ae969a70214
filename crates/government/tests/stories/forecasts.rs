//! 政策预告: announced, moved, given up or become an item, and who is told of it.

use crate::stage::{Id, checked, department, item, published, start, step};
use jinqiao_db::{Intent, Tx, facts_of};
use jinqiao_government::forecasts::ToldFact;
use jinqiao_testkit::{Client, Reply};
use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::{Value, json};
use uuid::Uuid;

fn content(title: &str, month: &str) -> Value {
    json!({
        "title": title, "level": "district", "class": "subsidy", "object": "在高新区登记的科技型企业",
        "opens_month": month, "closes_month": "2027-09-01", "basis": "渝高新财〔2026〕30号（征求意见稿）",
        "summary": "计划对企业上一年度的数字化改造支出给予补助，比例和上限以正式文件为准。",
        "contact": {"name": "产业发展科", "phone": "023-68000000", "place": "科学城大厦 3 楼"}
    })
}

fn at(id: &str) -> String {
    format!("/api/government/forecasts/{id}")
}

async fn act(client: &Client, id: &str, action: &str, body: Value) -> Reply {
    let version = client.get(&at(id)).await.expect(200).body["version"].clone();
    client.if_match(version).post(&format!("{}/{action}", at(id)), body).await
}

pub async fn announced(client: &Client, title: &str, month: &str) -> String {
    let id = client.post("/api/government/forecasts", content(title, month)).await.expect(201).id();
    act(client, &id, "publish", json!({})).await.expect(200);
    id
}

async fn letters(client: &Client) -> Vec<(String, String)> {
    let found = client.get("/api/messages").await.expect(200).body;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = found["items"].as_array().cloned().unwrap_or_default();
    let about = |one: &Value| text(&one["title"]).contains("预告");
    items.iter().filter(|one| about(one)).map(|one| (text(&one["title"]), text(&one["link"]))).collect()
}

async fn shown(client: &Client, query: &str) -> Vec<String> {
    let body = client.get(&format!("/api/forecasts?{query}")).await.expect(200).body;
    let items = body["items"].as_array().cloned().unwrap_or_default();
    items.iter().filter_map(|one| one["title"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn a_forecast_is_written_published_and_found() {
    let stage = start().await;
    let (writer, other, visitor) = (department(&stage, 1).await, department(&stage, 2).await, stage.app.visitor());
    let made = writer.post("/api/government/forecasts", json!({"title": "数字化改造补助"})).await.expect(201);
    let id = made.id();
    other.get(&at(&id)).await.expect(404);
    visitor.get(&format!("/api/forecasts/{id}")).await.expect(404);
    let missing = act(&writer, &id, "publish", json!({})).await;
    let fields = ["object", "summary", "contact.name", "contact.phone", "level", "class", "opens_month"];
    assert_eq!(missing.fields(), fields);
    missing.expect(422);
    writer.if_match(1).put(&at(&id), content("数字化改造补助", "2027-03-17")).await.expect(200);
    assert_eq!(writer.if_match(1).put(&at(&id), content("改", "2027-03-01")).await.status, 422);
    assert_eq!(writer.if_match(1).put(&at(&id), content("改过", "2027-03-01")).await.refused(409), "conflict.stale");
    let out = act(&writer, &id, "publish", json!({})).await.expect(200).body;
    // A month is its first day.
    assert_eq!((out["state"].as_str(), out["opens_month"].as_str()), (Some("published"), Some("2027-03-01")));
    assert_eq!(act(&writer, &id, "publish", json!({})).await.refused(409), "forecasts.wrong_state");
    let mut sooner = content("人才安居支持", "2026-12-01");
    sooner["class"] = json!("benefit");
    let next = writer.post("/api/government/forecasts", sooner).await.expect(201).id();
    act(&writer, &next, "publish", json!({})).await.expect(200);
    // The next expected first.
    assert_eq!(shown(&visitor, "").await, ["人才安居支持", "数字化改造补助"]);
    assert_eq!(shown(&visitor, "class=subsidy&level=district").await, ["数字化改造补助"]);
    // What everybody reads stays complete, and is not moved into the past.
    let past = writer.if_match(3).put(&at(&id), content("数字化改造补助", "2026-10-01")).await;
    assert_eq!(past.fields(), ["opens_month"]);
    let bare = writer.if_match(3).put(&at(&id), json!({"title": "数字化改造补助"})).await;
    assert!(bare.fields().contains(&"summary".to_owned()), "{:?}", bare.fields());
    assert_eq!(act(&writer, &next, "withdraw", json!({"reason": "不"})).await.fields(), ["reason"]);
    act(&writer, &next, "withdraw", json!({"reason": "并入市级人才政策，不再单列"})).await.expect(200);
    assert_eq!(shown(&visitor, "ended=true").await, ["人才安居支持"]);
    let gone = visitor.get(&format!("/api/forecasts/{next}")).await.expect(200).body;
    assert_eq!(
        (gone["state"].as_str(), gone["reason"].as_str()),
        (Some("withdrawn"), Some("并入市级人才政策，不再单列"))
    );
    assert_eq!(
        act(&writer, &next, "withdraw", json!({"reason": "再撤一次试试"})).await.refused(409),
        "forecasts.wrong_state"
    );
    stage.finish().await;
}

#[tokio::test]
async fn who_subscribed_is_told_when_it_moves_is_given_up_or_opens() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let (told, silent) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let id = announced(&writer, "数字化改造补助", "2027-03-01").await;
    let path = format!("/api/enterprise/forecasts/{id}");
    stage.app.visitor().post(&format!("{path}/subscribe"), json!({})).await.expect(401);
    writer.post(&format!("{path}/subscribe"), json!({})).await.expect(403);
    for firm in [&told, &told, &silent] {
        let answer = firm.client.post(&format!("{path}/subscribe"), json!({})).await.expect(200);
        assert_eq!(answer.body["subscribed"], true);
    }
    silent.client.post(&format!("{path}/unsubscribe"), json!({})).await.expect(200);
    assert_eq!(silent.client.get(&path).await.expect(200).body["subscribed"], false);
    let own = told.client.get("/api/enterprise/forecasts").await.expect(200).body;
    assert_eq!((own["total"].as_i64(), own["items"][0]["id"].as_str()), (Some(1), Some(id.as_str())));
    assert_eq!(writer.get(&at(&id)).await.expect(200).body["subscribers"], 1);
    // Other words are no news, another month is.
    let mut words = content("数字化改造补助", "2027-03-01");
    words["object"] = json!("在高新区登记的制造业企业");
    writer.if_match(2).put(&at(&id), words).await.expect(200);
    stage.app.settle().await;
    assert_eq!(letters(&told.client).await, []);
    writer.if_match(3).put(&at(&id), content("数字化改造补助", "2027-05-01")).await.expect(200);
    stage.app.settle().await;
    let page = format!("/policies/forecasts/{id}");
    assert_eq!(letters(&told.client).await, [("政策预告调整了时间".to_owned(), page.clone())]);
    // It becomes the item that the department names, when that is published.
    let policy = checked(&writer, &checker, "数字化改造补助").await;
    let foreign = published(&checker, &writer, "别的部门的事项").await;
    act(&writer, &id, "policy", json!({"policy_id": foreign})).await.expect(404);
    let named = act(&writer, &id, "policy", json!({"policy_id": policy})).await.expect(200).body;
    assert_eq!((named["state"].as_str(), named["policy_title"].as_str()), (Some("published"), Some("数字化改造补助")));
    let public = stage.app.visitor().get(&format!("/api/forecasts/{id}")).await.expect(200).body;
    assert_eq!(public["policy_id"], Value::Null, "nobody knows of an item before it is published");
    step(&writer, &policy, 3, "publish", json!({})).await.expect(200);
    stage.app.settle().await;
    let public = stage.app.visitor().get(&format!("/api/forecasts/{id}")).await.expect(200).body;
    assert_eq!((public["state"].as_str(), public["policy_id"].as_str()), (Some("opened"), Some(policy.as_str())));
    assert_eq!(letters(&told.client).await[0], ("预告的政策已发布".to_owned(), format!("/policies/{policy}")));
    assert_eq!(told.client.post(&format!("{path}/subscribe"), json!({})).await.refused(409), "forecasts.wrong_state");
    // One whose item is there already opens at once; one that is withdrawn says so.
    let at_once = announced(&writer, "已经发布的事项", "2027-04-01").await;
    let given_up = announced(&writer, "不再出台的事项", "2027-04-01").await;
    for one in [&at_once, &given_up] {
        told.client.post(&format!("/api/enterprise/forecasts/{one}/subscribe"), json!({})).await.expect(200);
    }
    let opened = act(&writer, &at_once, "policy", json!({"policy_id": policy})).await.expect(200).body;
    assert_eq!(opened["state"], "opened");
    act(&writer, &given_up, "withdraw", json!({"reason": "经研究不再出台"})).await.expect(200);
    stage.app.settle().await;
    let titles: Vec<_> = letters(&told.client).await.into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles[..2], ["政策预告已撤销", "预告的政策已发布"]);
    assert_eq!(titles.len(), 4);
    assert_eq!(letters(&silent.client).await, []);
    let told_of = writer.get(&at(&id)).await.expect(200).body["timeline"].as_array().expect("lines").len();
    assert_eq!(told_of, 4, "published, changed, moved, opened");
    stage.finish().await;
}

#[tokio::test]
async fn an_item_that_is_suspended_opens_its_forecast_when_it_goes_on() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let policy = published(&writer, &checker, "数字化改造补助").await;
    step(&writer, &policy, 4, "suspend", json!({"reason": "年度资金已用完，待追加"})).await.expect(200);
    let id = announced(&writer, "数字化改造补助", "2027-03-01").await;
    act(&writer, &id, "policy", json!({"policy_id": policy})).await.expect(200);
    // A new version of it does not end the suspension.
    writer.if_match(5).put(&format!("/api/government/policies/{policy}"), item("数字化改造补助")).await.expect(200);
    step(&writer, &policy, 6, "submit", json!({})).await.expect(200);
    step(&checker, &policy, 7, "pass", json!({})).await.expect(200);
    step(&writer, &policy, 8, "publish", json!({})).await.expect(200);
    stage.app.settle().await;
    assert_eq!(writer.get(&at(&id)).await.expect(200).body["state"], "published");
    step(&writer, &policy, 9, "resume", json!({})).await.expect(200);
    stage.app.settle().await;
    assert_eq!(writer.get(&at(&id)).await.expect(200).body["state"], "opened");
    stage.finish().await;
}

#[tokio::test]
async fn months_that_are_over_come_after_those_that_come() {
    let stage = start().await;
    let writer = department(&stage, 1).await;
    for month in ["2027-03-01", "2026-11-01", "2027-01-01", "2026-12-01", "2027-02-01"] {
        announced(&writer, month, month).await;
    }
    let visitor = stage.app.visitor();
    let sooner = ["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01"];
    assert_eq!(shown(&visitor, "").await, sooner);
    let days = chrono::NaiveDate::from_ymd_opt(2027, 1, 15).expect("a day") - stage.app.db.world().now().date_naive();
    stage.app.clock.advance(days);
    let now = ["2027-01-01", "2027-02-01", "2027-03-01", "2026-12-01", "2026-11-01"];
    assert_eq!(shown(&visitor, "level=district").await, now);
    for (page, month) in (1..).zip(now) {
        assert_eq!(shown(&visitor, &format!("size=1&page={page}")).await, [month]);
    }
    stage.finish().await;
}

#[tokio::test]
async fn many_are_told_in_lots_and_each_once() {
    let stage = start().await;
    let writer = department(&stage, 1).await;
    let firm = stage.enterprise(1).await;
    let id = announced(&writer, "数字化改造补助", "2027-03-01").await;
    firm.client.post(&format!("/api/enterprise/forecasts/{id}/subscribe"), json!({})).await.expect(200);
    // 249 further firms that nobody works for, all like the first.
    let fill = |tx: Tx| async move {
        let postgres = tx.conn().get_database_backend() == DbBackend::Postgres;
        let id = if postgres { "gen_random_uuid()" } else { "randomblob(16)" };
        tx.conn()
            .execute_unprepared("CREATE TEMP TABLE alike AS SELECT * FROM organizations WHERE kind = 'enterprise'")
            .await?;
        for _ in 0..249 {
            let new = format!("UPDATE alike SET id = {id}, uscc = NULL");
            tx.conn().execute_unprepared(&new).await?;
            tx.conn().execute_unprepared("INSERT INTO organizations SELECT * FROM alike").await?;
        }
        let rows = "INSERT INTO forecast_subscriptions SELECT s.forecast_id, o.id, s.created_at FROM organizations o, \
            forecast_subscriptions s WHERE o.kind = 'enterprise' AND o.id <> s.enterprise_id";
        tx.conn().execute_unprepared(rows).await?;
        Ok(())
    };
    stage.app.db.write(Intent::bookkeeping("forecasts.subscribe"), fill).await.expect("rows");
    act(&writer, &id, "withdraw", json!({"reason": "经研究不再出台"})).await.expect(200);
    stage.app.settle().await;
    assert_eq!(letters(&firm.client).await.len(), 1);
    let facts = facts_of(stage.app.db.read(), id.parse::<Uuid>().expect("an id")).await.expect("facts");
    let told = facts.iter().filter(|fact| fact.kind == "forecasts.told");
    let lots: Vec<_> = told.map(|fact| fact.decode::<ToldFact>().expect("a fact").firms.len()).collect();
    assert_eq!(lots, [100, 100, 50]);
    stage.finish().await;
}

#[tokio::test]
async fn a_firm_subscribes_to_so_many_and_a_department_announces_so_many() {
    let stage = start().await;
    let (writer, other, checker) =
        (department(&stage, 1).await, department(&stage, 2).await, department(&stage, 3).await);
    let firm = stage.enterprise(1).await;
    let subscribe = |id: String| {
        let client = firm.client.clone();
        async move { client.post(&format!("/api/enterprise/forecasts/{id}/subscribe"), json!({})).await }
    };
    // As docs/bounds-of-storage.md says.
    let mut last = String::new();
    for _ in 0..50 {
        last = announced(&writer, "数字化改造补助", "2027-03-01").await;
        subscribe(last.clone()).await.expect(200);
    }
    let full = writer.post("/api/government/forecasts", json!({"title": "草稿"})).await;
    assert_eq!(full.refused(409), "organizations.full");
    let more = announced(&other, "另一部门的预告", "2027-03-01").await;
    assert_eq!(subscribe(more.clone()).await.refused(409), "organizations.full");
    // What was there already stays there; what has ended makes room on both sides.
    subscribe(last.clone()).await.expect(200);
    let policy = published(&writer, &checker, "数字化改造补助").await;
    act(&writer, &last, "policy", json!({"policy_id": policy})).await.expect(200);
    subscribe(more).await.expect(200);
    writer.post("/api/government/forecasts", json!({"title": "又一个预告"})).await.expect(201);
    stage.finish().await;
}

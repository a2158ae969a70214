//! Both sides rate each other after an order has ended, and neither learns the other's marks before giving its own.

use crate::stage::{Id, Member, grab, step};
use jinqiao_testkit::Reply;
use serde_json::{Value, json};

pub fn by_enterprise(score: i32, text: Option<&str>) -> Value {
    marks(["responsiveness", "professionalism", "fee_transparency", "overall"], score, text)
}

pub fn by_institution(score: i32, text: Option<&str>) -> Value {
    marks(["truthfulness", "cooperation", "fulfilment", "overall"], score, text)
}

fn marks(aspects: [&str; 4], score: i32, text: Option<&str>) -> Value {
    let marks = aspects.map(|aspect| json!({"aspect": aspect, "score": score}));
    json!({"marks": marks, "text": text})
}

pub async fn rate(who: &Member, side: &str, order: &str, body: Value) -> Reply {
    who.client.post(&format!("/api/{side}/orders/{order}/ratings"), body).await
}

async fn seen(who: &Member, side: &str, order: &str) -> Value {
    who.client.get(&format!("/api/{side}/orders/{order}/ratings")).await.expect(200).body
}

const BAD: &str = "收费与事先承诺不一致，多次沟通没有结果";

#[tokio::test]
async fn marks_stay_hidden_until_both_are_given() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "disbursed").await;
    assert_eq!(rate(&firm, "enterprise", &order, by_enterprise(5, None)).await.refused(409), "ratings.not_ended");
    step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    let before = seen(&bank, "institution", &order).await;
    assert_eq!((&before["may_rate"], &before["until"]), (&json!(true), &json!("2026-12-08T02:00:00Z")));
    let wordless = rate(&firm, "enterprise", &order, by_enterprise(2, None)).await.expect(422);
    assert_eq!(wordless.fields(), ["text"]);
    let wrong = rate(&firm, "enterprise", &order, by_institution(4, None)).await.expect(422);
    assert_eq!(wrong.fields(), ["marks"]);
    rate(&firm, "enterprise", &order, by_enterprise(2, Some(BAD))).await.expect(200);
    assert_eq!(rate(&firm, "enterprise", &order, by_enterprise(5, None)).await.refused(409), "ratings.already_given");

    // The bank sees what it saw before, and cannot reply to what it cannot see.
    assert_eq!(seen(&bank, "institution", &order).await, before);
    let reply = format!("/api/institution/orders/{order}/ratings/reply");
    assert_eq!(bank.client.post(&reply, json!({"text": "已退还费用"})).await.refused(404), "not_found");
    let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
    assert_eq!(own.body["institution"]["reputation"], Value::Null);

    // Its own rating opens both.
    rate(&bank, "institution", &order, by_institution(5, Some("资料齐全，配合积极"))).await.expect(200);
    let open = seen(&bank, "institution", &order).await;
    assert_eq!(open["theirs"]["text"], BAD);
    assert_eq!((&open["may_reply"], &open["may_appeal"]), (&json!(true), &json!(true)));
    assert_eq!(seen(&firm, "enterprise", &order).await["may_appeal"], json!(false));
    let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
    assert_eq!(own.body["institution"]["reputation"], json!({"average": 200, "count": 1}));

    bank.client.post(&reply, json!({"text": "费用已退还，感谢监督"})).await.expect(200);
    assert_eq!(bank.client.post(&reply, json!({"text": "再次回复"})).await.refused(409), "ratings.already_replied");
    stage.app.settle().await;
    let told = firm.client.get("/api/messages").await.expect(200);
    assert_eq!(told.body["items"][0]["title"], "对方回复了评价");
    stage.finish().await;
}

#[tokio::test]
async fn one_rating_opens_when_the_window_ends() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "refused").await;
    rate(&firm, "enterprise", &order, by_enterprise(4, None)).await.expect(200);
    let (_, other) = stage.order_in(&stage.enterprise(3).await, &bank, "closed").await;
    stage.app.clock.advance(chrono::TimeDelta::days(15));
    let mut bank = bank.client.clone();
    bank.login(json!({"login": "user-2", "password": crate::stage::PASSWORD})).await.expect(200);
    let open = bank.get(&format!("/api/institution/orders/{order}/ratings")).await.expect(200);
    assert_eq!((&open.body["theirs"]["open"], &open.body["may_rate"]), (&json!(true), &json!(false)));
    let late = bank.post(&format!("/api/institution/orders/{other}/ratings"), by_institution(5, None)).await;
    assert_eq!(late.refused(409), "ratings.too_late");
    stage.finish().await;
}

#[tokio::test]
async fn an_upheld_appeal_strikes_the_rating() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "closed").await;
    let appeal = format!("/api/institution/orders/{order}/ratings/appeal");
    let reason = json!({"reason": "费用由评估机构收取，与本行无关"});
    assert_eq!(bank.client.post(&appeal, reason.clone()).await.refused(404), "not_found");
    rate(&firm, "enterprise", &order, by_enterprise(1, Some(BAD))).await.expect(200);
    rate(&bank, "institution", &order, by_institution(4, None)).await.expect(200);
    bank.client.post(&appeal, reason.clone()).await.expect(200);
    assert_eq!(bank.client.post(&appeal, reason).await.refused(409), "ratings.already_appealed");
    let mild = format!("/api/enterprise/orders/{order}/ratings/appeal");
    let mild = firm.client.post(&mild, json!({"reason": "评分应当更高一些，请平台复核"})).await;
    assert_eq!(mild.refused(409), "ratings.not_negative");

    let queue = stage.operator.get("/api/operator/reviews?kind=rating_appeal&state=waiting").await.expect(200);
    let id = queue.body["items"][0]["subject_id"].as_str().expect("an id").to_owned();
    let path = format!("/api/operator/rating-appeals/{id}");
    let case = stage.operator.get(&path).await.expect(200);
    assert_eq!((&case.body["from_name"], &case.body["to_name"]), (&json!(firm.name), &json!(bank.name)));
    let ruling = json!({"uphold": true, "ruling": "经核实，费用由第三方收取，评价不成立"});
    stage.operator.post(&format!("{path}/rule"), ruling.clone()).await.expect(200);
    assert_eq!(stage.operator.post(&format!("{path}/rule"), ruling).await.refused(409), "ratings.wrong_state");
    let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
    assert_eq!(own.body["institution"]["reputation"], Value::Null);
    assert_eq!(seen(&firm, "enterprise", &order).await["own"]["appeal_state"], "upheld");
    stage.finish().await;
}

#[tokio::test]
async fn a_rating_before_confirmation_reveals_nothing() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let demand = stage.published(&firm, 100).await;
    let order = grab(&bank, &demand, 100).await.expect(201).id();
    step(&firm, &order, "decline", json!({"reason": "额度不合适"})).await.expect(200);
    let telling = by_enterprise(4, Some(&format!("{}感谢贵行", firm.name)));
    assert_eq!(rate(&firm, "enterprise", &order, telling).await.expect(422).fields(), ["text"]);
    rate(&firm, "enterprise", &order, by_enterprise(4, Some("响应很快"))).await.expect(200);
    rate(&bank, "institution", &order, by_institution(3, None)).await.expect(200);
    stage.app.settle().await;
    for path in [format!("/api/institution/orders/{order}/ratings"), "/api/messages".to_owned()] {
        let page = bank.client.get(&path).await.expect(200);
        let text = String::from_utf8_lossy(&page.bytes);
        assert!(!text.contains(&firm.name) && !text.contains(&firm.org), "{path}");
    }
    // Orders that others won are not rated; other people's orders are not there.
    let rival = stage.institution(4).await;
    assert_eq!(rate(&rival, "institution", &order, by_institution(3, None)).await.refused(404), "not_found");
    stage.finish().await;
}

//! During due diligence the bank asks for materials; until they come, nothing is decided.

use crate::stage::{step, uploaded};
use serde_json::{Value, json};

fn wanted() -> Value {
    json!({"items": [{"name": "近两年审计报告", "note": "加盖公章"}, {"name": "纳税证明", "note": null}]})
}

#[tokio::test]
async fn materials_are_asked_for_provided_and_read() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "due_diligence").await;
    let none = json!({"attachments": [], "note": "没有需要补充的材料"});
    assert_eq!(step(&firm, &order, "provide-materials", none).await.refused(409), "orders.wrong_state");
    let twice = json!({"items": [{"name": "纳税证明"}, {"name": "纳税证明"}]});
    assert_eq!(step(&bank, &order, "request-materials", twice).await.expect(422).fields(), ["items[1].name"]);
    let ours = async || {
        let officers = bank.client.get("/api/institution/officers").await.expect(200).body;
        officers[0]["by_state"][0]["ours"].clone()
    };
    assert_eq!(ours().await, 1, "the bank examines");
    let asked = step(&bank, &order, "request-materials", wanted()).await.expect(200);
    assert_eq!(ours().await, 0, "the enterprise owes materials");
    assert!(asked.body["awaiting_since"].is_string());

    // While the enterprise owes materials the bank neither decides nor asks again.
    assert_eq!(step(&bank, &order, "start-review", json!({})).await.refused(409), "orders.materials_pending");
    assert_eq!(step(&bank, &order, "request-materials", wanted()).await.refused(409), "orders.materials_pending");
    stage.app.settle().await;
    let told = firm.client.get("/api/messages").await.expect(200);
    assert_eq!(told.body["items"][0]["title"], "机构请您补充材料");

    // An empty answer is none; somebody else's file is none either.
    let empty = json!({"attachments": [], "note": null});
    assert_eq!(step(&firm, &order, "provide-materials", empty).await.expect(422).fields(), ["attachments"]);
    let stranger = stage.enterprise(3).await;
    let foreign = json!({"attachments": [uploaded(&stranger, "a.pdf").await], "note": null});
    assert_eq!(step(&firm, &order, "provide-materials", foreign).await.expect(422).fields(), ["attachments[0]"]);
    let file = uploaded(&firm, "audit.pdf").await;
    let answer = json!({"attachments": [file], "note": "纳税证明本月内补交"});
    let provided = step(&firm, &order, "provide-materials", answer).await.expect(200);
    assert_eq!(provided.body["awaiting_since"], Value::Null);

    // The bank reads them, and the enterprise sees that it did; others see nothing, and nobody after the consent.
    let seen = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200);
    assert_eq!(seen.body["materials"][0]["files"][0]["name"], "audit.pdf");
    let path = format!("/api/institution/orders/{order}/materials/{file}");
    bank.client.get(&path).await.expect(200);
    let rival = stage.institution(4).await;
    assert_eq!(rival.client.get(&path).await.refused(404), "not_found");
    let consents = firm.client.get("/api/enterprise/consents").await.expect(200);
    let consent = consents.body["items"][0]["id"].as_str().expect("an id").to_owned();
    let log = firm.client.get(&format!("/api/enterprise/consent-accesses?consent={consent}")).await.expect(200);
    assert_eq!(log.body["items"][0]["what"], "下载补充材料“audit.pdf”");
    step(&bank, &order, "start-review", json!({})).await.expect(200);
    let revoke = format!("/api/enterprise/consents/{consent}/revoke");
    firm.client.post(&revoke, json!({"reason": "不再需要"})).await.expect(200);
    assert_eq!(bank.client.get(&path).await.refused(404), "not_found");
    let closed = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200);
    assert_eq!(closed.body["materials"], json!([]));
    stage.finish().await;
}

#[tokio::test]
async fn a_request_can_be_taken_back_and_made_again() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "due_diligence").await;
    assert_eq!(step(&bank, &order, "recall-materials", json!({})).await.refused(409), "orders.wrong_state");
    step(&bank, &order, "request-materials", wanted()).await.expect(200);
    step(&bank, &order, "recall-materials", json!({})).await.expect(200);
    step(&bank, &order, "request-materials", wanted()).await.expect(200);
    let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
    assert_eq!(own.body["materials"].as_array().map(Vec::len), Some(2));
    // Whoever leaves owes nothing any more.
    let left = step(&firm, &order, "withdraw", json!({"reason": "计划有变"})).await.expect(200);
    assert_eq!(left.body["awaiting_since"], Value::Null);
    stage.finish().await;
}

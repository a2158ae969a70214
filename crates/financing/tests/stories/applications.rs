//! Direct application: a product on the shelf, applied for, taken on or declined, and what becomes of it.

use crate::stage::{Id, apply, apply_with, confirm, decision, demand, disbursement, loan, served_enterprises, step};
use serde_json::json;

#[tokio::test]
async fn from_the_product_to_the_money() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let product = stage.shelved(&bank, loan("科创贷")).await;
    stage.operator.put("/api/operator/parameters/take_on_days", json!({"value": 3})).await.expect(200);
    let made = apply(&firm, &product).await.expect(201);
    let (order, demand) = (made.id(), made.body["demand_id"].as_str().expect("a demand").to_owned());
    assert_eq!((made.body["state"].as_str(), made.body["decision_wd"].as_i64()), (Some("applied"), Some(5)));
    assert_eq!(apply(&firm, &product).await.refused(409), "orders.already_applied");
    // Applying opens the data, and nobody else sees the demand.
    let seen = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200);
    assert_eq!(seen.body["enterprise"]["name"], firm.name);
    assert_eq!(bank.client.get("/api/market/demands").await.expect(200).body["total"], 0);
    let own = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!((own.body["state"].as_str(), own.body["direct"].as_bool()), (Some("negotiating"), Some(true)));
    let other = stage.institution(3).await;
    other.client.get(&format!("/api/market/demands/{demand}")).await.expect(404);
    other.client.get(&format!("/api/institution/orders/{order}")).await.expect(404);
    assert_eq!(step(&firm, &order, "confirm", confirm()).await.refused(409), "orders.wrong_state");
    let path = format!("/api/institution/orders/{order}/take-on");
    bank.client.if_match(1).post(&path, json!({})).await.expect(200);
    for (who, action, body) in [
        (&bank, "contact", json!({"method": "phone", "note": "已电话沟通"})),
        (&bank, "start-review", json!({})),
        (&bank, "approve", decision(100)),
        (&firm, "accept", json!({"complete": false, "annual_cost": 3_800})),
        (&bank, "disburse", disbursement(100)),
        (&firm, "confirm-disbursement", json!({})),
    ] {
        step(who, &order, action, body).await.expect(200);
    }
    let own = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!(own.body["state"], "fulfilled");
    apply(&firm, &product).await.expect(201);
    stage.app.settle().await;
    let told = bank.client.get("/api/messages").await.expect(200).body.to_string();
    assert!(told.contains("企业申请贵机构的产品") && told.contains("请在 3 个工作日内受理"), "{told}");
    stage.finish().await;
}

#[tokio::test]
async fn declined_it_may_become_a_demand_for_the_market() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let product = stage.shelved(&bank, loan("科创贷")).await;
    let made = apply(&firm, &product).await.expect(201);
    let (order, id) = (made.id(), made.body["demand_id"].as_str().expect("a demand").to_owned());
    let short = json!({"code": "r15", "text": "不在服务区域"});
    assert_eq!(step(&bank, &order, "refuse", short).await.expect(422).fields(), ["text"]);
    let refuse = json!({"code": "r15", "text": "企业注册地不在本行服务区域之内，建议联系当地支行。"});
    step(&bank, &order, "refuse", refuse).await.expect(200);
    assert_eq!(served_enterprises(&stage).await, 1, "a refusal is an answer");
    let path = format!("/api/enterprise/demands/{id}");
    let own = firm.client.get(&path).await.expect(200);
    assert_eq!(own.body["state"], "closed_unmatched");
    stage.app.settle().await;
    assert!(firm.client.get("/api/messages").await.body.to_string().contains("可转为公开需求"));
    let version = own.body["version"].clone();
    firm.client
        .if_match(&version)
        .post(&format!("{path}/submit"), json!({"authorization_version": 1}))
        .await
        .expect(200);
    let approve = json!({"public_text": "采购原材料，交付已签订单"});
    let submitted = version.as_i64().expect("a version") + 1;
    stage.operator.if_match(submitted).post(&format!("/api/operator/demands/{id}/approve"), approve).await.expect(200);
    let own = firm.client.get(&path).await.expect(200);
    assert_eq!((own.body["state"].as_str(), own.body["direct"].as_bool()), (Some("open"), Some(false)));
    assert_eq!(bank.client.get("/api/market/demands").await.expect(200).body["total"], 1);
    let other = stage.institution(3).await;
    crate::stage::grab(&other, &id, 100).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn an_order_keeps_the_version_under_which_it_was_opened() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let product = stage.shelved(&bank, loan("科创贷")).await;
    let order = apply(&firm, &product).await.expect(201).id();
    let path = format!("/api/institution/products/{product}");
    let version = bank.client.get(&path).await.body["version"].clone();
    let mut dearer = loan("科创贷");
    (dearer["rate_min"], dearer["decision_wd"]) = (json!(399), json!(9));
    bank.client.if_match(version).put(&path, dearer).await.expect(200);
    let version = bank.client.get(&path).await.body["version"].clone();
    bank.client.if_match(version).post(&format!("{path}/submit"), json!({})).await.expect(200);
    let review = format!("/api/operator/products/{product}");
    let version = stage.operator.get(&review).await.body["product"]["version"].clone();
    stage.operator.if_match(version).post(&format!("{review}/approve"), json!({})).await.expect(200);
    let kept = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200).body;
    assert_eq!(kept["product"]["number"], 1);
    assert_eq!((kept["product"]["content"]["rate_min"].as_i64(), kept["decision_wd"].as_i64()), (Some(3_450), Some(5)));
    let stranger = stage.enterprise(4).await;
    assert_eq!(apply(&stranger, &product).await.refused(409), "products.changed");
    apply_with(&stranger, &product, 2, demand(100)).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn what_does_not_fit_is_refused_by_name() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let product = stage.shelved(&bank, loan("科创贷")).await;
    let mut wrong = demand(600);
    (wrong["term_months"], wrong["guarantees"]) = (json!(60), json!(["mortgage"]));
    let told = apply_with(&firm, &product, 1, wrong).await.expect(422);
    assert_eq!(told.fields(), ["amount", "term_months", "guarantees"]);
    assert_eq!(apply_with(&firm, &product, 1, json!({"amount": 100_000_000})).await.expect(422).fields().len(), 6);
    bank.client.post(&format!("/api/products/{product}/apply"), json!({})).await.expect(403);
    stage.app.visitor().post(&format!("/api/products/{product}/apply"), json!({})).await.expect(401);
    assert_eq!(
        firm.client.get("/api/enterprise/demands").await.expect(200).body["total"],
        0,
        "nothing was left behind"
    );
    stage.finish().await;
}

#[tokio::test]
async fn withdrawn_by_the_enterprise_it_cannot_be_taken_on() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let product = stage.shelved(&bank, loan("科创贷")).await;
    let order = apply(&firm, &product).await.expect(201).id();
    assert_eq!(served_enterprises(&stage).await, 0, "nobody has answered yet");
    step(&firm, &order, "withdraw", json!({"reason": "改用自有资金"})).await.expect(200);
    assert_eq!(served_enterprises(&stage).await, 0);
    let late = bank.client.if_match(2).post(&format!("/api/institution/orders/{order}/take-on"), json!({})).await;
    assert_eq!(late.refused(409), "orders.wrong_state");
    apply(&firm, &product).await.expect(201);
    stage.finish().await;
}

//! A demand from draft to the market.

use crate::stage::{Id, demand, profile};
use axum::http::Method;
use serde_json::json;

#[tokio::test]
async fn a_draft_is_kept_as_typed_and_completed_before_submission() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let made = firm.client.post("/api/enterprise/demands", json!({"amount": 5_000_000})).await.expect(201);
    assert_eq!((made.body["state"].as_str(), made.body["no"].as_str()), (Some("draft"), Some("XQ-202611-00001")));
    let path = format!("/api/enterprise/demands/{}", made.id());
    let submit = json!({"authorization_version": 1});
    let missing = firm.client.if_match(1).post(&format!("{path}/submit"), submit.clone()).await.expect(422);
    assert_eq!(
        missing.fields(),
        ["use_kind", "use_text", "term_months", "guarantees", "repayments", "repayment_source"]
    );
    let whole = demand(100);
    assert_eq!(firm.client.put(&path, whole.clone()).await.refused(400), "request.version");
    let weak = firm.client.send(Method::PUT, &path, Some(&whole), &[("if-match", "W/\"1\"")]).await;
    assert_eq!(weak.refused(400), "request.version");
    firm.client.if_match(1).put(&path, whole.clone()).await.expect(200);
    assert_eq!(
        firm.client.if_match(1).put(&path, whole.clone()).await.refused(409),
        "conflict.stale",
        "another tab was faster"
    );
    let outdated = json!({"authorization_version": 9});
    assert_eq!(
        firm.client.if_match(2).post(&format!("{path}/submit"), outdated).await.refused(409),
        "agreements.outdated"
    );
    let sent = firm.client.if_match(2).post(&format!("{path}/submit"), submit.clone()).await.expect(200);
    assert_eq!(sent.body["state"], "reviewing");
    assert_eq!(
        firm.client.if_match(3).post(&format!("{path}/submit"), submit.clone()).await.refused(409),
        "demands.wrong_state"
    );
    assert_eq!(firm.client.if_match(3).put(&path, whole).await.refused(409), "demands.wrong_state");
    stage.finish().await;
}

#[tokio::test]
async fn a_thin_profile_is_completed_first() {
    let stage = crate::stage::start().await;
    let firm = stage.applicant("enterprise", 1).await;
    stage.decide(&firm, 1, "approve", json!({})).await.expect(200);
    let id = firm.client.post("/api/enterprise/demands", demand(100)).await.expect(201).id();
    let submit = format!("/api/enterprise/demands/{id}/submit");
    let body = json!({"authorization_version": 1});
    assert_eq!(firm.client.if_match(1).post(&submit, body.clone()).await.refused(409), "demands.profile_incomplete");
    let saved = firm.client.if_match(0).put("/api/enterprise/profile", profile()).await.expect(200);
    assert_eq!((saved.body["completeness"].as_i64(), saved.body["version"].as_i64()), (Some(90), Some(1)));
    assert_eq!(saved.body["legal_person_id_masked"], "110***********002X");
    assert_eq!(firm.client.if_match(0).put("/api/enterprise/profile", profile()).await.refused(409), "conflict.stale");
    firm.client.if_match(1).post(&submit, body).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn the_operator_returns_refuses_and_keeps_the_enterprise_anonymous() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let id = stage.submitted(&firm, 100).await;
    let path = format!("/api/operator/demands/{id}");
    let seen = stage.operator.get(&path).await.expect(200);
    assert_eq!(seen.body["enterprise"]["name"], firm.name);
    for identifying_text in ["高新enterprise第1号采购原材料", "联系人1等候来电", "请致电 138 0000 0001"]
    {
        let told =
            stage.operator.if_match(2).post(&format!("{path}/approve"), json!({"public_text": identifying_text})).await;
        assert_eq!(told.expect(422).fields(), ["public_text"], "{identifying_text}");
    }
    let defects = json!([{"field": "use_text", "message": "请写明采购内容"}]);
    stage.operator.if_match(2).post(&format!("{path}/return"), json!({"defects": defects})).await.expect(200);
    let own = format!("/api/enterprise/demands/{id}");
    let returned = firm.client.get(&own).await.expect(200);
    assert_eq!((returned.body["state"].as_str(), returned.body["version"].as_i64()), (Some("returned"), Some(3)));
    assert_eq!(returned.body["defects"][0]["message"], "请写明采购内容");
    firm.client.if_match(3).put(&own, demand(120)).await.expect(200);
    firm.client.if_match(4).post(&format!("{own}/submit"), json!({"authorization_version": 1})).await.expect(200);
    let reason = "所列用途属于限制性行业，不予发布";
    stage.operator.if_match(5).post(&format!("{path}/refuse"), json!({"reason": reason})).await.expect(200);
    let refused = firm.client.get(&own).await.expect(200);
    assert_eq!((refused.body["state"].as_str(), refused.body["refusal"].as_str()), (Some("refused"), Some(reason)));
    stage.finish().await;
}

#[tokio::test]
async fn other_tenants_and_the_operators_queue_know_nothing_of_it() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let stranger = stage.enterprise(2).await;
    let draft = firm.client.post("/api/enterprise/demands", demand(100)).await.expect(201).id();
    let path = format!("/api/enterprise/demands/{draft}");
    stranger.client.get(&path).await.expect(404);
    stranger.client.if_match(1).put(&path, demand(1)).await.expect(404);
    let body = json!({"authorization_version": 1});
    stranger.client.if_match(1).post(&format!("{path}/submit"), body).await.expect(404);
    stranger.client.if_match(1).post(&format!("{path}/withdraw"), json!({"reason": "不需要了"})).await.expect(404);
    stranger.client.if_match(1).post(&format!("{path}/complete"), json!({})).await.expect(404);
    stranger.client.get(&format!("{path}/orders")).await.expect(404);
    assert_eq!(stranger.client.get("/api/enterprise/demands").await.expect(200).body["total"], 0);
    stage.operator.get(&format!("/api/operator/demands/{draft}")).await.expect(404);
    stage.finish().await;
}

#[tokio::test]
async fn withdrawn_from_review_it_leaves_the_queue() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let id = stage.submitted(&firm, 100).await;
    let withdraw = json!({"reason": "改用自有资金"});
    firm.client.if_match(2).post(&format!("/api/enterprise/demands/{id}/withdraw"), withdraw).await.expect(200);
    assert_eq!(stage.waiting("demand").await, 0);
    let approve = json!({"public_text": "采购原材料"});
    let late = stage.operator.if_match(3).post(&format!("/api/operator/demands/{id}/approve"), approve).await;
    assert_eq!(late.refused(409), "demands.wrong_state");
    stage.finish().await;
}

#[tokio::test]
async fn the_market_filters_and_sorts() {
    let stage = crate::stage::start().await;
    stage.set("anonymity_k", 1).await;
    let firm = stage.enterprise(1).await;
    let bank = stage.institution(2).await;
    for wan in [300, 100, 200] {
        stage.published(&firm, wan).await;
        stage.app.clock.advance(chrono::TimeDelta::minutes(1));
    }
    let amounts = |query: &'static str| {
        let client = bank.client.clone();
        async move {
            let page = client.get(&format!("/api/market/demands?{query}")).await.expect(200);
            let items = page.body["items"].as_array().expect("items").clone();
            items.iter().map(|item| item["amount"].as_i64().expect("fen") / 1_000_000).collect::<Vec<_>>()
        }
    };
    assert_eq!(amounts("").await, [200, 100, 300]);
    assert_eq!(amounts("sort=amount").await, [100, 200, 300]);
    assert_eq!(amounts("sort=-amount&size=2").await, [300, 200]);
    assert_eq!(amounts("sort=-amount&size=2&page=2").await, [100]);
    assert_eq!(amounts("amount_min=150000000&amount_max=250000000").await, [200]);
    assert_eq!(
        amounts("guarantee=credit&section=c&term_max=12&first_loan=true&use_kind=working_capital").await.len(),
        3
    );
    assert_eq!(amounts("guarantee=mortgage").await.len() + amounts("section=i").await.len(), 0);
    let wrong = bank.client.get("/api/market/demands?sort=enterprise_id").await.expect(422);
    assert_eq!(wrong.fields(), ["sort"]);
    let overview = stage.app.visitor().get("/api/market/overview").await.expect(200);
    assert_eq!(overview.body["demands"], 3);
    stage.finish().await;
}

#[tokio::test]
async fn only_certified_institutions_see_the_market() {
    let stage = crate::stage::start().await;
    let bank = stage.applicant("institution", 1).await;
    stage.decide(&bank, 1, "approve", json!({})).await.expect(200);
    assert_eq!(bank.client.get("/api/market/demands").await.refused(403), "organizations.not_certified");
    bank.client.get("/api/market/overview").await.expect(200);
    stage.decide(&bank, 2, "certify", json!({"certified": true})).await.expect(200);
    bank.client.get("/api/market/demands").await.expect(200);
    stage.decide(&bank, 3, "certify", json!({"certified": false})).await.expect(422);
    let withdrawn = json!({"certified": false, "reason": "许可证已到期"});
    stage.decide(&bank, 3, "certify", withdrawn).await.expect(200);
    // Takes effect on the next request.
    assert_eq!(bank.client.get("/api/market/demands").await.refused(403), "organizations.not_certified");
    let firm = stage.enterprise(2).await;
    let enterprise = stage.decide(&firm, 2, "certify", json!({"certified": true})).await;
    assert_eq!(enterprise.refused(409), "organizations.not_certifiable");
    stage.finish().await;
}

//! Products: written, reviewed, on the shelf, in versions.

use crate::stage::{Id, Stage, act_on_product, decide_on_product, loan, on_shelf};
use serde_json::{Value, json};

fn equity(name: &str) -> Value {
    json!({"kind": "equity", "name": name, "summary": "投早投小投科技", "description": "关注智能制造与生物医药的早期项目。",
        "equity_type": "venture_capital", "fund_name": "高新创投一号", "manager": "高新创投", "stages": ["angel", "a"],
        "lead_role": "both", "decision_weeks": 6, "amount_min": 100_000_000, "amount_max": 3_000_000_000_i64,
        "materials": ["商业计划书"], "contact_name": "李经理", "contact_phone": "023-60000001"})
}

async fn names(stage: &Stage, query: &str) -> Vec<String> {
    let page = stage.app.visitor().get(&format!("/api/products?{query}")).await.expect(200);
    let items = page.body["items"].as_array().expect("items").clone();
    items.iter().map(|item| item["name"].as_str().expect("a name").to_owned()).collect()
}

#[tokio::test]
async fn from_draft_to_the_shelf_and_off_it() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    let draft = json!({"kind": "debt", "name": "科创贷"});
    let id = bank.client.post("/api/institution/products", draft).await.expect(201).id();
    let missing = act_on_product(&bank, &id, "submit").await.expect(422).fields();
    assert!(missing.contains(&"rate_min".to_owned()) && missing.contains(&"materials".to_owned()), "{missing:?}");
    let path = format!("/api/institution/products/{id}");
    let mut content = loan("科创贷");
    content["decision_wd"] = json!(11);
    bank.client.if_match(1).put(&path, content).await.expect(200);
    assert_eq!(
        act_on_product(&bank, &id, "submit").await.expect(422).fields(),
        ["decision_wd"],
        "longer than the operator allows"
    );
    bank.client.if_match(2).put(&path, loan("科创贷")).await.expect(200);
    let stale = bank.client.if_match(2).put(&path, loan("科创贷")).await;
    assert_eq!(stale.refused(409), "conflict.stale");
    stage.operator.get(&format!("/api/operator/products/{id}")).await.expect(404);
    act_on_product(&bank, &id, "submit").await.expect(200);
    let waiting = bank.client.if_match(4).put(&path, loan("科创贷")).await;
    assert_eq!(waiting.refused(409), "products.wrong_state");
    act_on_product(&bank, &id, "recall").await.expect(200);
    act_on_product(&bank, &id, "submit").await.expect(200);
    assert_eq!(stage.waiting("product").await, 1);
    let defects = json!({"defects": [{"field": "description", "message": "请写明适用对象"}]});
    decide_on_product(&stage, &id, "return", defects).await.expect(200);
    assert_eq!(bank.client.get(&path).await.body["version_state"], "returned");
    act_on_product(&bank, &id, "submit").await.expect(200);
    stage.app.visitor().get(&format!("/api/products/{id}")).await.expect(404);
    decide_on_product(&stage, &id, "approve", json!({})).await.expect(200);
    let shown = stage.app.visitor().get(&format!("/api/products/{id}")).await.expect(200);
    assert_eq!(
        (shown.body["content"]["name"].as_str(), shown.body["annual_cost_min"].as_i64()),
        (Some("科创贷"), Some(3_450))
    );
    assert_eq!(act_on_product(&bank, &id, "archive").await.refused(409), "products.wrong_state");
    act_on_product(&bank, &id, "take-off").await.expect(200);
    stage.app.visitor().get(&format!("/api/products/{id}")).await.expect(404);
    act_on_product(&bank, &id, "put-on").await.expect(200);
    assert_eq!(names(&stage, "").await, ["科创贷"]);
    assert_eq!(on_shelf(&stage).await, 1);
    let why = json!({"reason": "收费与公示不一致，请更正后重新提交"});
    decide_on_product(&stage, &id, "force-off", why).await.expect(200);
    assert_eq!(act_on_product(&bank, &id, "put-on").await.refused(409), "products.forced_off");
    act_on_product(&bank, &id, "archive").await.expect(200);
    assert_eq!(bank.client.get("/api/institution/products").await.body["total"], 0);
    assert_eq!(bank.client.get("/api/institution/products?state=archived").await.body["total"], 1);
    stage.app.settle().await;
    let told = bank.client.get("/api/messages").await.expect(200);
    let titles: Vec<_> = told.body["items"].as_array().expect("items").iter().map(|m| m["title"].clone()).collect();
    assert!(titles.contains(&json!("产品已上架")) && titles.contains(&json!("产品已被平台下架")), "{titles:?}");
    stage.finish().await;
}

#[tokio::test]
async fn the_old_version_stays_on_the_shelf_until_the_new_one_is_approved() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    let id = stage.shelved(&bank, loan("科创贷")).await;
    let path = format!("/api/institution/products/{id}");
    let version = bank.client.get(&path).await.body["version"].clone();
    let mut cheaper = loan("科创贷升级版");
    cheaper["rate_min"] = json!(315);
    bank.client.if_match(version).put(&path, cheaper.clone()).await.expect(200);
    act_on_product(&bank, &id, "submit").await.expect(200);
    let own = bank.client.get(&path).await.expect(200);
    assert_eq!((own.body["latest"].as_i64(), own.body["shelf_version"].as_i64()), (Some(2), Some(1)));
    assert_eq!(own.body["shelved"]["rate_min"], 3_450);
    let public = format!("/api/products/{id}");
    assert_eq!(stage.app.visitor().get(&public).await.body["content"]["rate_min"], 3_450);
    decide_on_product(&stage, &id, "refuse", json!({"reason": "利率低于资金成本，请核实后再报"})).await.expect(200);
    assert_eq!(stage.app.visitor().get(&public).await.body["number"], 1);
    let version = bank.client.get(&path).await.body["version"].clone();
    cheaper["rate_min"] = json!(335);
    bank.client.if_match(version).put(&path, cheaper).await.expect(200);
    act_on_product(&bank, &id, "submit").await.expect(200);
    decide_on_product(&stage, &id, "approve", json!({})).await.expect(200);
    let shown = stage.app.visitor().get(&public).await.expect(200);
    assert_eq!((shown.body["number"].as_i64(), shown.body["content"]["rate_min"].as_i64()), (Some(3), Some(335)));
    let own = bank.client.get(&path).await.expect(200);
    let states: Vec<_> =
        own.body["versions"].as_array().expect("versions").iter().map(|v| v["state"].clone()).collect();
    assert_eq!(states, ["approved", "refused", "approved"]);
    assert_eq!(names(&stage, "q=升级").await, ["科创贷升级版"]);
    stage.finish().await;
}

#[tokio::test]
async fn only_certified_institutions_of_the_right_kind_publish() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    let fund = stage.fund(2).await;
    let wrong = bank.client.post("/api/institution/products", equity("基金")).await.expect(422);
    assert_eq!(wrong.fields(), ["kind"]);
    let invests = stage.shelved(&fund, equity("创投一号")).await;
    assert_eq!(names(&stage, "kind=equity&stage=angel").await, ["创投一号"]);
    let newcomer = stage.applicant("institution", 3).await;
    stage.decide(&newcomer, 1, "approve", json!({})).await.expect(200);
    let draft = loan("草稿");
    let id = newcomer.client.post("/api/institution/products", draft).await.expect(201).id();
    assert_eq!(act_on_product(&newcomer, &id, "submit").await.refused(403), "organizations.not_certified");
    bank.client.get(&format!("/api/institution/products/{id}")).await.expect(404);
    let uncertify = json!({"certified": false, "reason": "许可证已过期"});
    stage.decide(&fund, 3, "certify", uncertify).await.expect(200);
    stage.app.settle().await;
    assert!(names(&stage, "").await.is_empty(), "who lost its certification has lost the shelf");
    assert_eq!(act_on_product(&fund, &invests, "put-on").await.refused(403), "organizations.not_certified");
    stage.finish().await;
}

#[tokio::test]
async fn everybody_filters_sorts_and_searches() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    let other = stage.institution(2).await;
    let variations = [
        (
            "税易贷",
            json!({"product_type": "tax_loan", "rate_min": 3_900, "amount_max": 300_000_000, "pure_online": true}),
        ),
        (
            "厂房贷",
            json!({"product_type": "fixed_assets", "guarantees": ["mortgage"], "term_min": 12, "term_max": 120, "rate_min": 3_200, "amount_max": 3_000_000_000_i64}),
        ),
        (
            "订单贷",
            json!({"product_type": "receivables", "industries_in": ["39"], "decision_wd": 2, "first_loan_friendly": true}),
        ),
    ];
    for (name, change) in variations {
        let mut content = loan(name);
        for (key, value) in change.as_object().expect("fields") {
            content[key] = value.clone();
        }
        stage.app.clock.advance(chrono::TimeDelta::minutes(1));
        stage.shelved(if name == "厂房贷" { &other } else { &bank }, content).await;
    }
    for (query, want) in [
        ("", vec!["订单贷", "厂房贷", "税易贷"]),
        ("sort=rate", vec!["厂房贷", "订单贷", "税易贷"]),
        ("sort=-amount", vec!["厂房贷", "订单贷", "税易贷"]),
        ("sort=decision&size=1", vec!["订单贷"]),
        ("product_type=tax_loan", vec!["税易贷"]),
        ("guarantee=mortgage", vec!["厂房贷"]),
        ("channel=leasing", vec![]),
        ("amount_from=1000000000", vec!["厂房贷"]),
        ("term_from=60", vec!["厂房贷"]),
        ("rate_to=3300", vec!["厂房贷"]),
        ("rate_from=5000", vec![]),
        ("section=i", vec!["厂房贷", "税易贷"]),
        ("section=c&first_loan=true", vec!["订单贷"]),
        ("online=true", vec!["税易贷"]),
        ("q=订单", vec!["订单贷"]),
        ("q=科技企业+厂房", vec!["厂房贷"]),
        ("q=不存在的", vec![]),
        ("kind=equity", vec![]),
    ] {
        assert_eq!(names(&stage, query).await, want, "{query}");
    }
    assert_eq!(names(&stage, &format!("institution={}", other.org)).await, ["厂房贷"]);
    let institutions = stage.app.visitor().get("/api/products/institutions").await.expect(200);
    assert_eq!(
        (institutions.body[0]["name"].as_str(), institutions.body[0]["products"].as_i64()),
        (Some(bank.name.as_str()), Some(2))
    );
    let rates = stage.app.visitor().get("/api/products/rates").await.expect(200).body;
    let counted = rates["bands"].as_array().expect("bands").iter().filter_map(|band| band["products"].as_i64()).sum();
    assert_eq!((&rates["products"], 3), (&json!(3), counted), "{rates}");
    let of_type = stage.app.visitor().get("/api/products/rates?product_type=tax_loan").await.expect(200).body;
    assert_eq!((&of_type["products"], of_type["median"].is_i64()), (&json!(1), true), "{of_type}");
    assert_eq!(stage.app.visitor().get("/api/products?sort=secret").await.expect(422).fields(), ["sort"]);
    stage.finish().await;
}

#[tokio::test]
async fn a_product_is_offered_from_its_first_to_its_last_day() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    let mut content = loan("春节贷");
    content["valid_from"] = json!("2026-11-24");
    content["valid_to"] = json!("2026-11-25");
    let id = stage.shelved(&bank, content).await;
    for (day, status) in [(0, 404), (1, 200), (2, 200), (3, 404)] {
        stage.app.visitor().get(&format!("/api/products/{id}")).await.expect(status);
        assert_eq!(names(&stage, "").await.len(), usize::from(status == 200), "day {day}");
        stage.app.clock.advance(chrono::TimeDelta::days(1));
    }
    stage.finish().await;
}

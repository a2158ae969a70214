//! The whole profile: figures of years, size, origins, completeness; and who sees which part.

use crate::stage::{grab, profile, step, uploaded};
use serde_json::{Value, json};

fn year(year: i32, revenue_wan: i64) -> Value {
    json!({"year": year, "revenue": revenue_wan * 1_000_000, "profit": -5_000_000, "assets": 2_000_000_000_i64,
        "liabilities": 900_000_000, "tax_paid": 10_000_000, "rd_expense": 30_000_000})
}

fn whole() -> Value {
    let mut whole = profile();
    let more = json!({
        "former_names": ["渝州仪表厂"], "reg_authority": "高新区市场监督管理局", "industry_class": "3521",
        "insured_count": 80, "ip": {"inventions": 3, "utility_models": 12, "software": 5, "pct": 0},
        "existing_loans": [{"bank": "山城银行", "amount": 300_000_000, "rate": 4_200, "guarantee": "抵押", "due_on": "2027-05-01"}],
        "guarantees_given": 0, "overdue": false, "first_loan": false, "listing_intent": "bse", "listing_stage": "tutoring",
        "risks": [{"kind": "penalty", "since": "2024-01-05", "repaired_on": "2024-06-01", "note": null}],
        "tags": ["技术领先"], "finance": [year(2024, 3_000), year(2025, 4_500)],
    });
    for (field, value) in more.as_object().expect("fields") {
        whole[field] = value.clone();
    }
    whole
}

#[tokio::test]
async fn numbers_are_read_however_they_are_typed() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let mut input = profile();
    input["legal_person_id"] = json!("１１０１０５ 19491231 002x");
    input["mobile"] = json!("+86 139-0000 0007");
    let saved = firm.client.if_match(1).put("/api/enterprise/profile", input.clone()).await.expect(200).body;
    assert_eq!(saved["legal_person_id_masked"], "110***********002X");
    assert_eq!(saved["mobile_masked"], "139****0007");
    // A day that never was, a place that is none, a number too short, all with right check characters where they have one.
    for (field, wrong) in [
        ("legal_person_id", "110105194913310021"),
        ("legal_person_id", "990105194912310023"),
        ("legal_person_id", "1101051949"),
        ("mobile", "138 0000 000"),
    ] {
        let mut input = profile();
        input[field] = json!(wrong);
        let refused = firm.client.if_match(2).put("/api/enterprise/profile", input).await.expect(422);
        assert_eq!(refused.fields(), [field], "{wrong}");
    }
    stage.finish().await;
}

#[tokio::test]
async fn a_number_of_the_legal_person_takes_that_persons_own_consent() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let put = async |version: i32, number: Value, consent: Value| {
        let mut input = profile();
        (input["legal_person_id"], input["legal_person_consent"]) = (number, consent);
        firm.client.if_match(version).put("/api/enterprise/profile", input).await
    };
    let number = || json!("11010519491231002X");
    assert_eq!(put(1, number(), Value::Null).await.expect(422).fields(), ["legal_person_consent"]);
    assert_eq!(put(1, number(), json!(2)).await.refused(409), "agreements.outdated");
    put(1, Value::Null, Value::Null).await.expect(200);
    put(2, number(), json!(1)).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn a_whole_profile_is_complete_sized_and_dated() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let before = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    assert_eq!((&before["completeness"], &before["required_percent"]), (&json!(90), &json!(80)));
    assert_eq!(before["missing"], json!(["finance", "industry_class", "insured_count", "listing_intent"]));
    assert_eq!((&before["size"], &before["size_computed"]), (&json!("small"), &json!("small")));
    stage.app.clock.advance(chrono::TimeDelta::minutes(20));
    let file = uploaded(&firm, "%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7.pdf").await;
    let mut input = whole();
    input["attachments"] = json!([file]);
    let saved = firm.client.if_match(1).put("/api/enterprise/profile", input.clone()).await.expect(200).body;
    assert_eq!((&saved["completeness"], &saved["missing"]), (&json!(100), &json!([])));
    // The newest year is the revenue of the profile.
    assert_eq!((&saved["revenue"], &saved["finance"][0]["year"]), (&json!(4_500_000_000_i64), &json!(2025)));
    assert_eq!(saved["files"][0]["name"], "营业执照.pdf");
    assert_eq!(
        saved["origins"]["insured_count"],
        json!({"source": "own", "on": "2026-11-23", "expires_on": null, "verifier": null})
    );
    // Claimed against the rule, with a reason.
    input["size_override"] = json!("medium");
    let refused = firm.client.if_match(2).put("/api/enterprise/profile", input.clone()).await.expect(422);
    assert_eq!(refused.fields(), ["size_reason"]);
    input["size_reason"] = json!("按集团合并口径计算");
    let saved = firm.client.if_match(2).put("/api/enterprise/profile", input).await.expect(200).body;
    assert_eq!((&saved["size"], &saved["size_computed"]), (&json!("medium"), &json!("small")));
    stage.finish().await;
}

#[tokio::test]
async fn every_wrong_field_is_named() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    for (field, value, named) in [
        ("industry_class", json!("6513"), "industry_class"),
        ("industry_class", json!("3590"), "industry_class"),
        ("industry_class", json!("352"), "industry_class"),
        ("insured_count", json!(-1), "insured_count"),
        ("former_names", json!(["甲", "甲"]), "former_names"),
        ("tags", json!(["这个标签实在是太长太长太长了"]), "tags[0]"),
        ("finance", json!([year(2025, 1), year(2025, 2)]), "finance"),
        ("finance", json!([year(1999, 1)]), "finance[0].year"),
        (
            "risks",
            json!([{"kind": "penalty", "since": "2025-01-05", "repaired_on": "2024-06-01", "note": null}]),
            "risks[0].repaired_on",
        ),
        (
            "existing_loans",
            json!([{"bank": "", "amount": 1, "rate": null, "guarantee": null, "due_on": null}]),
            "existing_loans[0].bank",
        ),
        ("attachments", json!(["01a20aaa-0000-7000-8000-000000000000"]), "attachments[0]"),
    ] {
        let mut input = whole();
        input[field] = value;
        let reply = firm.client.if_match(1).put("/api/enterprise/profile", input).await.expect(422);
        assert_eq!(reply.fields(), [named], "{}", reply.body);
    }
    stage.finish().await;
}

#[tokio::test]
async fn industries_are_found_by_words_and_told_by_name() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let found = firm.client.get("/api/industries?q=%E5%BA%94%E7%94%A8%E8%BD%AF%E4%BB%B6").await.expect(200).body;
    assert_eq!(found["classes"][0]["code"], "6513");
    assert_eq!((&found["classes"][0]["section"], &found["classes"][0]["division"]), (&json!("i"), &json!("65")));
    assert_eq!(found["source"], "国民经济行业分类 GB/T 4754-2017");
    let division = firm.client.get("/api/industries?division=35&limit=65").await.expect(200).body;
    assert_eq!(division["classes"].as_array().map(Vec::len), Some(56));
    for nothing in ["q=%EF%BC%81%EF%BC%81", "q=%25", "q=_", "division=99"] {
        let found = firm.client.get(&format!("/api/industries?{nothing}")).await.expect(200).body;
        assert_eq!(found["classes"], json!([]), "{nothing}");
    }
    firm.client.get("/api/industries?division=35&limit=66").await.expect(422);
    let mut input = profile();
    input["industry_class"] = json!("3521");
    let saved = firm.client.if_match(1).put("/api/enterprise/profile", input).await.expect(200).body;
    assert_eq!(saved["industry_class_name"], "炼油、化工生产专用设备制造");
    stage.finish().await;
}

#[tokio::test]
async fn institutions_see_the_parts_that_the_consent_opens() {
    let stage = crate::stage::start().await;
    let (firm, one, two) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let file = uploaded(&firm, "a.pdf").await;
    let mut input = whole();
    input["attachments"] = json!([file]);
    firm.client.if_match(1).put("/api/enterprise/profile", input).await.expect(200);
    let demand = stage.published(&firm, 100).await;
    for (bank, scopes, wide) in [
        (&one, json!(["identity", "contact"]), false),
        (&two, json!(["identity", "contact", "business", "finance", "attachments"]), true),
    ] {
        let order = grab(bank, &demand, 100).await.expect(201).body["id"].as_str().expect("an id").to_owned();
        step(&firm, &order, "confirm", json!({"scopes": scopes, "authorization_version": 1})).await.expect(200);
        let page = format!("/api/institution/orders/{order}");
        let seen = bank.client.get(&page).await.expect(200).body["enterprise"].clone();
        assert_eq!(seen["former_names"], json!(["渝州仪表厂"]));
        assert_eq!(seen["insured_count"], if wide { json!(80) } else { Value::Null });
        assert_eq!(seen["finance"].as_array().map(Vec::len), Some(if wide { 2 } else { 0 }));
        assert_eq!(seen["existing_loans"].as_array().map(Vec::len), Some(usize::from(wide)));
        bank.client.get(&format!("{page}/attachments/{file}")).await.expect(if wide { 200 } else { 404 });
    }
    // A former name in the text for institutions would give the enterprise away.
    let waiting = stage.submitted(&firm, 50).await;
    let approve = json!({"public_text": "原渝州仪表厂采购原材料"});
    let reply =
        stage.operator.if_match(2).post(&format!("/api/operator/demands/{waiting}/approve"), approve).await.expect(422);
    assert_eq!(reply.fields(), ["public_text"]);
    let review = stage.operator.get(&format!("/api/operator/demands/{waiting}")).await.expect(200);
    assert_eq!(review.body["enterprise"]["finance"][1]["year"], 2024);
    stage.operator.get(&format!("/api/operator/demands/{waiting}/attachments/{file}")).await.expect(200);
    stage.finish().await;
}

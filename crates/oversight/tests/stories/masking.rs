//! An institution without consent learns nothing that identifies the enterprise.

use crate::stage::{Stage, grab, offer, parts, profile, register};
use jinqiao_testkit::{Reply, TestApp};
use serde_json::{Value, json};

/// What an institution without consent can read, in two worlds that differ only in what is hidden from it.
async fn seen_by_a_stranger(name: &str, hidden: Value) -> Vec<(String, Reply)> {
    let stage = Stage::on(TestApp::seeded(parts(), 42).await).await;
    let mut input = Stage::registration("enterprise", 1);
    input["name"] = json!(name);
    let reply = register(&stage.app.visitor(), input).await.expect(201);
    let mut client = stage.app.visitor();
    client.login(json!({"login": "user-1", "password": crate::stage::PASSWORD})).await.expect(200);
    let org = reply.body["id"].as_str().expect("an id").to_owned();
    let firm = crate::stage::Member { client, org, name: name.into() };
    stage.decide(&firm, 1, "approve", json!({})).await.expect(200);
    let mut whole = profile();
    for (field, value) in hidden.as_object().expect("fields") {
        whole[field] = value.clone();
    }
    firm.client.if_match(0).put("/api/enterprise/profile", whole).await.expect(200);
    let demand = stage.published(&firm, 100).await;
    let bank = stage.institution(2).await;
    let uncertified = stage.applicant("institution", 3).await;
    stage.decide(&uncertified, 1, "approve", json!({})).await.expect(200);
    let mut strict = crate::stage::loan("条件贷");
    (strict["age_min_months"], strict["revenue_min"]) = (json!(24), json!(1_000_000_000));
    (strict["tax_min"], strict["tax_grade_min"], strict["negative_list"]) = (json!(4), json!("a"), json!(["penalty"]));
    let product = stage.shelved(&bank, strict).await;
    let order = grab(&bank, &demand, 100).await.expect(201);
    let id = order.body["id"].as_str().expect("an id").to_owned();
    let complaint = json!({"kind": "institution", "order_id": id, "title": "报价后无人联系", "text": "提交报价以后多日没有任何说明，请核实。"});
    let complaint = firm.client.post("/api/complaints", complaint).await.expect(201);
    let complaint = complaint.body["id"].as_str().expect("an id").to_owned();
    stage.app.settle().await;

    let mut seen = vec![("grab".to_owned(), order)];
    for path in [
        "/api/market/demands".to_owned(),
        "/api/market/demands?sort=-amount&section=c".to_owned(),
        format!("/api/market/demands/{demand}"),
        "/api/institution/orders".to_owned(),
        format!("/api/institution/orders/{id}"),
        format!("/api/institution/products/{product}/matches"),
        "/api/messages".to_owned(),
        "/api/enterprise/score".to_owned(),
        "/api/complaints?side=about".to_owned(),
        format!("/api/complaints/{complaint}"),
        format!("/api/enterprise/demands/{demand}"),
        format!("/api/operator/organizations/{}", firm.org),
    ] {
        seen.push((format!("bank {path}"), bank.client.get(&path).await));
        seen.push((format!("uncertified {path}"), uncertified.client.get(&path).await));
        seen.push((format!("visitor {path}"), stage.app.visitor().get(&path).await));
    }
    let reveal = format!("/api/institution/orders/{id}/reveal-mobile");
    seen.push((reveal.clone(), bank.client.post(&reveal, json!({"reason": "想联系"})).await));
    let again = format!("/api/market/demands/{demand}/grab");
    seen.push((again.clone(), bank.client.post(&again, offer(100)).await));
    seen.push(("overview".into(), stage.app.visitor().get("/api/market/overview").await));
    stage.finish().await;
    seen
}

fn headers(reply: &Reply) -> Vec<(String, String)> {
    let shown = reply.headers.iter().filter(|(name, _)| *name != "x-request-id");
    shown.map(|(name, value)| (name.to_string(), format!("{value:?}"))).collect()
}

fn body(reply: &Reply) -> String {
    let mut body = reply.body.clone();
    if let Some(problem) = body.as_object_mut() {
        problem.remove("request_id");
    }
    // Everything but a problem's request id, byte for byte.
    if body.get("code").is_some() { body.to_string() } else { String::from_utf8_lossy(&reply.bytes).into_owned() }
}

#[tokio::test]
async fn hidden_fields_do_not_change_a_byte() {
    let one = json!({"contact_name": "甲乙联系人", "mobile": "13800000001", "email": "a@example.cn"});
    let other = json!({
        "legal_person": "钱七", "address": "高新大道 999 号", "founded_on": "2016-08-30", "staff": 99, "rd_staff": 12,
        "revenue": 3_999_999_999_i64, "reg_capital": 7_000_000, "paid_capital": 1_000_000, "tax_grade": "m",
        "main_business": "完全不同的业务", "contact_name": "另一联系人", "mobile": "13911112222", "email": "b@example.cn",
        "former_names": ["曾用名机械厂"], "reg_authority": "另一登记机关", "industry_class": "3521", "insured_count": 77,
        "existing_loans": [{"bank": "某银行", "amount": 900_000, "rate": null, "guarantee": null, "due_on": null}],
        "guarantees_given": 5, "overdue": true, "tags": ["独家工艺"], "listing_intent": "star",
        "risks": [{"kind": "penalty", "since": null, "repaired_on": null, "note": "已整改"}],
        "innovation": {"invention_applications": 3, "tech_contracts": 7, "hightech_revenue": 8, "master_staff": 9, "graduates": 6,
            "provincial_platforms": 1, "provincial_awards": 0, "provincial_projects": 1, "venture_capital": 11},
        "finance": [{"year": 2025, "revenue": 3_999_999_998_i64, "profit": 1, "assets": 2, "liabilities": 3,
            "tax_paid": 4, "rd_expense": 5}],
    });
    let one = seen_by_a_stranger("重庆甲乙精密机械有限公司", one).await;
    let other = seen_by_a_stranger("重庆完全不同名称股份有限公司", other).await;
    assert_eq!(one.len(), other.len());
    for ((path, left), (_, right)) in one.iter().zip(&other) {
        assert_eq!(left.status, right.status, "{path}");
        assert_eq!(headers(left), headers(right), "{path}");
        assert_eq!(body(left), body(right), "{path}");
    }
}

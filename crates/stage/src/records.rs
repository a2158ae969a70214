//! Records that many stories need.

use crate::{Id, Member, Stage};
use jinqiao_testkit::Reply;
use serde_json::{Value, json};

/// A small document.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

/// A loan product that may be published.
pub fn loan(name: &str) -> Value {
    json!({"kind": "debt", "name": name, "summary": "面向科技企业的信用贷款", "description": "用于研发和日常经营周转，线上申请。",
        "product_type": "tech_credit", "channel": "bank", "amount_min": 10_000_000, "amount_max": 500_000_000,
        "term_min": 3, "term_max": 36, "guarantees": ["credit"], "rate_type": "fixed", "rate_min": 345, "rate_max": 450,
        "repayments": ["interest_first"], "materials": ["营业执照"], "decision_wd": 5, "disburse_wd": 3,
        "contact_name": "王经理", "contact_phone": "023-60000000"})
}

/// What an institution does with one of its products.
pub async fn act_on_product(bank: &Member, id: &str, action: &str) -> Reply {
    let path = format!("/api/institution/products/{id}");
    let version = bank.client.get(&path).await.body["version"].clone();
    bank.client.post(&format!("{path}/{action}"), json!({"version": version})).await
}

/// What the operator does with a product that waits.
pub async fn decide_on_product(stage: &Stage, id: &str, action: &str, mut body: Value) -> Reply {
    let path = format!("/api/operator/products/{id}");
    body["version"] = stage.operator.get(&path).await.body["product"]["version"].clone();
    stage.operator.post(&format!("{path}/{action}"), body).await
}

impl Stage {
    /// A product on the shelf.
    pub async fn shelved(&self, bank: &Member, content: Value) -> String {
        let made = bank.client.post("/api/institution/products", json!({"content": content})).await.expect(201).id();
        act_on_product(bank, &made, "submit").await.expect(200);
        decide_on_product(self, &made, "approve", json!({})).await.expect(200);
        made
    }
}

/// A file that `member` has uploaded.
pub async fn uploaded(member: &Member, name: &str) -> String {
    member.client.upload(name, PDF).await.expect(201).id()
}

/// Id of the unit called `name`, made below the root if there is none.
pub async fn unit(member: &Member, name: &str) -> Value {
    let units = member.client.get("/api/team").await.expect(200).body["units"].clone();
    if let Some(known) = units.as_array().expect("units").iter().find(|unit| unit["name"] == name) {
        return known["id"].clone();
    }
    let root = units.as_array().expect("units").iter().find(|unit| unit["parent_id"].is_null()).expect("a root");
    let made = member.client.post("/api/team/units", json!({"parent_id": root["id"], "name": name})).await.expect(201);
    let units = made.body["units"].as_array().expect("units");
    units.iter().find(|unit| unit["name"] == name).expect("it was made")["id"].clone()
}

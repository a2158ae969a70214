//! Records that many stories need.

use crate::{Id, Member, Stage, confirm, demand, staff};
use jinqiao_kernel::Role;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

/// Why the operator does something to an account.
pub const ACCOUNT_REASON: &str = "人员离岗，按规定处理";
/// Why the operator suspends an organisation.
pub const SUSPENSION_REASON: &str = "涉嫌提供虚假材料";
/// A small document.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

/// A loan product that may be published.
pub fn loan(name: &str) -> Value {
    json!({"kind": "debt", "name": name, "summary": "面向科技企业的信用贷款", "description": "用于研发和日常经营周转，线上申请。",
        "product_type": "tech_credit", "channel": "bank", "amount_min": 10_000_000, "amount_max": 500_000_000,
        "term_min": 3, "term_max": 36, "guarantees": ["credit"], "rate_type": "fixed", "rate_min": 3_450, "rate_max": 4_500,
        "repayments": ["interest_first"], "materials": ["营业执照"], "decision_wd": 5, "disburse_wd": 3,
        "contact_name": "王经理", "contact_phone": "023-60000000"})
}

/// What an institution does with one of its products.
pub async fn act_on_product(bank: &Member, id: &str, action: &str) -> Reply {
    let path = format!("/api/institution/products/{id}");
    let version = bank.client.get(&path).await.body["version"].clone();
    bank.client.if_match(version).post(&format!("{path}/{action}"), json!({})).await
}

/// What the operator does with a product that waits.
pub async fn decide_on_product(stage: &Stage, id: &str, action: &str, body: Value) -> Reply {
    let path = format!("/api/operator/products/{id}");
    let version = stage.operator.get(&path).await.body["product"]["version"].clone();
    stage.operator.if_match(version).post(&format!("{path}/{action}"), body).await
}

impl Stage {
    /// A product on the shelf.
    pub async fn shelved(&self, bank: &Member, content: Value) -> String {
        let made = bank.client.post("/api/institution/products", content).await.expect(201).id();
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

/// Id of the account with this login, as the operator finds it.
pub async fn account(operator: &Client, login: &str) -> String {
    let found = operator.get(&format!("/api/operator/accounts?q={login}")).await.expect(200).body;
    let items = found["items"].as_array().expect("items");
    let one = items.iter().find(|item| item["login"] == login).unwrap_or_else(|| panic!("no {login} in {found}"));
    one["id"].as_str().expect("an id").to_owned()
}

/// What the operator does with an account.
pub async fn deed(operator: &Client, login: &str, action: &str) -> Reply {
    let id = account(operator, login).await;
    operator.post(&format!("/api/operator/accounts/{id}/{action}"), json!({"reason": ACCOUNT_REASON})).await
}

/// What is said when one operator asks another to agree to a reset of `kind`.
pub fn reset_of(kind: &str) -> Value {
    json!({"kind": kind, "proof": "in_person", "reason": ACCOUNT_REASON})
}

/// Two operators agree to a reset of `kind` for the account of `login`; what the second one gets.
pub async fn reset(first: &Client, second: &Client, login: &str, kind: &str) -> Reply {
    let path = format!("/api/operator/accounts/{}/reset", account(first, login).await);
    first.post(&path, reset_of(kind)).await.expect(200);
    second.post(&format!("{path}/approve"), json!({})).await.expect(201)
}

/// The operator suspends an organisation, or lets it work again.
pub async fn suspend_or_resume(stage: &Stage, member: &Member, action: &str) -> Reply {
    let operator = fresh_operator(stage).await;
    let path = format!("/api/operator/organizations/{}", member.org);
    let version = operator.get(&path).await.expect(200).body["organization"]["version"].clone();
    let reply =
        operator.if_match(version).post(&format!("{path}/{action}"), json!({"reason": SUSPENSION_REASON})).await;
    stage.app.settle().await;
    reply
}

/// The operator, whose session may have ended meanwhile.
async fn fresh_operator(stage: &Stage) -> Client {
    if stage.operator.get("/api/session").await.body["me"].is_object() {
        return stage.operator.clone();
    }
    let login = format!("operator-{}", stage.app.db.world().now().timestamp());
    let number = u32::try_from(stage.app.db.world().now().timestamp() % 90_000).expect("small");
    staff(&stage.app, Role::Operator, &login, number).await.0
}

/// A firm applies for a product directly.
pub async fn apply(firm: &Member, product: &str) -> Reply {
    apply_with(firm, product, 1, demand(100)).await
}

/// As [`apply`], with a version of the authorisation and a demand of one's own.
pub async fn apply_with(firm: &Member, product: &str, number: i32, demand: Value) -> Reply {
    let mut body = confirm();
    (body["number"], body["demand"]) = (json!(number), demand);
    firm.sign().await;
    firm.client.post(&format!("/api/products/{product}/apply"), body).await
}

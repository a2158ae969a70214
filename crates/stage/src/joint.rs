//! Joint credits: who leads, who joins, what each does.

use crate::{Id, Member, Stage, confirm, disbursement, grab, step};
use jinqiao_testkit::Reply;
use serde_json::{Value, json};

/// Ten thousand yuan, in fen.
pub const WAN: i64 = 1_000_000;

/// A proposal on the lead's confirmed order.
pub struct Joint {
    /// The demand.
    pub demand: String,
    /// The lead's order.
    pub order: String,
    /// Its id.
    pub id: String,
}

/// What the lead proposes: total and its own share in 10,000 yuan, and whom it invites.
pub fn proposal(total: i64, share: i64, invited: &[&Member]) -> Value {
    let institutions: Vec<_> = invited.iter().map(|member| member.org.clone()).collect();
    json!({"total": total * WAN, "share": share * WAN, "rate": 3_800, "term_months": 12, "repayment": "interest_first",
        "guarantee": "credit", "guaranteed": 0, "note": "装备制造企业，订单充足", "open": false,
        "institutions": institutions})
}

/// A member's share at a rate in basis points.
pub fn share(wan: i64, rate: i32) -> Value {
    json!({"amount": wan * WAN, "rate": rate * 10, "fee": 0})
}

/// The firm accepts the sheet that it reads, at the cost that the sheet states.
pub async fn accept_sheet(firm: &Member, id: &str, complete: bool) -> Reply {
    let sheet = firm.client.get(&format!("/api/enterprise/joint-credits/{id}")).await.expect(200).body;
    let cost = &sheet["sheet"]["costs"]["annual_cost"];
    act(firm, id, "accept", json!({"complete": complete, "annual_cost": cost})).await
}

/// The lead's order, confirmed, on a demand of `wan`.
pub async fn led(stage: &Stage, firm: &Member, lead: &Member, wan: i64) -> (String, String) {
    let demand = stage.published(firm, wan).await;
    let order = grab(lead, &demand, wan).await.expect(201).id();
    step(firm, &order, "confirm", confirm()).await.expect(200);
    step(lead, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    step(lead, &order, "start-review", json!({})).await.expect(200);
    (demand, order)
}

/// The lead proposes with the version that it sees now.
pub async fn propose(lead: &Member, order: &str, input: Value) -> Reply {
    let version = lead.client.get(&format!("/api/institution/orders/{order}")).await.body["version"].clone();
    lead.client.if_match(version).post(&format!("/api/institution/orders/{order}/joint-credit"), input).await
}

/// A joint credit that the enterprise let invite.
pub async fn inviting(stage: &Stage, firm: &Member, lead: &Member, wan: i64, input: Value) -> Joint {
    let (demand, order) = led(stage, firm, lead, wan).await;
    let id = propose(lead, &order, input).await.expect(201).id();
    act(firm, &id, "consent", json!({})).await.expect(200);
    Joint { demand, order, id }
}

fn side(who: &Member, action: &str) -> (&'static str, bool) {
    let own = matches!(action, "commit" | "pass" | "approve");
    (if who.name.contains("enterprise") { "enterprise" } else { "institution" }, own)
}

/// The joint credit as its side sees it.
pub async fn seen(who: &Member, id: &str) -> Value {
    let (side, _) = side(who, "");
    who.client.get(&format!("/api/{side}/joint-credits/{id}")).await.expect(200).body
}

/// Does `action` with the version that this side sees now.
pub async fn act(who: &Member, id: &str, action: &str, body: Value) -> Reply {
    if action == "open-data" {
        who.sign().await;
    }
    if action == "approve" {
        reviewed(who, id).await;
    }
    let (side, own) = side(who, action);
    let now = who.client.get(&format!("/api/{side}/joint-credits/{id}")).await.body;
    let version = if own { now["own"]["version"].as_i64().unwrap_or(0) } else { now["version"].as_i64().unwrap_or(0) };
    who.client.if_match(version).post(&format!("/api/{side}/joint-credits/{id}/{action}"), body).await
}

/// The member has spoken with the firm and looked into it, if it had not yet.
pub async fn reviewed(member: &Member, id: &str) {
    let order = own_order(member, id).await;
    let state = member.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body["state"].clone();
    if state == "contacting" {
        step(member, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
        step(member, &order, "start-review", json!({})).await.expect(200);
    }
}

/// The demand as the firm sees it.
pub async fn demand_of(firm: &Member, demand: &str) -> Value {
    firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200).body
}

/// The own order of a member.
pub async fn own_order(member: &Member, id: &str) -> String {
    seen(member, id).await["own"]["order_id"].as_str().expect("an order").to_owned()
}

/// The member grants its share, records its payment of it, and the enterprise confirms.
pub async fn pay(firm: &Member, member: &Member, id: &str, fen: i64) {
    let order = own_order(member, id).await;
    let path = format!("/api/institution/orders/{order}");
    let granted = member.client.get(&path).await.expect(200).body["decision"].clone();
    let mut paid = disbursement(1);
    paid["amount"] = json!(fen);
    for same in ["rate", "term_months", "repayment", "guarantee"] {
        paid[same] = granted[same].clone();
    }
    let too_much = {
        let mut more = paid.clone();
        more["amount"] = json!(fen + 1);
        step(member, &order, "disburse", more).await.expect(422)
    };
    assert_eq!(too_much.fields(), ["amount"], "never more than was granted");
    step(member, &order, "disburse", paid).await.expect(200);
    step(firm, &order, "confirm-disbursement", json!({})).await.expect(200);
}

/// Σ shares = total, and Σ disbursed ≤ granted ≤ demanded, as the enterprise reads them.
pub async fn sums(firm: &Member, joint: &Joint) {
    let view = seen(firm, &joint.id).await;
    if !view["sheet"].is_null() {
        let lines = view["sheet"]["lines"].as_array().expect("lines").clone();
        let lent: i64 =
            lines.iter().filter(|line| line["role"] != "guarantor").filter_map(|line| line["share"].as_i64()).sum();
        assert_eq!(json!(lent), view["sheet"]["total"], "shares are the total to the fen");
    }
    let demand = demand_of(firm, &joint.demand).await;
    let amount = |field: &str| demand[field].as_i64().expect("an amount");
    assert!(amount("disbursed_amount") <= amount("accepted_amount"));
    assert!(amount("accepted_amount") <= amount("amount"));
}

/// The firm opens its data.
pub fn opening() -> Value {
    json!({"scopes": ["identity", "contact", "business", "finance"], "authorization_version": 1})
}

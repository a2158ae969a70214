//! Every state and every action of an order: what makes no sense is 409 for those who may see it, 404 for others.

use crate::stage::{Member, confirm, decision, disbursement, step, step_at};
use serde_json::{Value, json};

const STATES: [&str; 12] = [
    "grabbed",
    "contacting",
    "due_diligence",
    "credit_review",
    "offered",
    "contracting",
    "disbursed",
    "closed",
    "declined_by_ent",
    "refused",
    "withdrawn",
    "declined_offer",
];

fn actions() -> Vec<(&'static str, Value, &'static [&'static str])> {
    let reason = json!({"reason": "计划有变"});
    let refusal = json!({"code": "r08", "text": "近两年经营性现金流为负，暂不满足本行授信要求。"});
    let working: &[&str] = &["contacting", "due_diligence", "credit_review", "contracting"];
    vec![
        ("confirm", confirm(), &["grabbed"]),
        ("decline", reason.clone(), &["grabbed"]),
        ("withdraw", reason.clone(), working),
        ("accept", json!({"complete": false, "annual_cost": 3_800}), &["offered"]),
        ("decline-offer", reason.clone(), &["offered"]),
        ("confirm-disbursement", json!({}), &["disbursed"]),
        ("contact", json!({"method": "phone", "note": "已沟通"}), &["contacting"]),
        ("start-review", json!({}), &["due_diligence"]),
        ("approve", decision(100), &["credit_review"]),
        ("refuse", refusal, working),
        ("disburse", disbursement(100), &["contracting"]),
        ("retract", reason, &["grabbed"]),
    ]
}

const OF_INSTITUTION: [&str; 6] = ["contact", "start-review", "approve", "refuse", "disburse", "retract"];

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (stranger, rival) = (stage.enterprise(3).await, stage.institution(4).await);
    for state in STATES {
        let (_, order) = stage.order_in(&firm, &bank, state).await;
        let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
        let allowed: Vec<_> = own.body["actions"].as_array().expect("actions").clone();
        for (action, body, states) in actions() {
            let version = own.body["version"].clone();
            let (side, other) = if OF_INSTITUTION.contains(&action) { (&bank, &rival) } else { (&firm, &stranger) };
            step_at(other, &order, action, body.clone(), version.clone()).await.expect(404);
            if states.contains(&state) {
                // Allowed: only with the version of now.
                let stale = step_at(side, &order, action, body, json!(999)).await;
                assert_eq!(stale.refused(409), "conflict.stale", "{state} {action}");
            } else {
                let refused = step_at(side, &order, action, body, version).await;
                assert_eq!(refused.refused(409), "orders.wrong_state", "{state} {action}");
            }
            if let Some(told) = allowed.iter().find(|told| told["action"] == action.replace('-', "_")) {
                assert_eq!(told["allowed"], states.contains(&state), "{state} {action} as the page shows it");
                assert_eq!(told["why"].is_string(), !states.contains(&state));
            }
        }
        let after = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
        assert_eq!((&after.body["state"], &after.body["version"]), (&own.body["state"], &own.body["version"]));
    }
    stage.finish().await;
}

#[tokio::test]
async fn an_expired_grant_cannot_be_accepted() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "offered").await;
    stage.app.clock.advance(chrono::TimeDelta::days(60));
    let mut client = stage.app.visitor();
    client.login(json!({"login": "user-1", "password": crate::stage::PASSWORD})).await.expect(200);
    let body = json!({"complete": false, "annual_cost": 3_800});
    let late = client.if_match(5).post(&format!("/api/enterprise/orders/{order}/accept"), body).await;
    assert_eq!(late.refused(409), "orders.offer_expired");
    stage.finish().await;
}

#[tokio::test]
async fn what_concerns_a_person_is_told_to_the_primary_account_in_neutral_words() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let colleague = stage.colleague(&firm, "colleague-1", json!({})).await;
    let said = "法定代表人近两年个人信用卡多次逾期，不符合本行准入条件。";
    let detail = async |who: &Member, order: &str| {
        who.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200).body
    };
    for (code, primary, other) in [("r03", json!("r03"), Value::Null), ("r08", json!("r08"), json!("r08"))] {
        let (_, order) = stage.order_in(&firm, &bank, "credit_review").await;
        step(&bank, &order, "refuse", json!({"code": code, "text": said})).await.expect(200);
        stage.app.settle().await;
        let (own, theirs) = (detail(&firm, &order).await, detail(&colleague, &order).await);
        assert_eq!((&own["refusal"]["code"], &theirs["refusal"]["code"]), (&primary, &other));
        // The bank's words about a person reach nobody, in whatever answer or letter.
        for told in [&own, &theirs] {
            assert_eq!(told.to_string().contains(said), code == "r08", "{told}");
        }
        // No list has a code.
        for (who, side) in [(&firm, "enterprise"), (&bank, "institution")] {
            let list = who.client.get(&format!("/api/{side}/orders?size=100")).await.expect(200).body;
            assert!(list["items"].as_array().expect("items").iter().all(|row| row["refusal"].is_null()));
        }
    }
    let letters = firm.client.get("/api/messages?size=100").await.expect(200).body.to_string();
    assert_eq!(letters.matches(said).count(), 1, "the letter about the cash flow");
    stage.finish().await;
}

#[tokio::test]
async fn lists_leave_the_platform_without_what_needs_a_consent() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, open) = stage.order_in(&firm, &bank, "contacting").await;
    let list = bank.client.get("/api/institution/orders").await.expect(200).body;
    assert_eq!(list["items"][0]["borrower"], json!(firm.name), "the list tells it");
    let rows = bank.client.post("/api/institution/orders/export?state=contacting", json!({})).await.expect(200);
    assert_eq!((&rows.body[0]["id"], rows.body[0]["borrower"].is_string()), (&json!(open), false));
    assert!(!String::from_utf8_lossy(&rows.bytes).contains(&firm.name), "and what leaves does not");
    let none = bank.client.post("/api/institution/orders/export?state=closed", json!({})).await.expect(200).body;
    assert_eq!(none, json!([]));
    let own = firm.client.post("/api/enterprise/orders/export", json!({})).await.expect(200).body;
    assert_eq!((&own[0]["id"], &own[0]["institution"]["name"]), (&json!(open), &json!(bank.name)));
    stage.published(&firm, 200).await;
    let market = bank.client.post("/api/market/demands/export?amount_min=200000000", json!({})).await.expect(200);
    assert_eq!(market.body.as_array().map(Vec::len), Some(1), "{}", market.body);
    assert!(!String::from_utf8_lossy(&market.bytes).contains(&firm.name));
    let all = stage.operator.post("/api/operator/organizations/export?kind=institution", json!({})).await.expect(200);
    assert!(all.body.as_array().is_some_and(|rows| rows.iter().any(|row| row["name"] == json!(bank.name))));
    firm.client.post("/api/operator/organizations/export", json!({})).await.expect(403);
    stage.finish().await;
}

#[tokio::test]
async fn the_nearest_limit_comes_first_and_what_has_none_last() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let mut orders = vec![];
    for state in ["credit_review", "contacting", "withdrawn", "grabbed", "refused"] {
        orders.push((state, stage.order_in(&firm, &bank, state).await.1));
        stage.app.clock.advance(chrono::TimeDelta::minutes(10));
    }
    for (who, side) in [(&bank, "institution"), (&firm, "enterprise")] {
        let list = async |query: &str| {
            let found = who.client.get(&format!("/api/{side}/orders?{query}")).await.expect(200).body;
            let rows = found["items"].as_array().cloned().unwrap_or_default();
            let row =
                |row: &Value| (row["id"].as_str().map(str::to_owned), row["due"]["at"].as_str().map(str::to_owned));
            rows.iter().map(row).collect::<Vec<_>>()
        };
        let by_due = list("sort=due").await;
        let limits: Vec<_> = by_due.iter().filter_map(|(_, due)| due.clone()).collect();
        assert!(limits.len() == 3 && limits.is_sorted(), "{by_due:?}");
        // Among those without one what changed last.
        let ended: Vec<_> = by_due[3..].iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(ended, [Some(orders[4].1.clone()), Some(orders[2].1.clone())]);
        let mut paged = vec![];
        for page in 1..=3 {
            paged.extend(list(&format!("sort=due&size=2&page={page}")).await);
        }
        assert_eq!(paged, by_due);
        assert_eq!(list("sort=due&live=true").await, by_due[..3]);
        let changed = list("sort=changed").await;
        assert_eq!(changed, list("").await);
        assert_eq!(changed[0].0, Some(orders[4].1.clone()));
    }
    stage.finish().await;
}

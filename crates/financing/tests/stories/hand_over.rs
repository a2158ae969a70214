//! Whose order it is inside an institution: units, officers, hand-over.

use crate::stage::{Id, Member, Stage, decision, grab, step, step_at, unit};
use serde_json::{Value, json};

struct Branches {
    stage: Stage,
    firm: Member,
    /// The primary account.
    head: Member,
    /// Two people of the first branch, one of the second.
    one: Member,
    mate: Member,
    two: Member,
}

async fn branches() -> Branches {
    let stage = crate::stage::start().await;
    let (firm, head) = (stage.enterprise(1).await, stage.institution(2).await);
    let (first, second) = (unit(&head, "甲分行").await, unit(&head, "乙分行").await);
    let one = stage.colleague(&head, "branch-one", json!({"unit_id": first})).await;
    let mate = stage.colleague(&head, "branch-mate", json!({"unit_id": first})).await;
    let two = stage.colleague(&head, "branch-two", json!({"unit_id": second})).await;
    Branches { stage, firm, head, one, mate, two }
}

async fn officer(member: &Member, login: &str) -> Value {
    let officers = member.client.get("/api/institution/officers").await.expect(200).body;
    let name = format!("同事{login}");
    officers.as_array().expect("officers").iter().find(|officer| officer["name"] == name).expect("an officer").clone()
}

async fn hand(who: &Member, order: &str, to: &str) -> jinqiao_testkit::Reply {
    let body = json!({"officer_id": officer(who, to).await["id"], "note": "客户在贵支行附近"});
    step(who, order, "hand-over", body).await
}

fn action(order: &Value, action: &str) -> Value {
    let all = order["actions"].as_array().expect("actions");
    all.iter().find(|known| known["action"] == action).expect("an action").clone()
}

#[tokio::test]
async fn a_branch_sees_its_own_orders() {
    let Branches { stage, firm, head, one, mate, two } = branches().await;
    let (demand, order) = stage.order_in(&firm, &one, "due_diligence").await;
    let path = format!("/api/institution/orders/{order}");
    for (who, sees) in [(&head, true), (&one, true), (&mate, true), (&two, false)] {
        let status = if sees { 200 } else { 404 };
        who.client.get(&path).await.expect(status);
        let listed = who.client.get("/api/institution/orders").await.expect(200).body["total"].clone();
        assert_eq!(listed, i32::from(sees));
        who.client.get(&format!("{path}/ratings")).await.expect(status);
        let contact = json!({"method": "phone", "note": "已电话沟通"});
        who.client.if_match(99).post(&format!("{path}/contact"), contact).await.expect(if sees { 409 } else { 404 });
    }
    // One grab per legal person: the other branch learns that there is one, not which.
    assert_eq!(grab(&two, &demand, 100).await.refused(409), "orders.already_grabbed");
    let masked = two.client.get(&format!("/api/market/demands/{demand}")).await.expect(200).body;
    assert_eq!(masked["mine"], json!({"order_id": null, "state": "due_diligence"}));
    let masked = mate.client.get(&format!("/api/market/demands/{demand}")).await.expect(200).body;
    assert_eq!(masked["mine"]["order_id"], order.as_str());
    stage.finish().await;
}

#[tokio::test]
async fn an_order_goes_to_a_colleague_while_its_decision_is_open() {
    let Branches { stage, firm, head, one, mate, two } = branches().await;
    let (_, order) = stage.order_in(&firm, &one, "credit_review").await;
    let path = format!("/api/institution/orders/{order}");
    // A colleague of the same unit sees it, and does not answer for it.
    let seen = mate.client.get(&path).await.expect(200).body;
    assert_eq!(action(&seen, "hand_over")["allowed"], false);
    assert_eq!(hand(&mate, &order, "branch-two").await.refused(409), "orders.not_yours");
    let own = one.client.get(&path).await.expect(200).body;
    assert_eq!(action(&own, "hand_over")["allowed"], true);
    let stale = own["version"].clone();
    assert_eq!(hand(&one, &order, "branch-one").await.expect(422).fields(), ["officer_id"]);

    let handed = hand(&one, &order, "branch-two").await.expect(200);
    assert_eq!(handed.body["visible"], false);
    let late = decision(100);
    one.client.if_match(&stale).post(&format!("{path}/approve"), late.clone()).await.expect(404);
    assert_eq!(head.client.if_match(stale).post(&format!("{path}/approve"), late).await.refused(409), "conflict.stale");
    let now = two.client.get(&path).await.expect(200).body;
    assert_eq!((&now["officer"]["name"], &now["officer"]["unit_name"]), (&json!("同事branch-two"), &json!("乙分行")));
    assert_eq!(now["state"], "credit_review");
    let inside =
        now["timeline"].as_array().expect("a timeline").iter().find(|line| line["kind"] == "orders.handed_over");
    assert_eq!(inside.expect("a line")["reason"], "移交给同事branch-two：客户在贵支行附近");
    step(&two, &order, "approve", decision(100)).await.expect(200);

    // The enterprise learns that somebody else goes on, and who; not the words among colleagues.
    let outside = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
    assert!(!String::from_utf8_lossy(&outside.bytes).contains("客户在贵支行附近"));
    assert_eq!(outside.body["officer"], json!({"name": "同事branch-two", "mobile": "13700000000"}));
    stage.app.settle().await;
    let mail = two.client.get("/api/messages").await.expect(200).body;
    assert!(mail["items"].as_array().expect("items").iter().any(|letter| letter["title"] == "对接单移交"), "{mail}");
    for (topic, some) in [("order", true), ("product", false), ("organization", true)] {
        let sorted = firm.client.get(&format!("/api/messages?topic={topic}&size=100")).await.expect(200).body;
        assert_eq!(sorted["total"] != 0, some, "{topic}");
        let kinds: Vec<_> =
            sorted["items"].as_array().expect("items").iter().map(|item| item["kind"].clone()).collect();
        let fits = |kind: &Value| kind.as_str().is_some_and(|kind| kind.starts_with(topic));
        assert!(kinds.iter().all(fits), "{topic}: {kinds:?}");
    }
    let mail = firm.client.get("/api/messages").await.expect(200).body;
    assert!(mail["items"].as_array().expect("items").iter().any(|letter| letter["title"] == "机构更换了经办人"));
    let mate_mail = mate.client.get("/api/messages?size=100").await.expect(200);
    let text = String::from_utf8_lossy(&mate_mail.bytes).into_owned();
    assert!(!text.contains("对接单"), "who does not answer for the order is not written to: {text}");
    stage.finish().await;
}

#[tokio::test]
async fn the_primary_account_takes_orders_from_those_who_leave() {
    let Branches { stage, firm, head, one, two, .. } = branches().await;
    let (_, order) = stage.order_in(&firm, &one, "contacting").await;
    let gone = officer(&head, "branch-one").await;
    assert_eq!((&gone["running"], &gone["by_state"][0]["state"]), (&json!(1), &json!("contacting")));
    assert_eq!(officer(&two, "branch-one").await["running"], 0, "another branch does not see its load");
    let id = gone["id"].as_str().expect("an id");
    head.client.post(&format!("/api/team/accounts/{id}/disable"), json!({})).await.expect(200);
    let still = officer(&head, "branch-one").await;
    assert_eq!((&still["active"], &still["running"]), (&json!(false), &json!(1)));
    assert_eq!(hand(&head, &order, "branch-two").await.expect(200).body["visible"], true);
    let mine = officer(&two, "branch-two").await["id"].clone();
    let listed = two.client.get(&format!("/api/institution/orders?officer={}", mine.as_str().expect("an id"))).await;
    assert_eq!(listed.expect(200).body["items"][0]["id"], order.as_str());
    let officers = head.client.get("/api/institution/officers").await.expect(200).body;
    assert!(
        officers.as_array().expect("officers").iter().all(|officer| officer["id"] != id),
        "nothing is left with them"
    );
    // A colleague of another bank takes nothing.
    let stranger = stage.institution(3).await;
    let foreign = json!({"officer_id": mine, "note": "不该成功"});
    step_at(&stranger, &order, "hand-over", foreign, json!(3)).await.expect(404);
    stage.finish().await;
}

#[tokio::test]
async fn an_application_lies_with_the_primary_account_until_it_is_given_away() {
    let Branches { stage, firm, head, two, .. } = branches().await;
    let product = stage.shelved(&head, crate::stage::loan("科创贷")).await;
    let order = crate::stage::apply(&firm, &product).await.expect(201).id();
    two.client.get(&format!("/api/institution/orders/{order}")).await.expect(404);
    hand(&head, &order, "branch-two").await.expect(200);
    step(&two, &order, "take-on", json!({})).await.expect(200);
    stage.finish().await;
}

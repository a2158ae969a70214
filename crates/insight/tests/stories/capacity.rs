//! 接单能力: who has as many dispatches as it can serve is passed by until thirty days are over.

use crate::stage::{Member, Stage, grab, loan};
use chrono::TimeDelta;
use serde_json::{Value, json};

const PATH: &str = "/api/institution/dispatch-capacity";

async fn says(bank: &Member, version: i32, capacity: Value) -> Value {
    bank.client.if_match(version).put(PATH, json!({"capacity": capacity})).await.expect(200).body
}

#[tokio::test]
async fn the_full_one_is_passed_by_until_thirty_days_are_over() {
    let mut stage = crate::stage::start().await;
    stage.set("dispatch_institutions", 1).await;
    let firm = stage.enterprise(1).await;
    let (cheap, dear) = (stage.institution(10).await, stage.institution(11).await);
    let mut content = loan("便宜");
    content["rate_min"] = json!(160);
    stage.shelved(&cheap, content).await;
    stage.shelved(&dear, loan("较贵")).await;
    assert_eq!(says(&cheap, 0, json!(1)).await, json!({"version": 1, "capacity": 1, "dispatches": 0, "full": false}));
    let to = async |stage: &Stage, firm: &Member| {
        let demand = stage.published(firm, 100).await;
        stage.app.settle().await;
        let path = format!("/api/operator/demands/{demand}/dispatches");
        let rounds = stage.operator.get(&path).await.expect(200).body;
        assert_eq!(rounds[0]["replayed"], true);
        (demand, rounds[0]["institutions"][0]["institution_name"].clone(), rounds[0]["full"].clone())
    };
    let (_, name, full) = to(&stage, &firm).await;
    assert_eq!((name, full), (json!(cheap.name), json!(0)));
    assert_eq!(cheap.client.get(PATH).await.expect(200).body["full"], true);
    let (demand, name, full) = to(&stage, &firm).await;
    assert_eq!((name, full), (json!(dear.name), json!(1)), "the cheaper one has as many as it can serve");
    let shares = stage.operator.get("/api/operator/matching/shares").await.expect(200).body;
    let of = |name: &str| shares.as_array().expect("rows").iter().find(|row| row["institution_name"] == name).cloned();
    let row = of(&cheap.name).expect("a row");
    assert_eq!((&row["capacity"], &row["full"]), (&json!(1), &json!(true)));
    assert_eq!(of(&dear.name).expect("a row")["capacity"], Value::Null);
    grab(&dear, &demand, 100).await.expect(201);
    stage.app.settle().await;
    grab(&cheap, &demand, 100).await.expect(201);

    stage.app.clock.advance(TimeDelta::days(31));
    stage.app.settle().await;
    let (operator, _) = crate::stage::staff(&stage.app, jinqiao_kernel::Role::Operator, "operator-two", 90_005).await;
    stage.operator = operator;
    let firm = stage.again(&firm, 1).await;
    assert_eq!(to(&stage, &firm).await.1, json!(cheap.name), "its place is free again");
    stage.finish().await;
}

#[tokio::test]
async fn only_who_would_suit_counts_as_full() {
    let stage = crate::stage::start().await;
    stage.set("dispatch_institutions", 1).await;
    let (firm, small, large) = (stage.enterprise(1).await, stage.institution(10).await, stage.institution(11).await);
    let other = stage.institution(12).await;
    let mut content = loan("小额");
    content["rate_min"] = json!(160);
    stage.shelved(&small, content).await;
    let mut content = loan("大额");
    (content["amount_min"], content["amount_max"]) = (json!(600_000_000), json!(2_000_000_000));
    stage.shelved(&large, content).await;
    stage.shelved(&other, loan("较贵")).await;
    for bank in [&small, &large, &other] {
        says(bank, 0, json!(1)).await;
    }
    let rounds = async |wan: i64| {
        let demand = stage.published(&firm, wan).await;
        stage.app.settle().await;
        let path = format!("/api/operator/demands/{demand}/dispatches");
        (demand, stage.operator.get(&path).await.expect(200).body)
    };
    assert_eq!(rounds(900).await.1[0]["institutions"][0]["institution_name"], json!(large.name));
    assert_eq!(rounds(100).await.1[0]["institutions"][0]["institution_name"], json!(small.name));
    assert_eq!(rounds(100).await.1[0]["full"], 1, "the one for large amounts would not have got it anyway");
    let (demand, none) = rounds(100).await;
    assert_eq!(none, json!([]), "nobody has a place left");
    let again = firm.client.post(&format!("/api/enterprise/demands/{demand}/rematch"), json!({})).await;
    assert_eq!(again.refused(409), "matching.all_full");
    stage.finish().await;
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_nobody_else_sees_it() {
    let stage = crate::stage::start().await;
    let (bank, other, firm) = (stage.institution(10).await, stage.institution(11).await, stage.enterprise(1).await);
    assert_eq!(
        bank.client.get(PATH).await.expect(200).body,
        json!({"version": 0, "capacity": null, "dispatches": 0, "full": false})
    );
    for wrong in [0, -1, 10_001] {
        let refused = bank.client.if_match(0).put(PATH, json!({"capacity": wrong})).await;
        assert_eq!(refused.fields(), ["capacity"], "{wrong}");
    }
    for malformed in [json!({"capacity": "很多"}), json!({}), json!({"capacity": 3, "of": other.org})] {
        assert!(bank.client.if_match(0).put(PATH, malformed).await.status.is_client_error());
    }
    says(&bank, 0, json!(30)).await;
    let stale = json!({"capacity": 40});
    assert_eq!(bank.client.if_match(0).put(PATH, stale).await.refused(409), "conflict.stale", "two tabs");
    assert_eq!(bank.client.if_match(5).put(PATH, json!({"capacity": 40})).await.refused(409), "conflict.stale");
    assert_eq!(says(&bank, 1, Value::Null).await["capacity"], Value::Null);
    assert_eq!(other.client.get(PATH).await.expect(200).body["version"], 0);
    firm.client.get(PATH).await.expect(403);
    stage.operator.get(PATH).await.expect(403);
    stage.finish().await;
}

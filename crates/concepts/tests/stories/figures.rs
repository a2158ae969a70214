//! The public figures, trends and cases follow what happens in every chapter.

use crate::stage::{Id as _, Member, Stage, apply, decision, disbursement, loan, step};
use serde_json::{Value, json};

#[tokio::test]
async fn the_figures_count_what_is_there() {
    let stage = crate::stage::start().await;
    let (firm, _) = (stage.enterprise(1).await, stage.institution(2).await);
    for wan in [100, 200, 300] {
        stage.published(&firm, wan).await;
    }
    for (key, value) in
        [("enterprises", Some(1)), ("institutions", Some(1)), ("demands", Some(3)), ("success_rate", None)]
    {
        assert_eq!(stage.figure(key).await, value, "{key}");
    }
    let trends = stage.app.visitor().get("/api/stats/trends").await.expect(200).body;
    assert_eq!(trends["months"].as_array().map(Vec::len), Some(12));
    assert_eq!((added(&trends, "enterprises"), added(&trends, "demands")), ((0, 1), (0, 3)));
    stage.finish().await;
}

/// What was added to a figure in the months before this one, and in this one.
fn added(trends: &Value, key: &str) -> (i64, i64) {
    let all = trends["trends"].as_array().expect("trends");
    let one = all.iter().find(|trend| trend["key"] == key).expect("a trend");
    split(&one["added"])
}

fn split(months: &Value) -> (i64, i64) {
    let months: Vec<i64> = months.as_array().expect("months").iter().filter_map(Value::as_i64).collect();
    let (now, before) = months.split_last().expect("twelve");
    (before.iter().sum(), *now)
}

/// The firm applies for the product, and is paid 100 times 10,000 yuan.
async fn paid(stage: &Stage, firm: &Member, bank: &Member, product: &str) -> String {
    let order = apply(firm, product).await.expect(201).id();
    for (who, action, body) in [
        (bank, "take-on", json!({})),
        (bank, "contact", json!({"method": "phone", "note": "已电话沟通"})),
        (bank, "start-review", json!({})),
        (bank, "approve", decision(100)),
        (firm, "accept", json!({"complete": false, "annual_cost": 3_800})),
        (bank, "disburse", disbursement(100)),
        (firm, "confirm-disbursement", json!({})),
    ] {
        step(who, &order, action, body).await.expect(200);
    }
    stage.app.settle().await;
    order
}

async fn cases(stage: &Stage) -> Value {
    let cases = stage.app.visitor().get("/api/stats/cases").await.expect(200);
    cases.body["cases"].clone()
}

#[tokio::test]
async fn a_case_is_told_for_five_firms_and_never_for_one_that_takes_its_consent_back() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(2).await;
    let mut content = loan("科创贷");
    content["product_type"] = json!("tech_credit");
    let product = stage.shelved(&bank, content).await;
    let mut firms = vec![];
    for number in 3..8 {
        firms.push(stage.enterprise(number).await);
    }
    stage.app.settle().await;
    let mut last = None;
    for firm in firms {
        assert_eq!(cases(&stage).await, json!([]), "fewer than five");
        let order = paid(&stage, &firm, &bank, &product).await;
        last = Some((firm, order));
    }
    let (firm, order) = last.expect("five firms");
    let told = cases(&stage).await;
    assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
    let case = &told[0];
    assert_eq!(
        (&case["industry_section"], &case["product_type"], &case["amount"], &case["firms"]),
        (&json!("c"), &json!("tech_credit"), &json!(100_000_000), &json!(5))
    );
    assert!(case["working_days"].as_i64().is_some_and(|days| days >= 1), "{case}");
    assert!(!told.to_string().contains(&firm.name) && !told.to_string().contains(&order));

    // Trends of everybody and of each side.
    let trends = stage.app.visitor().get("/api/stats/trends").await.expect(200).body;
    assert_eq!(added(&trends, "disbursed"), (0, 500_000_000));
    for (who, side, orders, sum) in [(&firm, "enterprise", 1, 100_000_000), (&bank, "institution", 5, 500_000_000)] {
        let own = who.client.get(&format!("/api/{side}/trends")).await.expect(200).body;
        assert_eq!((split(&own["orders"]), split(&own["paid"])), ((0, orders), (0, sum)), "{side}");
    }

    let consents = firm.client.get("/api/enterprise/consents").await.expect(200).body;
    let consent = &consents["items"][0];
    let path = format!("/api/enterprise/consents/{}/revoke", consent["id"].as_str().expect("an id"));
    firm.client.if_match(&consent["version"]).post(&path, json!({"reason": "不再需要"})).await.expect(200);
    assert_eq!(cases(&stage).await, json!([]), "four are too few");
    stage.finish().await;
}

//! What a loan costs, as it is offered, compared, accepted; and rates that follow the LPR.

use crate::stage::{Id, act_on_product, confirm, decision, demand, loan, offer, step};
use serde_json::{Value, json};

const WAN: i64 = 1_000_000;

fn fee(timing: &str, amount: i64) -> Value {
    json!({"name": "服务费", "payee": "guarantor", "timing": timing, "amount": amount})
}

#[tokio::test]
async fn everybody_may_ask_what_a_loan_costs() {
    let stage = crate::stage::start().await;
    let visitor = stage.app.visitor();
    let ask = |amount: i64, rate: i64, months: i64, way: &str, fees: Value| json!({"amount": amount, "rate": rate, "term_months": months, "repayment": way, "fees": fees});
    for (body, want) in [
        (ask(120_000, 0, 12, "equal_installment", json!([fee("monthly", 792)])), 14_31),
        (ask(120_000, 0, 12, "interest_first", json!([fee("monthly", 792)])), 7_92),
        (ask(240 * WAN, 4_250, 12, "equal_installment", json!([fee("upfront", 2_400_000)])), 6_13),
        (ask(100 * WAN, 4_000, 12, "interest_first", json!([fee("upfront", WAN)])), 5_03),
        (ask(100 * WAN, 4_000, 36, "equal_installment", json!([fee("upfront", 3 * WAN)])), 6_03),
        (ask(100 * WAN, 5_537, 24, "bullet", json!([])), 5_54),
    ] {
        let costs = visitor.post("/api/loan-costs", body).await.expect(200).body;
        let cost = costs["annual_cost"].as_i64().expect("a rate");
        assert_eq!((cost + 5) / 10, want, "{costs}");
    }
    let wrong = ask(0, -1, 361, "bullet", json!([fee("upfront", 0)]));
    let refused = visitor.post("/api/loan-costs", wrong).await.expect(422).fields();
    assert_eq!(refused, ["amount", "rate", "term_months", "fees[0].amount"]);
}

#[tokio::test]
async fn the_firm_sees_what_differs_and_confirms_what_it_reads() {
    let stage = crate::stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let wanted = json!({"rate_max": 4_000, "repayments": ["interest_first"]});
    let mut asked = demand(100);
    asked.as_object_mut().expect("fields").extend(wanted.as_object().expect("fields").clone());
    let demand = stage.published_as(&firm, asked).await;
    let product = stage.shelved(&bank, loan("科创贷")).await;
    let market = format!("/api/market/demands/{demand}/grab");
    let mut dear = offer(100);
    dear["rate"] = json!(5_000);
    dear["repayment"] = json!("equal_installment");
    dear["product_id"] = json!(stage.shelved(&other, loan("他行产品")).await);
    assert_eq!(
        bank.client.post(&market, dear.clone()).await.expect(422).fields(),
        ["product_id"],
        "only an own product"
    );
    dear["product_id"] = json!(product);
    dear["valid_until"] = json!("2026-11-22");
    assert_eq!(bank.client.post(&market, dear.clone()).await.expect(422).fields(), ["valid_until"]);
    dear["valid_until"] = json!("2026-12-31");
    let order = bank.client.post(&market, dear).await.expect(201).id();
    let path = format!("/api/enterprise/orders/{order}");
    let seen = firm.client.get(&path).await.expect(200).body;
    assert_eq!(seen["differs"], json!(["rate", "repayment"]));
    assert_eq!((&seen["asked"]["rate_max"], &seen["offer"]["rate"]), (&json!(4_000), &json!(5_000)));
    assert_eq!(seen["product"]["content"]["name"], "科创贷");

    step(&firm, &order, "confirm", confirm()).await.expect(200);
    step(&bank, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    step(&bank, &order, "start-review", json!({})).await.expect(200);
    let mut granted = decision(100);
    granted["fees"] = json!([fee("upfront", WAN)]);
    step(&bank, &order, "approve", granted).await.expect(200);
    let costs = firm.client.get(&path).await.expect(200).body["decision"]["costs"].clone();
    assert_eq!((&costs["interest"], &costs["fees"]), (&json!(3_800_004), &json!(WAN)));
    let unread = step(&firm, &order, "accept", json!({"complete": false})).await;
    assert_eq!(unread.expect(422).fields(), ["annual_cost"]);
    let other = step(&firm, &order, "accept", json!({"complete": false, "annual_cost": 3_800})).await;
    assert_eq!(other.refused(409), "orders.costs_changed");
    let read = json!({"complete": false, "annual_cost": costs["annual_cost"]});
    let accepted = step(&firm, &order, "accept", read).await.expect(200).body;
    let line = accepted["timeline"].as_array().expect("lines").iter().find(|line| !line["reason"].is_null());
    assert!(line.is_some_and(|line| line["reason"].to_string().contains("综合年化成本 4.8")), "{accepted}");
}

#[tokio::test]
async fn rates_follow_the_lpr() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let quote = |day: &str, one: i64, five: i64| json!({"published_on": day, "one_year": one, "five_years": five});
    let mut content = loan("随行就市贷");
    for (field, value) in [
        ("rate_type", json!("lpr")),
        ("lpr_tenor", json!("one_year")),
        ("lpr_spread", json!(45)),
        ("lpr_spread_max", json!(150)),
    ] {
        content[field] = value;
    }
    let made = bank.client.post("/api/institution/products", content).await.expect(201).id();
    assert_eq!(act_on_product(&bank, &made, "submit").await.expect(422).fields(), ["rate_type"], "no LPR yet");

    let ahead = stage.operator.post("/api/operator/lpr", json!({"csv": "2026-11-24,3.00,3.50"})).await;
    assert_eq!(ahead.expect(422).fields(), ["csv[1]"]);
    bank.client.post("/api/operator/lpr", json!({"csv": "2026-10-20,3.00,3.50"})).await.expect(403);
    let both = json!({"csv": "公布日期,1年期,5年期以上\n2026-09-20,3.10,3.60\n2026-10-20,3.00,3.50"});
    let kept = stage.operator.post("/api/operator/lpr", both).await.expect(200).body;
    assert_eq!(kept[0], quote("2026-10-20", 3_000, 3_500));
    stage.app.settle().await;
    let path = format!("/api/institution/products/{made}");
    let priced = bank.client.get(&path).await.expect(200).body;
    assert_eq!((&priced["content"]["rate_min"], &priced["content"]["rate_max"]), (&json!(3_450), &json!(4_500)));
    act_on_product(&bank, &made, "submit").await.expect(200);
    crate::stage::decide_on_product(&stage, &made, "approve", json!({})).await.expect(200);

    // A quote that changes what holds reaches the shelf, and the institution is told.
    let lower = json!({"csv": "2026-11-20,2.937%,3.5%"});
    stage.operator.post("/api/operator/lpr", lower).await.expect(200);
    stage.app.settle().await;
    let shown = stage.app.visitor().get(&format!("/api/products/{made}")).await.expect(200).body;
    assert_eq!((&shown["content"]["rate_min"], &shown["annual_cost_min"]), (&json!(3_387), &json!(3_387)));
    let list = stage.app.visitor().get("/api/products?rate_to=3400").await.expect(200).body;
    assert_eq!(list["items"][0]["rate_min"], 3_387);
    let told = bank.client.get("/api/messages").await.expect(200).body.to_string();
    assert!(told.contains("LPR 变动，产品利率已更新") && told.contains("1 年期 2.937%"), "{told}");

    // An offer that names the LPR has the rate that follows from it.
    let demand = stage.published(&firm, 100).await;
    let mut bid = offer(100);
    bid["lpr"] = json!({"tenor": "one_year", "spread": 60});
    let path = format!("/api/market/demands/{demand}/grab");
    let wrong = bank.client.post(&path, bid.clone()).await.expect(422).body.to_string();
    assert!(wrong.contains("年利率应为 3.537%"), "{wrong}");
    bid["rate"] = json!(3_537);
    bank.client.post(&path, bid).await.expect(201);

    // The last quote stays while products follow it.
    for day in ["2026-11-20", "2026-09-20"] {
        stage.operator.delete(&format!("/api/operator/lpr/{day}")).await.expect(200);
    }
    assert_eq!(stage.operator.delete("/api/operator/lpr/2026-10-20").await.refused(409), "lpr.in_use");
    stage.operator.delete("/api/operator/lpr/2026-11-20").await.expect(404);
}

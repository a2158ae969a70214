//! The holiday table, and the ends of limits that follow from it.

use crate::stage::{Id, confirm, decision, offer, staff, step};
use chrono::TimeDelta;
use jinqiao_kernel::{DateTime, Role};
use jinqiao_testkit::Client;
use serde_json::{Value, json};

fn moment(text: &str) -> DateTime {
    text.parse::<chrono::DateTime<chrono::FixedOffset>>().expect("a moment").to_utc()
}

async fn due(client: &Client, order: &str) -> Value {
    client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body["due"].clone()
}

#[tokio::test]
async fn the_operator_keeps_the_table() {
    let stage = crate::stage::start().await;
    let years = stage.operator.get("/api/operator/calendar").await.expect(200).body;
    let confirmed: Vec<_> = years.as_array().expect("years").iter().map(|year| year["confirmed"].clone()).collect();
    assert_eq!(confirmed, [true, true, false, false, false, false]);
    // A file is read line by line; nothing is stored by that.
    let csv = "日期,类型,名称\n2027-01-01,放假,\"元\n旦\"\n2027-02-30,放假,春节\n,,\n";
    let wrong = stage.operator.post("/api/operator/calendar/read-csv", json!({"csv": csv})).await.expect(422);
    assert_eq!(wrong.fields(), ["csv[4]"]);
    let csv = "日期\t类型\t名称\n2027年1月1日\t休\t元旦\n2027/1/2\t放假\t元旦\n2027.1.3\t补班\t元旦调休\n\t\t\n";
    let days = stage.operator.post("/api/operator/calendar/read-csv", json!({"csv": csv})).await.expect(200).body;
    let input = json!({"confirmed": true, "source": "国务院办公厅通知（演示）", "days": days});
    stage.operator.if_match(1).put("/api/operator/calendar/2027", input.clone()).await.expect(200);
    assert_eq!(
        stage.operator.if_match(1).put("/api/operator/calendar/2027", input.clone()).await.refused(409),
        "conflict.stale"
    );
    let foreign = input.clone();
    let refused = stage.operator.if_match(0).put("/api/operator/calendar/2031", foreign).await.expect(422);
    assert_eq!(refused.fields(), ["days[0]", "days[1]", "days[2]"], "the days are of another year");
    // A weekday needs no making up.
    let mut weekday = input;
    weekday["days"] = json!([{"day": "2027-01-04", "kind": "work", "name": "多余"}]);
    let refused = stage.operator.if_match(2).put("/api/operator/calendar/2027", weekday).await.expect(422);
    assert_eq!(refused.fields(), ["days[0]"]);
    stage.finish().await;
}

#[tokio::test]
async fn limits_run_in_working_days_over_a_holiday() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    // The last day before National Day, three in the afternoon; people work on Thursday the 8th and Saturday the 10th.
    stage.app.clock.set(moment("2027-09-30T15:00:00+08:00"));
    let table = json!({"confirmed": true, "source": "国务院办公厅通知（演示）", "days": [
        {"day": "2027-10-01", "kind": "off", "name": "国庆节"}, {"day": "2027-10-04", "kind": "off", "name": "国庆节"},
        {"day": "2027-10-05", "kind": "off", "name": "国庆节"}, {"day": "2027-10-06", "kind": "off", "name": "国庆节"},
        {"day": "2027-10-07", "kind": "off", "name": "国庆节"}, {"day": "2027-10-09", "kind": "work", "name": "国庆节调休"}]});
    let (operator, _) = staff(&stage.app, Role::Operator, "operator-two", 90_011).await;
    operator.if_match(1).put("/api/operator/calendar/2027", table).await.expect(200);
    let (firm, bank) = (stage.again(&firm, 1).await, stage.again(&bank, 2).await);
    let demand = stage.submitted(&firm, 100).await;
    let queue = operator.get("/api/operator/reviews?state=waiting&kind=demand").await.expect(200).body;
    assert_eq!(queue["items"][0]["due"], json!({"at": "2027-10-08T07:00:00Z", "days_left": 1.0}));
    let approve = json!({"public_text": "采购原材料，交付已签订单"});
    operator.if_match(2).post(&format!("/api/operator/demands/{demand}/approve"), approve).await.expect(200);
    let mut late = offer(100);
    late["valid_until"] = json!("2027-12-31");
    let order = bank.client.post(&format!("/api/market/demands/{demand}/grab"), late).await.expect(201).id();
    // Three days for the enterprise: Friday, the made-up Saturday, Monday.
    assert_eq!(due(&bank.client, &order).await["at"], "2027-10-11T07:00:00Z");
    step(&firm, &order, "confirm", confirm()).await.expect(200);
    assert_eq!(due(&bank.client, &order).await["at"], "2027-10-09T07:00:00Z", "two days to make contact");

    // The decision: ten days from the confirmation; it stands still while the enterprise owes materials.
    step(&bank, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    assert_eq!(due(&bank.client, &order).await["at"], "2027-10-20T07:00:00Z");
    let items = json!({"items": [{"name": "审计报告", "note": null}]});
    step(&bank, &order, "request-materials", items).await.expect(200);
    let waiting = due(&bank.client, &order).await;
    assert_eq!(waiting["at"], "2027-10-13T07:00:00Z", "five days for the enterprise");
    stage.app.clock.set(moment("2027-10-08T15:00:00+08:00"));
    let bank = stage.again(&bank, 2).await;
    step(&bank, &order, "recall-materials", json!({})).await.expect(200);
    assert_eq!(due(&bank.client, &order).await["at"], "2027-10-21T07:00:00Z", "a day later, for a day of waiting");
    step(&bank, &order, "start-review", json!({})).await.expect(200);
    assert_eq!(due(&bank.client, &order).await["at"], "2027-10-21T07:00:00Z");

    // A grant ends with its last day; what has ended is not due.
    let mut granted = decision(100);
    granted["valid_until"] = json!("2027-10-29");
    step(&bank, &order, "approve", granted).await.expect(200);
    assert_eq!(due(&bank.client, &order).await["at"], "2027-10-29T10:00:00Z");
    stage.app.clock.advance(TimeDelta::days(30));
    let (firm, bank) = (stage.again(&firm, 1).await, stage.again(&bank, 2).await);
    let late = due(&bank.client, &order).await;
    assert!(late["days_left"].as_f64().is_some_and(|left| left < 0.0), "{late}");
    step(&firm, &order, "decline-offer", json!({"reason": "计划有变"})).await.expect(200);
    assert_eq!(due(&bank.client, &order).await, Value::Null);
    stage.finish().await;
}

#[tokio::test]
async fn a_changed_parameter_applies_to_later_orders_only() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, old) = stage.order_in(&firm, &bank, "grabbed").await;
    stage.operator.put("/api/operator/parameters/contact_days", json!({"value": 5})).await.expect(200);
    let (_, new) = stage.order_in(&firm, &bank, "grabbed").await;
    for (order, want) in [(&old, "2026-11-25T02:00:00Z"), (&new, "2026-11-30T02:00:00Z")] {
        step(&firm, order, "confirm", confirm()).await.expect(200);
        assert_eq!(due(&bank.client, order).await["at"], want);
    }
    stage.finish().await;
}

#[tokio::test]
async fn of_first_versions_of_a_year_saved_at_once_one_is_kept() {
    let stage = crate::stage::start().await;
    let input = json!({"confirmed": false, "source": "国务院办公厅通知（演示）",
        "days": [{"day": "2040-10-01", "kind": "off", "name": "国庆节"}]});
    let tries = (0..8).map(|_| {
        let (operator, input) = (stage.operator.clone(), input.clone());
        tokio::spawn(async move { operator.if_match(0).put("/api/operator/calendar/2040", input).await })
    });
    let mut kept = 0;
    for one in tries.collect::<Vec<_>>() {
        let reply = one.await.expect("an answer");
        if reply.status == 200 {
            kept += 1;
        } else {
            assert_eq!(reply.refused(409), "conflict.stale");
        }
    }
    assert_eq!(kept, 1);
    stage.finish().await;
}

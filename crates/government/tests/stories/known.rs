//! What the platform knows of a firm, as policies read it.

use crate::stage::{Member, Stage, start};
use jinqiao_government::{eligibility::record_of, policies::catalogue};
use jinqiao_kernel::{Money, OrgId};
use jinqiao_policy::catalogue::{Known, Origin, Value as Said};
use jinqiao_stage::profile;
use serde_json::{Value, json};

async fn known(stage: &Stage, firm: &Member, code: &str) -> Option<Known> {
    let org: OrgId = firm.org.parse::<uuid::Uuid>().expect("an id").into();
    let record = record_of(&stage.app.db.answer(), org, stage.app.db.world().now()).await.expect("a record");
    let catalogue = catalogue().expect("no fault");
    record.get(catalogue.find(code).expect("a field")).cloned()
}

async fn save(firm: &Member, change: Value) {
    let version = firm.client.get("/api/enterprise/profile").await.expect(200).body["version"].clone();
    let mut input = profile();
    input.as_object_mut().expect("fields").extend(change.as_object().expect("fields").clone());
    firm.client.if_match(version).put("/api/enterprise/profile", input).await.expect(200);
}

#[tokio::test]
async fn profile_years_score_and_loans_make_the_record() {
    let stage = start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    assert_eq!(known(&stage, &firm, "interest_paid").await.map(|known| known.value), Some(Said::Money(Money::ZERO)));
    let year = |year: i32, revenue: i64| json!({"year": year, "revenue": revenue, "profit": 0, "assets": 1_000, "liabilities": 700, "rd_expense": null});
    save(&firm, json!({"finance": [year(2025, 500), year(2024, 400)], "first_loan": true})).await;
    let value = |code: &'static str| {
        let (stage, firm) = (&stage, &firm);
        async move { known(stage, firm, code).await.map(|known| known.value) }
    };
    assert_eq!(value("revenue").await, Some(Said::Money(Money(500))));
    assert_eq!(value("revenue_before").await, Some(Said::Money(Money(400))));
    assert_eq!(value("profit").await, Some(Said::Money(Money(0))));
    assert_eq!(value("rd_expense").await, None);
    assert_eq!(value("rd_ratio").await, None);
    assert_eq!(value("size").await, Some(Said::Picked(vec!["micro".into()])));
    assert_eq!(value("first_loan").await, Some(Said::YesNo(true)));
    assert!(matches!(value("score").await, Some(Said::Count(1..=100))));
    // A loan that was paid counts at once, its amount when it is confirmed.
    stage.order_in(&firm, &bank, "disbursed").await;
    stage.app.settle().await;
    assert_eq!(value("first_loan").await, Some(Said::YesNo(false)));
    assert_eq!(value("disbursed").await, Some(Said::Money(Money::ZERO)));
    let (_, order) = stage.order_in(&firm, &bank, "closed").await;
    stage.app.settle().await;
    assert_eq!(known(&stage, &firm, "disbursed").await.map(|known| known.origin), Some(Origin::Platform));
    assert_eq!(value("disbursed").await, Some(Said::Money(Money::wan(100))));
    // What was repaid counts.
    let draws = bank.client.get(&format!("/api/institution/orders/{order}/draws")).await.expect(200).body;
    let (draw, version) = (draws[0]["id"].as_str().expect("an id"), draws[0]["version"].clone());
    let paid = json!({"serial_no": "HK-1", "paid_on": "2026-11-23", "principal": 0, "interest": 31_667});
    bank.client.if_match(version).post(&format!("/api/institution/draws/{draw}/receipts"), paid).await.expect(200);
    assert_eq!(value("interest_paid").await, Some(Said::Money(Money(31_667))));
    stage.finish().await;
}

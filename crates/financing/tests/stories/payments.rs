//! What is paid out: as it was granted or not, once by each voucher, for the first time or not.

use crate::stage::{Member, Stage, disbursement, step};
use serde_json::{Value, json};

const WAN: i64 = 1_000_000;

async fn contracting(stage: &Stage, firm: &Member, bank: &Member) -> String {
    stage.order_in(firm, bank, "contracting").await.1
}

fn paid(changes: Value) -> Value {
    let mut paid = disbursement(100);
    paid.as_object_mut().expect("fields").extend(changes.as_object().expect("fields").clone());
    paid
}

#[tokio::test]
async fn what_differs_from_the_grant_has_a_reason_and_is_counted() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let order = contracting(&stage, &firm, &bank).await;
    let dearer = json!({"rate": 4_350, "term_months": 6});
    let unsaid = step(&bank, &order, "disburse", paid(dearer.clone())).await;
    assert_eq!(unsaid.expect(422).fields(), ["differs_because"]);
    let needless = step(&bank, &order, "disburse", paid(json!({"differs_because": "按约定放款"}))).await;
    assert_eq!(needless.expect(422).fields(), ["differs_because"]);
    let mut said = dearer;
    said["differs_because"] = json!("企业申请缩短期限，利率相应调整");
    step(&bank, &order, "disburse", paid(said)).await.expect(200);
    let seen = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200).body;
    assert_eq!(seen["disbursement"]["differs"], json!(["rate", "term_months"]));
    assert_eq!(seen["disbursement"]["matures_on"], "2027-05-23");
    let line = seen["timeline"].as_array().expect("lines").iter().find(|line| line["kind"] == "orders.disbursed");
    assert_eq!(line.expect("the payment")["reason"], "企业申请缩短期限，利率相应调整");

    // A first draw of several is no less than was granted.
    let other = contracting(&stage, &firm, &bank).await;
    let first = paid(json!({"amount": 40 * WAN, "more_follows": true}));
    let seen = step(&bank, &other, "disburse", first).await.expect(200).body;
    assert_eq!((&seen["disbursement"]["differs"], &seen["disbursement"]["more_follows"]), (&json!([]), &json!(true)));
}

#[tokio::test]
async fn a_voucher_is_used_once_and_a_guarantor_guarantees() {
    let stage = crate::stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let surety = stage.institution_of(4, "guarantor").await;
    let (one, two) = (contracting(&stage, &firm, &bank).await, contracting(&stage, &firm, &bank).await);
    let wrong = paid(json!({"guarantor_id": other.org, "contract_on": "2026-11-24"}));
    assert_eq!(step(&bank, &one, "disburse", wrong).await.expect(422).fields(), ["contract_on"]);
    let bank_as_surety = paid(json!({"guarantor_id": other.org}));
    assert_eq!(step(&bank, &one, "disburse", bank_as_surety).await.expect(422).fields(), ["guarantor_id"]);
    let known = bank.client.get("/api/institution/guarantors").await.expect(200).body;
    assert_eq!(known, json!([{"id": surety.org, "name": surety.name}]));
    let file = crate::stage::uploaded(&bank, "借款合同.pdf").await;
    let whole = paid(json!({"voucher_no": "pz-0001", "guarantor_id": surety.org, "attachments": [file]}));
    let seen = step(&bank, &one, "disburse", whole).await.expect(200).body;
    assert_eq!(seen["disbursement"]["guarantor_name"], surety.name);
    let path = format!("/api/enterprise/orders/{one}/payment-files/{file}");
    firm.client.get(&path).await.expect(200);
    stage.enterprise(5).await.client.get(&path).await.expect(404);

    let again = paid(json!({"voucher_no": " PZ-0001 "}));
    assert_eq!(step(&bank, &two, "disburse", again.clone()).await.expect(422).fields(), ["voucher_no"]);
    // Another institution has numbers of its own.
    let elsewhere = contracting(&stage, &firm, &other).await;
    step(&other, &elsewhere, "disburse", again).await.expect(200);
}

#[tokio::test]
async fn a_first_loan_is_the_first_and_stands_in_the_profile() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (one, two) = (contracting(&stage, &firm, &bank).await, contracting(&stage, &firm, &bank).await);
    step(&bank, &one, "disburse", paid(json!({"first_loan": true}))).await.expect(200);
    let second = step(&bank, &two, "disburse", paid(json!({"first_loan": true}))).await;
    assert_eq!(second.expect(422).fields(), ["first_loan"]);
    step(&bank, &two, "disburse", paid(json!({}))).await.expect(200);
    step(&firm, &one, "confirm-disbursement", json!({})).await.expect(200);
    stage.app.settle().await;
    let profile = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    assert_eq!(profile["first_loan"], false);
    let loans = profile["existing_loans"].as_array().expect("loans");
    assert_eq!((loans.len(), &loans[0]["amount"], &loans[0]["bank"]), (1, &json!(100 * WAN), &json!(bank.name)));
    assert_eq!((&loans[0]["rate"], &loans[0]["due_on"]), (&json!(3_800), &json!("2027-11-23")));
    stage.finish().await;
}

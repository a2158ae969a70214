//! 数据核验: what registers say counts beside what the firm types; nothing is asked without its authorisation.

use crate::stage::{Member, Stage, grab, profile, start_with, step, uploaded};
use chrono::TimeDelta;
use jinqiao_platform::enterprises::{DataSource, Fetched, Register, SourceFailure, Sources, Statement, refresh_due};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// A register that says what the story wants, and counts how often it is asked.
#[derive(Default)]
struct Told {
    said: Mutex<Option<Statement>>,
    asked: Mutex<usize>,
}

impl Told {
    fn says(&self, as_of: &str, values: Value) {
        let values = values.as_object().expect("facts").clone().into_iter().collect();
        *self.said.lock().expect("no panic") = Some(Statement { as_of: as_of.parse().expect("a day"), values });
    }

    fn asked(&self) -> usize {
        *self.asked.lock().expect("no panic")
    }
}

impl DataSource for Told {
    fn name(&self) -> &str {
        "测试税务局"
    }

    fn fetch<'a>(&'a self, _: Register, _: &'a str) -> Fetched<'a> {
        *self.asked.lock().expect("no panic") += 1;
        let said = self.said.lock().expect("no panic").clone();
        Box::pin(async move { said.ok_or(SourceFailure::Unknown) })
    }
}

async fn start() -> (Stage, Arc<Told>) {
    let told = Arc::new(Told::default());
    (start_with(Sources(Some(told.clone()))).await, told)
}

const TAX: &str = "/api/enterprise/verification/tax";

async fn authorized(firm: &Member) -> Value {
    let signed = json!({"authorization_version": 1});
    firm.sign().await;
    firm.client.post(&format!("{TAX}/authorize"), signed).await.expect(200).body
}

fn of_key<'a>(view: &'a Value, key: &str) -> &'a Value {
    view["values"].as_array().expect("values").iter().find(|one| one["key"] == key).expect("a value")
}

async fn score(firm: &Member) -> Value {
    firm.client.get("/api/enterprise/score").await.expect(200).body["result"].clone()
}

fn revenue_of(score: &Value) -> &Value {
    let all = score["indicators"].as_array().expect("indicators");
    all.iter().find(|one| one["indicator"] == "revenue").expect("the revenue")
}

/// 8,000 万 typed, 800 万 declared.
const TYPED: i64 = 8_000_000_000;
const DECLARED: i64 = 800_000_000;

#[tokio::test]
async fn what_the_tax_office_says_counts_and_both_are_seen() {
    let (stage, told) = start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let mut input = profile();
    input["revenue"] = json!(TYPED);
    firm.client.if_match(1).put("/api/enterprise/profile", input.clone()).await.expect(200);
    let before = score(&firm).await;
    assert_eq!((&revenue_of(&before)["value"], &revenue_of(&before)["verified"]), (&json!(TYPED), &json!(false)));

    // Nothing is asked without the firm's authorisation.
    told.says("2026-03-31", json!({"finance.2025.revenue": DECLARED, "tax_grade": "b", "legal_person": "他人"}));
    let refused = firm.client.post(&format!("{TAX}/ask"), json!({})).await;
    assert_eq!(refused.refused(409), "enterprises.not_authorized");
    assert_eq!(told.asked(), 0);
    let unsigned = firm.client.post(&format!("{TAX}/authorize"), json!({"authorization_version": 1})).await;
    assert_eq!(unsigned.refused(409), "accounts.signature_needed");
    firm.sign().await;
    firm.client.post(&format!("{TAX}/authorize"), json!({"authorization_version": 2})).await.expect(409);
    assert_eq!(told.asked(), 0);

    // It signs: the firm sees both, and what is not the tax office's to say is left out.
    let view = authorized(&firm).await;
    let revenue = of_key(&view, "finance.2025.revenue");
    assert_eq!((&revenue["value"], &revenue["typed"]), (&json!(DECLARED), &json!(TYPED)));
    assert_eq!(
        (&revenue["differs"], &revenue["counts"], &revenue["source"]),
        (&json!(true), &json!(true), &json!("tax"))
    );
    assert_eq!(view["registers"][1]["faults"], json!(["legal_person：不属于该数据来源"]));
    let shown = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    assert_eq!((&shown["revenue"], &shown["tax_grade"]), (&json!(DECLARED), &json!("b")));
    assert_eq!(shown["origins"]["revenue"]["source"], "tax");
    let after = score(&firm).await;
    assert_eq!(
        (&revenue_of(&after)["value"], &revenue_of(&after)["source"], &revenue_of(&after)["verified"]),
        (&json!(DECLARED), &json!("tax"), &json!(true))
    );

    // Saving what is shown says nothing new; typing again does not move what counts.
    let saved = save_again(&firm, &shown, DECLARED).await;
    assert_eq!(saved["revenue"], DECLARED);
    let view = firm.client.get("/api/enterprise/verification").await.expect(200).body;
    assert_eq!(of_key(&view, "finance.2025.revenue")["typed"], TYPED);
    let saved = save_again(&firm, &saved, 9_000_000_000).await;
    assert_eq!(saved["revenue"], DECLARED);
    let view = firm.client.get("/api/enterprise/verification").await.expect(200).body;
    assert_eq!(of_key(&view, "finance.2025.revenue")["typed"], json!(9_000_000_000_i64));

    // The bank sees the tax office's figure with its day; a scope that is closed closes its origins too.
    let demand = stage.published(&firm, 100).await;
    let order = grab(&bank, &demand, 100).await.expect(201).body["id"].as_str().expect("an id").to_owned();
    let scopes = json!({"scopes": ["identity", "contact", "finance"], "authorization_version": 1});
    step(&firm, &order, "confirm", scopes).await.expect(200);
    let seen =
        bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body["enterprise"].clone();
    assert_eq!((&seen["revenue"], &seen["origins"]["revenue"]["source"]), (&json!(DECLARED), &json!("tax")));
    assert_eq!(seen["origins"]["revenue"]["on"], "2026-03-31");
    assert_eq!(seen["finance"][0]["origins"]["revenue"]["expires_on"], "2027-03-31");
    assert_eq!(seen["origins"]["staff"], Value::Null);

    // After twelve months it is told to be expired, and counts as what nobody has verified.
    stage.app.clock.set("2027-04-01T02:00:00Z".parse().expect("a moment"));
    let firm = stage.again(&firm, 1).await;
    let view = firm.client.get("/api/enterprise/verification").await.expect(200).body;
    assert_eq!(of_key(&view, "finance.2025.revenue")["expired"], true);
    let aged = score(&firm).await;
    assert_eq!((&revenue_of(&aged)["expired"], &revenue_of(&aged)["verified"]), (&json!(true), &json!(false)));
    stage.finish().await;
}

/// Saves what the form shows, with another revenue of its newest year.
async fn save_again(firm: &Member, shown: &Value, revenue: i64) -> Value {
    let mut input = profile();
    input["tax_grade"] = shown["tax_grade"].clone();
    input["finance"] = json!([{"year": 2025, "revenue": revenue}]);
    firm.client.if_match(&shown["version"]).put("/api/enterprise/profile", input).await.expect(200).body
}

#[tokio::test]
async fn registers_are_asked_again_until_the_firm_withdraws() {
    let (stage, told) = start().await;
    let firm = stage.enterprise(1).await;
    // A register that knows no such firm: noted, and nothing changes.
    let view = authorized(&firm).await;
    assert_eq!(
        (&view["registers"][1]["failure"], view["values"].as_array().map(Vec::len)),
        (&json!("unknown"), Some(0))
    );
    told.says("2026-11-20", json!({"tax_grade": "b"}));
    let asked = async || refresh_due(&stage.app.db, told.as_ref()).await.expect("registers are asked");
    assert_eq!(asked().await, 0, "not before a day");
    stage.app.clock.advance(TimeDelta::hours(25));
    assert_eq!((asked().await, asked().await), (1, 0));
    let firm = stage.again(&firm, 1).await;
    let shown = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    assert_eq!((&shown["tax_grade"], &shown["origins"]["tax_grade"]["on"]), (&json!("b"), &json!("2026-11-20")));
    // An answer from the future is none.
    told.says("2027-11-20", json!({"tax_grade": "c"}));
    let view = firm.client.post(&format!("{TAX}/ask"), json!({})).await.expect(200).body;
    assert_eq!(view["registers"][1]["failure"], "dated");
    let view = firm.client.post(&format!("{TAX}/revoke"), json!({})).await.expect(200).body;
    assert_eq!((&view["registers"][1]["holds"], &of_key(&view, "tax_grade")["value"]), (&json!(false), &json!("b")));
    let before = told.asked();
    stage.app.clock.advance(TimeDelta::days(40));
    assert_eq!((asked().await, told.asked()), (0, before));
    stage.finish().await;
}

#[tokio::test]
async fn an_operator_confirms_what_it_has_seen() {
    let (stage, _) = start().await;
    let firm = stage.enterprise(1).await;
    let file = uploaded(&firm, "a.pdf").await;
    let mut input = profile();
    input["attachments"] = json!([file]);
    firm.client.if_match(1).put("/api/enterprise/profile", input).await.expect(200);
    let path = format!("/api/operator/enterprises/{}/evidence", firm.org);
    let review = stage.operator.get(&path).await.expect(200).body;
    assert!(review["facts"].as_array().expect("facts").contains(&json!({"key": "titles.high_tech", "value": true})));
    let confirm =
        |keys: Value, as_of: &str, file: &str| json!({"keys": keys, "audited": false, "as_of": as_of, "file": file});
    let no_file = "01a20aaa-0000-7000-8000-000000000000";
    for (body, field) in [
        (confirm(json!(["titles.gazelle"]), "2026-11-01", &file), "keys[0]"),
        (confirm(json!(["name"]), "2026-11-01", &file), "keys[0]"),
        (confirm(json!(["staff"]), "2026-11-24", &file), "as_of"),
        (confirm(json!(["staff"]), "2026-11-01", no_file), "file"),
    ] {
        let refused = stage.operator.if_match(2).post(&path, body).await.expect(422);
        assert_eq!(refused.fields(), [field]);
    }
    let body = confirm(json!(["titles.high_tech", "staff"]), "2026-11-01", &file);
    assert_eq!(stage.operator.if_match(1).post(&path, body.clone()).await.refused(409), "conflict.stale");
    stage.operator.if_match(2).post(&path, body).await.expect(200);
    stage.operator.get(&format!("/api/operator/enterprises/{}/attachments/{file}", firm.org)).await.expect(200);
    stage.operator.get(&format!("/api/operator/enterprises/{}/attachments/{no_file}", firm.org)).await.expect(404);
    let shown = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    assert_eq!(shown["origins"]["titles.high_tech"]["source"], "document");
    assert_eq!((&shown["staff"], &shown["origins"]["staff"]["source"]), (&json!(86), &json!("document")));
    let view = firm.client.get("/api/enterprise/verification").await.expect(200).body;
    assert_eq!(of_key(&view, "staff")["file"]["name"], "a.pdf");
    stage.finish().await;
}

#[tokio::test]
async fn nobody_is_asked_where_no_register_is_connected() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    firm.sign().await;
    let refused = firm.client.post(&format!("{TAX}/authorize"), json!({"authorization_version": 1})).await;
    assert_eq!(refused.refused(409), "enterprises.no_source");
    assert_eq!(firm.client.get("/api/enterprise/verification").await.expect(200).body["answered_by"], Value::Null);
    stage.finish().await;
}

//! Points: each rule on its occasion, once, within its caps, by the version that applied when it happened.

use crate::stage::{Id, Member, PASSWORD, Stage, confirm, decision, disbursement, grab, staff, step};
use chrono::TimeDelta;
use jinqiao_db::{Intent, facts_of};
use jinqiao_financing::orders::{OrderFact, OrderState, OrderStep, Turn};
use jinqiao_kernel::Role;
use jinqiao_testkit::Client;
use serde_json::{Value, json};
use uuid::Uuid;

/// The own entries on each occasion, oldest first.
pub async fn entered(client: &Client) -> Vec<(String, i64)> {
    let page = client.get("/api/points/entries?size=100").await.expect(200).body;
    let items = page["items"].as_array().expect("items").clone();
    let entry =
        |row: &Value| (row["event"].as_str().expect("an event").to_owned(), row["points"].as_i64().expect("points"));
    items.iter().rev().map(entry).collect()
}

/// Points of one occasion, in the order of entry.
pub async fn of(client: &Client, event: &str) -> Vec<i64> {
    entered(client).await.into_iter().filter(|(name, _)| name == event).map(|(_, points)| points).collect()
}

pub async fn balance(client: &Client) -> i64 {
    client.get("/api/points").await.expect(200).body["balance"].as_i64().expect("a balance")
}

fn marks(side: &str, score: i32) -> Value {
    let aspects = match side {
        "enterprise" => ["responsiveness", "professionalism", "fee_transparency", "overall"],
        _ => ["truthfulness", "cooperation", "fulfilment", "overall"],
    };
    let text = (score < 3).then_some("收费与事先承诺不一致，多次沟通没有结果");
    json!({"marks": aspects.map(|aspect| json!({"aspect": aspect, "score": score})), "text": text})
}

async fn rate(who: &Member, side: &str, order: &str, score: i32) {
    let path = format!("/api/{side}/orders/{order}/ratings");
    who.client.post(&path, marks(side, score)).await.expect(200);
}

/// A whole day later, and both logged in again: the first a day counts, the second does not.
async fn next_day(stage: &Stage, members: [(&Member, u32); 2]) -> [Member; 2] {
    stage.app.clock.advance(TimeDelta::days(1));
    let [(one, first), (two, second)] = members;
    stage.again(one, first).await;
    [stage.again(one, first).await, stage.again(two, second).await]
}

fn product() -> Value {
    json!({"kind": "debt", "name": "科创贷", "summary": "面向科技企业的信用贷款", "description": "用于研发和日常经营周转。",
        "product_type": "tech_credit", "channel": "bank", "amount_min": 10_000_000, "amount_max": 500_000_000,
        "term_min": 3, "term_max": 36, "guarantees": ["credit"], "rate_type": "fixed", "rate_min": 3_450, "rate_max": 4_500,
        "repayments": ["interest_first"], "materials": ["营业执照"], "decision_wd": 5, "disburse_wd": 3,
        "contact_name": "王经理", "contact_phone": "023-60000000"})
}

#[tokio::test]
async fn each_occasion_is_entered_once() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "contracting").await;
    let mut paid = disbursement(100);
    paid["first_loan"] = json!(true);
    step(&bank, &order, "disburse", paid).await.expect(200);
    step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    rate(&firm, "enterprise", &order, 5).await;
    rate(&bank, "institution", &order, 3).await;
    let made = bank.client.post("/api/institution/products", product()).await.expect(201).id();
    bank.client.if_match(1).post(&format!("/api/institution/products/{made}/submit"), json!({})).await.expect(200);
    stage.operator.if_match(2).post(&format!("/api/operator/products/{made}/approve"), json!({})).await.expect(200);
    let mut whole = crate::stage::profile();
    whole["finance"] = json!([{"year": 2025, "revenue": 4_000_000_000_i64}]);
    whole["industry_class"] = json!("3562");
    whole["insured_count"] = json!(80);
    whole["listing_intent"] = json!("none");
    firm.client.if_match(1).put("/api/enterprise/profile", whole.clone()).await.expect(200);
    firm.client.if_match(2).put("/api/enterprise/profile", whole).await.expect(200);
    // An applicant has no points, an agency those of its kind, the operator none.
    let agency = stage.applicant("agency", 3).await;
    agency.client.get("/api/points").await.expect(403);
    stage.decide(&agency, 1, "approve", json!({})).await.expect(200);
    stage.app.settle().await;
    assert_eq!(entered(&agency.client).await, [("registered".to_owned(), 20)]);
    assert_eq!(agency.client.get("/api/points").await.expect(200).body["grade"], Value::Null);
    stage.operator.get("/api/points").await.expect(403);
    stage.app.settle().await;
    let [firm, bank] = next_day(&stage, [(&firm, 1), (&bank, 2)]).await;
    stage.app.settle().await;
    stage.app.settle().await;
    let mut of_firm = entered(&firm.client).await;
    of_firm.sort();
    let want =
        [("daily_login", 1), ("demand_approved", 5), ("disbursed", 20), ("profile_complete", 10), ("registered", 20)];
    assert_eq!(of_firm, want.map(|(name, points)| (name.to_owned(), points)), "a middling rating counts nothing");
    let mut of_bank = entered(&bank.client).await;
    of_bank.sort();
    let want = [
        ("daily_login", 1),
        ("disbursed", 20),
        ("first_loan", 5),
        ("grabbed", 2),
        ("product_approved", 5),
        ("quick_contact", 2),
        ("quick_offer", 10),
        ("rated_well", 5),
        ("registered", 20),
    ];
    assert_eq!(of_bank, want.map(|(name, points)| (name.to_owned(), points)));
    assert_eq!((balance(&firm.client).await, balance(&bank.client).await), (56, 70));

    stage.finish().await;
}

#[tokio::test]
async fn slow_answers_earn_nothing() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "contacting").await;
    stage.app.clock.advance(TimeDelta::minutes(241));
    let bank = stage.again(&bank, 2).await;
    step(&bank, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    step(&bank, &order, "start-review", json!({})).await.expect(200);
    // Monday to Monday, the same hour: five working days and the minute that is too many.
    stage.app.clock.advance(TimeDelta::days(7) - TimeDelta::minutes(240));
    let bank = stage.again(&bank, 2).await;
    step(&bank, &order, "approve", decision(100)).await.expect(200);
    stage.app.settle().await;
    assert_eq!((of(&bank.client, "quick_contact").await, of(&bank.client, "quick_offer").await), (vec![], vec![]));
    stage.finish().await;
}

#[tokio::test]
async fn caps_of_a_day_a_month_and_a_quarter() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    // Ten points a day for grabs, thirty a month for demands.
    for _ in 0..7 {
        let demand = stage.published(&firm, 100).await;
        grab(&bank, &demand, 100).await.expect(201);
    }
    stage.app.settle().await;
    assert_eq!(of(&bank.client, "grabbed").await, [2; 5]);
    assert_eq!(of(&firm.client, "demand_approved").await, [5; 6]);
    // What the firm itself caused takes two, once a quarter; what was not taken on is not refused credit.
    let refuse = json!({"code": "r12", "text": "近两年经营性现金流为负，暂不满足本行授信要求。"});
    for _ in 0..2 {
        let (_, order) = stage.order_in(&firm, &bank, "credit_review").await;
        step(&bank, &order, "refuse", refuse.clone()).await.expect(200);
    }
    stage.app.settle().await;
    assert_eq!(of(&firm.client, "credit_refused").await, [-2]);
    // The next quarter, and the next month with it.
    stage.app.clock.advance(TimeDelta::days(42));
    let (firm, bank) = (stage.again(&firm, 1).await, stage.again(&bank, 2).await);
    let (operator, _) = staff(&stage.app, Role::Operator, "operator-two", 90_011).await;
    let stage = Stage { operator, app: stage.app };
    let demand = stage.published(&firm, 100).await;
    let order = grab(&bank, &demand, 100).await.expect(201).id();
    step(&firm, &order, "confirm", confirm()).await.expect(200);
    step(&bank, &order, "refuse", refuse).await.expect(200);
    stage.app.settle().await;
    assert_eq!(of(&firm.client, "credit_refused").await, [-2, -2]);
    assert_eq!(of(&firm.client, "demand_approved").await, [5; 7]);
    assert_eq!(of(&bank.client, "grabbed").await.len(), 6);
    stage.finish().await;
}

#[tokio::test]
async fn a_firm_gains_sixty_points_a_quarter() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    for _ in 0..3 {
        let (_, order) = stage.order_in(&firm, &bank, "contracting").await;
        step(&bank, &order, "disburse", disbursement(100)).await.expect(200);
    }
    stage.app.settle().await;
    // Twenty for the registration, five for each demand, and of the payments what is left.
    let gained: i64 = entered(&firm.client).await.iter().map(|(_, points)| points).sum();
    assert_eq!(gained, 60);
    // What is taken is taken all the same, and the next quarter begins anew.
    let body = json!({"event": "out_of_contact", "order_no": null, "reason": "多次联系不上企业"});
    stage.operator.post(&format!("/api/operator/points/organizations/{}/findings", firm.org), body).await.expect(200);
    assert_eq!(balance(&firm.client).await, 55);
    stage.app.clock.advance(TimeDelta::days(42));
    let firm = stage.again(&firm, 1).await;
    stage.app.settle().await;
    assert_eq!(balance(&firm.client).await, 56, "a login of January");
    stage.finish().await;
}

#[tokio::test]
async fn twenty_logins_a_month_count() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    stage.app.clock.set("2026-12-01T02:00:00Z".parse().expect("a moment"));
    let mut client = firm.client.clone();
    for _ in 0..23 {
        client = stage.again(&firm, 1).await.client;
        stage.app.clock.advance(TimeDelta::days(1));
    }
    stage.app.settle().await;
    client.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(200);
    stage.app.settle().await;
    assert_eq!(of(&client, "daily_login").await, [1; 20]);
    // January begins anew.
    stage.app.clock.set("2026-12-31T16:00:00Z".parse().expect("midnight in Shanghai"));
    let client = stage.again(&firm, 1).await.client;
    stage.app.settle().await;
    assert_eq!(of(&client, "daily_login").await.len(), 21);
    stage.finish().await;
}

/// Lets a limit of `order` be over by `late_days`.
async fn overdue(stage: &Stage, order: &str, state: OrderState, late_days: i32) {
    let id: Uuid = order.parse().expect("an id");
    let facts = facts_of(stage.app.db.read(), id).await.expect("facts");
    let fact: OrderFact = facts.last().expect("a fact").decode().expect("an order's");
    let fact = OrderFact {
        step: OrderStep::Overdue,
        from: Some(state),
        to: state,
        turn: Some(Turn::Institution),
        late_days,
        ..fact
    };
    let fact = &fact;
    stage.app.db.write(Intent::system("tests.overdue"), |tx| async move { tx.emit(fact).await }).await.expect("told");
}

#[tokio::test]
async fn overruns_cost_points_and_stop_at_their_cap() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "contacting").await;
    for days in 0..3 {
        overdue(&stage, &order, OrderState::Contacting, days).await;
        overdue(&stage, &order, OrderState::Contacting, days).await;
    }
    stage.app.settle().await;
    assert_eq!((of(&bank.client, "late_contact").await, of(&bank.client, "no_contact").await), (vec![-5], vec![-10]));
    step(&bank, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    // Two orders, each of which costs twenty-five at most.
    overdue(&stage, &order, OrderState::DueDiligence, 0).await;
    let (_, other) = stage.order_in(&firm, &bank, "credit_review").await;
    for days in 1..=7 {
        overdue(&stage, &order, OrderState::DueDiligence, days).await;
        overdue(&stage, &other, OrderState::CreditReview, days).await;
    }
    overdue(&stage, &other, OrderState::Applied, 0).await;
    stage.app.settle().await;
    assert_eq!(of(&bank.client, "late_decision").await, [-5; 10]);
    assert_eq!(of(&bank.client, "late_take_on").await, [-2]);
    assert_eq!(of(&firm.client, "late_decision").await, Vec::<i64>::new());
    // A real limit that passes is told by its timer.
    stage.order_in(&firm, &bank, "contacting").await;
    stage.app.clock.advance(TimeDelta::days(3));
    stage.app.settle().await;
    let bank = stage.again(&bank, 2).await;
    assert_eq!(of(&bank.client, "late_contact").await, [-5, -5]);
    stage.finish().await;
}

#[tokio::test]
async fn a_changed_rule_applies_to_what_happens_later() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let offer = async |stage: &Stage, bank: &Member, firm: &Member| {
        let demand = stage.published(firm, 100).await;
        grab(bank, &demand, 100).await.expect(201);
    };
    offer(&stage, &bank, &firm).await;
    let rule = |number: i32, points: i32, from: Option<&str>| {
        json!({"event": "grabbed", "side": "institution", "number": number, "valid_from": from, "note": "鼓励机构积极响应",
            "terms": {"points": points, "caps": [{"period": "day", "unit": "points", "most": 10}]}})
    };
    let path = "/api/operator/points/rules";
    stage.app.clock.advance(TimeDelta::minutes(1));
    stage.operator.post(path, rule(1, 3, None)).await.expect(200);
    // What happened before is entered by the rule of then, even if it is entered later.
    stage.app.settle().await;
    assert_eq!(of(&bank.client, "grabbed").await, [2]);
    stage.app.clock.advance(TimeDelta::minutes(1));
    offer(&stage, &bank, &firm).await;
    stage.app.settle().await;
    assert_eq!(of(&bank.client, "grabbed").await, [2, 3]);
    // One that is planned applies from that day, and the cap still holds: ten a day.
    let planned = stage.operator.post(path, rule(2, 9, Some("2026-11-24"))).await.expect(200).body;
    let shown =
        planned.as_array().expect("rules").iter().find(|rule| rule["event"] == "grabbed").expect("the rule").clone();
    let standings: Vec<_> =
        shown["versions"].as_array().expect("versions").iter().map(|one| one["standing"].clone()).collect();
    assert_eq!(standings, ["upcoming", "current", "past"]);
    assert_eq!(shown["versions"][2]["valid_from"], Value::Null, "the first has applied since the beginning");
    offer(&stage, &bank, &firm).await;
    stage.app.clock.advance(TimeDelta::days(1));
    let (firm, bank) = (stage.again(&firm, 1).await, stage.again(&bank, 2).await);
    let (operator, _) = staff(&stage.app, Role::Operator, "operator-two", 90_011).await;
    let stage = Stage { operator, app: stage.app };
    offer(&stage, &bank, &firm).await;
    offer(&stage, &bank, &firm).await;
    stage.app.settle().await;
    assert_eq!(of(&bank.client, "grabbed").await, [2, 3, 3, 9, 1]);
    let rows = bank.client.get("/api/points/entries?event=grabbed").await.expect(200).body;
    let numbers: Vec<_> =
        rows["items"].as_array().expect("items").iter().map(|row| row["rule_number"].clone()).collect();
    assert_eq!(numbers, [3, 3, 2, 2, 1]);

    for (body, want) in [
        (rule(1, 4, None), "conflict.stale"),
        (
            json!({"event": "grabbed", "side": "agency", "number": 1, "note": "鼓励机构积极响应", "terms": {"points": 4}}),
            "not_found",
        ),
    ] {
        assert_eq!(stage.operator.post(path, body).await.body["code"], want);
    }
    for (body, field) in
        [(rule(3, 4, Some("2026-11-23")), "valid_from"), (rule(3, -4, None), "points"), (rule(3, 9, None), "terms")]
    {
        assert_eq!(stage.operator.post(path, body).await.expect(422).fields(), [field]);
    }
    firm.client.post(path, rule(3, 4, None)).await.expect(403);
    stage.finish().await;
}

#[tokio::test]
async fn a_rating_counts_when_it_is_visible_until_an_appeal_strikes_it() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "closed").await;
    rate(&firm, "enterprise", &order, 1).await;
    stage.app.settle().await;
    assert_eq!(of(&bank.client, "rated_badly").await, Vec::<i64>::new(), "it cannot be read yet");
    rate(&bank, "institution", &order, 4).await;
    stage.app.settle().await;
    assert_eq!((of(&bank.client, "rated_badly").await, of(&firm.client, "rated_well").await), (vec![-5], vec![5]));
    let before = balance(&bank.client).await;
    let appeal = json!({"reason": "费用由评估机构收取，与本行无关"});
    bank.client.post(&format!("/api/institution/orders/{order}/ratings/appeal"), appeal).await.expect(200);
    let queue = stage.operator.get("/api/operator/reviews?kind=rating_appeal&state=waiting").await.expect(200);
    let id = queue.body["items"][0]["subject_id"].as_str().expect("an id").to_owned();
    let ruling = json!({"uphold": true, "ruling": "经核实，费用由第三方收取，评价不成立"});
    stage.operator.post(&format!("/api/operator/rating-appeals/{id}/rule"), ruling).await.expect(200);
    stage.app.settle().await;
    assert_eq!(of(&bank.client, "rated_badly").await, [-5, 5], "a reversing entry, the first one stays");
    assert_eq!(balance(&bank.client).await, before + 5);
    let rows = bank.client.get("/api/points/entries?event=rated_badly").await.expect(200).body;
    assert_eq!((&rows["items"][0]["kind"], &rows["items"][1]["reversed"]), (&json!("correction"), &json!(true)));

    // One that stays alone is visible, and counts, when nobody can answer it any more.
    let (_, alone) = stage.order_in(&firm, &bank, "refused").await;
    rate(&firm, "enterprise", &alone, 5).await;
    stage.app.clock.advance(TimeDelta::days(15));
    stage.app.settle().await;
    let bank = stage.again(&bank, 2).await;
    assert_eq!(of(&bank.client, "rated_well").await, [5]);
    let mail = bank.client.get("/api/messages?size=100").await.expect(200).body;
    let open = mail["items"].as_array().expect("items").iter().filter(|letter| letter["title"] == "评价已公开").count();
    assert_eq!(open, 1, "the second of two opens both, and only its reader is told; the one alone is told too");
    stage.finish().await;
}

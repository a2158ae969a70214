//! A loan that was paid out leads to another: renewed, larger, more, again, or extended.

use crate::{
    ratings::{by_enterprise, by_institution, rate},
    stage::{
        Id, Member, Stage, decision, disbursed, disbursement, second_credits, served_enterprises, step,
        suspend_or_resume,
    },
};
use chrono::TimeDelta;
use jinqiao_testkit::Reply;
use serde_json::{Value, json};

const WAN: i64 = 1_000_000;
const NEAR: &str = "办理时限将至";

/// The terms of last time with some of them changed.
fn terms(wan: i64, changes: Value) -> Value {
    let mut terms = json!({"amount": wan * WAN, "term_months": 12, "rate": 3_800, "repayment": "interest_first",
        "guarantee": "credit", "use_kind": "working_capital", "use_text": "采购原材料，用于交付已经签订的订单",
        "repayment_source": "产品销售回款", "extend_to": null});
    for (field, value) in changes.as_object().expect("fields") {
        terms[field] = value.clone();
    }
    terms
}

fn signature() -> Value {
    json!({"scopes": ["identity", "contact", "finance"], "authorization_version": 1})
}

fn side(who: &Member) -> &'static str {
    if who.name.contains("enterprise") { "enterprise" } else { "institution" }
}

async fn request(who: &Member, order: &str, kind: &str, terms: Value) -> Reply {
    let mut body = json!({"kind": kind, "terms": terms, "note": null});
    if side(who) == "enterprise" {
        body["scopes"] = signature()["scopes"].clone();
        body["authorization_version"] = json!(1);
        who.sign().await;
    }
    who.client.post(&format!("/api/{}/orders/{order}/second-credit", side(who)), body).await
}

async fn seen(who: &Member, id: &str) -> Value {
    who.client.get(&format!("/api/{}/second-credits/{id}", side(who))).await.expect(200).body
}

async fn act(who: &Member, id: &str, action: &str, body: Value) -> Reply {
    who.sign().await;
    let version = who.client.get(&format!("/api/{}/second-credits/{id}", side(who))).await.body["version"].clone();
    who.client.if_match(version).post(&format!("/api/{}/second-credits/{id}/{action}", side(who)), body).await
}

async fn told(member: &Member, title: &str) -> usize {
    let mail = member.client.get("/api/messages?size=100").await.expect(200).body;
    mail["items"].as_array().expect("items").iter().filter(|letter| letter["title"] == title).count()
}

/// A loan of 100 万元 that was paid out on Monday, 23 November 2026, for a year; both sides gave this mark, if any.
async fn lent(stage: &Stage, firm: &Member, bank: &Member, mark: Option<i32>) -> String {
    let (_, order) = stage.order_in(firm, bank, "closed").await;
    if let Some(mark) = mark {
        rate(firm, "enterprise", &order, by_enterprise(mark, Some("办理过程的整体感受如实评价"))).await.expect(200);
        rate(bank, "institution", &order, by_institution(mark, Some("办理过程的整体感受如实评价"))).await.expect(200);
    }
    order
}

async fn later(stage: &Stage, hours: i64, firm: &Member, bank: &Member) -> (Member, Member) {
    stage.app.clock.advance(TimeDelta::hours(hours));
    stage.app.settle().await;
    stage.app.settle().await;
    (stage.again(firm, 1).await, stage.again(bank, 2).await)
}

/// The new order is decided, accepted, paid and confirmed.
async fn paid_out(firm: &Member, bank: &Member, order: &str, wan: i64) {
    step(bank, order, "approve", decision(wan)).await.expect(200);
    step(firm, order, "accept", json!({"complete": false, "annual_cost": 3_800})).await.expect(200);
    step(bank, order, "disburse", disbursement(wan)).await.expect(200);
    step(firm, order, "confirm-disbursement", json!({})).await.expect(200);
}

#[tokio::test]
async fn an_enterprise_renews_its_loan() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let first = lent(&stage, &firm, &bank, Some(4)).await;
    let options = firm.client.get(&format!("/api/enterprise/orders/{first}/second-credit")).await.expect(200).body;
    assert_eq!(options["kinds"], json!(["renewal", "increase", "extension"]));
    assert_eq!((&options["last"]["amount"], &options["matures_on"]), (&json!(100 * WAN), &json!("2027-11-23")));

    // Whoever has to ask asks, and within the rules of the kind.
    let wrong = request(&firm, &first, "top_up", terms(50, json!({}))).await;
    assert_eq!(wrong.refused(409), "second_credits.wrong_side");
    assert_eq!(request(&firm, &first, "increase", terms(100, json!({}))).await.expect(422).fields(), ["amount"]);
    let asked = request(&firm, &first, "renewal", terms(90, json!({"rate": 3_700}))).await.expect(201);
    let id = asked.id();
    assert_eq!((&asked.body["state"], &asked.body["turn"]), (&json!("requested"), &json!("institution")));
    assert_eq!(asked.body["changed"], json!(["amount", "rate"]));
    let twice = request(&firm, &first, "renewal", terms(90, json!({}))).await;
    assert_eq!(twice.refused(409), "second_credits.already_running");
    assert_eq!(act(&firm, &id, "confirm", signature()).await.refused(409), "second_credits.not_yours");
    stage.app.settle().await;
    assert_eq!(told(&bank, "收到二次授信申请").await, 1);

    // The bank agrees: a new order in credit review, with five working days and a consent that was signed again.
    let opened = act(&bank, &id, "confirm", json!({})).await.expect(200).body;
    assert_eq!(opened["state"], "opened");
    let order = opened["order_id"].as_str().expect("an order").to_owned();
    let page = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
    assert_eq!((&page["state"], &page["second_id"]), (&json!("credit_review"), &json!(id)));
    assert_eq!(page["due"]["at"], "2026-11-30T02:00:00Z");
    assert_eq!((&page["enterprise"]["name"], &page["offer"]["amount"]), (&json!(firm.name), &json!(90 * WAN)));
    assert_eq!(page["enterprise"]["main_business"], Value::Null, "only what was ticked this time");
    assert_eq!(firm.client.get("/api/enterprise/consents").await.expect(200).body["total"], 2);
    assert_eq!(served_enterprises(&stage).await, 1, "not a new enterprise");
    paid_out(&firm, &bank, &order, 90).await;
    let done = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200).body;
    let demand = done["demand_id"].as_str().expect("a demand");
    let demand = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200).body;
    assert_eq!((&demand["state"], &demand["direct"]), (&json!("fulfilled"), &json!(true)));
    assert_eq!(disbursed(&stage).await, 190 * WAN);
    assert_eq!(second_credits(&stage).await, 1);
    // Rated as any order, and renewed again from there.
    rate(&firm, "enterprise", &order, by_enterprise(5, None)).await.expect(200);
    request(&firm, &order, "renewal", terms(90, json!({}))).await.expect(201);

    // Of the first loan nobody is reminded any more; of the second one both are.
    let (firm, bank) = later(&stage, 24 * 340, &firm, &bank).await;
    assert_eq!((told(&firm, "贷款即将到期").await, told(&bank, "贷款即将到期").await), (2, 2));
    stage.finish().await;
}

#[tokio::test]
async fn a_bank_offers_more_and_the_operator_looks_where_nobody_has_rated() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let first = lent(&stage, &firm, &bank, None).await;
    let id = request(&bank, &first, "top_up", terms(50, json!({}))).await.expect(201).id();
    stage.app.settle().await;
    assert_eq!(told(&firm, "收到二次授信申请").await, 1);
    let unsigned = act(&firm, &id, "confirm", json!({"scopes": ["identity"], "authorization_version": 1})).await;
    assert_eq!(unsigned.expect(422).fields(), ["scopes"]);
    let outdated = json!({"scopes": ["identity", "contact"], "authorization_version": 7});
    assert_eq!(act(&firm, &id, "confirm", outdated).await.refused(409), "agreements.outdated");
    let waits = act(&firm, &id, "confirm", signature()).await.expect(200).body;
    assert_eq!((&waits["state"], &waits["order_id"]), (&json!("reviewing"), &Value::Null));

    let queue = stage.operator.get("/api/operator/reviews?kind=second_credit&state=waiting").await.expect(200).body;
    assert_eq!(queue["items"][0]["subject_id"], id);
    let path = format!("/api/operator/second-credits/{id}");
    let case = stage.operator.get(&path).await.expect(200).body;
    assert_eq!((&case["enterprise_name"], &case["marks"][0]["overall"]), (&json!(firm.name), &Value::Null));
    let version = case["version"].clone();
    let opened = stage.operator.if_match(version).post(&format!("{path}/approve"), json!({})).await.expect(200).body;
    assert_eq!(opened["state"], "opened");
    let order = opened["order_id"].as_str().expect("an order").to_owned();
    paid_out(&firm, &bank, &order, 50).await;
    let accesses = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
    assert_eq!(accesses["enterprise"]["name"], firm.name);
    // What was never submitted is not the operator's business.
    let other = request(&bank, &first, "again", terms(80, json!({}))).await.expect(201).id();
    assert_eq!(stage.operator.get(&format!("/api/operator/second-credits/{other}")).await.refused(404), "not_found");
    act(&bank, &other, "withdraw", json!({"reason": "额度已用完"})).await.expect(200);
    assert_eq!(seen(&firm, &other).await["state"], "withdrawn");
    stage.finish().await;
}

#[tokio::test]
async fn a_low_rating_stops_what_the_operator_does_not_let_pass() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let first = lent(&stage, &firm, &bank, Some(2)).await;
    let id = request(&firm, &first, "increase", terms(200, json!({}))).await.expect(201).id();
    act(&bank, &id, "confirm", json!({})).await.expect(200);
    let path = format!("/api/operator/second-credits/{id}");
    let case = stage.operator.get(&path).await.expect(200).body;
    assert_eq!((&case["marks"][0]["overall"], &case["marks"][1]["overall"]), (&json!(2), &json!(2)));
    let why = json!({"reason": "双方评价偏低，请先妥善处理历史问题"});
    stage.operator.if_match(&case["version"]).post(&format!("{path}/refuse"), why).await.expect(200);
    let over = seen(&bank, &id).await;
    assert_eq!((&over["state"], &over["order_id"]), (&json!("not_allowed"), &Value::Null));
    stage.app.settle().await;
    for who in [&firm, &bank] {
        assert_eq!(told(who, "二次授信未通过平台审核").await, 1);
    }
    // A request under review can be taken back, and leaves the queue.
    let id = request(&firm, &first, "renewal", terms(100, json!({}))).await.expect(201).id();
    act(&bank, &id, "confirm", json!({})).await.expect(200);
    act(&firm, &id, "withdraw", json!({"reason": "已另行安排资金"})).await.expect(200);
    let queue = stage.operator.get("/api/operator/reviews?kind=second_credit&state=waiting").await.expect(200).body;
    assert_eq!(queue["total"], 0);
    stage.finish().await;
}

#[tokio::test]
async fn an_extension_moves_the_end_of_the_loan_and_pays_nothing() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let first = lent(&stage, &firm, &bank, Some(5)).await;
    let early = terms(100, json!({"extend_to": "2027-11-23"}));
    assert_eq!(request(&firm, &first, "extension", early).await.expect(422).fields(), ["extend_to"]);
    let wanted = terms(100, json!({"extend_to": "2028-05-23"}));
    let id = request(&firm, &first, "extension", wanted).await.expect(201).id();
    let deciding = act(&bank, &id, "confirm", json!({})).await.expect(200).body;
    assert_eq!((&deciding["state"], &deciding["due"]["at"]), (&json!("deciding"), &json!("2026-11-30T02:00:00Z")));
    // What was signed for the loan is replaced by what is signed now.
    let consents = firm.client.get("/api/enterprise/consents?holding=true").await.expect(200).body;
    assert_eq!((&consents["total"], &consents["items"][0]["scopes"]), (&json!(1), &signature()["scopes"]));
    let late = json!({"until": "2033-05-23", "rate": 4_000, "fee": 0, "agreement_no": "ZQ-2026-01", "conditions": null,
        "valid_until": "2026-12-10"});
    assert_eq!(act(&bank, &id, "approve", late.clone()).await.expect(422).fields(), ["until"]);
    let mut decided = late;
    decided["until"] = json!("2028-03-23");
    act(&bank, &id, "approve", decided).await.expect(200);
    let extended = act(&firm, &id, "accept", json!({})).await.expect(200).body;
    assert_eq!((&extended["state"], &extended["order_id"]), (&json!("extended"), &Value::Null));
    let order = firm.client.get(&format!("/api/enterprise/orders/{first}")).await.expect(200).body;
    assert_eq!((&order["state"], &order["disbursement"]["matures_on"]), (&json!("closed"), &json!("2028-03-23")));
    assert_eq!(
        (&order["disbursement"]["rate"], &order["disbursement"]["extended_rate"]),
        (&json!(3_800), &json!(4_000))
    );
    // The plan of its draw goes on to the new end, from the old one on at the new rate.
    stage.app.settle().await;
    let draw = firm.client.get("/api/enterprise/draws").await.expect(200).body["items"][0].clone();
    let draw = firm.client.get(&format!("/api/enterprise/draws/{}", draw["id"].as_str().expect("an id"))).await;
    let draw = draw.expect(200).body;
    assert_eq!((&draw["matures_on"], draw["plan"].as_array().map(Vec::len)), (&json!("2028-03-23"), Some(16)));
    assert_eq!((&draw["plan"][11]["interest"], &draw["plan"][12]["interest"]), (&json!(316_667), &json!(333_333)));
    assert_eq!(draw["plan"][15]["principal"], json!(100 * WAN));
    assert_eq!(disbursed(&stage).await, 100 * WAN, "nothing was paid out");
    assert_eq!(second_credits(&stage).await, 1);
    // The reminders move with it.
    let (firm, bank) = later(&stage, 24 * 340, &firm, &bank).await;
    assert_eq!((told(&firm, "贷款即将到期").await, told(&bank, "贷款即将到期").await), (0, 0));
    let (firm, _) = later(&stage, 24 * 100, &firm, &bank).await;
    assert_eq!(told(&firm, "贷款即将到期").await, 1, "sixty days before the new end");

    // The institution may refuse, and the enterprise may not want what it gets.
    stage.finish().await;
}

#[tokio::test]
async fn an_extension_may_be_refused_by_either_side() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let first = lent(&stage, &firm, &bank, Some(5)).await;
    let wanted = terms(60, json!({"extend_to": "2028-05-23"}));
    let id = request(&firm, &first, "extension", wanted.clone()).await.expect(201).id();
    act(&bank, &id, "decline", json!({"reason": "本行暂不办理展期"})).await.expect(200);
    let id = request(&firm, &first, "extension", wanted.clone()).await.expect(201).id();
    act(&bank, &id, "confirm", json!({})).await.expect(200);
    let refuse = json!({"code": "r08", "text": "近两年经营性现金流为负，暂不满足展期要求。"});
    let refused = act(&bank, &id, "refuse", refuse).await.expect(200).body;
    assert_eq!((&refused["state"], &refused["refusal_code"]), (&json!("refused"), &json!("r08")));
    let id = request(&firm, &first, "extension", wanted).await.expect(201).id();
    act(&bank, &id, "confirm", json!({})).await.expect(200);
    let decided = json!({"until": "2028-01-23", "rate": 7_000, "fee": 0, "agreement_no": "ZQ-2026-02", "conditions": null,
        "valid_until": "2026-12-10"});
    act(&bank, &id, "approve", decided).await.expect(200);
    act(&firm, &id, "decline-offer", json!({"reason": "利率偏高"})).await.expect(200);
    let order = firm.client.get(&format!("/api/enterprise/orders/{first}")).await.expect(200).body;
    assert_eq!(order["disbursement"]["matures_on"], "2027-11-23");
    stage.finish().await;
}

#[tokio::test]
async fn every_limit_is_reminded_of_and_ends() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let first = lent(&stage, &firm, &bank, Some(4)).await;
    // Thursday: three working days end on Tuesday at ten, over a weekend; reminded on Monday.
    let (firm, bank) = later(&stage, 72, &firm, &bank).await;
    let wanted = terms(100, json!({"extend_to": "2028-05-23"}));
    let id = request(&firm, &first, "extension", wanted.clone()).await.expect(201).id();
    let (firm, bank) = later(&stage, 95, &firm, &bank).await;
    assert_eq!(told(&bank, NEAR).await, 0);
    let (firm, bank) = later(&stage, 2, &firm, &bank).await;
    assert_eq!(told(&bank, NEAR).await, 1);
    let (firm, bank) = later(&stage, 24, &firm, &bank).await;
    assert_eq!(seen(&firm, &id).await["state"], "expired");
    assert_eq!(act(&bank, &id, "confirm", json!({})).await.refused(409), "second_credits.wrong_state");
    assert_eq!(told(&firm, "二次授信申请已失效").await, 1);

    // Tuesday eleven: confirmed at once; five working days to decide, over another weekend.
    let id = request(&firm, &first, "extension", wanted.clone()).await.expect(201).id();
    act(&bank, &id, "confirm", json!({})).await.expect(200);
    let (firm, bank) = later(&stage, 6 * 24 + 1, &firm, &bank).await;
    assert_eq!(told(&bank, NEAR).await, 2);
    let (firm, bank) = later(&stage, 24, &firm, &bank).await;
    assert_eq!(seen(&firm, &id).await["state"], "voided");

    // What the enterprise does not answer lapses with its day.
    let id = request(&firm, &first, "extension", wanted).await.expect(201).id();
    act(&bank, &id, "confirm", json!({})).await.expect(200);
    let decided = json!({"until": "2028-01-23", "rate": 4_000, "fee": 0, "agreement_no": "ZQ-2026-03", "conditions": null,
        "valid_until": "2026-12-11"});
    act(&bank, &id, "approve", decided).await.expect(200);
    let (firm, bank) = later(&stage, 70, &firm, &bank).await;
    assert_eq!((seen(&firm, &id).await["state"].clone(), told(&firm, NEAR).await), (json!("offered"), 1));
    let (firm, bank) = later(&stage, 9, &firm, &bank).await;
    assert_eq!(seen(&firm, &id).await["state"], "offer_expired");
    assert_eq!(told(&bank, "展期方案已失效").await, 1);
    stage.finish().await;
}

#[tokio::test]
async fn who_has_no_part_sees_nothing() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let first = lent(&stage, &firm, &bank, Some(4)).await;
    let id = request(&firm, &first, "renewal", terms(100, json!({}))).await.expect(201).id();
    let (rival, other) = (stage.institution(3).await, stage.enterprise(4).await);
    for who in [&rival, &other] {
        let path = format!("/api/{}/second-credits/{id}", side(who));
        assert_eq!(who.client.get(&path).await.refused(404), "not_found");
        let options = format!("/api/{}/orders/{first}/second-credit", side(who));
        assert_eq!(who.client.get(&options).await.refused(404), "not_found");
        let list = who.client.get(&format!("/api/{}/second-credits", side(who))).await.expect(200).body;
        assert_eq!(list["total"], 0);
    }
    assert_eq!(request(&rival, &first, "again", terms(100, json!({}))).await.refused(404), "not_found");
    // The bank reads who it is while a consent holds, and that is noted.
    assert_eq!(seen(&bank, &id).await["enterprise_name"], firm.name);
    let list = async || bank.client.get("/api/institution/second-credits").await.expect(200).body["items"][0].clone();
    assert_eq!(list().await["enterprise_name"], firm.name);
    let consents = firm.client.get("/api/enterprise/consents").await.expect(200).body;
    let consent = consents["items"][0]["id"].as_str().expect("an id").to_owned();
    let log = firm.client.get(&format!("/api/enterprise/consent-accesses?consent={consent}")).await.expect(200).body;
    let looks = ["在二次授信列表中查看企业名称", "查看二次授信"];
    assert_eq!([0, 1].map(|at| log["items"][at]["what"].clone()), looks.map(|what| json!(what)));
    let revoke = json!({"reason": "贷款已还清"});
    firm.client.post(&format!("/api/enterprise/consents/{consent}/revoke"), revoke).await.expect(200);
    let closed = bank.client.get(&format!("/api/institution/second-credits/{id}")).await.expect(200);
    assert!(!String::from_utf8_lossy(&closed.bytes).contains(&firm.name));
    assert_eq!(list().await["enterprise_name"], Value::Null);
    // An order that was not paid out leads nowhere.
    let (_, open) = stage.order_in(&firm, &rival, "offered").await;
    let early = request(&firm, &open, "renewal", terms(100, json!({}))).await;
    assert_eq!(early.refused(409), "orders.wrong_state");
    stage.finish().await;
}

#[tokio::test]
async fn nothing_is_asked_for_and_nothing_ends_while_a_side_is_suspended() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let first = lent(&stage, &firm, &bank, Some(4)).await;
    suspend_or_resume(&stage, &bank, "suspend").await.expect(204);
    let refused = request(&firm, &first, "renewal", terms(90, json!({}))).await;
    assert_eq!(refused.refused(409), "orders.held");
    let options = firm.client.get(&format!("/api/enterprise/orders/{first}/second-credit")).await.expect(200).body;
    assert_eq!(options["kinds"], json!([]));
    assert!(options["why"].as_str().expect("a reason").contains("暂停使用"));
    suspend_or_resume(&stage, &bank, "resume").await.expect(204);
    let id = request(&firm, &first, "renewal", terms(90, json!({}))).await.expect(201).id();

    // Asked for, and then the bank is suspended: the answer that it cannot give does not end the request.
    suspend_or_resume(&stage, &bank, "suspend").await.expect(204);
    stage.app.clock.advance(TimeDelta::days(8));
    stage.app.settle().await;
    let firm = stage.again(&firm, 1).await;
    assert_eq!(seen(&firm, &id).await["state"], "requested");
    suspend_or_resume(&stage, &bank, "resume").await.expect(204);
    let bank = stage.again(&bank, 2).await;
    assert_eq!(act(&bank, &id, "confirm", json!({})).await.expect(200).body["state"], "opened");
    stage.finish().await;
}

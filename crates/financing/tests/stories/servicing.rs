//! A loan after its payment: further draws, repayments, what is late, until it is settled.

use crate::stage::{Member, Stage, disbursed, disbursement, step};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

const WAN: i64 = 1_000_000;

/// A loan of 100 万元 at 3.8 % with interest each month, paid out on Monday, 23 November 2026, for a year, changed by `paid`; its order,
/// and its draw.
async fn lent(stage: &Stage, firm: &Member, bank: &Member, paid: Value) -> (String, Value) {
    let (_, order) = stage.order_in(firm, bank, "contracting").await;
    let mut body = disbursement(100);
    body.as_object_mut().expect("fields").extend(paid.as_object().expect("fields").clone());
    step(bank, &order, "disburse", body).await.expect(200);
    step(firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    stage.app.settle().await;
    let draws = bank.client.get(&format!("/api/institution/orders/{order}/draws")).await.expect(200).body;
    assert_eq!(draws.as_array().map(Vec::len), Some(1));
    (order, draws[0].clone())
}

fn path(who: &Member, draw: &str) -> String {
    let side = if who.name.contains("enterprise") { "enterprise" } else { "institution" };
    format!("/api/{side}/draws/{draw}")
}

async fn seen(who: &Member, draw: &str) -> Value {
    who.client.get(&path(who, draw)).await.expect(200).body
}

async fn act(who: &Member, draw: &str, action: &str, body: Value) -> Reply {
    let version = seen(who, draw).await["version"].clone();
    who.client.if_match(version).post(&format!("{}/{action}", path(who, draw)), body).await
}

fn receipt(no: &str, on: &str, principal: i64, interest: i64) -> Value {
    json!({"serial_no": no, "paid_on": on, "principal": principal, "interest": interest})
}

fn early(no: &str, on: &str, principal: i64, interest: i64) -> Value {
    let mut body = receipt(no, on, principal, interest);
    body["kind"] = json!("early");
    body
}

async fn later(stage: &Stage, days: i64, firm: &Member, bank: &Member) -> (Member, Member) {
    stage.app.clock.advance(TimeDelta::days(days));
    stage.app.settle().await;
    stage.app.settle().await;
    (stage.again(firm, 1).await, stage.again(bank, 2).await)
}

/// Of several that were recorded in one moment.
fn of_serial<'a>(draw: &'a Value, serial: &str) -> &'a Value {
    let receipts = draw["receipts"].as_array().expect("receipts");
    receipts.iter().find(|receipt| receipt["serial_no"] == serial).expect("the receipt")
}

async fn told(member: &Member, title: &str) -> usize {
    let mail = member.client.get("/api/messages?size=100").await.expect(200).body;
    mail["items"].as_array().expect("items").iter().filter(|letter| letter["title"] == title).count()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().expect("a text")
}

#[tokio::test]
async fn a_loan_is_repaid_to_its_end() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, draw) = lent(&stage, &firm, &bank, json!({})).await;
    let id = text(&draw, "id").to_owned();
    assert_eq!(
        (&draw["state"], &draw["owed"], &draw["next_on"]),
        (&json!("running"), &json!(100 * WAN), &json!("2026-12-23"))
    );
    assert_eq!((&draw["next_amount"], &draw["enterprise_name"]), (&json!(316_667), &json!(firm.name)));
    let plan = seen(&firm, &id).await["plan"].clone();
    assert_eq!((plan.as_array().map(Vec::len), &plan[11]["principal"]), (Some(12), &json!(100 * WAN)));
    stage.enterprise(5).await.client.get(&path(&firm, &id)).await.expect(404);

    let (firm, bank) = later(&stage, 28, &firm, &bank).await;
    assert_eq!(told(&firm, "还款日将至").await, 1);
    for (body, wrong) in [
        (receipt("LS-1", "2026-12-22", 0, 316_667), "paid_on"),
        (receipt("LS-1", "2026-12-21", 100 * WAN + 1, 0), "principal"),
        (receipt("LS-1", "2026-12-21", 0, 0), "principal"),
        (early("LS-1", "2026-12-21", 0, 500), "principal"),
        (receipt("", "2026-12-21", 0, 500), "serial_no"),
    ] {
        assert_eq!(act(&bank, &id, "receipts", body.clone()).await.expect(422).fields(), [wrong], "{body}");
    }
    let paid = act(&bank, &id, "receipts", receipt("ls-1", "2026-12-21", 0, 316_667)).await.expect(200).body;
    assert_eq!((&paid["plan"][0]["state"], &paid["next_on"]), (&json!("paid"), &json!("2027-01-23")));
    let again = act(&bank, &id, "receipts", receipt(" LS-1 ", "2026-12-21", 0, 316_667)).await;
    assert_eq!(again.expect(422).fields(), ["serial_no"]);

    // Forty of it come early on the day of the second instalment: from then on interest is due on sixty.
    let (firm, bank) = later(&stage, 33, &firm, &bank).await;
    act(&bank, &id, "receipts", receipt("LS-2", "2027-01-23", 0, 316_667)).await.expect(200);
    let less = act(&bank, &id, "receipts", early("LS-3", "2027-01-23", 40 * WAN, 0)).await.expect(200).body;
    assert_eq!((&less["owed"], &less["next_amount"]), (&json!(60 * WAN), &json!(190_000)));
    assert_eq!(
        (&less["plan"][11]["principal"], &less["plan_interest"]),
        (&json!(60 * WAN), &json!(2 * 316_667 + 10 * 190_000))
    );
    assert_eq!(act(&bank, &id, "settle", json!({"reason": "企业全部还清"})).await.refused(409), "servicing.still_owed");

    // What is not due yet is repaid early, and interest is no more than the loan.
    for (body, field) in [
        (receipt("LS-4", "2027-01-23", 10 * WAN, 0), "principal"),
        (receipt("LS-4", "2027-01-23", 0, 100 * WAN + 1), "interest"),
    ] {
        assert_eq!(act(&bank, &id, "receipts", body.clone()).await.expect(422).fields(), [field], "{body}");
    }

    // What was recorded by mistake is struck, and its number can be used again.
    let wrong = act(&bank, &id, "receipts", early("LS-4", "2027-01-23", 10 * WAN, 0)).await.expect(200).body;
    let newest = text(of_serial(&wrong, "LS-4"), "id").to_owned();
    let struck = act(&bank, &id, &format!("receipts/{newest}/reverse"), json!({"reason": "登记到了别的借据"})).await;
    let struck = struck.expect(200).body;
    assert_eq!(
        (&struck["owed"], &of_serial(&struck, "LS-4")["reversed_because"]),
        (&json!(60 * WAN), &json!("登记到了别的借据"))
    );
    let twice = act(&bank, &id, &format!("receipts/{newest}/reverse"), json!({"reason": "再次冲正"})).await;
    twice.expect(404);
    let whole = act(&bank, &id, "receipts", early("LS-4", "2027-01-23", 60 * WAN, 0)).await.expect(200).body;
    assert_eq!((&whole["state"], &whole["owed"], &whole["next_on"]), (&json!("settled"), &json!(0), &Value::Null));
    assert_eq!(
        act(&bank, &id, "receipts", receipt("LS-5", "2027-01-23", 0, 1)).await.refused(409),
        "servicing.wrong_state"
    );
    stage.app.settle().await;
    assert_eq!(told(&firm, "贷款已结清").await, 1);
    let stale =
        bank.client.if_match(1).post(&format!("{}/settle", path(&bank, &id)), json!({"reason": "已还清"})).await;
    assert_eq!(stale.refused(409), "servicing.wrong_state");
    stage.finish().await;
}

#[tokio::test]
async fn what_is_late_goes_through_its_stages_and_is_over_when_it_is_paid() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, draw) = lent(&stage, &firm, &bank, json!({})).await;
    let id = text(&draw, "id").to_owned();
    // The day itself is not late; the day after is.
    let (firm, bank) = later(&stage, 30, &firm, &bank).await;
    assert_eq!(seen(&bank, &id).await["stage"], Value::Null);
    let (mut firm, mut bank) = later(&stage, 1, &firm, &bank).await;
    for (days, stage_name, since, letters) in
        [(0, "days1_30", "2026-12-23", 1), (30, "days31_90", "2026-12-23", 2), (60, "over90", "2026-12-23", 3)]
    {
        (firm, bank) = later(&stage, days, &firm, &bank).await;
        let late = seen(&bank, &id).await;
        assert_eq!((&late["stage"], &late["late_since"]), (&json!(stage_name), &json!(since)), "{days}");
        assert_eq!((told(&firm, "贷款已逾期").await, told(&bank, "贷款逾期").await), (letters, letters), "{days}");
    }
    let listed = bank.client.get("/api/institution/draws?stage=over90").await.expect(200).body;
    assert_eq!((&listed["total"], &listed["items"][0]["late_days"]), (&json!(1), &json!(91)));
    // Interest of four months fell due by then.
    assert_eq!(listed["items"][0]["late_amount"], json!(4 * 316_667));
    let (government, _) = crate::stage::staff(&stage.app, Role::Government, "gov-loans", 77).await;
    let book = government.get("/api/oversight/loans").await.expect(200).body;
    assert_eq!(
        (&book["total"]["late_more"]["count"], &book["total"]["late_more"]["owed"]),
        (&json!(1), &json!(100 * WAN))
    );
    assert_eq!(
        (&book["institutions"]["total"], &book["institutions"]["items"][0]["name"]),
        (&json!(1), &json!(bank.name))
    );
    assert!(!book.to_string().contains(&firm.name));
    firm.client.get("/api/oversight/loans").await.expect(403);

    let paid = act(&bank, &id, "receipts", receipt("LS-1", "2027-03-24", 0, 4 * 316_667)).await.expect(200).body;
    assert_eq!((&paid["stage"], &paid["late_amount"]), (&Value::Null, &json!(0)));
    stage.app.settle().await;
    assert_eq!(told(&bank, "逾期已还清").await, 1);
    stage.finish().await;
}

#[tokio::test]
async fn of_a_sheet_the_good_rows_are_recorded_once_and_the_wrong_ones_named() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, draw) = lent(&stage, &firm, &bank, json!({})).await;
    let voucher = text(&draw, "voucher_no");
    let mut lines = vec!["借据号,还款日期,本金,利息,其他费用,流水号,类型".to_owned()];
    lines.extend((1..=100).map(|row| match row {
        10 => format!("{voucher},2026-11-23,十元,0,0,LS-{row},按期"),
        20 => format!("PZ-不存在,2026-11-23,0,1.00,0,LS-{row},按期"),
        30 => format!("{voucher},2026-11-23,2000000,0,0,LS-{row},按期"),
        _ => format!("{voucher},2026/11/23,0,1.5,,LS-{row},"),
    }));
    let sheet = json!({"csv": lines.join("\n")});
    let first = bank.client.post_once("/api/institution/receipts", sheet.clone(), "sheet-1").await.expect(200).body;
    assert_eq!((&first["recorded"], &first["known"]), (&json!(97), &json!(0)));
    let wrong: Vec<_> = first["faults"].as_array().expect("faults").iter().map(|fault| fault["line"].clone()).collect();
    assert_eq!(wrong, [11, 21, 31]);
    let again = bank.client.post_once("/api/institution/receipts", sheet, "sheet-2").await.expect(200).body;
    assert_eq!(
        (&again["recorded"], &again["known"], again["faults"].as_array().map(Vec::len)),
        (&json!(0), &json!(97), Some(3))
    );
    // A number that stands for something else is no repetition.
    let other_amount = json!({"csv": format!("{voucher},2026-11-23,0,2.5,,ＬＳ-1,")});
    let told = bank.client.post("/api/institution/receipts", other_amount).await.expect(200).body;
    assert_eq!((&told["known"], told["faults"].as_array().map(Vec::len)), (&json!(0), Some(1)));
    let held = seen(&bank, text(&draw, "id")).await;
    assert_eq!((&held["interest_paid"], &held["owed"]), (&json!(97 * 150), &json!(100 * WAN)));
    let other = stage.institution(3).await;
    let strange = json!({"csv": format!("{voucher},2026-11-23,0,1,0,LS-1,")});
    assert_eq!(other.client.post("/api/institution/receipts", strange).await.expect(200).body["recorded"], json!(0));
    stage.finish().await;
}

fn further(wan: i64, no: &str) -> Value {
    json!({"paid_on": "2026-11-23", "amount": wan * WAN, "rate": 3_800, "term_months": 12, "fees": [],
        "repayment": "interest_first", "guarantee": "credit", "contract_no": "HT20261120001", "voucher_no": no})
}

async fn draw(bank: &Member, order: &str, body: Value) -> Reply {
    bank.client.post(&format!("/api/institution/orders/{order}/draws"), body).await
}

#[tokio::test]
async fn further_draws_go_up_to_the_grant() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (whole, _) = lent(&stage, &firm, &bank, json!({})).await;
    assert_eq!(draw(&bank, &whole, further(10, "TK-0")).await.refused(409), "servicing.no_more");
    let before = disbursed(&stage).await;

    let (order, first) = lent(&stage, &firm, &bank, json!({"amount": 40 * WAN, "more_follows": true})).await;
    let demand = format!("/api/enterprise/demands/{}", text(&first, "demand_id"));
    assert_eq!(firm.client.get(&demand).await.expect(200).body["state"], "partially_fulfilled");
    assert_eq!(draw(&bank, &order, further(61, "TK-1")).await.expect(422).fields(), ["amount"]);
    let mut worse = further(10, "TK-1");
    (worse["rate"], worse["term_months"], worse["guarantee"]) = (json!(3_801), json!(13), json!("mortgage"));
    assert_eq!(draw(&bank, &order, worse).await.expect(422).fields(), ["rate", "term_months", "guarantee"]);
    let same = further(10, text(&first, "voucher_no"));
    assert_eq!(draw(&bank, &order, same).await.expect(422).fields(), ["voucher_no"]);
    let second = draw(&bank, &order, further(60, "TK-1")).await.expect(201).body;
    let id = text(&second, "id").to_owned();
    assert_eq!((&second["state"], &second["place"]), (&json!("recorded"), &json!(2)));
    assert_eq!(disbursed(&stage).await, before + 40 * WAN, "nobody has confirmed it");
    // What waits counts already.
    assert_eq!(draw(&bank, &order, further(1, "TK-2")).await.expect(422).fields(), ["amount"]);
    assert_eq!(
        act(&firm, &id, "reject", json!({"reason": "只收到 50 万元"})).await.expect(200).body["state"],
        "rejected"
    );
    stage.app.settle().await;
    assert_eq!(told(&bank, "企业认为提款登记有误").await, 1);

    // What was rejected is recorded anew under the voucher that it has.
    let third = draw(&bank, &order, further(50, "TK-1")).await.expect(201).body;
    assert_eq!(draw(&bank, &order, further(10, "tk1")).await.expect(422).fields(), ["voucher_no"], "the same number");
    let confirmed = act(&firm, text(&third, "id"), "confirm", json!({})).await.expect(200).body;
    assert_eq!((&confirmed["state"], &confirmed["next_on"]), (&json!("running"), &json!("2026-12-23")));
    assert_eq!(disbursed(&stage).await, before + 90 * WAN);
    let fourth = draw(&bank, &order, further(10, "TK-3")).await.expect(201).body;
    // Silence confirms it after five working days.
    let (firm, bank) = later(&stage, 8, &firm, &bank).await;
    assert_eq!(seen(&bank, text(&fourth, "id")).await["state"], "running");
    assert_eq!(disbursed(&stage).await, before + 100 * WAN);
    assert_eq!(firm.client.get(&demand).await.expect(200).body["state"], "fulfilled");
    assert_eq!(firm.client.get("/api/enterprise/draws?state=running").await.expect(200).body["total"], json!(4));
    stage.finish().await;
}

#[tokio::test]
async fn a_draw_that_comes_before_the_first_was_opened_counts_it_all_the_same() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "contracting").await;
    let mut first = disbursement(100);
    (first["amount"], first["more_follows"]) = (json!(40 * WAN), json!(true));
    step(&bank, &order, "disburse", first).await.expect(200);
    step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    assert_eq!(draw(&bank, &order, further(61, "TK-1")).await.expect(422).fields(), ["amount"]);
    let second = draw(&bank, &order, further(60, "TK-1")).await.expect(201).body;
    assert_eq!(second["place"], 2);
    stage.app.settle().await;
    let draws = bank.client.get(&format!("/api/institution/orders/{order}/draws")).await.expect(200).body;
    let amounts: Vec<_> = draws.as_array().expect("draws").iter().map(|draw| draw["amount"].clone()).collect();
    assert_eq!(amounts, [40 * WAN, 60 * WAN]);
    stage.finish().await;
}

#[tokio::test]
async fn what_the_money_was_used_for_is_noted_for_both() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, draw) = lent(&stage, &firm, &bank, json!({})).await;
    let id = text(&draw, "id");
    let file = crate::stage::uploaded(&bank, "采购合同.pdf").await;
    let note = "核对了采购合同、发票与付款回单，资金已支付给供应商";
    let body = json!({"checked_on": "2026-11-23", "finding": "agreed", "note": note, "attachments": [file]});
    let early = json!({"checked_on": "2026-11-22", "finding": "agreed", "note": "太短"});
    assert_eq!(act(&bank, id, "use-checks", early).await.expect(422).fields(), ["checked_on", "note"]);
    act(&bank, id, "use-checks", body).await.expect(200);
    let read = seen(&firm, id).await;
    assert_eq!(
        (&read["checks"][0]["note"], &read["checks"][0]["files"][0]["name"]),
        (&json!(note), &json!("采购合同.pdf"))
    );
    firm.client.get(&format!("{}/files/{file}", path(&firm, id))).await.expect(200);
    let stranger: Client = stage.enterprise(5).await.client;
    stranger.get(&format!("/api/enterprise/draws/{id}/files/{file}")).await.expect(404);
    stage.finish().await;
}

async fn consent_ends(firm: &Member, order: &str) -> Value {
    let consents = firm.client.get("/api/enterprise/consents?size=100").await.expect(200).body;
    let rows = consents["items"].as_array().expect("consents");
    rows.iter().find(|row| row["order_id"] == order).expect("of the order")["expires_at"].clone()
}

#[tokio::test]
async fn a_consent_lasts_as_long_as_the_loan() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (order, draw) = lent(&stage, &firm, &bank, json!({})).await;
    // Thirty days from the end of 23 November 2027 in Shanghai, whatever was signed for the way there.
    assert_eq!(consent_ends(&firm, &order).await, "2027-12-23T16:00:00Z");
    let id = text(&draw, "id").to_owned();
    let (firm, bank) = later(&stage, 100, &firm, &bank).await;
    let seen = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
    assert_eq!((&seen["enterprise"]["name"], &seen["borrower"]), (&json!(firm.name), &json!(firm.name)));
    // Settled, it ends thirty days later; nobody is reminded of an end that will not come.
    let due = seen_interest(&bank, &id).await;
    act(&bank, &id, "receipts", receipt("LS-1", "2027-03-03", 0, due)).await.expect(200);
    act(&bank, &id, "receipts", early("LS-2", "2027-03-03", 100 * WAN, 100_000)).await.expect(200);
    stage.app.settle().await;
    assert_eq!(consent_ends(&firm, &order).await, "2027-04-02T02:00:00Z");
    let (firm, bank) = later(&stage, 40, &firm, &bank).await;
    let seen = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
    // The other side of a contract stays known by name, and by nothing else.
    assert_eq!((&seen["enterprise"], &seen["borrower"]), (&Value::Null, &json!(firm.name)));
    let (firm, _) = later(&stage, 200, &firm, &bank).await;
    assert_eq!(told(&firm, "贷款即将到期").await, 0);
    stage.finish().await;
}

/// What is late of a draw, fen: all of it interest.
async fn seen_interest(bank: &Member, id: &str) -> i64 {
    seen(bank, id).await["late_amount"].as_i64().expect("an amount")
}

#[tokio::test]
async fn lenders_are_told_of_new_risks() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, draw) = lent(&stage, &firm, &bank, json!({})).await;
    let mut profile = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    let version = profile["version"].clone();
    let mut wanted = crate::stage::profile();
    wanted["risks"] =
        json!([{"kind": "enforcement", "since": "2026-11-20"}, {"kind": "penalty", "repaired_on": "2026-11-01"}]);
    wanted.as_object_mut().expect("fields").remove("legal_person_id");
    profile = firm.client.if_match(version).put("/api/enterprise/profile", wanted.clone()).await.expect(200).body;
    stage.app.settle().await;
    assert_eq!(told(&bank, "贷后风险信号").await, 1);
    let seen = seen(&bank, text(&draw, "id")).await;
    let line = seen["timeline"].as_array().expect("lines").iter().find(|line| line["kind"] == "servicing.signal");
    assert_eq!(line.expect("the signal")["reason"], "企业新增风险：被执行");
    // Saved again it is nothing new.
    firm.client.if_match(profile["version"].clone()).put("/api/enterprise/profile", wanted).await.expect(200);
    stage.app.settle().await;
    assert_eq!(told(&bank, "贷后风险信号").await, 1);
    stage.finish().await;
}

//! Who may decide and who hears of it: few reviewers, letters of a pool, limits in later rounds, what can be corrected until when.

use crate::{
    applications::{desk, state},
    stage::{Id, Person, act, department, filled, form_item, handed_in, review, seen, start},
};
use jinqiao_testkit::Client;
use serde_json::{Value, json};

/// Letters of `client` with this title: all, and those that are unread.
async fn letters(client: &Client, title: &str) -> (usize, Vec<String>) {
    let found = client.get("/api/messages?size=100").await.expect(200).body;
    let of: Vec<_> = found["items"].as_array().expect("letters").iter().filter(|one| one["title"] == title).collect();
    let unread = of.iter().filter(|one| one["read_at"].is_null()).map(|one| one["body"].to_string()).collect();
    (of.len(), unread)
}

#[tokio::test]
async fn an_appeal_that_is_wrong_leaves_it_as_it_was_decided() {
    let desk = desk().await;
    let policy = desk.item(json!({})).await;
    let id = handed_in(&desk.firm, &policy).await;
    let no = json!({"opinion": "申请主体不符合规定"});
    assert_eq!(state(&review(&desk.first.client, &id, "not_accept", no).await), "not_accepted");
    let reason = json!({"reason": "我公司属于规定的对象，请重新核对。"});
    assert_eq!(state(&act(&desk.firm.client, &id, "appeal", reason.clone()).await), "appealing");
    let end = review(&desk.third.client, &id, "dismiss_appeal", json!({"opinion": "经核对仍不符合"})).await;
    assert_eq!(state(&end.expect(200)), "not_accepted");
    assert_eq!(act(&desk.firm.client, &id, "appeal", reason).await.refused(409), "applications.appealed");
    desk.stage.finish().await;
}

#[tokio::test]
async fn with_two_reviewers_it_is_said_who_is_missing() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let (firm, other) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let policy = form_item(&writer, &checker, "设备更新补助", json!({})).await;
    let id = handed_in(&firm, &policy).await;
    // Alone, nobody could do the second review: that is said before the first one begins.
    assert_eq!(review(&writer, &id, "accept", json!({})).await.refused(409), "applications.nobody_left");
    let second = Person::joins(&stage, &writer, "reviewer-b").await;
    review(&writer, &id, "accept", json!({})).await.expect(200);
    review(&writer, &id, "release", json!({})).await.expect(200);
    // Both at the first review would leave nobody either.
    assert_eq!(review(&second.client, &id, "pass_first", json!({})).await.refused(409), "applications.nobody_left");
    review(&writer, &id, "pass_first", json!({})).await.expect(200);
    review(&second.client, &id, "pass_second", json!({})).await.expect(200);
    let text = json!({"text": "该项目的设备已在上年度申领过补助。"});
    other.client.post(&format!("/api/publicity/{id}/objections"), text).await.expect(201);
    stage.app.settle().await;
    let said = json!({"opinion": "经核实不属于同一设备"});
    for client in [&writer, &second.client] {
        let refused = review(client, &id, "dismiss_objection", said.clone()).await;
        assert_eq!(refused.refused(409), "applications.nobody_left");
        let told = seen(client, &id).await["actions"].to_string();
        assert!(told.contains("需要另一位审核人员"), "{told}");
    }
    assert_eq!(letters(&writer, "请添加一位审核人员").await.0, 1);
    let third = Person::joins(&stage, &writer, "reviewer-c").await;
    assert_eq!(state(&review(&third.client, &id, "dismiss_objection", said).await), "publicity");
    stage.finish().await;
}

#[tokio::test]
async fn a_pool_is_told_in_one_letter() {
    let desk = desk().await;
    let policy = desk.item(json!({})).await;
    for number in 2..5 {
        handed_in(&desk.stage.enterprise(number).await, &policy).await;
        desk.stage.app.settle().await;
    }
    for client in [&desk.first.client, &desk.writer] {
        let (all, unread) = letters(client, "新的政策申请待受理").await;
        assert_eq!((all, unread.len()), (3, 1));
        assert!(unread[0].contains("待受理的申请共 3 件"), "{unread:?}");
    }
    desk.stage.finish().await;
}

#[tokio::test]
async fn reviewers_are_reminded_in_every_round() {
    let mut desk = desk().await;
    let policy = desk.item(json!({})).await;
    let id = handed_in(&desk.firm, &policy).await;
    review(&desk.first.client, &id, "accept", json!({})).await.expect(200);
    let told = async |client: &Client| {
        (letters(client, "政策申请办理时限将至").await.0, letters(client, "政策申请超过办理时限").await.0)
    };
    // Monday; five working days.
    desk.later(6).await;
    assert_eq!(told(&desk.first.client).await, (1, 0));
    let fault = json!({"faults": [{"place": "form/bills", "text": "请补充发票的购买方名称"}]});
    review(&desk.first.client, &id, "correct", fault).await.expect(200);
    let mut better = filled(&desk.firm).await;
    better["values"]["project"] = json!("智能产线改造（一期）");
    let version = seen(&desk.firm.client, &id).await["version"].clone();
    desk.firm.client.if_match(version).put(&format!("/api/enterprise/applications/{id}"), better).await.expect(200);
    act(&desk.firm.client, &id, "submit", json!({})).await.expect(200);
    // A working day at least is left after a correction: time for a reminder, and the limit, as in the first round.
    desk.later(2).await;
    assert_eq!(told(&desk.first.client).await, (2, 1));
    review(&desk.first.client, &id, "pass_first", json!({})).await.expect(200);
    review(&desk.second.client, &id, "send_back", json!({})).await.expect(200);
    desk.later(8).await;
    assert_eq!(told(&desk.first.client).await, (3, 2));
    desk.stage.finish().await;
}

#[tokio::test]
async fn an_account_is_corrected_until_a_list_has_it_and_paid_no_sooner() {
    let mut desk = desk().await;
    let policy = desk.item(json!({"publicity_days": null})).await;
    let id = desk.passed_first(&desk.firm, &policy).await;
    let correct = async |client: &Client, account: &str| {
        let payee = json!({"name": "智能装备有限公司", "bank": "重庆银行科学城支行", "account": account});
        let version = seen(client, &id).await["version"].clone();
        client.if_match(version).put(&format!("/api/enterprise/applications/{id}/payee"), payee).await
    };
    assert_eq!(correct(&desk.firm.client, "6222021001110000001").await.refused(409), "applications.wrong_state");
    review(&desk.second.client, &id, "pass_second", json!({})).await.expect(200);
    // Half past midnight in Shanghai, the day before elsewhere.
    desk.stage.app.clock.set("2026-11-24T16:30:00Z".parse().expect("a moment"));
    desk.later(0).await;
    let (firm, finance) = (&desk.firm.client, &desk.third.client);
    correct(firm, "6222021001110000002").await.expect(200);
    let list = finance.post("/api/government/payments", json!({})).await.expect(201);
    assert_eq!(list.body["lines"][0]["payee"]["account"], "6222021001110000002");
    assert_eq!(correct(firm, "6222021001110000003").await.refused(409), "applications.payee_listed");
    let at = |batch: &str, what: &str| format!("/api/government/payments/{batch}/lines/{id}/{what}");
    finance.post(&at(&list.id(), "failed"), json!({"reason": "账号与户名不符"})).await.expect(200);
    correct(firm, "6222021001110000004").await.expect(200);
    let list = finance.post("/api/government/payments", json!({})).await.expect(201);
    assert_eq!(list.body["lines"][0]["payee"]["account"], "6222021001110000004");
    let paid = |on: &str| json!({"voucher": "记字 2026-1188", "paid_on": on});
    for wrong in ["2026-11-24", "2026-11-26"] {
        assert_eq!(finance.post(&at(&list.id(), "paid"), paid(wrong)).await.fields(), ["paid_on"], "{wrong}");
    }
    finance.post(&at(&list.id(), "paid"), paid("2026-11-25")).await.expect(200);
    assert_eq!(correct(firm, "6222021001110000005").await.refused(409), "applications.payee_listed");
    let value: Value = seen(firm, &id).await;
    assert_eq!(value["state"], "paid");
    desk.stage.finish().await;
}

//! What follows when nobody acts in time (domain 2.1, 2.2): over a weekend, the National Day holiday and a make-up Saturday.

use crate::stage::{Member, Stage, grab, staff, step};
use jinqiao_kernel::{DateTime, Role};
use jinqiao_testkit::Client;
use serde_json::json;

async fn at(stage: &Stage, moment: &str) {
    stage.app.clock.set(moment.parse::<DateTime>().expect("a time"));
    stage.app.settle().await;
}

async fn log_in(stage: &Stage, member: &Member, number: u32) -> Member {
    stage.again(member, number).await
}

async fn state(member: &Member, side: &str, order: &str) -> String {
    let view = member.client.get(&format!("/api/{side}/orders/{order}")).await.expect(200);
    view.body["state"].as_str().expect("a state").to_owned()
}

async fn demand_state(firm: &Member, demand: &str) -> String {
    let view = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    view.body["state"].as_str().expect("a state").to_owned()
}

async fn letters(client: &Client, title: &str) -> usize {
    let page = client.get("/api/messages?size=100").await.expect(200);
    page.body["items"].as_array().expect("items").iter().filter(|item| item["title"] == title).count()
}

/// Wednesday, the last working day but one before the National Day holiday of 2026 (1 to 7 October); Sunday 20 September and Saturday
/// 10 October are made up for.
const BEFORE_HOLIDAY: &str = "2026-09-29T02:00:00Z";

#[tokio::test]
async fn an_offer_that_nobody_chooses_lapses_after_the_holiday() {
    let stage = crate::stage::start_at(BEFORE_HOLIDAY).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let other = stage.institution(3).await;
    let (demand, order) = stage.order_in(&firm, &bank, "grabbed").await;
    // Three working days: 30 September, 8 and 9 October.
    at(&stage, "2026-10-09T01:59:00Z").await;
    let (firm, bank) = (log_in(&stage, &firm, 1).await, log_in(&stage, &bank, 2).await);
    assert_eq!(state(&firm, "enterprise", &order).await, "grabbed");
    assert_eq!(letters(&firm.client, "办理时限将至").await, 1);
    at(&stage, "2026-10-09T02:00:00Z").await;
    assert_eq!(state(&firm, "enterprise", &order).await, "expired_ent");
    assert_eq!(demand_state(&firm, &demand).await, "open", "its place is free again");
    assert_eq!((letters(&firm.client, "报价已失效").await, letters(&bank.client, "报价已失效").await), (1, 1));
    // The made-up Saturday counts.
    let second = grab(&log_in(&stage, &other, 3).await, &demand, 100).await.expect(201).body["id"].clone();
    at(&stage, "2026-10-13T01:59:00Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(state(&firm, "enterprise", second.as_str().expect("an id")).await, "grabbed");
    at(&stage, "2026-10-13T02:00:00Z").await;
    assert_eq!(state(&firm, "enterprise", second.as_str().expect("an id")).await, "expired_ent");
    stage.finish().await;
}

#[tokio::test]
async fn no_contact_escalates_and_voids_the_order() {
    let stage = crate::stage::start_at("2026-11-20T02:00:00Z").await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    // Friday; two working days end on Tuesday.
    let (demand, order) = stage.order_in(&firm, &bank, "contacting").await;
    at(&stage, "2026-11-24T02:00:00Z").await;
    let bank = log_in(&stage, &bank, 2).await;
    assert_eq!(letters(&bank.client, "已超过办理时限").await, 1);
    at(&stage, "2026-11-25T02:00:00Z").await;
    let (operator, _) = staff(&stage.app, Role::Operator, "operator-two", 90_002).await;
    let overdue = operator.get("/api/oversight/overdue-orders").await.expect(200).body;
    assert_eq!(overdue["items"][0]["id"], order.as_str());
    assert!(!overdue.to_string().contains(&firm.name), "the overdue list names no enterprise");
    at(&stage, "2026-11-26T02:00:00Z").await;
    let (firm, bank) = (log_in(&stage, &firm, 1).await, log_in(&stage, &bank, 2).await);
    assert_eq!(state(&bank, "institution", &order).await, "voided");
    assert_eq!(demand_state(&firm, &demand).await, "open");
    let refused = step(&bank, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await;
    assert_eq!(refused.refused(409), "orders.wrong_state");
    stage.finish().await;
}

#[tokio::test]
async fn others_are_offered_only_where_there_is_room_for_them() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    stage.order_in(&firm, &bank, "credit_review").await;
    // The one place is taken.
    stage.operator.put("/api/operator/parameters/live_orders", json!({"value": 1})).await.expect(200);
    for day in ["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11", "2026-12-14"] {
        at(&stage, &format!("{day}T02:00:01Z")).await;
    }
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(letters(&firm.client, "机构逾期，可重新匹配").await, 0);
    assert_eq!(letters(&firm.client, "机构逾期未办理").await, 1);
    let told = firm.client.get("/api/messages?size=100").await.expect(200).body.to_string();
    assert!(!told.contains("重新匹配"), "{told}");
    stage.finish().await;
}

#[tokio::test]
async fn a_late_decision_climbs_the_ladder_until_the_order_is_void() {
    let stage = crate::stage::start().await;
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "supervisor-one", 90_003).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "credit_review").await;
    assert_eq!(letters(&supervisor, "机构逾期未办理").await, 0);
    // Confirmed on Monday 23 November: ten working days end on 7 December.
    let levels =
        [("2026-12-07", 1, 0), ("2026-12-08", 2, 0), ("2026-12-09", 3, 0), ("2026-12-10", 4, 1), ("2026-12-14", 6, 1)];
    for (day, told, above) in levels {
        at(&stage, &format!("{day}T02:00:01Z")).await;
        let bank = log_in(&stage, &bank, 2).await;
        assert_eq!(letters(&bank.client, "已超过办理时限").await, told, "{day}");
        let (one, _) =
            staff(&stage.app, Role::Operator, &format!("operator-{told}"), 90_010 + u32::try_from(told).unwrap()).await;
        assert!(letters(&one, "机构逾期未办理").await == 0, "a new operator reads no old letters");
        let trail = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200);
        assert_eq!(trail.body["state"], "credit_review", "{day} {above}");
    }
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(letters(&firm.client, "机构逾期，可重新匹配").await, 1);
    assert_eq!(letters(&firm.client, "机构逾期未办理").await, 0);
    // Twelve working days late it is over.
    at(&stage, "2026-12-23T02:00:01Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(state(&firm, "enterprise", &order).await, "voided");
    stage.finish().await;
}

#[tokio::test]
async fn materials_that_do_not_come_stop_no_clock_for_ever() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "due_diligence").await;
    let items = json!({"items": [{"name": "审计报告", "note": null}]});
    step(&bank, &order, "request-materials", items.clone()).await.expect(200);
    at(&stage, "2026-11-30T02:00:01Z").await;
    let mut bank = log_in(&stage, &bank, 2).await;
    let view = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
    assert_eq!((&view["awaiting_since"], &view["state"]), (&json!(null), &json!("due_diligence")));
    assert!(!view["materials"][0]["lapsed_at"].is_null());
    assert_eq!(view["due"]["at"], "2026-12-14T02:00:01Z", "five of ten days were waited for");
    // The second wait uses up the ten days; a third is refused.
    step(&bank, &order, "request-materials", items.clone()).await.expect(200);
    at(&stage, "2026-12-07T02:00:02Z").await;
    bank = log_in(&stage, &bank, 2).await;
    assert_eq!(step(&bank, &order, "request-materials", items).await.refused(409), "orders.pause_used");
    stage.finish().await;
}

#[tokio::test]
async fn silence_confirms_figures_and_lets_a_grant_lapse() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (demand, paid) = stage.order_in(&firm, &bank, "disbursed").await;
    let (_, offered) = stage.order_in(&firm, &bank, "offered").await;
    at(&stage, "2026-11-30T02:00:01Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(state(&firm, "enterprise", &paid).await, "closed");
    assert_eq!(demand_state(&firm, &demand).await, "fulfilled");
    at(&stage, "2026-12-31T10:00:01Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(state(&firm, "enterprise", &offered).await, "expired_offer");
    stage.finish().await;
}

#[tokio::test]
async fn demands_that_lie_are_reminded_called_about_and_closed() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let open = stage.published(&firm, 100).await;
    let returned = stage.submitted(&firm, 200).await;
    let defects = json!({"defects": [{"field": "use_text", "message": "请写明用途"}]});
    stage.operator.if_match(2).post(&format!("/api/operator/demands/{returned}/return"), defects).await.expect(200);
    let draft = firm.client.post("/api/enterprise/demands", crate::stage::demand(50)).await.expect(201);
    let draft = draft.body["id"].as_str().expect("an id").to_owned();
    // Five working days without an offer: the operator calls, the government sees it without a name.
    at(&stage, "2026-11-30T02:00:01Z").await;
    let (operator, _) = staff(&stage.app, Role::Operator, "operator-two", 90_002).await;
    let list = operator.get("/api/operator/unanswered-demands").await.expect(200).body;
    assert_eq!(list["items"][0]["enterprise_name"], firm.name.as_str());
    let note = json!({"note": "已电话联系两家机构，本周内答复"});
    operator.post(&format!("/api/operator/demands/{open}/follow-up"), note).await.expect(204);
    let (official, _) = staff(&stage.app, Role::Government, "government-two", 90_005).await;
    let shown = official.get("/api/oversight/unmatched-demands").await.expect(200).body;
    assert_eq!(shown["total"], 1);
    assert!(!shown.to_string().contains(&firm.name), "the government's list names no enterprise");
    let list = operator.get("/api/operator/unanswered-demands").await.expect(200).body;
    assert_eq!(list["items"][0]["followed_up"]["note"], "已电话联系两家机构，本周内答复");
    // A draft is called to mind after a week.
    at(&stage, "2026-12-01T02:00:01Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(letters(&firm.client, "草稿尚未提交").await, 1);
    // Ten working days for a correction, twenty on the market.
    at(&stage, "2026-12-07T02:00:01Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(demand_state(&firm, &returned).await, "closed_expired");
    at(&stage, "2026-12-21T02:00:01Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    assert_eq!(demand_state(&firm, &open).await, "closed_unmatched");
    let bank = log_in(&stage, &bank, 2).await;
    assert_eq!(grab(&bank, &open, 100).await.status, 404);
    // It can be submitted again, and has its whole time on the market anew.
    let version = firm.client.get(&format!("/api/enterprise/demands/{open}")).await.body["version"].clone();
    let submit = json!({"authorization_version": 1});
    firm.client.if_match(version).post(&format!("/api/enterprise/demands/{open}/submit"), submit).await.expect(200);
    // After ninety days the draft is gone.
    at(&stage, "2027-02-22T02:00:01Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    firm.client.get(&format!("/api/enterprise/demands/{draft}")).await.expect(404);
    stage.finish().await;
}

#[tokio::test]
async fn reviewers_are_told_when_a_review_is_late() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    // Friday at four: one working day ends on Monday at four.
    at(&stage, "2026-11-27T08:00:00Z").await;
    let firm = log_in(&stage, &firm, 1).await;
    let (operator, _) = staff(&stage.app, Role::Operator, "operator-two", 90_002).await;
    let decided = stage.submitted(&firm, 200).await;
    let approve = json!({"public_text": "采购原材料，交付已签订单"});
    operator.if_match(2).post(&format!("/api/operator/demands/{decided}/approve"), approve).await.expect(200);
    let late = firm.client.post("/api/enterprise/demands", crate::stage::demand(100)).await.expect(201).body;
    let submit = json!({"authorization_version": 1});
    let path = format!("/api/enterprise/demands/{}/submit", late["id"].as_str().expect("an id"));
    firm.client.if_match(1).post(&path, submit).await.expect(200);
    // Who comes to the second letter has only that one; it is about the submission that waits, not about the decided one.
    at(&stage, "2026-11-30T05:59:00Z").await;
    let (first, _) = staff(&stage.app, Role::Operator, "operator-three", 90_003).await;
    at(&stage, "2026-11-30T06:00:00Z").await;
    assert_eq!((letters(&first, "审核时限将至").await, letters(&first, "审核已超过时限").await), (1, 0));
    at(&stage, "2026-11-30T07:59:00Z").await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-four", 90_004).await;
    at(&stage, "2026-11-30T08:00:00Z").await;
    assert_eq!((letters(&second, "审核时限将至").await, letters(&second, "审核已超过时限").await), (0, 1));
    stage.finish().await;
}

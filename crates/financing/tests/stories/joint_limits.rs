//! Every limit of a joint credit: its reminder, and what follows from its end, over weekends.

use crate::{
    stage::joint::{
        Joint, accept_sheet, act, demand_of, inviting, led, opening, proposal, propose, reviewed, seen, share, sums,
    },
    stage::{Id, Member, Stage, decision, step, suspend_or_resume},
};
use chrono::TimeDelta;
use serde_json::{Value, json};

const WAN: i64 = 1_000_000;
const NEAR: &str = "办理时限将至";

async fn told(member: &Member, title: &str) -> usize {
    let mail = member.client.get("/api/messages?size=100").await.expect(200).body;
    mail["items"].as_array().expect("items").iter().filter(|letter| letter["title"] == title).count()
}

/// A firm, a lead and two banks, who log in again whenever time has passed.
struct Cast {
    stage: Stage,
    firm: Member,
    lead: Member,
    first: Member,
    second: Member,
}

impl Cast {
    async fn start() -> Self {
        let stage = crate::stage::start().await;
        let (firm, lead) = (stage.enterprise(1).await, stage.institution(2).await);
        let (first, second) = (stage.institution(3).await, stage.institution(4).await);
        Self { stage, firm, lead, first, second }
    }

    async fn after(&mut self, days: i64, hours: i64) {
        self.stage.app.clock.advance(TimeDelta::days(days) + TimeDelta::hours(hours));
        self.stage.app.settle().await;
        self.stage.app.settle().await;
        let (firm, lead) = (self.stage.again(&self.firm, 1).await, self.stage.again(&self.lead, 2).await);
        let (first, second) = (self.stage.again(&self.first, 3).await, self.stage.again(&self.second, 4).await);
        (self.firm, self.lead, self.first, self.second) = (firm, lead, first, second);
    }

    async fn state(&self, joint: &str) -> Value {
        seen(&self.firm, joint).await["state"].clone()
    }

    /// A joint credit of 1,000 of which the lead and the first bank have taken `shares`.
    async fn subscribed(&self, shares: (i64, i64)) -> Joint {
        let invited = [&self.first, &self.second];
        let joint = inviting(&self.stage, &self.firm, &self.lead, 1_000, proposal(1_000, shares.0, &invited)).await;
        act(&self.first, &joint.id, "commit", share(shares.1, 400)).await.expect(200);
        joint
    }

    async fn reviewed(&self) -> Joint {
        let joint = self.subscribed((400, 600)).await;
        act(&self.lead, &joint.id, "form", json!({})).await.expect(200);
        act(&self.firm, &joint.id, "open-data", opening()).await.expect(200);
        joint
    }

    async fn order(&self, joint: &Joint) -> Value {
        self.lead.client.get(&format!("/api/institution/orders/{}", joint.order)).await.expect(200).body
    }
}

/// How many members of a joint credit stand in `state`, in whatever order they come.
fn in_state(view: &Value, state: &str) -> usize {
    view["members"].as_array().expect("members").iter().filter(|member| member["state"] == state).count()
}

#[tokio::test]
async fn an_enterprise_that_does_not_answer_leaves_the_lead_alone() {
    let mut cast = Cast::start().await;
    // Monday ten o'clock; proposed on Thursday.
    let (demand, order) = led(&cast.stage, &cast.firm, &cast.lead, 1_000).await;
    cast.after(3, 0).await;
    let id = propose(&cast.lead, &order, proposal(1_000, 400, &[&cast.first])).await.expect(201).id();
    let joint = Joint { demand, order, id };
    // Three working days end on Tuesday at ten; one before that is Monday at ten.
    cast.after(3, 23).await;
    assert_eq!(told(&cast.firm, NEAR).await, 0, "Monday, nine");
    cast.after(0, 2).await;
    assert_eq!(told(&cast.firm, NEAR).await, 1, "Monday, eleven");
    cast.after(0, 22).await;
    assert_eq!(cast.state(&joint.id).await, "proposed");
    cast.after(0, 2).await;
    assert_eq!(cast.state(&joint.id).await, "failed");
    assert_eq!(told(&cast.lead, "联合授信未达成").await, 1);
    assert_eq!(told(&cast.first, "联合授信未达成").await, 0, "it was never asked");
    // The lead's own order runs on, with the end that it had.
    let free = cast.order(&joint).await;
    assert_eq!((&free["joint_id"], &free["due"]["at"]), (&Value::Null, &json!("2026-12-07T02:00:00Z")));
    step(&cast.lead, &joint.order, "approve", decision(1_000)).await.expect(200);
    cast.stage.finish().await;
}

#[tokio::test]
async fn too_little_is_extended_once_then_shrunk() {
    let mut cast = Cast::start().await;
    let joint = cast.subscribed((400, 300)).await;
    let early = act(&cast.lead, &joint.id, "shrink", json!({})).await;
    assert_eq!(early.refused(409), "joint_credits.wrong_state");
    // Monday to Thursday; on Wednesday whoever has not answered is asked again.
    cast.after(2, 1).await;
    assert_eq!((told(&cast.first, NEAR).await, told(&cast.second, NEAR).await), (0, 1));
    assert_eq!(told(&cast.lead, "联合授信邀请期将至").await, 1);
    cast.after(1, 0).await;
    assert_eq!(cast.state(&joint.id).await, "short");
    let lead = seen(&cast.lead, &joint.id).await;
    assert_eq!((in_state(&lead, "passed"), &lead["turn"]), (1, &json!("lead")));
    act(&cast.lead, &joint.id, "extend", json!({})).await.expect(200);
    assert_eq!(in_state(&seen(&cast.lead, &joint.id).await, "invited"), 1);
    // Three working days more, over a weekend; nobody comes.
    cast.after(4, 23).await;
    assert_eq!(cast.state(&joint.id).await, "inviting");
    cast.after(0, 2).await;
    assert_eq!(cast.state(&joint.id).await, "short");
    let twice = act(&cast.lead, &joint.id, "extend", json!({})).await;
    assert_eq!(twice.refused(409), "joint_credits.extended");

    // A smaller total needs the enterprise.
    act(&cast.lead, &joint.id, "shrink", json!({})).await.expect(200);
    act(&cast.firm, &joint.id, "refuse-shrink", json!({"reason": "金额太小"})).await.expect(200);
    assert_eq!(cast.state(&joint.id).await, "short");
    act(&cast.lead, &joint.id, "shrink", json!({})).await.expect(200);
    let shrunk = act(&cast.firm, &joint.id, "agree-shrink", json!({})).await.expect(200).body;
    assert_eq!((&shrunk["state"], &shrunk["total"]), (&json!("formed"), &json!(700 * WAN)));
    act(&cast.firm, &joint.id, "open-data", opening()).await.expect(200);
    for who in [&cast.lead, &cast.first] {
        act(who, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    }
    sums(&cast.firm, &joint).await;
    accept_sheet(&cast.firm, &joint.id, true).await.expect(200);
    let demand = demand_of(&cast.firm, &joint.demand).await;
    assert_eq!((&demand["state"], &demand["accepted_amount"]), (&json!("agreed"), &json!(700 * WAN)));
    cast.stage.finish().await;
}

#[tokio::test]
async fn a_lead_that_does_nothing_goes_on_alone() {
    let mut cast = Cast::start().await;
    let joint = cast.subscribed((400, 300)).await;
    cast.after(3, 1).await;
    assert_eq!(cast.state(&joint.id).await, "short");
    // Thursday eleven to Tuesday eleven, reminded on Monday.
    cast.after(4, 0).await;
    assert_eq!(told(&cast.lead, NEAR).await, 1);
    cast.after(1, 0).await;
    assert_eq!(cast.state(&joint.id).await, "failed");
    assert_eq!(told(&cast.first, "联合授信未达成").await, 1);
    // Its ten working days stood still since Monday, when the enterprise agreed.
    let free = cast.order(&joint).await;
    assert_eq!((&free["state"], &free["due"]["at"]), (&json!("credit_review"), &json!("2026-12-15T03:00:00Z")));
    step(&cast.lead, &joint.order, "approve", decision(500)).await.expect(200);
    cast.stage.finish().await;
}

#[tokio::test]
async fn a_full_group_forms_by_itself_and_is_opened_in_time_or_not_at_all() {
    let mut cast = Cast::start().await;
    let joint = cast.subscribed((400, 900)).await;
    cast.after(3, 1).await;
    let formed = seen(&cast.firm, &joint.id).await;
    let shares = formed["members"].as_array().expect("members").iter().filter(|member| member["share"] == 600 * WAN);
    assert_eq!((&formed["state"], shares.count()), (&json!("formed"), 1));
    assert_eq!(in_state(&formed, "passed"), 1);
    cast.after(4, 0).await;
    assert_eq!(told(&cast.firm, NEAR).await, 1);
    cast.after(1, 0).await;
    assert_eq!(cast.state(&joint.id).await, "failed");
    let orders = cast.first.client.get("/api/institution/orders").await.expect(200).body;
    assert_eq!(orders["total"], 0, "nothing was opened");
    cast.stage.finish().await;
}

#[tokio::test]
async fn a_member_waits_for_materials_outside_of_its_limit() {
    let mut cast = Cast::start().await;
    let joint = cast.reviewed().await;
    let due = |view: Value| view["own"]["due"]["at"].clone();
    // Before it has been in touch with the enterprise, that limit ends its part first.
    let own = seen(&cast.first, &joint.id).await["own"].clone();
    let order = own["order_id"].as_str().expect("an order").to_owned();
    let path = format!("/api/institution/orders/{order}");
    let contact = cast.first.client.get(&path).await.expect(200).body["due"]["at"].clone();
    assert_eq!(due(seen(&cast.first, &joint.id).await), contact);
    step(&cast.first, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    assert_eq!(due(seen(&cast.first, &joint.id).await), json!("2026-12-07T02:00:00Z"));
    let items = json!({"items": [{"name": "近两年审计报告", "note": null}]});
    step(&cast.first, &order, "request-materials", items).await.expect(200);
    assert_eq!(due(seen(&cast.first, &joint.id).await), Value::Null, "it stands still");
    cast.after(1, 0).await;
    let answer = json!({"attachments": [], "note": "材料本月内补交"});
    step(&cast.firm, &order, "provide-materials", answer).await.expect(200);
    assert_eq!(due(seen(&cast.first, &joint.id).await), json!("2026-12-08T02:00:00Z"), "what was left is left again");
    cast.stage.finish().await;
}

#[tokio::test]
async fn a_member_that_does_not_decide_loses_its_share() {
    let mut cast = Cast::start().await;
    let joint = cast.reviewed().await;
    reviewed(&cast.first, &joint.id).await;
    act(&cast.lead, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    // Ten working days from Monday the 23rd end on Monday the 7th; two before that is Thursday.
    cast.after(9, 23).await;
    assert_eq!(told(&cast.first, NEAR).await, 0);
    cast.after(1, 0).await;
    assert_eq!((told(&cast.first, NEAR).await, told(&cast.lead, NEAR).await), (1, 0));
    cast.after(3, 2).await;
    assert_eq!(cast.state(&joint.id).await, "inviting");
    let own = seen(&cast.first, &joint.id).await["own"].clone();
    assert_eq!(own["state"], "lapsed");
    let path = format!("/api/institution/orders/{}", own["order_id"].as_str().expect("an order"));
    assert_eq!(cast.first.client.get(&path).await.expect(200).body["state"], "voided");
    assert_eq!(told(&cast.first, "成员超过审批时限").await, 1);
    // Another takes it over in the three days.
    act(&cast.lead, &joint.id, "invite", json!({"institutions": [cast.second.org], "open": false})).await.expect(200);
    act(&cast.second, &joint.id, "commit", share(600, 395)).await.expect(200);
    act(&cast.lead, &joint.id, "form", json!({})).await.expect(200);
    act(&cast.firm, &joint.id, "open-data", opening()).await.expect(200);
    act(&cast.second, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    assert_eq!(cast.state(&joint.id).await, "joint_offer");

    // The sheet is good for ten working days, from Monday eleven; reminded three before.
    cast.after(8, 23).await;
    assert_eq!(told(&cast.firm, NEAR).await, 0);
    cast.after(0, 2).await;
    assert_eq!(told(&cast.firm, NEAR).await, 1);
    cast.after(5, 0).await;
    assert_eq!(cast.state(&joint.id).await, "expired");
    assert_eq!(cast.order(&joint).await["state"], "expired_offer");
    let late = accept_sheet(&cast.firm, &joint.id, false).await;
    assert_eq!(late.refused(409), "joint_credits.wrong_state");
    assert_eq!(demand_of(&cast.firm, &joint.demand).await["accepted_amount"], 0);
    cast.stage.finish().await;
}

#[tokio::test]
async fn without_its_lead_it_comes_to_nothing() {
    let mut cast = Cast::start().await;
    let joint = cast.reviewed().await;
    act(&cast.first, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    cast.after(14, 1).await;
    let view = seen(&cast.firm, &joint.id).await;
    assert_eq!((&view["state"], &view["members"][0]["state"]), (&json!("failed"), &json!("lapsed")));
    let orders = cast.first.client.get("/api/institution/orders").await.expect(200).body;
    assert_eq!(orders["items"][0]["state"], "withdrawn");
    assert_eq!(told(&cast.first, "联合授信结束").await, 1);
    step(&cast.lead, &joint.order, "approve", decision(500)).await.expect(200);
    cast.stage.finish().await;
}

#[tokio::test]
async fn no_limit_ends_while_a_member_is_suspended() {
    let mut cast = Cast::start().await;
    let joint = cast.subscribed((400, 500)).await;
    suspend_or_resume(&cast.stage, &cast.first, "suspend").await.expect(204);
    cast.stage.app.clock.advance(TimeDelta::days(14));
    cast.stage.app.settle().await;
    cast.firm = cast.stage.again(&cast.firm, 1).await;
    assert_eq!(cast.state(&joint.id).await, "inviting");
    suspend_or_resume(&cast.stage, &cast.first, "resume").await.expect(204);
    // One more working day at most.
    cast.after(3, 0).await;
    assert_eq!(cast.state(&joint.id).await, "short");
    cast.stage.finish().await;
}

#[tokio::test]
async fn others_take_their_part_of_a_smaller_total_too() {
    let mut cast = Cast::start().await;
    let joint = cast.subscribed((700, 200)).await;
    cast.after(3, 1).await;
    assert_eq!(cast.state(&joint.id).await, "short");
    // 200 of 900 are 22 %: the lead's share is cut to what leaves others 30 % of the whole.
    let whole = 200 * WAN * 10 / 3;
    assert_eq!(seen(&cast.firm, &joint.id).await["shrink_to"], json!(whole));
    act(&cast.lead, &joint.id, "shrink", json!({})).await.expect(200);
    let shrunk = act(&cast.firm, &joint.id, "agree-shrink", json!({})).await.expect(200).body;
    assert_eq!((&shrunk["state"], &shrunk["total"]), (&json!("formed"), &json!(whole)));
    let lead = seen(&cast.lead, &joint.id).await["own"].clone();
    assert_eq!(lead["share"], json!(whole - 200 * WAN));
    act(&cast.firm, &joint.id, "open-data", opening()).await.expect(200);
    for who in [&cast.lead, &cast.first] {
        act(who, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    }
    sums(&cast.firm, &joint).await;
    cast.stage.finish().await;
}

#[tokio::test]
async fn a_member_that_does_not_make_contact_loses_its_share() {
    let mut cast = Cast::start().await;
    let joint = cast.reviewed().await;
    // Two working days for the contact from Monday on, and two more until it ends by itself: Friday at ten.
    cast.after(3, 23).await;
    assert_eq!(in_state(&seen(&cast.lead, &joint.id).await, "reviewing"), 2);
    cast.after(0, 2).await;
    assert_eq!(cast.state(&joint.id).await, "inviting");
    assert_eq!(in_state(&seen(&cast.lead, &joint.id).await, "reviewing"), 1);
    let own = seen(&cast.first, &joint.id).await["own"].clone();
    let path = format!("/api/institution/orders/{}", own["order_id"].as_str().expect("an order"));
    let ended = cast.first.client.get(&path).await.expect(200).body;
    assert_eq!((&own["state"], &ended["state"]), (&json!("left"), &json!("voided")));
    cast.stage.finish().await;
}

#[tokio::test]
async fn a_member_makes_contact_before_it_decides() {
    let cast = Cast::start().await;
    let joint = cast.reviewed().await;
    let own = seen(&cast.first, &joint.id).await["own"].clone();
    let order = own["order_id"].as_str().expect("an order").to_owned();
    let path = format!("/api/institution/orders/{order}");
    let opened = cast.first.client.get(&path).await.expect(200).body;
    // Opened on Monday at ten, to be contacted like any other order; its decision is watched by the joint credit.
    assert_eq!((&opened["state"], &opened["due"]["at"]), (&json!("contacting"), &json!("2026-11-25T02:00:00Z")));
    let approve = || async {
        let client = cast.first.client.if_match(own["version"].as_i64().unwrap_or(0));
        client.post(&format!("/api/institution/joint-credits/{}/approve", joint.id), json!({"conditions": null})).await
    };
    assert_eq!(approve().await.refused(409), "joint_credits.not_ready");
    let contact = json!({"method": "phone", "note": "已电话沟通"});
    step(&cast.first, &order, "contact", contact).await.expect(200);
    assert_eq!(approve().await.refused(409), "joint_credits.not_ready", "due diligence comes first");
    step(&cast.first, &order, "start-review", json!({})).await.expect(200);
    assert_eq!(cast.first.client.get(&path).await.expect(200).body["due"], Value::Null);
    approve().await.expect(200);
    cast.stage.finish().await;
}

//! From the draft of an enterprise to the payment list: two reviews by two people, corrections, objections, appeals, limits.

use crate::stage::{
    Id, Member, Person, Stage, act, department, drafted, filled, form_item, handed_in, review, seen, start, step,
};
use chrono::TimeDelta;
use jinqiao_db::{Intent, Tx};
use jinqiao_testkit::{Client, Reply};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

/// A department with two reviewers and a third, and a firm.
pub struct Desk {
    pub stage: Stage,
    pub writer: Client,
    pub checker: Client,
    pub first: Person,
    pub second: Person,
    pub third: Person,
    pub firm: Member,
}

pub async fn desk() -> Desk {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let first = Person::joins(&stage, &writer, "reviewer-a").await;
    let second = Person::joins(&stage, &writer, "reviewer-b").await;
    let third = Person::joins(&stage, &writer, "reviewer-c").await;
    let firm = stage.enterprise(1).await;
    Desk { stage, writer, checker, first, second, third, firm }
}

pub fn state(reply: &Reply) -> &str {
    reply.body["state"].as_str().unwrap_or_default()
}

impl Desk {
    pub async fn item(&self, change: Value) -> String {
        form_item(&self.writer, &self.checker, "设备更新补助", change).await
    }

    /// Handed in, taken up and passed by the first reviewer.
    pub async fn passed_first(&self, firm: &Member, policy: &str) -> String {
        let id = handed_in(firm, policy).await;
        review(&self.first.client, &id, "accept", json!({})).await.expect(200);
        review(&self.first.client, &id, "pass_first", json!({})).await.expect(200);
        id
    }

    /// So many days later, when everybody has to log in again.
    pub async fn later(&mut self, days: i64) {
        self.stage.app.clock.advance(TimeDelta::days(days));
        self.stage.app.settle().await;
        self.firm = self.stage.again(&self.firm, 1).await;
        for person in [&mut self.first, &mut self.second, &mut self.third] {
            person.again().await;
        }
    }
}

#[tokio::test]
async fn an_application_goes_its_whole_way() {
    let mut desk = desk().await;
    let policy = desk.item(json!({})).await;
    let made = desk.firm.client.post(&format!("/api/enterprise/policies/{policy}/applications"), json!({})).await;
    let draft = made.expect(201);
    assert_eq!(draft.body["known"][0]["block"], "staff");
    assert_eq!(draft.body["content"]["values"]["staff"], 86);
    assert_eq!(draft.body["judged"]["report"]["verdict"], "holds");
    let id = draft.id();
    let path = format!("/api/enterprise/applications/{id}");
    // Drafts are the enterprise's alone, and keep whatever was written.
    desk.first.client.get(&format!("/api/government/applications/{id}")).await.expect(404);
    let wrong = json!({"values": {"project": "", "kind": "其他", "bills": [{"amount": "很多"}], "gone": "31 日"}});
    let kept = desk.firm.client.if_match(1).put(&path, wrong.clone()).await.expect(200);
    assert_eq!(kept.body["content"]["values"], wrong["values"]);
    // All that is missing or wrong is told at once, each at its place.
    let refused = act(&desk.firm.client, &id, "submit", json!({})).await;
    assert_eq!(
        refused.fields(),
        [
            "values.project",
            "values.kind",
            "values.promise",
            "values.gone",
            "materials.上年度审计报告",
            "payee.name",
            "payee.bank",
            "payee.account"
        ]
    );
    refused.expect(422);
    desk.firm.client.if_match(2).put(&path, filled(&desk.firm).await).await.expect(200);
    let again = drafted(&desk.firm, &policy).await;
    let sent = act(&desk.firm.client, &id, "submit", json!({})).await.expect(200);
    assert_eq!((state(&sent), sent.body["no"].as_str()), ("submitted", Some("ZC-202611-00001")));
    assert_eq!(sent.body["computed"], 10_000_000);
    // A second one for the same is refused, whether it was begun before or not.
    let more = desk.firm.client.post(&format!("/api/enterprise/policies/{policy}/applications"), json!({})).await;
    assert!(more.body.to_string().contains("ZC-202611-00001"), "{}", more.body);
    assert_eq!(more.refused(409), "applications.running");
    assert_eq!(act(&desk.firm.client, &again, "submit", json!({})).await.refused(409), "applications.running");
    // The department: taken up, reviewed by one, then by another.
    let pool = desk.first.client.get("/api/government/applications").await.expect(200).body;
    assert_eq!((pool["total"].as_i64(), &pool["items"][0]["enterprise"]), (Some(1), &json!(desk.firm.name)));
    review(&desk.first.client, &id, "accept", json!({})).await.expect(200);
    assert_eq!(review(&desk.second.client, &id, "pass_first", json!({})).await.refused(409), "applications.claimed");
    let no_words = review(&desk.first.client, &id, "pass_first", json!({"opinion": ""})).await;
    assert_eq!(no_words.fields(), ["opinion"]);
    assert_eq!(review(&desk.first.client, &id, "pass_first", json!({"amount": 60_000_000})).await.fields(), ["amount"]);
    review(&desk.first.client, &id, "pass_first", json!({"amount": 8_000_000})).await.expect(200);
    assert_eq!(
        review(&desk.first.client, &id, "pass_second", json!({})).await.refused(403),
        "applications.same_person"
    );
    let public = review(&desk.second.client, &id, "pass_second", json!({})).await.expect(200);
    assert_eq!(state(&public), "publicity");
    let budget = desk.writer.get(&format!("/api/government/budgets/{policy}")).await.expect(200).body;
    assert_eq!((budget["reserved"].as_i64(), budget["left"].as_i64()), (Some(8_000_000), Some(1_992_000_000)));
    let list = desk.stage.app.visitor().get("/api/publicity").await.expect(200).body;
    assert_eq!(
        (&list["items"][0]["enterprise"], &list["items"][0]["amount"]),
        (&json!(desk.firm.name), &json!(8_000_000))
    );
    assert!(list["items"][0]["code"].as_str().is_some_and(|code| code.contains("**********")), "{list}");
    desk.later(6).await;
    assert_eq!(seen(&desk.firm.client, &id).await["state"], "approved");
    desk.stage.finish().await;
}

#[tokio::test]
async fn two_corrections_and_each_voids_what_was_passed() {
    let mut desk = desk().await;
    let policy = desk.item(json!({})).await;
    let id = handed_in(&desk.firm, &policy).await;
    review(&desk.first.client, &id, "accept", json!({})).await.expect(200);
    let fault = json!({"faults": [{"place": "form/bills", "text": "请补充发票的购买方名称"}]});
    assert_eq!(review(&desk.first.client, &id, "correct", json!({})).await.fields(), ["faults"]);
    for round in 0..2 {
        desk.later(1).await;
        let back = review(&desk.first.client, &id, "correct", fault.clone()).await.expect(200);
        assert_eq!(state(&back), "correction", "{round}");
        let own = seen(&desk.firm.client, &id).await;
        assert_eq!(own["faults"][0]["place"], "form/bills");
        // The clock of the enterprise runs: a reminder, and the limit, in the second round as in the first.
        desk.later(13).await;
        let letters = desk.firm.client.get("/api/messages").await.expect(200).body.to_string();
        assert_eq!(letters.matches("补正时限将至").count(), round + 1, "{round}");
        assert_eq!(act(&desk.firm.client, &id, "submit", json!({})).await.fields(), ["values"]);
        let mut better = filled(&desk.firm).await;
        better["values"]["project"] = json!(format!("智能产线改造（{round}）"));
        let version = own["version"].clone();
        let path = format!("/api/enterprise/applications/{id}");
        desk.firm.client.if_match(version).put(&path, better).await.expect(200);
        let sent = act(&desk.firm.client, &id, "submit", json!({})).await.expect(200);
        assert_eq!((state(&sent), sent.body["round"].as_i64()), ("first_review", Some(round as i64 + 2)));
    }
    assert_eq!(review(&desk.first.client, &id, "correct", fault).await.refused(409), "applications.corrections_used");
    let told = seen(&desk.first.client, &id).await;
    let rounds: Vec<_> =
        told["submissions"].as_array().expect("rounds").iter().map(|one| one["round"].clone()).collect();
    assert_eq!(rounds, [3, 2, 1]);
    review(&desk.first.client, &id, "pass_first", json!({})).await.expect(200);
    // Back to the first review: the second reviewer cannot do that one, nor the first the second, over all rounds.
    review(&desk.second.client, &id, "send_back", json!({})).await.expect(200);
    assert_eq!(
        review(&desk.second.client, &id, "pass_first", json!({})).await.refused(403),
        "applications.same_person"
    );
    review(&desk.third.client, &id, "pass_first", json!({})).await.expect(200);
    assert_eq!(
        review(&desk.first.client, &id, "pass_second", json!({})).await.refused(403),
        "applications.same_person"
    );
    review(&desk.second.client, &id, "pass_second", json!({})).await.expect(200);
    desk.stage.finish().await;
}

#[tokio::test]
async fn the_database_refuses_the_same_person_too() {
    let desk = desk().await;
    let policy = desk.item(json!({})).await;
    let id = desk.passed_first(&desk.firm, &policy).await;
    let opinions = "SELECT account_id FROM policy_opinions";
    let row = desk
        .stage
        .app
        .db
        .read()
        .query_one_raw(sea_orm::Statement::from_string(desk.stage.app.db.read().get_database_backend(), opinions))
        .await
        .expect("a row")
        .expect("an opinion");
    let first: uuid::Uuid = row.try_get("", "account_id").expect("an account");
    let text = |id: uuid::Uuid| match desk.stage.app.db.read().get_database_backend() {
        sea_orm::DbBackend::Sqlite => format!("x'{}'", id.simple()),
        _ => format!("'{id}'"),
    };
    let application: uuid::Uuid = id.parse().expect("an id");
    let (me, application) = (text(first), text(application));
    let insert = format!(
        "INSERT INTO policy_opinions (id, application_id, round, seat, account_id, led_to, text, faults, at) \
         SELECT {}, application_id, round, 'second', {me}, 'publicity', text, faults, at FROM policy_opinions",
        text(uuid::Uuid::from_u128(7))
    );
    let seat =
        format!("INSERT INTO policy_seats (application_id, account_id, seat) VALUES ({application}, {me}, 'second')");
    for (statement, what) in [(insert, "an opinion"), (seat, "a seat")] {
        let run = |tx: Tx| {
            let statement = statement.clone();
            async move {
                tx.conn().execute_unprepared(&statement).await?;
                Ok(())
            }
        };
        let done = desk.stage.app.db.write(Intent::system("test"), run).await;
        assert!(done.is_err(), "{what} of the same person is kept");
    }
    desk.stage.finish().await;
}

#[tokio::test]
async fn objections_and_appeals_go_to_a_third() {
    let mut desk = desk().await;
    let other = desk.stage.enterprise(2).await;
    let policy = desk.item(json!({})).await;
    let id = desk.passed_first(&desk.firm, &policy).await;
    review(&desk.second.client, &id, "pass_second", json!({})).await.expect(200);
    let path = format!("/api/publicity/{id}/objections");
    let text = json!({"text": "该项目的设备已在上年度申领过补助。"});
    desk.stage.app.visitor().post(&path, text.clone()).await.expect(401);
    desk.firm.client.post(&path, text.clone()).await.expect(404);
    other.client.post(&path, text.clone()).await.expect(201);
    assert_eq!(other.client.post(&path, text.clone()).await.refused(409), "applications.wrong_state");
    // While it is looked into, its publicity does not end by itself.
    desk.later(6).await;
    assert_eq!(seen(&desk.firm.client, &id).await["state"], "objection");
    assert_eq!(
        review(&desk.first.client, &id, "dismiss_objection", json!({})).await.refused(403),
        "applications.same_person"
    );
    let public = review(&desk.third.client, &id, "dismiss_objection", json!({"opinion": "经核实不属于同一设备"})).await;
    assert_eq!(state(&public.expect(200)), "publicity");
    let other = desk.stage.again(&other, 2).await;
    other.client.post(&path, text).await.expect(201);
    let back = review(&desk.third.client, &id, "uphold_objection", json!({"opinion": "确属同一设备，重新审核"}))
        .await
        .expect(200);
    assert_eq!(state(&back), "first_review");
    let budget = desk.first.client.get(&format!("/api/government/budgets/{policy}")).await.expect(200).body;
    assert_eq!((budget["reserved"].as_i64(), budget["left"].as_i64()), (Some(0), Some(2_000_000_000)));
    review(&desk.first.client, &id, "refuse_first", json!({"opinion": "同一设备已享受补助"})).await.expect(200);
    let short = act(&desk.firm.client, &id, "appeal", json!({"reason": "不服"})).await;
    assert_eq!(short.fields(), ["reason"]);
    let reason = json!({"reason": "上年度申领的是另一台设备，附发票为证。"});
    act(&desk.firm.client, &id, "appeal", reason.clone()).await.expect(200);
    let end =
        review(&desk.third.client, &id, "dismiss_appeal", json!({"opinion": "发票显示为同一设备"})).await.expect(200);
    assert_eq!(state(&end), "refused");
    assert_eq!(act(&desk.firm.client, &id, "appeal", reason).await.refused(409), "applications.appealed");
    desk.stage.finish().await;
}

#[tokio::test]
async fn a_withdrawal_gives_the_money_back_once() {
    let desk = desk().await;
    let policy = desk.item(json!({"budget": 10_000_000})).await;
    let id = desk.passed_first(&desk.firm, &policy).await;
    review(&desk.second.client, &id, "pass_second", json!({})).await.expect(200);
    // The next one finds the budget empty, and waits.
    let other = desk.stage.enterprise(2).await;
    let next = desk.passed_first(&other, &policy).await;
    assert_eq!(review(&desk.second.client, &next, "pass_second", json!({})).await.refused(409), "budgets.full");
    let minute = || desk.stage.app.clock.advance(TimeDelta::minutes(1));
    let left =
        || async { desk.writer.get("/api/government/budgets").await.expect(200).body["items"][0]["left"].clone() };
    assert_eq!(left().await, 0);
    // Twice in two tabs: the second one comes to an ended application, and the money is there once.
    let reason = json!({"reason": "项目调整，暂不申请"});
    let withdraw = |version: Value| {
        let (client, reason) = (desk.firm.client.clone(), reason.clone());
        let path = format!("/api/enterprise/applications/{id}/withdraw");
        async move { client.if_match(version).post(&path, reason).await }
    };
    let version = seen(&desk.firm.client, &id).await["version"].clone();
    minute();
    withdraw(version.clone()).await.expect(200);
    minute();
    assert_eq!(withdraw(version).await.refused(409), "applications.wrong_state");
    assert_eq!(left().await, 10_000_000);
    review(&desk.second.client, &next, "pass_second", json!({})).await.expect(200);
    let moves = desk.writer.get(&format!("/api/government/budgets/{policy}/moves")).await.expect(200).body;
    let kinds: Vec<_> = moves["items"].as_array().expect("moves").iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(kinds, ["reserve", "release", "reserve"]);
    desk.stage.finish().await;
}

#[tokio::test]
async fn who_is_late_or_not_eligible_is_told() {
    let mut desk = desk().await;
    let other = desk.item(json!({
        "closes_on": null, "condition": {"test": {"field": "titles", "op": "contains_any", "value": ["unicorn"]}}
    }));
    let id = drafted(&desk.firm, &other.await).await;
    assert_eq!(act(&desk.firm.client, &id, "submit", json!({})).await.refused(409), "applications.not_eligible");
    // Begun on version 1, ended on version 1; suspended, nothing new comes in.
    let open = desk.item(json!({})).await;
    let id = drafted(&desk.firm, &open).await;
    step(&desk.writer, &open, 4, "suspend", json!({"reason": "预算调整，暂停受理"})).await.expect(200);
    assert_eq!(act(&desk.firm.client, &id, "submit", json!({})).await.refused(409), "applications.not_open");
    step(&desk.writer, &open, 5, "resume", json!({})).await.expect(200);
    act(&desk.firm.client, &id, "submit", json!({})).await.expect(200);
    step(&desk.writer, &open, 6, "close", json!({"reason": "本年度受理结束"})).await.expect(200);
    assert_eq!(seen(&desk.firm.client, &id).await["number"], 1);
    // The last second of the last day, in Shanghai, and the one after it.
    let policy = desk.item(json!({"closes_on": "2026-11-23"})).await;
    let other = desk.stage.enterprise(2).await;
    let (late, last) = (drafted(&desk.firm, &policy).await, drafted(&other, &policy).await);
    desk.stage.app.clock.set("2026-11-23T15:59:59Z".parse().expect("a moment"));
    act(&desk.stage.again(&other, 2).await.client, &last, "submit", json!({})).await.expect(200);
    desk.stage.app.clock.set("2026-11-23T16:00:00Z".parse().expect("a moment"));
    desk.firm = desk.stage.again(&desk.firm, 1).await;
    assert_eq!(act(&desk.firm.client, &late, "submit", json!({})).await.refused(409), "applications.not_open");
    desk.stage.finish().await;
}

#[tokio::test]
async fn payments_are_listed_once_and_come_back_when_they_fail() {
    let desk = desk().await;
    let policy = desk.item(json!({"publicity_days": null, "budget": 20_000_000})).await;
    let id = desk.passed_first(&desk.firm, &policy).await;
    assert_eq!(desk.first.client.post("/api/government/payments", json!({})).await.refused(409), "payments.nothing");
    assert_eq!(state(&review(&desk.second.client, &id, "pass_second", json!({})).await), "approved");
    // Asked for twice under one key: the same list; asked for anew: nothing is left.
    let finance = &desk.third.client;
    let list = finance.post_once("/api/government/payments", json!({}), "0190c2a0-0000-7000-8000-000000000001").await;
    let again = finance.post_once("/api/government/payments", json!({}), "0190c2a0-0000-7000-8000-000000000001").await;
    let (list, again) = (list.expect(201), again.expect(201));
    assert_eq!(list.id(), again.id());
    assert_eq!(finance.post("/api/government/payments", json!({})).await.refused(409), "payments.nothing");
    let line = &list.body["lines"][0];
    assert_eq!((&line["enterprise"], line["amount"].as_i64()), (&json!(desk.firm.name), Some(10_000_000)));
    let sheet = finance.get(&format!("/api/government/payments/{}/xlsx", list.id())).await;
    assert_eq!(sheet.status, 200);
    let at = |batch: &str, what: &str| format!("/api/government/payments/{batch}/lines/{id}/{what}");
    finance.post(&at(&list.id(), "failed"), json!({"reason": "账号与户名不符"})).await.expect(200);
    assert_eq!(
        finance.post(&at(&list.id(), "failed"), json!({"reason": "账号与户名不符"})).await.refused(409),
        "payments.wrong_state"
    );
    let payee = json!({"name": desk.firm.name, "bank": "重庆银行科学城支行", "account": "6222021001112340000"});
    let version = seen(&desk.firm.client, &id).await["version"].clone();
    let path = format!("/api/enterprise/applications/{id}/payee");
    desk.firm.client.if_match(version).put(&path, payee).await.expect(200);
    let second = finance.post("/api/government/payments", json!({"policy": policy})).await.expect(201);
    assert_eq!((second.body["lines"][0]["attempt"].as_i64(), second.body["count"].as_i64()), (Some(2), Some(1)));
    assert_eq!(second.body["lines"][0]["payee"]["account"], "6222021001112340000");
    let voucher = json!({"voucher": "记字 2026-1188", "paid_on": "2026-11-23"});
    finance.post(&at(&second.id(), "paid"), voucher.clone()).await.expect(200);
    finance.post(&at(&second.id(), "paid"), voucher).await.expect(409);
    assert_eq!(seen(&desk.firm.client, &id).await["state"], "paid");
    let budget =
        || async { desk.first.client.get(&format!("/api/government/budgets/{policy}")).await.expect(200).body };
    let paid = budget().await;
    desk.stage.app.settle().await;
    let points = desk.firm.client.get("/api/points/entries?size=100").await.expect(200).body;
    let of = |event: &str| {
        let entries = points["items"].as_array().expect("entries").iter();
        entries.filter(|one| one["event"] == event).map(|one| one["points"].clone()).collect::<Vec<_>>()
    };
    assert_eq!((of("policy_accepted"), of("policy_paid")), (vec![json!(3)], vec![json!(5)]));
    assert_eq!(
        (paid["paid"].as_i64(), paid["reserved"].as_i64(), paid["left"].as_i64()),
        (Some(10_000_000), Some(0), Some(10_000_000))
    );
    review(finance, &id, "recover", json!({"opinion": "查实重复申领，予以追回"})).await.expect(200);
    let back = budget().await;
    assert_eq!(
        (back["paid"].as_i64(), back["recovered"].as_i64(), back["left"].as_i64()),
        (Some(0), Some(10_000_000), Some(20_000_000))
    );
    // What came back is no merit any more; that the application was taken up stays one.
    desk.stage.app.settle().await;
    let points = desk.firm.client.get("/api/points/entries?size=100").await.expect(200).body;
    let of = |event: &str| {
        let entries = points["items"].as_array().expect("entries").iter();
        entries.filter(|one| one["event"] == event).filter_map(|one| one["points"].as_i64()).collect::<Vec<_>>()
    };
    assert_eq!((of("policy_accepted"), of("policy_paid")), (vec![3], vec![-5, 5]));
    desk.stage.finish().await;
}

#[tokio::test]
async fn a_hundred_approvals_take_no_more_than_there_is() {
    let desk = desk().await;
    let policy = desk.item(json!({"publicity_days": null, "budget": 30_000_000})).await;
    let mut ids = vec![];
    for number in 2..10 {
        let firm = desk.stage.enterprise(number).await;
        ids.push(desk.passed_first(&firm, &policy).await);
    }
    let passing = ids.iter().map(|id| review(&desk.second.client, id, "pass_second", json!({})));
    let done = futures_of(passing).await;
    assert_eq!(done.iter().filter(|status| **status == 200).count(), 3, "{done:?}");
    let budget = desk.first.client.get(&format!("/api/government/budgets/{policy}")).await.expect(200).body;
    assert_eq!((budget["left"].as_i64(), budget["reserved"].as_i64()), (Some(0), Some(30_000_000)));
    desk.stage.finish().await;
}

/// All at once.
pub async fn futures_of(all: impl Iterator<Item = impl std::future::Future<Output = Reply>>) -> Vec<u16> {
    let mut replies = vec![];
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    std::future::poll_fn(|context| {
        waiting.retain_mut(|one| match one.as_mut().poll(context) {
            std::task::Poll::Ready(reply) => {
                replies.push(reply.status.as_u16());
                false
            }
            std::task::Poll::Pending => true,
        });
        if waiting.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    replies
}

#[tokio::test]
async fn the_same_invoice_under_another_application_is_shown() {
    let desk = desk().await;
    let (policy, other) = (desk.item(json!({})).await, desk.item(json!({})).await);
    let first = handed_in(&desk.firm, &policy).await;
    let second = handed_in(&desk.firm, &other).await;
    let shared = seen(&desk.first.client, &second).await["shared"].clone();
    let found: Vec<_> =
        shared.as_array().expect("a list").iter().map(|one| (one["kind"].clone(), one["label"].clone())).collect();
    assert_eq!(found.len(), 2, "{shared}");
    assert!(found.contains(&(json!("number"), json!("发票清单：发票号码"))), "{shared}");
    assert_eq!((&shared[0]["application_id"], &shared[0]["same_enterprise"]), (&json!(first), &json!(true)));
    // The firm is not told what the reviewer sees.
    assert_eq!(seen(&desk.firm.client, &second).await["shared"], json!([]));
    desk.stage.finish().await;
}

#[tokio::test]
async fn what_excludes_another_is_had_once_either_way() {
    let desk = desk().await;
    let plain = desk.item(json!({"publicity_days": null})).await;
    let exclusive = desk.item(json!({"publicity_days": null, "conflicts": [plain]})).await;
    let first = desk.passed_first(&desk.firm, &plain).await;
    let other = drafted(&desk.firm, &exclusive).await;
    assert_eq!(act(&desk.firm.client, &other, "submit", json!({})).await.refused(409), "applications.conflicting");
    // Refused, the way is free; then the first one cannot come back by an appeal beside it.
    let no = json!({"opinion": "不符合申报条件"});
    assert_eq!(state(&review(&desk.second.client, &first, "refuse_second", no).await), "refused");
    act(&desk.firm.client, &other, "submit", json!({})).await.expect(200);
    let appeal = json!({"reason": "贵局认定有误，请重新核对材料。"});
    assert_eq!(act(&desk.firm.client, &first, "appeal", appeal).await.refused(409), "applications.conflicting");
    let again = drafted(&desk.firm, &plain).await;
    assert_eq!(act(&desk.firm.client, &again, "submit", json!({})).await.refused(409), "applications.conflicting");
    desk.stage.finish().await;
}

#[tokio::test]
async fn what_was_approved_is_taken_back_before_it_is_paid() {
    let desk = desk().await;
    let policy = desk.item(json!({"publicity_days": null, "budget": 10_000_000})).await;
    let id = desk.passed_first(&desk.firm, &policy).await;
    review(&desk.second.client, &id, "pass_second", json!({})).await.expect(200);
    // What reviewers say among themselves is not the firm's to read.
    let own = seen(&desk.firm.client, &id).await;
    assert!(!own["timeline"].to_string().contains("材料齐全"), "{}", own["timeline"]);
    let said = json!({"opinion": "查实材料不实，撤销审批"});
    for reviewer in [&desk.first, &desk.second] {
        let refused = review(&reviewer.client, &id, "revoke", said.clone()).await;
        assert_eq!(refused.refused(403), "applications.same_person");
    }
    assert_eq!(state(&review(&desk.third.client, &id, "revoke", said).await), "refused");
    let budget = desk.first.client.get(&format!("/api/government/budgets/{policy}")).await.expect(200).body;
    assert_eq!((budget["reserved"].as_i64(), budget["left"].as_i64()), (Some(0), Some(10_000_000)));
    desk.stage.finish().await;
}

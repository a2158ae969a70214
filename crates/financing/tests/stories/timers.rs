//! Reminders and ends of limits: armed with each step, disarmed with the next, each happening once.

use crate::stage::{Member, Stage, confirm, parts, step};
use chrono::TimeDelta;
use jinqiao_db::{Audience, Db, FactKind, Intent, Options, facts_of};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

#[derive(Serialize, Deserialize)]
struct Rang(Uuid);

impl FactKind for Rang {
    fn kind(&self) -> String {
        "tests.rang".into()
    }

    fn subject(&self) -> Uuid {
        self.0
    }

    fn audience(&self) -> Vec<Audience> {
        vec![]
    }
}

async fn told(member: &Member, title: &str) -> usize {
    let mail = member.client.get("/api/messages?size=100").await.expect(200).body;
    mail["items"].as_array().expect("items").iter().filter(|letter| letter["title"] == title).count()
}

const NEAR: &str = "办理时限将至";
const OVER: &str = "已超过办理时限";

/// Both sides after a while; their sessions have ended meanwhile.
async fn after(stage: &Stage, hours: i64, (firm, bank): (&Member, &Member)) -> (Member, Member) {
    stage.app.clock.advance(TimeDelta::hours(hours));
    stage.app.settle().await;
    (stage.again(firm, 1).await, stage.again(bank, 2).await)
}

#[tokio::test]
async fn whose_turn_it_is_is_reminded_once_and_told_when_it_is_late() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    // Monday ten o'clock: the enterprise has until Thursday, and is reminded on Wednesday.
    let (_, order) = stage.order_in(&firm, &bank, "grabbed").await;
    let (firm, bank) = after(&stage, 47, (&firm, &bank)).await;
    assert_eq!(told(&firm, NEAR).await, 0);
    let (firm, bank) = after(&stage, 2, (&firm, &bank)).await;
    stage.app.settle().await;
    assert_eq!((told(&firm, NEAR).await, told(&bank, NEAR).await), (1, 0));
    // It confirms in time: its own limit is over without a word, and the institution's runs.
    step(&firm, &order, "confirm", confirm()).await.expect(200);
    let (firm, bank) = after(&stage, 2 * 24 + 1, (&firm, &bank)).await;
    assert_eq!((told(&firm, OVER).await, told(&bank, NEAR).await, told(&bank, OVER).await), (0, 1, 1));
    let shown = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
    let last = shown["timeline"].as_array().expect("a timeline").last().expect("a line").clone();
    assert_eq!((&last["kind"], &last["side"]), (&json!("orders.overdue"), &json!("system")));

    // Late is not lost: the step goes on. The second wait for materials is watched like the first.
    step(&bank, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    let (mut firm, mut bank) = (firm, bank);
    for round in 2..=3 {
        let items = json!({"items": [{"name": "审计报告", "note": null}]});
        step(&bank, &order, "request-materials", items).await.expect(200);
        (firm, bank) = after(&stage, 6 * 24 + 23, (&firm, &bank)).await;
        assert_eq!(told(&firm, NEAR).await, round);
        step(&bank, &order, "recall-materials", json!({})).await.expect(200);
        assert_eq!(told(&bank, OVER).await, 1, "what was left of the institution's limit is left again");
    }
    // An ended order is silent.
    let refuse = json!({"code": "r08", "text": "近两年经营性现金流为负，暂不满足本行授信要求。"});
    step(&bank, &order, "refuse", refuse).await.expect(200);
    let (_, bank) = after(&stage, 60 * 24, (&firm, &bank)).await;
    assert_eq!(told(&bank, OVER).await, 1);
    stage.finish().await;
}

#[tokio::test]
async fn a_thousand_timers_happen_once_each_with_two_workers() {
    let stage = crate::stage::start().await;
    let options = Options::new(stage.app.url(), 4);
    let (world, clock) = jinqiao_testkit::test_world(2);
    let other = Db::open(&options, world, parts().followers).await.expect("a second node");
    let subjects: Vec<Uuid> = (0..1_000).map(|_| stage.app.db.world().id()).collect();
    let due = stage.app.db.world().now() + TimeDelta::hours(1);
    let armed = &subjects;
    let arm = stage.app.db.write(Intent::system("tests.arm"), |tx| async move {
        for subject in armed {
            tx.arm(due, &Rang(*subject)).await?;
        }
        Ok(())
    });
    arm.await.expect("they are armed");
    stage.app.db.run_due_jobs().await.expect("nothing is due yet");
    assert!(facts_of(stage.app.db.read(), subjects[0]).await.expect("facts").is_empty());
    stage.app.clock.set(due);
    clock.set(due);
    let (here, there) = tokio::join!(stage.app.db.run_due_jobs(), other.run_due_jobs());
    let (here, there) = (here.expect("this node"), there.expect("that node"));
    for subject in &subjects {
        assert_eq!(facts_of(stage.app.db.read(), *subject).await.expect("facts").len(), 1);
    }
    assert_eq!(here + there, 1_000);
    other.close().await.expect("it closes");
    stage.finish().await;
}

//! Two nodes on one database: no more is approved than there is, and a list has each application once, whoever asks twice.

use crate::{
    applications::{Desk, desk, futures_of},
    forecasts::announced,
    stage::{CHAPTERS, Id, checked, review},
};
use jinqiao_db::{Intent, Tx};
use jinqiao_testkit::{Client, Reply, TestApp};
use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::{Value, json};
use std::{collections::BTreeSet, time::Duration};
use tokio::sync::Notify;
use uuid::Uuid;

const OTHERS: &str = "policy_id, number, title, department_id, enterprise_id, state, in_pool, version, round, corrections, \
    appealed, pays, publicity_days, content, known, faults, computed, amount, held, reason, claimed_by, due_at, left_minutes, \
    public_until, created_by, created_at, updated_at, submitted_at, closed_at";

/// An id as this engine writes it.
fn written(app: &TestApp, id: Uuid) -> String {
    match app.db.read().get_database_backend() {
        DbBackend::Sqlite => format!("x'{}'", id.simple()),
        _ => format!("'{id}'"),
    }
}

async fn run(app: &TestApp, statements: &[String]) {
    let all = |tx: Tx| async move {
        for one in statements {
            tx.conn().execute_unprepared(one).await?;
        }
        Ok(())
    };
    app.db.write(Intent::system("test"), all).await.expect("statements run");
}

/// `many` applications that wait for their second review, as the one that went its way: a hundred firms would take minutes.
async fn waiting(desk: &Desk, policy: &str, many: u128) -> Vec<String> {
    let app = &desk.stage.app;
    let first = desk.passed_first(&desk.firm, policy).await;
    let old = written(app, first.parse().expect("an id"));
    let (mut ids, mut statements) = (vec![first], vec![]);
    for number in 1..many {
        let id = Uuid::from_u128((0xffff << 112) + number);
        let new = written(app, id);
        statements.push(format!(
            "INSERT INTO policy_applications (id, no, {OTHERS}) SELECT {new}, 'ZC-209912-{number:05}', {OTHERS} \
             FROM policy_applications WHERE id = {old}"
        ));
        statements.push(format!(
            "INSERT INTO policy_seats (application_id, account_id, seat) SELECT {new}, account_id, seat \
             FROM policy_seats WHERE application_id = {old}"
        ));
        ids.push(id.to_string());
    }
    run(app, &statements).await;
    ids
}

async fn approved(replies: Vec<u16>) -> usize {
    assert!(replies.iter().all(|status| [200, 409].contains(status)), "{replies:?}");
    replies.iter().filter(|status| **status == 200).count()
}

#[tokio::test]
async fn a_hundred_at_once_on_two_nodes_take_ten_and_are_listed_once() {
    let mut desk = desk().await;
    let policy = desk.item(json!({"publicity_days": null, "budget": 100_000_000})).await;
    let ids = waiting(&desk, &policy, 100).await;
    let node = desk.stage.app.beside(jinqiao_stage::parts(CHAPTERS)).await;
    let there = desk.third.at(&node).await;
    let here = &desk.second.client;
    let pass = ids.iter().zip([here, &there].into_iter().cycle());
    let replies = futures_of(pass.map(|(id, client)| review(client, id, "pass_second", json!({})))).await;
    assert_eq!(approved(replies).await, 10);
    let budget = here.get(&format!("/api/government/budgets/{policy}")).await.expect(200).body;
    assert_eq!((budget["left"].as_i64(), budget["reserved"].as_i64()), (Some(0), Some(100_000_000)));
    // Asked for on both nodes within a moment: each application stands on one list.
    let ask = async |client: &Client| client.post("/api/government/payments", json!({})).await;
    let (one, other) = tokio::join!(ask(here), ask(&there));
    let lines = |reply: &Reply| reply.body["lines"].as_array().cloned().unwrap_or_default();
    let all: Vec<Value> = [lines(&one), lines(&other)].concat();
    let listed: BTreeSet<_> = all.iter().filter_map(|line| line["application_id"].as_str()).collect();
    assert_eq!((all.len(), listed.len()), (10, 10), "{} {}", one.status, other.status);
    // The firm is called otherwise meanwhile: it is not listed anew, and the line says what it was.
    let org = written(&desk.stage.app, desk.firm.org.parse().expect("an id"));
    let rename = format!("UPDATE organizations SET name = '更名后的公司' WHERE id = {org}");
    run(&desk.stage.app, &[rename]).await;
    for client in [here, &there] {
        assert_eq!(ask(client).await.refused(409), "payments.nothing");
    }
    let batches = there.get("/api/government/payments").await.expect(200).body;
    for batch in batches["items"].as_array().expect("lists") {
        let path = format!("/api/government/payments/{}", batch["id"].as_str().expect("an id"));
        let told = there.get(&path).await.expect(200);
        assert!(lines(&told).iter().all(|line| line["enterprise"] == desk.firm.name.as_str()));
    }
    node.db.close().await.expect("the other node closes");
    desk.stage.finish().await;
}

#[tokio::test]
async fn a_list_whose_answer_was_lost_is_answered_by_the_other_node() {
    let mut desk = desk().await;
    let policy = desk.item(json!({"publicity_days": null})).await;
    let ids = waiting(&desk, &policy, 3).await;
    for id in &ids {
        review(&desk.second.client, id, "pass_second", json!({})).await.expect(200);
    }
    let node = desk.stage.app.beside(jinqiao_stage::parts(CHAPTERS)).await;
    let there = desk.second.at(&node).await;
    let key = "0190c2a0-0000-7000-8000-0000000000aa";
    let here = &desk.second.client;
    // Twice within a moment under one key, and again once the answer was lost: one list.
    let ask = async |client: &Client| client.post_once("/api/government/payments", json!({}), key).await;
    let (one, other) = tokio::join!(ask(here), ask(&there));
    let made: BTreeSet<_> = [one, other].into_iter().filter(|one| one.status == 201).map(|one| one.id()).collect();
    assert_eq!(made.len(), 1, "one list, or the second is told to wait");
    for client in [here, &there] {
        let again = ask(client).await.expect(201);
        assert!(made.contains(&again.id()));
        assert_eq!(again.body["count"], 3);
    }
    let batches = there.get("/api/government/payments").await.expect(200).body;
    assert_eq!(batches["total"], 1);
    node.db.close().await.expect("the other node closes");
    desk.stage.finish().await;
}

#[tokio::test]
async fn a_forecast_opens_though_its_item_is_published_while_it_is_named() {
    let mut desk = desk().await;
    let app = &desk.stage.app;
    let node = app.beside(jinqiao_stage::parts(CHAPTERS)).await;
    let there = desk.first.at(&node).await;
    let forecast = announced(&desk.writer, "数字化改造补助", "2027-03-01").await;
    let policy = checked(&desk.writer, &desk.checker, "数字化改造补助").await;
    // A publication that is not kept yet, as the other node finds it.
    let id = written(app, policy.parse().expect("an id"));
    let publish = format!("UPDATE policies SET state = 'open', listed = TRUE WHERE id = {id}");
    let (publish, begun) = (&publish, &Notify::new());
    let held = app.db.write(Intent::system("test"), |tx: Tx| async move {
        tx.conn().execute_unprepared(publish).await?;
        begun.notify_one();
        tokio::time::sleep(Duration::from_millis(600)).await;
        Ok(())
    });
    let link = async {
        begun.notified().await;
        let path = format!("/api/government/forecasts/{forecast}/policy");
        there.if_match(2).post(&path, json!({"policy_id": policy})).await.expect(200).body
    };
    let (kept, named) = tokio::join!(held, link);
    kept.expect("it is published");
    assert_eq!((&named["state"], &named["policy_id"]), (&json!("opened"), &json!(policy)));
    node.db.close().await.expect("the other node closes");
    desk.stage.finish().await;
}

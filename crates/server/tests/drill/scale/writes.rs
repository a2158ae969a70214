//! What is done costs the same however much there is: no write, and nothing that follows from one, reads or sorts a table that grows,
//! and the tenth of its kind asks what the third did.

use super::{
    exceptions::{ALLOWED_IN_WRITES, FIXED},
    plans, statements,
    statements::{asked_by, does_work, finds_rows},
};
use chrono::TimeDelta;
use jinqiao_concepts::CHAPTERS;
use jinqiao_stage::{Member, Stage, joint, loan, suspend_or_resume};
use jinqiao_testkit::engine;
use serde_json::json;
use std::{collections::BTreeMap, fmt::Write as _};

/// A firm and two banks do business once; what each action asks, by its name.
async fn business(stage: &Stage, number: u32, asked: &mut Vec<(String, Vec<String>)>) {
    let mut note = |what: &str, statements: Vec<String>| asked.push((what.to_owned(), statements));
    let ((firm, bank, other), found) = asked_by(async {
        (stage.enterprise(number).await, stage.institution(number + 1).await, stage.institution(number + 2).await)
    })
    .await;
    note("registrations", found);
    let (product, found) = asked_by(stage.shelved(&bank, loan("科创贷"))).await;
    note("a product", found);
    note("what follows of a product", asked_by(stage.app.settle()).await.1);
    let ((_, order), found) = asked_by(stage.order_in(&firm, &bank, "closed")).await;
    note("a loan from its demand to its payment", found);
    note("what follows of a loan", asked_by(stage.app.settle()).await.1);
    let aspects = ["responsiveness", "professionalism", "fee_transparency", "overall"];
    let marks = aspects.map(|aspect| json!({"aspect": aspect, "score": 4}));
    let path = format!("/api/enterprise/orders/{order}/ratings");
    note("a rating", asked_by(firm.client.post(&path, json!({"marks": marks, "text": null}))).await.1);
    let (_, found) = asked_by(jinqiao_stage::apply(&firm, &product)).await;
    note("an application", found);
    note("a joint credit", asked_by(together(stage, (&firm, &bank, &other))).await.1);
    note("what follows of a joint credit", asked_by(stage.app.settle()).await.1);
    let (_, found) = asked_by(stage.order_in(&firm, &other, "withdrawn")).await;
    note("an order that is withdrawn", found);
    let (_, found) = asked_by(suspend_or_resume(stage, &other, "suspend")).await;
    note("a suspension", found);
    let (_, found) = asked_by(suspend_or_resume(stage, &other, "resume")).await;
    note("its end", found);
}

async fn together(stage: &Stage, (firm, lead, other): (&Member, &Member, &Member)) {
    let proposal = joint::proposal(1_000, 400, &[other]);
    let joint = joint::inviting(stage, firm, lead, 1_000, proposal).await;
    joint::act(other, &joint.id, "commit", joint::share(600, 400)).await.expect(200);
    joint::act(lead, &joint.id, "form", json!({})).await.expect(200);
    joint::act(firm, &joint.id, "open-data", joint::opening()).await.expect(200);
    for who in [lead, other] {
        joint::act(who, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    }
    joint::accept_sheet(firm, &joint.id, false).await.expect(200);
}

/// How often each statement was asked.
fn counted(statements: &[String]) -> BTreeMap<&str, usize> {
    let mut counted = BTreeMap::new();
    statements.iter().for_each(|statement| *counted.entry(statement.as_str()).or_default() += 1);
    counted
}

#[tokio::test]
async fn what_is_done_costs_the_same_however_much_there_is() {
    let _turn = statements::listen().await;
    let stage = Stage::of(CHAPTERS).await;
    let mut rounds = vec![];
    for round in 0..4 {
        let mut asked = vec![];
        business(&stage, 10 * round + 1, &mut asked).await;
        rounds.push(asked);
    }
    // Limits are reminded of, and end.
    let mut later = vec![];
    for _ in 0..4 {
        stage.app.clock.advance(TimeDelta::days(4));
        later.push(("what time brings".to_owned(), asked_by(stage.app.settle()).await.1));
    }
    let conn = plans::asking(&stage.app.url()).await;
    let mut once: BTreeMap<&str, &str> = BTreeMap::new();
    for (what, statements) in rounds.iter().flatten().chain(&later) {
        for statement in statements.iter().filter(|statement| finds_rows(statement)) {
            once.entry(statement).or_insert(what);
        }
    }
    let mut told = String::new();
    for (statement, what) in &once {
        let plan = plans::plan(&conn, engine(), statement).await;
        let faults = plans::faults(&plan, statement, |table| !FIXED.contains(&table));
        if !faults.is_empty() && !ALLOWED_IN_WRITES.iter().any(|(part, _)| plans::plain(statement).contains(part)) {
            let _ = writeln!(told, "{what}: {}\n    {statement}\n    {}", faults.join(", "), plan.join("\n    "));
        }
    }
    // The first rounds read settings that nobody has asked for yet.
    for ((what, second), (_, last)) in rounds[1].iter().zip(&rounds[3]) {
        let (second, last) = (counted(second), counted(last));
        for (statement, times) in last.iter().filter(|(statement, times)| **times > 2 && does_work(statement)) {
            let before = second.get(statement).copied().unwrap_or(0);
            if *times > before + 2 {
                let _ = writeln!(told, "{what}: {times} times, {before} before\n    {statement}");
            }
        }
    }
    conn.close().await.expect("the connection closes");
    assert!(told.is_empty(), "{} statements\n{told}", once.len());
    assert!(once.len() > 150, "{} statements", once.len());
    stage.finish().await;
}

//! Lists and details stay fast when there is much: no answer of the API reads or sorts a table that grows, and the number of its
//! statements does not grow with its rows. Every GET is visited as every role that may, on the demo data, with each of its conditions.

mod exceptions;
mod many;
mod plans;
pub mod statements;
mod walk;
mod writes;

use crate::demo;
use exceptions::{ALIKE, ALLOWED, FIXED, MORE, MOST, MOST_ALIKE, UNVISITED};
use http_body_util::BodyExt as _;
use jinqiao_concepts::CHAPTERS;
use jinqiao_db::Engine;
use jinqiao_kernel::World;
use jinqiao_stage::{Id, Stage, grab, loan, parts};
use jinqiao_testkit::{TestApp, TestDatabase, engine};
use sea_orm::ConnectionTrait as _;
use serde_json::json;
use statements::asked_by;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    time::Duration,
};
use tempfile::TempDir;

#[tokio::test]
async fn no_answer_reads_or_sorts_a_table_that_grows() {
    let folder = TempDir::new().expect("a folder");
    let database = TestDatabase::empty(folder.path(), "jinqiao").await;
    let url = database.url.clone();
    demo::load_into(folder.path(), &url);
    let _turn = statements::listen().await;
    let app = TestApp::existing(parts(CHAPTERS), database, demo::vault_of(folder.path()), World::system().now()).await;
    let (visits, missed) = walk::walk(&app).await;
    let conn = plans::asking(&url).await;
    // Each statement once, with the first visit that asks it.
    let mut asked = BTreeMap::new();
    for visit in &visits {
        for statement in &visit.statements {
            asked.entry(statement.as_str()).or_insert(visit.what.as_str());
        }
    }
    let (mut told, mut used) = (String::new(), BTreeSet::new());
    for (statement, what) in &asked {
        let plan = plans::plan(&conn, engine(), statement).await;
        let plain = plans::plain(statement);
        let grows = |table: &str| !FIXED.contains(&table);
        let faults = plans::faults(&plan, statement, grows).into_iter().map(|fault| (fault, ALLOWED));
        let coarse = plans::coarse(&conn, &plan, statement, grows).await.into_iter().map(|fault| (fault, ALIKE));
        for (fault, allowed) in faults.chain(coarse) {
            match allowed.iter().find(|(part, _)| plain.contains(part)) {
                Some((part, _)) => _ = used.insert(*part),
                None => _ = writeln!(told, "{what}: {fault}\n    {statement}\n    {}", plan.join("\n    ")),
            }
        }
    }
    // PostgreSQL may find another way.
    let all = ALLOWED.iter().chain(ALIKE).filter(|_| engine() == Engine::Sqlite);
    for (part, why) in all.filter(|(part, _)| !used.contains(part)) {
        let _ = writeln!(told, "{part} occurs no more: {why}");
    }
    for visit in visits.iter().filter(|visit| !visit.first) {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        visit.statements.iter().for_each(|statement| *times.entry(statement).or_default() += 1);
        for (statement, many) in times.into_iter().filter(|(_, many)| *many > MOST_ALIKE) {
            let _ = writeln!(told, "{}: asks {many} times\n    {statement}", visit.what);
        }
        let most = MORE.iter().find(|(path, _)| visit.what.starts_with(path)).map_or(MOST, |(_, most)| *most);
        if visit.statements.len() > most {
            let _ = writeln!(told, "{}: {} statements, not {most}", visit.what, visit.statements.len());
        }
    }
    // The guard itself: without its index the queue would be sorted as a whole.
    conn.execute_unprepared("DROP INDEX ix_reviews_submitted_at_id").await.expect("an index less");
    let queue = asked.keys().find(|one| one.contains(r#"FROM "reviews" ORDER BY "reviews"."submitted_at" DESC"#));
    let queue = queue.expect("the whole queue is read");
    let plan = plans::plan(&conn, engine(), queue).await;
    assert!(engine() == Engine::Postgres || !plans::faults(&plan, queue, |_| true).is_empty(), "{plan:?}");
    conn.close().await.expect("the connection closes");
    let missed: Vec<_> = missed.iter().filter(|path| !UNVISITED.contains(&path.as_str())).collect();
    assert!(missed.is_empty(), "the demo data have nothing for {missed:?}");
    assert!(told.is_empty(), "{} visits, {} statements\n{told}", visits.len(), asked.len());
    assert!(visits.len() > 800, "{} visits", visits.len());
}

#[tokio::test]
async fn what_is_done_most_often_asks_little() {
    let _turn = statements::listen().await;
    let stage = Stage::of(CHAPTERS).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let demand = stage.published(&firm, 100).await;
    let (grabbed, asked) = asked_by(grab(&bank, &demand, 100)).await;
    let order = grabbed.expect(201).id();
    // The answer is read after the commit, as a page reads it.
    let written = asked.iter().position(|statement| statement == "COMMIT").expect("it is kept");
    let mut read = vec![("a grab".to_owned(), asked[..written].to_vec(), 15)];
    for (client, side) in [(&bank.client, "institution"), (&firm.client, "enterprise")] {
        let path = format!("/api/{side}/orders/{order}");
        let (_, asked) = asked_by(async { client.get(&path).await.expect(200) }).await;
        read.push((path, asked, 10));
    }
    for (what, asked, most) in read {
        let reads: Vec<_> = asked.iter().filter(|one| one.starts_with("SELECT") && !one.ends_with("BEGIN")).collect();
        assert!(reads.len() < most, "{what} reads with {} statements\n{reads:#?}", reads.len());
    }
    stage.finish().await;
}

#[tokio::test]
async fn open_pages_are_asked_for_once_for_all() {
    const SILENCE: Duration = Duration::from_millis(1_200);
    let _turn = statements::listen().await;
    let stage = Stage::of(CHAPTERS).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let others = [stage.institution(3).await, stage.institution(4).await];
    let mut streams = vec![];
    for who in [&firm, &bank, &others[0], &others[1]] {
        for _ in 0..5 {
            let (status, mut stream) = who.client.open("/api/live").await;
            assert_eq!(status, 200);
            streams.push(tokio::spawn(async move { stream.frame().await.is_some() }));
        }
    }
    let db = stage.app.db.clone();
    let watcher = tokio::spawn(async move { db.watch().await });
    tokio::time::sleep(SILENCE).await;
    let id = stage.submitted(&firm, 100).await;
    let approve = json!({"public_text": "采购原材料，交付已签订单"});
    let path = format!("/api/operator/demands/{id}/approve");
    let (heard, asked) = asked_by(async {
        stage.operator.if_match(2).post(&path, approve).await.expect(200);
        let mut heard = 0;
        for stream in streams {
            heard += usize::from(stream.await.expect("a stream"));
        }
        heard
    })
    .await;
    assert_eq!(heard, 20, "all hear of the market, or of their own demand");
    let looks = asked.iter().filter(|one| one.contains(r#"WHERE "sessions"."id" IN"#)).count();
    assert!((1..=4).contains(&looks), "for each of the few facts at most one: {looks}");
    watcher.abort();
    let _ = watcher.await;
    stage.finish().await;
}

#[tokio::test]
async fn a_round_is_compared_before_its_write_begins() {
    let _turn = statements::listen().await;
    let stage = Stage::of(CHAPTERS).await;
    stage.set("dispatch_institutions", 2).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    stage.shelved(&bank, loan("科创贷")).await;
    stage.app.settle().await;
    let demand = stage.published(&firm, 100).await;
    let ((), asked) = asked_by(stage.app.settle()).await;
    let seen = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200).body;
    assert_eq!(seen["state"], "dispatched");
    let round = asked.iter().position(|one| one.starts_with("INSERT INTO \"dispatches\"")).expect("a round");
    let begun = asked[..round].iter().rposition(|one| one.ends_with("BEGIN") || one.starts_with("BEGIN"));
    let compares = |one: &String| one.contains("FROM \"product_versions\"") || one.contains("FROM \"service_records\"");
    assert!(asked[..begun.expect("its write")].iter().any(compares), "compared before\n{asked:#?}");
    assert!(!asked[begun.unwrap_or(0)..round].iter().any(compares), "and not under the lock\n{asked:#?}");
    stage.finish().await;
}

//! What is done for many at once asks for all of them and not for each: a list of payments, and a list of 免申即享.

use super::{
    demo,
    statements::{self, asked_by, does_work},
};
use jinqiao_concepts::CHAPTERS;
use jinqiao_kernel::World;
use jinqiao_stage::parts;
use jinqiao_testkit::{Client, Reply, TestApp, TestDatabase};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tempfile::TempDir;

/// What a write asks up to its end; what is read for the answer afterwards is left out.
async fn written(work: impl Future<Output = Reply>) -> (Reply, Vec<String>) {
    let (reply, asked) = asked_by(work).await;
    let end = asked.iter().rposition(|one| one == "COMMIT").unwrap_or(asked.len());
    (reply, asked[..end].iter().filter(|one| does_work(one)).cloned().collect())
}

/// Somebody who handles the business of each department of the demo.
async fn departments(app: &TestApp) -> Vec<Client> {
    let mut people = vec![];
    for account in jinqiao_platform::accounts::demo_accounts(&app.db, &app.vault).await.expect("demo accounts") {
        let account = json!(account);
        if account["role"] != "government" {
            continue;
        }
        let mut client = app.visitor().at("127.0.0.1");
        let login = json!({"login": account["login"], "password": account["password"], "totp": account["totp"]});
        client.login(login).await.expect(200);
        people.push(client);
    }
    people
}

async fn items(client: &Client, path: &str) -> Vec<Value> {
    client.get(path).await.expect(200).body["items"].as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn lists_of_many_ask_for_all_at_once() {
    let folder = TempDir::new().expect("a folder");
    let database = TestDatabase::empty(folder.path(), "jinqiao").await;
    demo::load_into(folder.path(), &database.url);
    let _turn = statements::listen().await;
    let app = TestApp::existing(parts(CHAPTERS), database, demo::vault_of(folder.path()), World::system().now()).await;
    let (mut most_lines, mut most_firms) = (0, 0);
    for client in departments(&app).await {
        let (list, asked) = written(client.post("/api/government/payments", json!({}))).await;
        if list.status == 201 {
            let lines = list.body["lines"].as_array().expect("lines");
            let policies: BTreeSet<_> = lines.iter().map(|one| one["title"].as_str()).collect();
            most_lines = most_lines.max(lines.len());
            // About twenty for the list, seven for the budget of each item, none for a line.
            let most = 20 + 7 * policies.len();
            assert!(asked.len() <= most, "{} lines: {} statements, not {most}\n{asked:#?}", lines.len(), asked.len());
        }
        for item in items(&client, "/api/government/policies?view=published&size=100").await {
            let path = format!("/api/government/policies/{}/automatic", item["id"].as_str().expect("an id"));
            let (list, asked) = written(client.post(&path, json!({}))).await;
            if list.status == 201 {
                let firms = list.body["firms"].as_i64().expect("firms");
                most_firms = most_firms.max(firms);
                assert!(asked.len() <= 30, "{firms} firms: {} statements\n{asked:#?}", asked.len());
            }
        }
    }
    assert!(
        most_lines > 1 && most_firms > 10,
        "the demo has too little to say: {most_lines} lines, {most_firms} firms"
    );
}

//! The demo data multiplied: nothing refers to nothing, each index holds, and lists answer, with so much more in them.

use crate::{demo, scale::statements};
use jinqiao_concepts::CHAPTERS;
use jinqiao_db::Engine;
use jinqiao_kernel::World;
use jinqiao_stage::parts;
use jinqiao_testkit::{
    Client, TestApp, TestDatabase, engine,
    multiply::{broken_keys, integrity, multiply},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tempfile::TempDir;

const FACTOR: u64 = 3;
/// Rows are counted as far as this.
const COUNTED: u64 = jinqiao_kernel::COUNT_CAP;

/// Lists whose rows are copied, and whose they are.
const GROW: &[(&str, &str)] = &[
    ("", "/api/products"),
    ("institution", "/api/market/demands"),
    ("institution", "/api/institution/orders"),
    ("institution", "/api/institution/draws"),
    ("institution", "/api/messages"),
    ("operator", "/api/operator/organizations?kind=enterprise"),
    ("operator", "/api/operator/reviews"),
    ("operator", "/api/operator/audit"),
];

/// Lists that stay as they are: of one firm, which has copies elsewhere.
const STAY: &[(&str, &str)] = &[
    ("enterprise", "/api/enterprise/demands"),
    ("enterprise", "/api/enterprise/orders"),
    ("enterprise", "/api/enterprise/consents"),
    ("operator", "/api/operator/jobs"),
];

async fn people(app: &TestApp) -> BTreeMap<String, Client> {
    let mut people = BTreeMap::from([(String::new(), app.visitor())]);
    for account in jinqiao_platform::accounts::demo_accounts(&app.db, &app.vault).await.expect("demo accounts") {
        let account = json!(account);
        let role = account["role"].as_str().expect("a role").to_owned();
        if people.contains_key(&role) {
            continue;
        }
        let mut client = app.visitor().at("127.0.0.1");
        let login = json!({"login": account["login"], "password": account["password"], "totp": account["totp"]});
        client.login(login).await.expect(200);
        people.insert(role, client);
    }
    people
}

/// How many rows each list has.
async fn totals(folder: &TempDir) -> Vec<(&'static str, u64)> {
    let url = format!("sqlite://{}", folder.path().join("jinqiao.db").display());
    let vault = demo::vault_of(folder.path());
    let app = TestApp::existing(parts(CHAPTERS), TestDatabase::existing(&url), vault, World::system().now()).await;
    let people = people(&app).await;
    let mut totals = vec![];
    for (role, path) in GROW.iter().chain(STAY) {
        let answer = people[*role].get(path).await.expect(200).body;
        totals.push((*path, answer["total"].as_u64().expect(path)));
    }
    let first = |list: &Value| list["items"][0]["id"].as_str().expect("a row").to_owned();
    // What copies hold in documents is found again from there.
    for (role, list, detail) in [
        ("institution", "/api/institution/orders?size=100", "/api/institution/orders/"),
        ("operator", "/api/operator/organizations?kind=enterprise&size=100", "/api/operator/organizations/"),
    ] {
        let rows = people[role].get(list).await.expect(200).body;
        for row in rows["items"].as_array().expect("rows") {
            people[role].get(&format!("{detail}{}", row["id"].as_str().expect("an id"))).await.expect(200);
        }
        assert!(!first(&rows).is_empty());
    }
    let check = people["operator"].get("/api/operator/points/check").await.expect(200).body;
    assert_eq!(check["mismatches"], json!([]), "balances are sums");
    app.finish().await;
    totals
}

#[tokio::test]
async fn the_demo_data_multiply() {
    if engine() != Engine::Sqlite {
        return;
    }
    // What it asks must not be taken for what the guard of statements asks.
    let _turn = statements::listen().await;
    // Each application has the same ids for what is new, and codes are used once: they have a copy each.
    let [once, folder] = [(); 2].map(|()| TempDir::new().expect("a folder"));
    demo::load(once.path());
    demo::load(folder.path());
    let before = totals(&once).await;
    let url = format!("sqlite://{}", folder.path().join("jinqiao.db").display());
    let done = multiply(&url, u32::try_from(FACTOR).expect("a factor")).await.expect("it multiplies");
    assert!(done.added.iter().any(|(table, rows)| table == "orders" && *rows > 1_000), "{done:?}");
    assert_eq!(broken_keys(&url).await.expect("checked"), Vec::<String>::new());
    assert_eq!(integrity(&url).await.expect("checked"), Vec::<String>::new());
    for ((path, before), (_, after)) in before.into_iter().zip(totals(&folder).await) {
        let grows = GROW.iter().any(|(_, grows)| *grows == path);
        // Some rows of these lists are the platform's own, and to read one is noted in the trail.
        let expected = if grows { (before * 2).min(COUNTED)..before * FACTOR + 100 } else { before..before + 1 };
        assert!(expected.contains(&after), "{path}: {before}, then {after}");
    }
    assert!(multiply(&url, 2).await.is_err(), "once");
}

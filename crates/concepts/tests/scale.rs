//! Lists stay fast when there is much: with 200,000 demands and 5,000 products no list reads a table from end to end, and the
//! number of its statements does not grow with its rows.

use jinqiao_concepts::CHAPTERS;
use jinqiao_db::Engine;
use jinqiao_stage::{Id, Stage};
use jinqiao_testkit::{Client, engine};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use serde_json::json;
use std::{
    fmt,
    sync::{Mutex, PoisonError},
};
use tracing::{Event, Subscriber, field::Visit};
use tracing_subscriber::{Layer, layer::Context, prelude::*};

/// Statements that the database was asked, newest last.
static ASKED: Mutex<Vec<String>> = Mutex::new(vec![]);

struct Collect;

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn fmt::Debug) {
        self.record_str(field, &format!("{value:?}"));
    }

    fn record_str(&mut self, field: &tracing::field::Field, value: &str) {
        let whole = field.name() == "db.statement" && !value.trim_matches('"').trim().is_empty();
        if whole || (field.name() == "summary" && self.0.is_empty()) {
            self.0 = value.trim_matches('"').trim().replace("\\n", " ").replace("\\\"", "\"");
        }
    }
}

impl<S: Subscriber> Layer<S> for Collect {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            let mut text = Text(String::new());
            event.record(&mut text);
            ASKED.lock().unwrap_or_else(PoisonError::into_inner).push(text.0);
        }
    }
}

/// What `work` asks the database.
async fn asked_by<T>(work: impl Future<Output = T>) -> (T, Vec<String>) {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner).clear();
    let done = work.await;
    let asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner).clone();
    (done, asked)
}

/// What `client` reads from the database for `path`.
async fn asked(client: &Client, path: &str) -> Vec<String> {
    let (_, asked) = asked_by(async { client.get(path).await.expect(200) }).await;
    asked.into_iter().filter(|statement| statement.starts_with("SELECT")).collect()
}

/// Copies the one row of `table` that is `like` this, `count` times, with `changes` of its columns.
async fn copy(conn: &DatabaseConnection, table: &str, like: &str, count: u32, changes: &[(&str, &str)]) {
    let columns = match engine() {
        Engine::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
        Engine::Postgres => {
            format!("SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}'")
        }
    };
    let backend = conn.get_database_backend();
    let rows = conn.query_all_raw(Statement::from_string(backend, columns)).await.expect("columns");
    let names: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0).expect("a name")).collect();
    let id = if engine() == Engine::Sqlite { "randomblob(16)" } else { "gen_random_uuid()" };
    let value = |name: &String| match changes.iter().find(|(changed, _)| changed == name) {
        _ if name == "id" => id.to_owned(),
        Some((_, value)) => (*value).to_owned(),
        None => format!("{table}.\"{name}\""),
    };
    let (into, values): (Vec<_>, Vec<_>) = names.iter().map(|name| (format!("\"{name}\""), value(name))).unzip();
    let (into, values) = (into.join(", "), values.join(", "));
    let many = format!(
        "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count}) \
         INSERT INTO {table} ({into}) SELECT {values} FROM numbers, (SELECT * FROM {table} WHERE {like} LIMIT 1) AS {table}"
    );
    conn.execute_unprepared(&many).await.expect("rows are copied");
}

/// How the engine goes about a statement.
async fn plan(conn: &DatabaseConnection, statement: &str) -> String {
    let backend = conn.get_database_backend();
    let (sql, column) = match engine() {
        Engine::Sqlite => (format!("EXPLAIN QUERY PLAN {statement}"), 3),
        Engine::Postgres => {
            let parameters = (1..1_000).rev().find(|n| statement.contains(&format!("${n}"))).unwrap_or(0);
            conn.execute_unprepared("DEALLOCATE ALL").await.expect("no statement is prepared");
            conn.execute_unprepared(&format!("PREPARE asked AS {statement}")).await.expect("it is prepared");
            let nulls = vec!["NULL"; parameters].join(", ");
            let call = if parameters == 0 { String::new() } else { format!("({nulls})") };
            (format!("EXPLAIN EXECUTE asked{call}"), 0)
        }
    };
    let rows = if engine() == Engine::Postgres {
        let simple = sea_orm::sqlx::raw_sql(sea_orm::sqlx::AssertSqlSafe(sql));
        let rows = simple.fetch_all(conn.get_postgres_connection_pool()).await.expect("a plan");
        rows.iter().map(|row| sea_orm::sqlx::Row::get::<String, _>(row, 0)).collect::<Vec<_>>()
    } else {
        let rows = conn.query_all_raw(Statement::from_string(backend, sql)).await.expect("a plan");
        rows.iter().map(|row| row.try_get_by_index::<String>(column).expect("a line")).collect()
    };
    rows.join("\n")
}

fn reads_whole(plan: &str) -> bool {
    let tables = ["demands", "products"];
    plan.lines().any(|line| {
        tables.iter().any(|table| {
            line.contains(&format!("Seq Scan on {table}"))
                || (line.contains(&format!("SCAN {table}")) && !line.contains("USING"))
        })
    })
}

/// Settings, calendar and rows are read once, however many parts ask for them.
fn few(what: &str, statements: &[String], most: usize) {
    let read: Vec<_> = statements
        .iter()
        .filter(|statement| statement.starts_with("SELECT") && !statement.ends_with("BEGIN"))
        .collect();
    assert!(read.len() < most, "{what} reads with {} statements\n{read:#?}", read.len());
}

#[tokio::test]
async fn no_list_reads_a_table_from_end_to_end() {
    tracing_subscriber::registry().with(Collect).init();
    let stage = Stage::of(CHAPTERS).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let demand = stage.published(&firm, 100).await;
    let root = bank.client.get("/api/team").await.expect(200).body["units"][0]["id"].clone();
    let branch = bank.client.post("/api/team/units", json!({"parent_id": root, "name": "支行"})).await.expect(201).body;
    let units = branch["units"].as_array().expect("units").clone();
    let branch = units.iter().find(|unit| unit["name"] == "支行").expect("the branch")["id"].clone();
    let desk = stage.colleague(&bank, "branch-desk", json!({"unit_id": branch})).await;
    let (grabbed, statements) = asked_by(jinqiao_stage::grab(&desk, &demand, 100)).await;
    let order = grabbed.expect(201).id();
    // The answer is read after the commit, as a page reads it.
    let written = statements.iter().position(|statement| statement == "COMMIT").expect("it is kept");
    few("a grab", &statements[..written], 15);
    for (client, path) in [(&desk.client, "institution"), (&firm.client, "enterprise")] {
        let path = format!("/api/{path}/orders/{order}");
        few(&path, &asked(client, &path).await, 10);
    }
    stage.app.settle().await;
    let content = json!({"kind": "debt", "name": "科创贷", "summary": "面向科技企业的信用贷款", "description": "用于研发和日常经营周转。",
        "product_type": "tech_credit", "channel": "bank", "amount_min": 10_000_000, "amount_max": 500_000_000,
        "term_min": 3, "term_max": 36, "guarantees": ["credit"], "rate_type": "fixed", "rate_min": 3_450, "rate_max": 4_500,
        "repayments": ["interest_first"], "materials": ["营业执照"], "decision_wd": 5, "disburse_wd": 3,
        "contact_name": "王经理", "contact_phone": "023-60000000"});
    let product = bank.client.post("/api/institution/products", content).await.expect(201).id();
    bank.client.if_match(1).post(&format!("/api/institution/products/{product}/submit"), json!({})).await.expect(200);
    stage.operator.if_match(2).post(&format!("/api/operator/products/{product}/approve"), json!({})).await.expect(200);
    let mut options = ConnectOptions::new(stage.app.url());
    options.max_connections(1).sqlx_logging(false);
    let conn = Database::connect(options).await.expect("a connection of its own");
    let market = [
        ("no", "'T' || n"),
        ("on_market", "(n % 10 = 0)"),
        ("state", "CASE WHEN n % 10 = 0 THEN 'open' ELSE 'fulfilled' END"),
        ("amount", "CAST(1000000 AS bigint) * (1 + n % 5000)"),
    ];
    copy(&conn, "demands", "on_market", 200_000, &market).await;
    let shelf = [
        ("no", "'P' || n"),
        ("on_shelf", "(n % 2 = 0)"),
        ("state", "CASE WHEN n % 2 = 0 THEN 'on_shelf' ELSE 'off_shelf' END"),
        ("rate_min", "100 + n % 900"),
        ("amount_max", "CAST(1000000 AS bigint) * (1 + n % 5000)"),
    ];
    copy(&conn, "products", "on_shelf", 5_000, &shelf).await;
    let columns = "state, content, defects, refusal, created_at, updated_at, submitted_at, decided_at";
    let versions = format!(
        "INSERT INTO product_versions (product_id, number, {columns}) SELECT p.id, 1, {} FROM products p, \
         (SELECT * FROM product_versions LIMIT 1) v WHERE p.id <> v.product_id",
        columns.split(", ").map(|column| format!("v.{column}")).collect::<Vec<_>>().join(", ")
    );
    conn.execute_unprepared(&versions).await.expect("each product has its version");
    conn.execute_unprepared("ANALYZE").await.expect("statistics");

    let visitor = stage.app.visitor();
    for (client, path) in [
        (&visitor, "/api/products?"),
        (&visitor, "/api/products?kind=debt"),
        (&visitor, "/api/products?kind=debt&sort=rate"),
        (&visitor, "/api/products?kind=debt&sort=-amount"),
        (&visitor, "/api/products?kind=debt&sort=decision"),
        (&visitor, "/api/products?kind=debt&product_type=tech_credit&amount_from=100000000&rate_to=5000"),
        (&bank.client, "/api/institution/products?"),
        (&bank.client, "/api/market/demands?"),
        (&bank.client, "/api/market/demands?kind=debt"),
        (&bank.client, "/api/market/demands?sort=amount"),
        (&bank.client, "/api/market/demands?sort=-amount&amount_min=100000000"),
        (&bank.client, "/api/institution/orders?"),
        (&desk.client, "/api/institution/orders?"),
        (&bank.client, "/api/team/log?"),
        (&firm.client, "/api/enterprise/demands?"),
        (&firm.client, "/api/enterprise/orders?"),
        (&firm.client, "/api/messages?"),
        (&firm.client, "/api/points/entries?"),
        (&bank.client, "/api/points/entries?"),
        (&stage.operator, "/api/operator/points/organizations?"),
        (&stage.operator, "/api/operator/products?"),
        (&stage.operator, "/api/operator/reviews?"),
    ] {
        let few = asked(client, &format!("{path}&size=2")).await;
        let many = asked(client, &format!("{path}&size=100")).await;
        assert_eq!(few.len(), many.len(), "{path}: as many statements for a hundred rows as for two\n{many:#?}");
        assert!((1..=10).contains(&many.len()), "{path} asks {} statements", many.len());
        // An empty list of ids becomes a condition that never holds, and nothing is read for it.
        for statement in many.into_iter().filter(|statement| !statement.contains("WHERE ? = ?")) {
            let plan = plan(&conn, &statement).await;
            assert!(!reads_whole(&plan), "{path} reads a whole table\n{statement}\n{plan}");
        }
    }
    conn.close().await.expect("the connection closes");
    stage.finish().await;
}

//! How an engine goes about a statement.

use jinqiao_db::Engine;
use jinqiao_testkit::engine;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

/// A connection to ask for plans, beside the application's. It takes an index wherever there is one: PostgreSQL would read small tables
/// whole otherwise.
pub async fn asking(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url.to_owned());
    options.max_connections(1).sqlx_logging(false);
    let conn = Database::connect(options).await.expect("a connection of its own");
    if engine() == Engine::Postgres {
        conn.execute_unprepared("SET enable_seqscan = off").await.expect("it is set");
    }
    conn
}

/// The statement with one kind of place for its values.
pub fn plain(statement: &str) -> String {
    let mut plain = String::new();
    let mut chars = statement.chars().peekable();
    while let Some(c) = chars.next() {
        plain.push(if c == '$' { '?' } else { c });
        while c == '$' && chars.next_if(char::is_ascii_digit).is_some() {}
    }
    plain
}

/// The statement with types for constants that are counted or summed: by themselves they have none.
fn typed(statement: &str) -> String {
    let mut rest = statement;
    let mut typed = String::new();
    while let Some((at, word)) = ["COUNT($", "THEN $", "ELSE $"].iter().filter_map(|w| Some((rest.find(w)?, w))).min() {
        let (before, after) = rest.split_at(at + word.len());
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        typed.extend([before, &after[..digits], "::bigint"]);
        rest = &after[digits..];
    }
    typed + rest
}

/// The lines of the plan of `statement`, on the engine of `conn`.
pub async fn plan(conn: &DatabaseConnection, engine: Engine, statement: &str) -> Vec<String> {
    match engine {
        Engine::Sqlite => {
            let sql = format!("EXPLAIN QUERY PLAN {statement}");
            let rows = conn.query_all_raw(Statement::from_string(engine.backend(), sql)).await.expect(statement);
            rows.iter().map(|row| row.try_get_by_index::<String>(3).expect("a line")).collect()
        }
        Engine::Postgres => {
            let parameters = (1..1_000).rev().find(|n| statement.contains(&format!("${n}"))).unwrap_or(0);
            conn.execute_unprepared("DEALLOCATE ALL").await.expect("no statement is prepared");
            conn.execute_unprepared(&format!("PREPARE asked AS {}", typed(statement))).await.expect(statement);
            let nulls = vec!["NULL"; parameters].join(", ");
            let call = if parameters == 0 { String::new() } else { format!("({nulls})") };
            let simple = sea_orm::sqlx::raw_sql(sea_orm::sqlx::AssertSqlSafe(format!("EXPLAIN EXECUTE asked{call}")));
            let rows = simple.fetch_all(conn.get_postgres_connection_pool()).await.expect("a plan");
            rows.iter().map(|row| sea_orm::sqlx::Row::get::<String, _>(row, 0)).collect()
        }
    }
}

/// What the plan does that takes longer with each row of a table that grows.
pub fn faults(plan: &[String], statement: &str, grows: impl Fn(&str) -> bool) -> Vec<String> {
    let bounded = statement.contains(" LIMIT ");
    // An empty list of ids becomes a condition that never holds, and nothing is read for it.
    let (_, condition) = statement.split_once("WHERE ? = ?").unwrap_or(("", "?"));
    if ["", " AND", " ORDER", " GROUP", " LIMIT"]
        .iter()
        .any(|next| condition == *next || (!next.is_empty() && condition.starts_with(next)))
    {
        return vec![];
    }
    let mut found = vec![];
    let of_plan = |name: &str| plan.iter().any(|line| line.ends_with(&format!("CO-ROUTINE {name}")));
    // To put rows in order that are equal by all but the last column takes no more than those.
    let sorts = plan.iter().any(|line| line.contains("TEMP B-TREE") && !line.contains("LAST TERM"));
    for line in plan {
        if let Some(table) = scanned(line).filter(|table| grows(table) && !of_plan(table)) {
            // The first rows in the order of an index, or of the table itself.
            let first_rows = bounded && !sorts && !statement.contains(" WHERE ");
            if !first_rows {
                found.push(format!("reads all of {table}"));
            }
        }
        if bounded && line.contains("TEMP B-TREE FOR ORDER BY") {
            found.push("sorts before it takes a page".to_owned());
        }
    }
    found
}

/// The table that a line of a plan reads from end to end.
fn scanned(line: &str) -> Option<&str> {
    let rest = line.split_once("SCAN ").or_else(|| line.split_once("Seq Scan on ")).map(|(_, rest)| rest)?;
    // What is selected from no table at all is one constant row.
    rest.split([' ', '(']).next().filter(|table| !table.is_empty() && *table != "CONSTANT")
}

/// Columns of which so few values occur tell rows apart badly.
const FEW: i64 = 12;

/// Of a plan of SQLite, what it reads by columns alone of which few values occur: that many rows, however many there are, unless the
/// statement ends after the first ones.
pub async fn coarse(
    conn: &DatabaseConnection,
    plan: &[String],
    statement: &str,
    grows: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut found = vec![];
    for (table, terms) in plan.iter().filter_map(|line| searched(line)).filter(|(table, _)| grows(table)) {
        // By an id there is what belongs to one thing.
        if statement.contains(" LIMIT ") || terms.contains(['<', '>']) || terms.contains("id=?") {
            continue;
        }
        let mut alike = true;
        for column in terms.split(" AND ").map(|term| term.trim_end_matches("=?")) {
            let sql = format!(r#"SELECT COUNT(DISTINCT "{column}") FROM "{table}""#);
            let row = conn.query_one_raw(Statement::from_string(conn.get_database_backend(), sql)).await;
            // An alias of a table is none that can be asked.
            let values = row.ok().flatten().and_then(|row| row.try_get_by_index::<i64>(0).ok());
            alike &= values.is_some_and(|values| values <= FEW);
        }
        if alike {
            found.push(format!("reads all of {table} that are alike by {terms}"));
        }
    }
    found
}

/// The table that a line of a plan searches by an index, and by which conditions.
fn searched(line: &str) -> Option<(&str, &str)> {
    let (table, how) = line.strip_prefix("SEARCH ")?.split_once(" USING ")?;
    let terms = how.split_once('(')?.1.strip_suffix(')')?;
    Some((table, terms))
}

//! The points of organisations that stay one: their entries are numbered for each of them, and their balances are sums.

use super::{
    dialect::Dialect,
    ids::Written,
    schema::Table,
    statement::{self, Pass},
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

const LEDGER: &str = "points_ledger";

/// Copies entries about what is copied, under the numbers that follow, and adds up the balances anew. How many entries.
pub async fn copy(conn: &DatabaseConnection, dialect: Dialect, tables: &[Table], pass: &Pass) -> Result<u64, DbErr> {
    let Some(table) = tables.iter().find(|table| table.name == LEDGER) else { return Ok(0) };
    let stays = format!("NOT {}", pass.moves(dialect, "org_id"));
    let copied = format!("{stays} AND {}", pass.moves(dialect, "subject"));
    for sql in [
        format!(
            "CREATE TEMP TABLE ranked AS SELECT org_id, number,
             row_number() OVER (PARTITION BY org_id ORDER BY number) AS place FROM source.{LEDGER} WHERE {copied}"
        ),
        "CREATE INDEX ix_ranked ON ranked (org_id, number)".into(),
        format!(
            "CREATE TEMP TABLE owners AS SELECT org_id, MAX(number) AS last,
             (SELECT COUNT(*) FROM ranked r WHERE r.org_id = l.org_id) AS many
             FROM source.{LEDGER} l WHERE {stays} GROUP BY org_id"
        ),
    ] {
        conn.execute_unprepared(&sql).await?;
    }
    let from = format!(
        "copies c CROSS JOIN source.{LEDGER} s JOIN ranked r ON r.org_id = s.org_id AND r.number = s.number
         JOIN owners o ON o.org_id = s.org_id"
    );
    let number = |place: &str| format!("o.last + (c.place - 1) * o.many + {place}");
    let value = |column: &super::schema::Column| match column.name.as_str() {
        "number" => number("r.place"),
        "reverses" => {
            format!("(SELECT {} FROM ranked q WHERE q.org_id = s.org_id AND q.number = s.reverses)", number("q.place"))
        }
        _ => statement::value(dialect, tables, table, column, &Written::new(), pass),
    };
    let sql = statement::insert(table, &from, &["c.pass = 0".into()], value);
    let rows = conn.execute_unprepared(&sql).await?.rows_affected();
    let of_one = format!("FROM {LEDGER} l WHERE l.org_id = points_balances.org_id");
    conn.execute_unprepared(&format!(
        "UPDATE points_balances SET balance = (SELECT COALESCE(SUM(points), 0) {of_one}), entries = (SELECT COUNT(*) {of_one})
         WHERE {stays}"
    ))
    .await?;
    Ok(rows)
}

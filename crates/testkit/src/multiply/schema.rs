//! The tables as the database describes them.

use super::dialect::Dialect;
use jinqiao_db::Engine;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use std::collections::BTreeMap;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An id.
    Id,
    /// A text or a document.
    Text,
    /// A whole number.
    Number,
    /// A moment.
    Moment,
    /// Anything else.
    Other,
}

/// A column.
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// May it be empty?
    pub nullable: bool,
}

/// A table.
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// The primary key and every other unique one: names of their columns.
    pub keys: Vec<Vec<String>>,
    /// How many rows it has.
    pub rows: u64,
    /// The last number of its sequence.
    pub last: i64,
}

impl Table {
    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The column that numbers its rows, if it is its whole primary key.
    pub fn sequence(&self) -> Option<&str> {
        let [only] = self.keys.first()?.as_slice() else { return None };
        let column = self.column(only).filter(|column| column.kind == Kind::Number)?;
        (column.name == "seq").then_some(column.name.as_str())
    }

    /// Columns of `kind`.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.kind == kind)
    }
}

fn kind(declared: &str) -> Kind {
    match declared.to_lowercase().as_str() {
        "uuid_text" | "uuid" => Kind::Id,
        "text" | "varchar" | "character varying" | "json_text" | "json" | "jsonb" => Kind::Text,
        "timestamp_with_timezone_text" | "timestamp with time zone" => Kind::Moment,
        "integer" | "bigint" | "smallint" => Kind::Number,
        _ => Kind::Other,
    }
}

/// Every table of the program, without the one that notes migrations.
pub async fn tables(conn: &DatabaseConnection, dialect: Dialect) -> Result<Vec<Table>, DbErr> {
    let (columns, keys) = match dialect.0 {
        Engine::Sqlite => (
            "SELECT m.name, c.name, c.type, CASE WHEN c.\"notnull\" = 1 THEN 0 ELSE 1 END
             FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'seaql_migrations' ORDER BY m.name, c.cid",
            // An integer that is the whole primary key has no index of its own; the primary key comes first.
            "SELECT m.name, 'pk', c.name, 0 AS origin, c.pk AS place FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.pk > 0
             UNION ALL
             SELECT m.name, i.name, c.name, 1, c.seqno FROM sqlite_master m JOIN pragma_index_list(m.name) i
             JOIN pragma_index_info(i.name) c WHERE m.type = 'table' AND i.\"unique\" = 1 AND i.origin <> 'pk'
             ORDER BY 1, 4, 2, 5",
        ),
        Engine::Postgres => (
            "SELECT c.table_name::text, c.column_name::text, c.data_type::text, CASE WHEN c.is_nullable = 'YES' THEN 1 ELSE 0 END
             FROM information_schema.columns c
             WHERE c.table_schema = 'public' AND c.table_name <> 'seaql_migrations' ORDER BY 1, c.ordinal_position",
            "SELECT t.relname::text, i.relname::text, a.attname::text
             FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
             JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
             JOIN LATERAL unnest(x.indkey) WITH ORDINALITY k(attnum, place) ON true
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
             WHERE x.indisunique ORDER BY 1, CASE WHEN x.indisprimary THEN 0 ELSE 1 END, 2, k.place",
        ),
    };
    let mut found: BTreeMap<String, Table> = BTreeMap::new();
    for row in dialect.rows(conn, columns).await? {
        let [table, name, declared]: [String; 3] =
            [row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?];
        let nullable = row.try_get_by_index::<i32>(3)? == 1;
        let column = Column { name, kind: kind(&declared), nullable };
        let new = Table { name: table.clone(), columns: vec![], keys: vec![], rows: 0, last: 0 };
        found.entry(table).or_insert(new).columns.push(column);
    }
    let mut last = (String::new(), String::new());
    for row in dialect.rows(conn, keys).await? {
        let key: (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let Some(table) = found.get_mut(&key.0) else { continue };
        if key != last {
            table.keys.push(vec![]);
            last = key;
        }
        if let Some(columns) = table.keys.last_mut() {
            columns.push(row.try_get_by_index(2)?);
        }
    }
    for table in found.values_mut() {
        table.rows = dialect.number(conn, format!(r#"SELECT COUNT(*) FROM "{}""#, table.name)).await?.unsigned_abs();
        if let Some(sequence) = table.sequence() {
            let last = format!(r#"SELECT COALESCE(MAX("{sequence}"), 0) FROM "{}""#, table.name);
            table.last = dialect.number(conn, last).await?;
        }
    }
    Ok(found.into_values().collect())
}

/// Drops every index that is no table's own, as filling them row by row takes far longer than making them anew. How they are made.
pub async fn drop_indexes(conn: &DatabaseConnection, dialect: Dialect) -> Result<Vec<String>, DbErr> {
    let sql = match dialect.0 {
        Engine::Sqlite => "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
        Engine::Postgres => {
            "SELECT i.indexname::text, i.indexdef::text FROM pg_indexes i WHERE i.schemaname = 'public'
             AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)"
        }
    };
    let mut made = vec![];
    for row in dialect.rows(conn, sql).await? {
        let (name, sql): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let owner = if dialect.0 == Engine::Sqlite { "main." } else { "" };
        conn.execute_unprepared(&format!(r#"DROP INDEX {owner}"{name}""#)).await?;
        made.push(sql);
    }
    Ok(made)
}

//! Ids sorted by what happens to them, and given beginnings that tell it.

use super::{
    dialect::Dialect,
    rules,
    schema::{Kind, Table},
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Ids of what stays one begin with this digit and those after it; an id of our time has higher ones.
const STILL: u32 = 0x001;
/// Those of the shelf.
const SHELF: u32 = 0x008;
/// Beginnings that a class may have at most.
const MOST: u32 = 4;

/// Beginnings of three hex digits, as numbers.
pub struct Classes {
    /// The first beginning of an id that is copied …
    pub first: u32,
    /// … and how many there are in a row.
    pub many: u32,
    renamed: HashMap<String, String>,
}

impl Classes {
    /// Beginnings of what is on the shelf.
    pub fn shelf(&self) -> u32 {
        SHELF
    }
}

/// Texts that hold ids: table and column, and what stands before an id (nothing where it begins the text).
pub type Written = BTreeMap<(String, String), BTreeSet<Option<char>>>;

/// Three hex digits.
pub fn digits(beginning: u32) -> String {
    format!("{beginning:03x}")
}

/// Which ids stay, which are on the shelf, and how all others begin.
pub async fn sort(conn: &DatabaseConnection, dialect: Dialect, tables: &[Table]) -> Result<Classes, DbErr> {
    let mut beginnings = BTreeSet::new();
    for table in tables.iter().filter(|table| !rules::left(&table.name)) {
        for column in table.of(Kind::Id) {
            let digits = format!("substr({}, 1, 3)", dialect.hex(&format!("\"{}\"", column.name)));
            let sql = format!(r#"SELECT DISTINCT {digits} FROM "{}" WHERE "{}" IS NOT NULL"#, table.name, column.name);
            beginnings.extend(dialect.texts(conn, sql).await?);
        }
    }
    // The platform itself is the subject of some facts, under an id of zeros.
    beginnings.remove("000");
    let beginnings: Vec<u32> = beginnings.iter().filter_map(|digits| u32::from_str_radix(digits, 16).ok()).collect();
    let (Some(first), Some(last)) = (beginnings.first(), beginnings.last()) else {
        return Err(DbErr::Custom("there is nothing to multiply".into()));
    };
    let (first, many) = (*first, last - first + 1);
    if many > MOST || first < SHELF + MOST {
        return Err(DbErr::Custom(format!(
            "ids begin with {beginnings:x?}: not those of one demo, or multiplied before"
        )));
    }
    let mut renamed = HashMap::new();
    let mut rename = |ids: Vec<String>, class: u32| {
        for id in ids {
            let beginning = u32::from_str_radix(&id[..3], 16).unwrap_or(first);
            let new = format!("{}{}", digits(class + beginning.saturating_sub(first)), &id[3..]);
            renamed.insert(id, new);
        }
    };
    for (table, column, which, _) in rules::STILL {
        let sql = format!("SELECT {} FROM {table} WHERE {which}", dialect.hex(column));
        rename(dialect.texts(conn, sql).await?, STILL);
    }
    rename(dialect.texts(conn, format!("SELECT {} FROM {}", dialect.hex("id"), rules::SHELF)).await?, SHELF);
    renamed.retain(|id, _| !id.starts_with("000"));
    Ok(Classes { first, many, renamed })
}

/// Gives what stays, and the shelf, their beginnings, wherever they are named. Where ids are written in texts.
pub async fn rename(
    conn: &DatabaseConnection,
    dialect: Dialect,
    tables: &[Table],
    classes: &Classes,
) -> Result<Written, DbErr> {
    let id = dialect.id_type();
    conn.execute_unprepared(&format!("CREATE TEMP TABLE renamed (old {id} PRIMARY KEY, new {id} NOT NULL)")).await?;
    let pairs: Vec<_> = classes.renamed.iter().collect();
    for some in pairs.chunks(200) {
        let rows = some.iter().map(|(old, new)| format!("({}, {})", dialect.id(old), dialect.id(new)));
        conn.execute_unprepared(&format!("INSERT INTO renamed VALUES {}", rows.collect::<Vec<_>>().join(", "))).await?;
    }
    let mut written = Written::new();
    conn.execute_unprepared("BEGIN").await?;
    for table in tables {
        for column in table.of(Kind::Id) {
            let (table, column) = (&table.name, &column.name);
            let new = format!(r#"SELECT new FROM renamed WHERE old = "{table}"."{column}""#);
            let sql =
                format!(r#"UPDATE "{table}" SET "{column}" = ({new}) WHERE "{column}" IN (SELECT old FROM renamed)"#);
            conn.execute_unprepared(&sql).await?;
        }
        for column in table.of(Kind::Text) {
            let before = rewrite(conn, dialect, classes, &table.name, &column.name).await?;
            if !before.is_empty() {
                written.insert((table.name.clone(), column.name.clone()), before);
            }
        }
    }
    conn.execute_unprepared("COMMIT").await?;
    Ok(written)
}

/// Renames ids in one column of texts. What stands before them.
async fn rewrite(
    conn: &DatabaseConnection,
    dialect: Dialect,
    classes: &Classes,
    table: &str,
    column: &str,
) -> Result<BTreeSet<Option<char>>, DbErr> {
    let sql = format!(r#"SELECT {}, "{column}" FROM "{table}" WHERE "{column}" LIKE '%-7%'"#, dialect.row_id());
    let mut before = BTreeSet::new();
    for row in dialect.rows(conn, sql).await? {
        let (named, text): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let (mut new, mut changed) = (text.clone(), false);
        for at in ids_in(&text) {
            before.insert(text[..at].chars().next_back());
            let hex: String = text[at..at + 36].chars().filter(|digit| *digit != '-').collect();
            if let Some(renamed) = classes.renamed.get(&hex) {
                new.replace_range(at..at + 3, &renamed[..3]);
                changed = true;
            }
        }
        if changed {
            let (text, row) = (new.replace('\'', "''"), dialect.is_row(&named));
            conn.execute_unprepared(&format!(r#"UPDATE "{table}" SET "{column}" = '{text}' WHERE {row}"#)).await?;
        }
    }
    Ok(before)
}

/// Where ids of version 7 begin in `text`.
fn ids_in(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_id = |at: &usize| {
        bytes.get(*at..at + 36).is_some_and(|id| {
            id[14] == b'7'
                && id.iter().enumerate().all(|(place, byte)| match place {
                    8 | 13 | 18 | 23 => *byte == b'-',
                    _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
                })
        })
    };
    let hyphens = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'-').map(|(at, _)| at);
    hyphens.filter_map(|at| at.checked_sub(8)).filter(is_id).collect()
}

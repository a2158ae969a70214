//! The statement that copies a table.

use super::{
    dialect::Dialect,
    ids::{Classes, Written, digits},
    rules,
    schema::{Column, Kind, Table},
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

/// One kind of ids that gets copies.
pub struct Pass {
    number: u32,
    copies: u32,
    /// The first beginning of its ids.
    first: u32,
    many: u32,
}

impl Pass {
    /// The condition that the id in `column` is one of those that are copied.
    pub fn moves(&self, dialect: Dialect, column: &str) -> String {
        let bound = |beginning| dialect.id(&format!("{:0<32}", digits(beginning)));
        format!("({column} >= {} AND {column} < {})", bound(self.first), bound(self.first + self.many))
    }
}

/// Copies of firms, then of products; notes of each copy its number and how ids begin in it.
pub async fn passes(
    conn: &DatabaseConnection,
    dialect: Dialect,
    classes: &Classes,
    factor: u32,
) -> Result<Vec<Pass>, DbErr> {
    let (owner, most) = rules::SHELF_OF;
    let of_one = format!("SELECT COUNT(*) FROM {} GROUP BY {owner} ORDER BY 1 DESC LIMIT 1", rules::SHELF);
    let of_one = dialect.number(conn, of_one).await?.unsigned_abs().max(1);
    let shelf = u32::try_from(most / of_one).unwrap_or(u32::MAX).saturating_sub(1).min(factor - 1);
    let many = classes.many;
    let passes = vec![
        Pass { number: 0, copies: factor - 1, first: classes.first, many },
        Pass { number: 1, copies: shelf, first: classes.shelf(), many },
    ];
    let beginnings: Vec<_> = (0..many).map(|n| format!("p{n} TEXT")).collect();
    for table in [
        format!(
            "CREATE TEMP TABLE copies (n INTEGER PRIMARY KEY, pass INTEGER, place INTEGER, hash TEXT, {})",
            beginnings.join(", ")
        ),
        "CREATE TEMP TABLE beginnings (copy INTEGER, old_start BLOB, new_start BLOB, PRIMARY KEY (copy, old_start))"
            .replace("BLOB", if dialect.id_type() == "BLOB" { "BLOB" } else { "TEXT" }),
    ] {
        conn.execute_unprepared(&table).await?;
    }
    let mut copy = 0;
    conn.execute_unprepared("BEGIN").await?;
    for pass in &passes {
        for place in 1..=pass.copies {
            copy += 1;
            let begins: Vec<_> = (0..many).map(|n| digits(classes.first + copy * many + n)).collect();
            let quoted: Vec<_> = begins.iter().map(|begin| format!("'{begin}'")).collect();
            let row = format!("({copy}, {}, {place}, '{copy:04x}', {})", pass.number, quoted.join(", "));
            conn.execute_unprepared(&format!("INSERT INTO copies VALUES {row}")).await?;
            let pairs = begins.iter().zip(pass.first..).flat_map(|(new, old)| {
                (0..16).map(move |last| {
                    let (old, new) = (format!("{}{last:x}", digits(old)), format!("{new}{last:x}"));
                    format!("({copy}, {}, {})", dialect.digits(&old), dialect.digits(&new))
                })
            });
            let pairs = pairs.collect::<Vec<_>>().join(", ");
            conn.execute_unprepared(&format!("INSERT INTO beginnings VALUES {pairs}")).await?;
        }
    }
    conn.execute_unprepared("COMMIT").await?;
    Ok(passes)
}

/// Copies rows of `table` as often as `pass` says; none where it has no ids, or nothing of it may be there twice.
///
/// A row is copied if one of its ids is, and if the copy differs from it in each of its keys.
pub fn copy(dialect: Dialect, tables: &[Table], table: &Table, written: &Written, pass: &Pass) -> Option<String> {
    let ids: Vec<_> = table.of(Kind::Id).map(|column| pass.moves(dialect, &format!("s.\"{}\"", column.name))).collect();
    let keys: Vec<_> = table.keys.iter().filter_map(|key| differs(dialect, tables, table, key, pass)).collect();
    if ids.is_empty() || keys.iter().any(String::is_empty) {
        return None;
    }
    let limit = if rules::LOGS.contains(&table.name.as_str()) {
        rules::LOGS_MOST / table.rows.max(1)
    } else {
        u64::from(pass.copies)
    };
    let mut conditions = vec![format!("c.pass = {} AND c.place <= {limit}", pass.number), any(&ids)];
    conditions.extend(keys);
    Some(insert(table, &pass_from(table), &conditions, |column| value(dialect, tables, table, column, written, pass)))
}

fn pass_from(table: &Table) -> String {
    format!(r#"copies c CROSS JOIN source."{}" s"#, table.name)
}

fn any(conditions: &[String]) -> String {
    format!("({})", conditions.join(" OR "))
}

/// An INSERT of what `value` makes of each column, from where `conditions` hold.
pub fn insert(table: &Table, from: &str, conditions: &[String], value: impl Fn(&Column) -> String) -> String {
    let names: Vec<_> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let values: Vec<_> = table.columns.iter().map(value).collect();
    let (names, values, conditions) = (names.join(", "), values.join(", "), conditions.join(" AND "));
    format!(r#"INSERT INTO "{}" ({names}) SELECT {values} FROM {from} WHERE {conditions}"#, table.name)
}

fn listed(list: &[(&str, &str)], table: &Table, column: &Column) -> bool {
    list.contains(&(table.name.as_str(), column.name.as_str()))
}

/// The table whose numbers `column` of `table` holds: its own, or those of the one that it is named after.
fn numbered<'a>(tables: &'a [Table], table: &'a Table, column: &Column) -> Option<&'a Table> {
    if table.sequence() == Some(&column.name) {
        return Some(table);
    }
    let name = format!("{}s", column.name.strip_suffix("_seq")?);
    tables.iter().find(|table| table.name == name && table.sequence().is_some())
}

/// The condition that a copy differs in this key; none where it always does, empty where it never does.
fn differs(dialect: Dialect, tables: &[Table], table: &Table, key: &[String], pass: &Pass) -> Option<String> {
    let mut ways = vec![];
    for column in key.iter().filter_map(|name| table.column(name)) {
        let name = format!("s.\"{}\"", column.name);
        let varied = [rules::LOGINS, rules::MAIL, rules::CODES, rules::HASHED].iter().any(|l| listed(l, table, column))
            || (column.kind == Kind::Text && rules::quoted(&column.name));
        // What is empty is the same as nothing.
        if varied || numbered(tables, table, column).is_some() {
            return None;
        }
        if column.nullable {
            ways.push(format!("{name} IS NULL"));
        }
        if column.kind == Kind::Id {
            ways.push(pass.moves(dialect, &name));
        }
    }
    Some(if ways.is_empty() { String::new() } else { any(&ways) })
}

/// What a copy has in `column`.
pub fn value(
    dialect: Dialect,
    tables: &[Table],
    table: &Table,
    column: &Column,
    written: &Written,
    pass: &Pass,
) -> String {
    let name = format!("s.\"{}\"", column.name);
    if column.kind == Kind::Id {
        let begun = format!(
            "(SELECT b.new_start FROM beginnings b WHERE b.copy = c.n AND b.old_start = {})",
            dialect.beginning(&name)
        );
        return format!("COALESCE({}, {name})", dialect.begun_with(&begun, &name));
    }
    if let Some(followed) = numbered(tables, table, column) {
        return format!("{name} + c.n * {}", followed.last + 1);
    }
    if let Some((_, _, owner)) = rules::NAMED.iter().find(|(t, c, _)| *t == table.name && *c == column.name) {
        let moves = pass.moves(dialect, &format!("s.\"{owner}\""));
        return format!("CASE WHEN {moves} THEN {name} || '（' || c.n || '）' ELSE {name} END");
    }
    if listed(rules::LOGINS, table, column) || (column.kind == Kind::Text && rules::quoted(&column.name)) {
        // Some numbers end in a hyphen and a digit of their own.
        return format!("{name} || '-c' || c.n");
    }
    if listed(rules::MAIL, table, column) {
        return format!("c.n || '.' || {name}");
    }
    if listed(rules::HASHED, table, column) {
        return format!("c.hash || substr({name}, 5)");
    }
    if listed(rules::CODES, table, column) {
        return format!("COALESCE((SELECT v.new FROM codes v WHERE v.copy = c.n AND v.old = {name}), {name})");
    }
    if listed(rules::PUT_OFF, table, column) {
        return dialect.put_off(&name);
    }
    if column.kind == Kind::Moment {
        return dialect.earlier(&name, &format!("c.n * {}", rules::EARLIER));
    }
    match written.get(&(table.name.clone(), column.name.clone())) {
        Some(before) => follow(&name, before.iter().copied(), pass),
        None => name,
    }
}

/// The text `name` with the ids in it as they are in the copy.
fn follow(name: &str, before: impl Iterator<Item = Option<char>>, pass: &Pass) -> String {
    // No text begins with this, so that an id at its start has something before it as well.
    const START: char = '\u{1}';
    let mut text = format!("'{START}' || {name}");
    for mark in before.map(|mark| mark.unwrap_or(START)) {
        for (place, old) in (pass.first..pass.first + pass.many).enumerate() {
            text = format!("replace({text}, '{mark}{}', '{mark}' || c.p{place})", digits(old));
        }
    }
    format!("substr({text}, 2)")
}

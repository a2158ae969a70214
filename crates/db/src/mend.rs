//! Documents that were kept before days had a range: a day outside it is brought to the nearest one, once, by a migration.

use jinqiao_kernel::{Day, NaiveDate};
use sea_orm::ConnectionTrait as _;
use sea_orm_migration::prelude::{DbErr, Expr, ExprTrait, Query, SchemaManager};
use serde_json::Value;

/// Days under `keys` in the documents of a column.
pub struct Days {
    /// Table …
    pub table: &'static str,
    /// … and its column of JSON text.
    pub column: &'static str,
    /// Names of the fields that hold a day, wherever they are in the document.
    pub keys: &'static [&'static str],
}

/// How a year outside 1900–2199 begins: so only the rows that need it are read.
fn beginnings() -> impl Iterator<Item = String> {
    let signs = ["-", "+", "0"].map(str::to_owned);
    let early = (10..19).chain(22..30).map(|century: i32| century.to_string());
    signs.into_iter().chain(early).chain((3..10).map(|digit: i32| digit.to_string()))
}

/// The document with every day under `keys` inside the range.
fn mended(text: &str, keys: &[&str]) -> Result<String, DbErr> {
    let mut document: Value = serde_json::from_str(text).map_err(|cause| DbErr::Json(cause.to_string()))?;
    walk(&mut document, keys);
    Ok(document.to_string())
}

fn walk(value: &mut Value, keys: &[&str]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, keys)),
        Value::Object(fields) => {
            for (name, field) in fields {
                let day = field.as_str().and_then(|text| text.parse::<NaiveDate>().ok());
                match day.filter(|_| keys.contains(&name.as_str())) {
                    Some(day) => *field = Value::String(Day::nearest(day).to_string()),
                    None => walk(field, keys),
                }
            }
        }
        _ => {}
    }
}

impl Days {
    pub(crate) async fn run(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let conn = manager.get_connection();
        let mut broken = Expr::value(false);
        for key in self.keys {
            for beginning in beginnings() {
                broken = broken.or(Expr::col(self.column).like(format!("%\"{key}\":\"{beginning}%")));
            }
        }
        let select = Query::select().distinct().column(self.column).from(self.table).and_where(broken).to_owned();
        for row in conn.query_all(&select).await? {
            let text: String = row.try_get("", self.column)?;
            let update = Query::update()
                .table(self.table)
                .value(self.column, mended(&text, self.keys)?)
                .and_where(Expr::col(self.column).eq(text))
                .to_owned();
            conn.execute(&update).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_under_their_keys_are_changed() {
        let before = r#"{"a":[{"due_on":"-5000-01-01","bank":"0001-01-01"},{"due_on":null}],"due_on":"2027-01-31"}"#;
        let after = r#"{"a":[{"bank":"0001-01-01","due_on":"1900-01-01"},{"due_on":null}],"due_on":"2027-01-31"}"#;
        let parsed = |text: &str| serde_json::from_str::<Value>(text).expect("a document");
        assert_eq!(parsed(&mended(before, &["due_on"]).expect("a document")), parsed(after));
    }

    #[test]
    fn a_year_inside_the_range_begins_otherwise() {
        let found: Vec<_> = beginnings().collect();
        for (year, wanted) in [("1899", true), ("1900", false), ("2199", false), ("2200", true), ("+1234", true)] {
            assert_eq!(found.iter().any(|beginning| year.starts_with(beginning)), wanted, "{year}");
        }
    }
}

//! Documents in columns of text that are brought to a newer shape, once, by a migration.

use sea_orm::ConnectionTrait as _;
use sea_orm_migration::prelude::{DbErr, Expr, ExprTrait, Query, SchemaManager};
use serde_json::Value;

/// Stands before a document that is done, so that none is changed twice: no document begins so.
const DONE: &str = "~";

/// Documents of a column that get a new shape.
pub struct Documents {
    /// Table …
    pub table: &'static str,
    /// … and its column of JSON text.
    pub column: &'static str,
    /// What is changed in each.
    pub change: fn(&mut Value),
}

/// Multiplies the whole numbers under `keys`, wherever they are in the document, as when their unit becomes finer.
pub fn scale(value: &mut Value, keys: &[&str], factor: i64) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| scale(item, keys, factor)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field.as_i64().filter(|_| keys.contains(&name.as_str())) {
                    Some(number) => *field = Value::from(number.saturating_mul(factor)),
                    None => scale(field, keys, factor),
                }
            }
        }
        _ => {}
    }
}

impl Documents {
    pub(crate) async fn run(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let conn = manager.get_connection();
        let column = || Expr::col(self.column);
        let select = Query::select()
            .distinct()
            .column(self.column)
            .from(self.table)
            .and_where(column().is_not_null())
            .to_owned();
        for row in conn.query_all(&select).await? {
            let text: String = row.try_get("", self.column)?;
            let mut document: Value = serde_json::from_str(&text).map_err(|cause| DbErr::Json(cause.to_string()))?;
            let before = document.clone();
            (self.change)(&mut document);
            if document == before {
                continue;
            }
            let update = Query::update()
                .table(self.table)
                .value(self.column, format!("{DONE}{document}"))
                .and_where(column().eq(text))
                .to_owned();
            conn.execute(&update).await?;
        }
        let Self { table, column, .. } = self;
        let strip = format!("UPDATE {table} SET {column} = substr({column}, 2) WHERE {column} LIKE '{DONE}%'");
        conn.execute_unprepared(&strip).await.map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_under_the_keys_are_scaled() {
        let mut document = json!({"rate": 425, "fees": [{"value": 100, "rate": null}], "rate_max": 450});
        scale(&mut document, &["rate", "rate_max"], 10);
        assert_eq!(document, json!({"rate": 4250, "fees": [{"value": 100, "rate": null}], "rate_max": 4500}));
    }
}

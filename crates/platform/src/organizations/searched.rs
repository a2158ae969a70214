//! By what organisations are found: their names.

use super::entity::{Column, Entity};
use jinqiao_db::{Db, Tx, found_by_all, has_part, not_indexed};
use jinqiao_kernel::{OrgId, Result};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

const NAMES: &str = "organizations";

/// Keeps by what the organisation is found.
pub async fn index(tx: &Tx, id: OrgId, name: &str) -> Result<()> {
    tx.index_text(NAMES, id, name).await
}

/// Has `words` in its name, or begins its credit code with them. What are wildcards elsewhere stand for themselves.
///
/// # Errors
/// When the database fails.
pub async fn found_by_words(conn: &impl ConnectionTrait, words: &str) -> Result<Condition> {
    let named = found_by_all(conn, NAMES, words, Column::Id).await?;
    let literal = words.contains(['%', '_', '\\']);
    let named = if literal { named.add(has_part(Column::Name, words.trim())) } else { named };
    let code: String = words.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_uppercase();
    if code.len() < 4 || !code.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Ok(Condition::any().add(named));
    }
    let begins = |column: Column| Condition::all().add(column.gte(code.as_str())).add(column.lt(format!("{code}~")));
    Ok(Condition::any().add(named).add(begins(Column::Uscc)).add(begins(Column::ClaimedUscc)))
}

/// Indexes what was registered before names were.
///
/// # Errors
/// When the database fails.
pub async fn refresh(db: &Db) -> Result<()> {
    let missing = |last, most| {
        let rows = Entity::find().select_only().column(Column::Id).column(Column::Name);
        let rows = rows.filter(not_indexed(NAMES, Column::Id));
        let rows = rows.apply_if(last, |rows, last| rows.filter(Column::Id.gt(last)));
        rows.order_by_asc(Column::Id).limit(most)
    };
    db.index_missing(NAMES, missing).await
}

//! By what organisations are found: their names.

use super::entity::{Column, Entity};
use jinqiao_db::{Db, Search, Tx, has_part, indexed};
use jinqiao_kernel::{OrgId, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

const NAMES: &str = "organizations";

/// Keeps by what the organisation is found.
pub async fn index(tx: &Tx, id: OrgId, name: &str) -> Result<()> {
    tx.index_text(NAMES, id, name).await
}

/// Has `words` in its name. Signs among them stand for themselves, which the index does not know.
pub fn found_by_name(words: &str) -> Condition {
    let found = Search::found_or_none(NAMES, words, Column::Id);
    let signs = words.chars().any(|c| c.is_ascii_punctuation());
    if signs { found.add(has_part(Column::Name, words.trim())) } else { found }
}

/// Indexes what was registered before names were.
///
/// # Errors
/// When the database fails.
pub async fn refresh(db: &Db) -> Result<()> {
    let missing = |last, most| {
        let rows = Entity::find().select_only().column(Column::Id).column(Column::Name);
        let rows = rows.filter(Column::Id.not_in_subquery(indexed(NAMES)));
        let rows = rows.apply_if(last, |rows, last| rows.filter(Column::Id.gt(last)));
        rows.order_by_asc(Column::Id).limit(most)
    };
    db.index_missing(NAMES, missing).await
}

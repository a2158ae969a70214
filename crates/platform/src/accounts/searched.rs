//! By what accounts are found: the login and the person's name.

use super::entity::account::{Column, Entity};
use jinqiao_db::{Db, Tx, found_by_all, not_indexed};
use jinqiao_kernel::{AccountId, Result};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::Expr,
};

const NAMES: &str = "accounts";

/// Keeps by what the account is found.
pub async fn index(tx: &Tx, id: AccountId, login: &str, name: &str) -> Result<()> {
    tx.index_text(NAMES, id, &format!("{login} {name}")).await
}

/// Has `words` in its login or in the person's name.
///
/// # Errors
/// When the database fails.
pub async fn found_by_name(conn: &impl ConnectionTrait, words: &str) -> Result<Condition> {
    found_by_all(conn, NAMES, words, Column::Id).await
}

/// Indexes accounts from before their names were.
///
/// # Errors
/// When the database fails.
pub async fn refresh(db: &Db) -> Result<()> {
    let missing = |last, most| {
        let text = Expr::cust("accounts.login || ' ' || accounts.name");
        let rows = Entity::find().select_only().column(Column::Id).expr_as(text, "text");
        let rows = rows.filter(not_indexed(NAMES, Column::Id));
        let rows = rows.apply_if(last, |rows, last| rows.filter(Column::Id.gt(last)));
        rows.order_by_asc(Column::Id).limit(most)
    };
    db.index_missing(NAMES, missing).await
}

//! Pages of lists, counted and walked up to a cap, so that no page grows with its table.

use jinqiao_kernel::{COUNT_CAP, Page, PageQuery, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Alias, Asterisk, Expr, ExprTrait, Query},
};
use std::collections::HashMap;
use uuid::Uuid;

/// The wanted page of `select`, which carries filters and order. Nothing is on a page beyond the cap: whoever comes that far is
/// better served by a filter, and each row before the page would be walked for it.
///
/// # Errors
/// `validation` when the page is out of range; otherwise when the database fails.
pub async fn page_of<E: EntityTrait>(
    conn: &impl ConnectionTrait,
    select: Select<E>,
    wanted: &PageQuery,
) -> Result<Page<E::Model>>
where
    E::Model: FromQueryResult + Send + Sync,
{
    let (page, size) = wanted.check()?;
    let counted = count_up_to(conn, select.clone(), COUNT_CAP + 1).await?;
    let offset = (page - 1) * size;
    let total = std::cmp::min(counted, COUNT_CAP);
    let items = if offset == 0 || offset < total { select.limit(size).offset(offset).all(conn).await? } else { vec![] };
    Ok(Page { items, total, capped: counted > COUNT_CAP, page, size })
}

/// How many rows `select` has; `most` when there are so many or more.
///
/// # Errors
/// When the database fails.
pub async fn count_up_to<E: EntityTrait>(conn: &impl ConnectionTrait, select: Select<E>, most: u64) -> Result<u64> {
    let mut rows = select.select_only().expr(Expr::val(1)).limit(most).into_query();
    rows.clear_order_by();
    let count =
        Query::select().expr(Expr::col(Asterisk).count()).from_subquery(rows, Alias::new("rows_up_to_cap")).take();
    let row = conn.query_one(&count).await?;
    let count: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(u64::try_from(count).unwrap_or_default())
}

/// How the rows `ids` of one table are called by their column `shown`, such as a number.
pub async fn called<E: EntityTrait>(
    conn: &impl ConnectionTrait,
    id: E::Column,
    shown: E::Column,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>> {
    let rows = E::find().select_only().column(id).column(shown).filter(ColumnTrait::is_in(&id, ids.iter().copied()));
    Ok(rows.into_tuple::<(Uuid, String)>().all(conn).await?.into_iter().collect())
}

//! Pages of lists, counted and walked up to a cap, so that no page grows with its table.

use jinqiao_kernel::{COUNT_CAP, Page, PageQuery, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait, Select,
    TryGetable,
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
    let (counted, rows) = window(conn, select, wanted).await?;
    let items = match rows {
        Some(rows) => rows.all(conn).await?,
        None => vec![],
    };
    Ok(counted.with(items))
}

/// The values in `column`, such as ids, of the wanted page of `select`. Where an index holds whatever filters and order ask for, no row is
/// read but those that the caller then reads by them.
///
/// # Errors
/// As [`page_of`].
pub async fn page_of_column<E: EntityTrait, T: TryGetable>(
    conn: &impl ConnectionTrait,
    select: Select<E>,
    column: E::Column,
    wanted: &PageQuery,
) -> Result<Page<T>> {
    let (counted, rows) = window(conn, select, wanted).await?;
    let items = match rows {
        Some(rows) => rows.select_only().column(column).into_tuple().all(conn).await?,
        None => vec![],
    };
    Ok(counted.with(items))
}

/// A page without its rows, and what selects them; nothing beyond the cap.
async fn window<E: EntityTrait>(
    conn: &impl ConnectionTrait,
    select: Select<E>,
    wanted: &PageQuery,
) -> Result<(Page<()>, Option<Select<E>>)> {
    let (page, size) = wanted.check()?;
    let counted = count_up_to(conn, select.clone(), COUNT_CAP + 1).await?;
    let offset = (page - 1) * size;
    let total = std::cmp::min(counted, COUNT_CAP);
    let rows = (offset == 0 || offset < total).then(|| select.limit(size).offset(offset));
    Ok((Page { items: vec![], total, capped: counted > COUNT_CAP, page, size }, rows))
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

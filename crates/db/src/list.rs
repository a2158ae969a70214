//! Pages of lists, counted and walked up to a cap, so that no page grows with its table.

use crate::{Reading, kept};
use jinqiao_kernel::{COUNT_CAP, Page, PageQuery, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IdenStatic, Order, QueryFilter, QuerySelect,
    QueryTrait, Select, Statement, TryGetable,
    sea_query::{Alias, Asterisk, Expr, ExprTrait, Query, SelectStatement, UnionType},
};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::time::Instant;
use uuid::Uuid;

/// Lists that are known to be long, at most; each takes some fifty bytes.
const LONG: usize = 10_000;

/// Lists that went beyond the cap when they were counted last, by what selects them, and when that was. To count a thousand rows again for
/// every look takes far longer than to read the twenty of a page, and says the same.
#[derive(Clone, Default)]
struct Long(Arc<Mutex<HashMap<[u8; 32], Instant>>>);

impl Long {
    fn key(counted: &Statement) -> [u8; 32] {
        Sha256::digest(format!("{} {:?}", counted.sql, counted.values)).into()
    }

    fn lists(&self) -> std::sync::MutexGuard<'_, HashMap<[u8; 32], Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, key: [u8; 32]) {
        let mut lists = self.lists();
        if lists.len() >= LONG {
            lists.clear();
        }
        lists.insert(key, Instant::now());
    }
}

/// The wanted page of `select`, which carries filters and order. Nothing is on a page beyond the cap: whoever comes that far is
/// better served by a filter, and each row before the page would be walked for it.
///
/// # Errors
/// `validation` when the page is out of range; otherwise when the database fails.
pub async fn page_of<E: EntityTrait>(
    conn: &impl Reading,
    select: Select<E>,
    wanted: &PageQuery,
) -> Result<Page<E::Model>>
where
    E::Model: FromQueryResult + Send + Sync,
{
    let (counted, shown) = window(conn, countable(select.clone()), wanted).await?;
    let items = match shown {
        Some(offset) => select.limit(counted.size).offset(offset).all(conn).await?,
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
    conn: &impl Reading,
    select: Select<E>,
    column: E::Column,
    wanted: &PageQuery,
) -> Result<Page<T>> {
    let (counted, shown) = window(conn, countable(select.clone()), wanted).await?;
    let items = match shown {
        Some(offset) => {
            let rows = select.limit(counted.size).offset(offset).select_only().column(column);
            rows.into_tuple().all(conn).await?
        }
        None => vec![],
    };
    Ok(counted.with(items))
}

/// The values in `column`, such as ids, of the wanted page of what either of two selects, no row by both; the greatest of `by` first. Each
/// is found by an index of its own, where an `OR` would read every row of both and sort them.
///
/// # Errors
/// As [`page_of`].
pub async fn page_of_either<E: EntityTrait, T: TryGetable>(
    conn: &impl Reading,
    [one, other]: [Select<E>; 2],
    [column, by]: [E::Column; 2],
    wanted: &PageQuery,
) -> Result<Page<T>> {
    let values = |select: Select<E>| select.select_only().column(column).column(by).into_query();
    let mut both = values(one);
    both.union(UnionType::All, values(other));
    let (counted, shown) = window(conn, both.clone(), wanted).await?;
    let Some(offset) = shown else { return Ok(counted.with(vec![])) };
    let [first, next] = [column, by].map(|column| Alias::new(column.as_str()));
    let page = Query::select()
        .column(first.clone())
        .from_subquery(both, Alias::new("either"))
        .order_by(next, Order::Desc)
        .order_by(first, Order::Desc)
        .limit(counted.size)
        .offset(offset)
        .take();
    let rows = conn.query_all(&page).await?;
    let items = rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<Vec<T>, _>>()?;
    Ok(counted.with(items))
}

/// The wanted page of the rows of `first` in their order, then those of `then` in theirs, no row of both. Each is found by an index, where
/// one order for both would sort every row.
///
/// # Errors
/// As [`page_of`].
pub async fn page_of_two<E: EntityTrait>(
    conn: &impl Reading,
    [first, then]: [Select<E>; 2],
    wanted: &PageQuery,
) -> Result<Page<E::Model>>
where
    E::Model: FromQueryResult + Send + Sync,
{
    let mut both = countable(first.clone());
    both.union(UnionType::All, countable(then.clone()));
    let (counted, shown) = window(conn, both, wanted).await?;
    let Some(offset) = shown else { return Ok(counted.with(vec![])) };
    let mut items = first.clone().limit(counted.size).offset(offset).all(conn).await?;
    let left = counted.size.saturating_sub(items.len() as u64);
    if left > 0 {
        // A page that shows some of the first shows the others from their beginning.
        let skipped = if items.is_empty() { offset - count_up_to(conn, first, offset).await? } else { 0 };
        items.extend(then.limit(left).offset(skipped).all(conn).await?);
    }
    Ok(counted.with(items))
}

/// What is counted of `select`: its rows, in no order.
fn countable<E: EntityTrait>(select: Select<E>) -> SelectStatement {
    let mut rows = select.select_only().expr(Expr::val(1)).into_query();
    rows.clear_order_by();
    rows
}

/// A page of `rows` without them, and from where it shows some; nothing beyond the cap.
async fn window(conn: &impl Reading, rows: SelectStatement, wanted: &PageQuery) -> Result<(Page<()>, Option<u64>)> {
    let (page, size) = wanted.check()?;
    let counted = count_for_page(conn, rows).await?;
    let offset = (page - 1) * size;
    let total = std::cmp::min(counted, COUNT_CAP);
    let shown = (offset == 0 || offset < total).then_some(offset);
    Ok((Page { items: vec![], total, capped: counted > COUNT_CAP, page, size }, shown))
}

/// How many `rows` there are, up to one more than the cap. Of a list that was longer it is not asked again for as long as answers are
/// kept ([`crate::Options::share_answers`]).
async fn count_for_page(conn: &impl Reading, rows: SelectStatement) -> Result<u64> {
    let (most, long) = (COUNT_CAP + 1, kept::<Long>(conn));
    let key = Long::key(&conn.get_database_backend().build(&rows));
    let known = long.lists().get(&key).is_some_and(|since| since.elapsed() < conn.cache().keep());
    if known {
        return Ok(most);
    }
    let counted = count_rows(conn, rows, most).await?;
    if counted == most && !conn.is_write() {
        long.add(key);
    }
    Ok(counted)
}

/// How many rows `select` has; `most` when there are so many or more.
///
/// # Errors
/// When the database fails.
pub async fn count_up_to<E: EntityTrait>(conn: &impl ConnectionTrait, select: Select<E>, most: u64) -> Result<u64> {
    count_rows(conn, countable(select), most).await
}

async fn count_rows(conn: &impl ConnectionTrait, mut rows: SelectStatement, most: u64) -> Result<u64> {
    rows.limit(most);
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

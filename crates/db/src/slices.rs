//! Whole tables, a slice at a time: the rows of a driver take some ten times the memory of what is made of them.

use jinqiao_kernel::Result;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    TryGetableMany,
};
use uuid::Uuid;

/// Rows that are in memory at once.
const SLICE: u64 = 2_000;

/// Gives `take` every row that `select` filters, in the order of `key`, an id by which each slice goes on where the last one ended. A row
/// is the key and then `columns`. Other people's writes are not kept waiting, so what changes meanwhile is seen or not.
///
/// # Errors
/// When the database fails.
pub async fn every<E: EntityTrait, T: TryGetableMany>(
    conn: &impl ConnectionTrait,
    select: Select<E>,
    key: E::Column,
    columns: impl IntoIterator<Item = E::Column>,
    mut take: impl FnMut(T),
) -> Result<()> {
    let select = select.select_only().column(key).columns(columns).order_by_asc(key).limit(SLICE);
    let mut last: Option<Uuid> = None;
    loop {
        let slice = last.map_or_else(|| select.clone(), |last| select.clone().filter(key.gt(last)));
        let rows = conn.query_all(&slice.into_query()).await?;
        for row in &rows {
            take(T::try_get_many_by_index(row).map_err(DbErr::from)?);
        }
        let Some(end) = rows.last().filter(|_| rows.len() as u64 == SLICE) else { return Ok(()) };
        last = Some(end.try_get_by_index(0)?);
    }
}

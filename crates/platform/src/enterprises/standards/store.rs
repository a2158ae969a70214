//! Editions kept and in force.

use super::{
    EditionIn, StandardKind,
    entity::{ActiveModel, Column, Entity, Model},
    model::{StandardEdition, Table},
};
use crate::enterprises::{industries::Industries, sme::Sizes};
use jinqiao_db::{Db, Intent, Reading, settings};
use jinqiao_kernel::{Actor, Day, Error, NaiveDate, Result, local_date};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::OnConflict,
};
use std::sync::Arc;

/// Editions of one table, which is more than a century of them.
const EDITIONS: u64 = 50;

/// Both tables as they count on a day.
#[derive(Clone, Debug)]
pub struct Standards {
    /// The classification of industries.
    pub industries: Arc<Industries>,
    /// Where it comes from.
    pub source: Arc<str>,
    /// The day from which it counts.
    pub valid_from: NaiveDate,
    /// The rules of size.
    pub sizes: Arc<Sizes>,
}

/// An edition that was read.
#[derive(Clone)]
struct Edition<T> {
    valid_from: NaiveDate,
    source: Arc<str>,
    table: T,
}

/// The editions of one table that count on a day or later, the first of them the one that counts.
#[derive(Clone)]
struct Known<T>(Arc<Vec<Edition<Arc<T>>>>);

impl<T> Known<T> {
    fn of(read: Vec<Edition<Table>>, own: impl Fn(Table) -> Option<T>) -> Self {
        let one = |Edition { valid_from, source, table }: Edition<Table>| {
            Some(Edition { valid_from, source, table: Arc::new(own(table)?) })
        };
        Self(Arc::new(read.into_iter().filter_map(one).collect()))
    }

    /// The edition that counts on `day`.
    fn on(&self, day: NaiveDate) -> Result<Edition<Arc<T>>> {
        let counts = self.0.iter().rfind(|edition| edition.valid_from <= day).or_else(|| self.0.first());
        counts.cloned().ok_or_else(|| Error::internal("no edition of a standard"))
    }
}

/// The edition of `kind` that counts on `day`, none for the one that the platform brings along.
pub(super) async fn row_on(conn: &impl ConnectionTrait, kind: StandardKind, day: NaiveDate) -> Result<Option<Model>> {
    let known = Entity::find().filter(Column::Kind.eq(kind)).filter(Column::ValidFrom.lte(day));
    Ok(known.order_by_desc(Column::ValidFrom).one(conn).await?)
}

fn read(row: &Model) -> Result<Table> {
    // What the rules of size name was checked when they came.
    match row.kind {
        StandardKind::Industries => Industries::parse(&row.body).map(Table::Industries),
        StandardKind::Sizes => Sizes::parse(&row.body, |_| true).map(Table::Sizes),
    }
}

/// The table of `kind` that counts on `day`.
pub(super) async fn table_on(conn: &impl ConnectionTrait, kind: StandardKind, day: NaiveDate) -> Result<Table> {
    row_on(conn, kind, day).await?.as_ref().map_or_else(|| Ok(Table::first(kind)), read)
}

/// The edition that counts on `today` and those after it: days go on, editions do not come back.
async fn load(conn: &impl ConnectionTrait, kind: StandardKind, today: NaiveDate) -> Result<Vec<Edition<Table>>> {
    let current = row_on(conn, kind, today).await?;
    let later = Entity::find().filter(Column::Kind.eq(kind)).filter(Column::ValidFrom.gt(today));
    let later = later.order_by_asc(Column::ValidFrom).all(conn).await?;
    let mut editions = vec![];
    if current.is_none() {
        let (valid_from, source) = (kind.first_day(), kind.first_source().into());
        editions.push(Edition { valid_from, source, table: Table::first(kind) });
    }
    for row in current.into_iter().chain(later) {
        let table = read(&row)?;
        editions.push(Edition { valid_from: row.valid_from, source: row.source.into(), table });
    }
    Ok(editions)
}

/// What counts on `today`, read once by this process and again after a change on whatever node.
///
/// # Errors
/// When the database fails.
pub async fn in_force(conn: &impl Reading, today: NaiveDate) -> Result<Standards> {
    type Both = (Known<Industries>, Known<Sizes>);
    let both: Both = settings(conn, async {
        let industries = Known::of(load(conn, StandardKind::Industries, today).await?, |table| match table {
            Table::Industries(table) => Some(table),
            Table::Sizes(_) => None,
        });
        let sizes = Known::of(load(conn, StandardKind::Sizes, today).await?, |table| match table {
            Table::Sizes(table) => Some(table),
            Table::Industries(_) => None,
        });
        Ok((industries, sizes))
    })
    .await?;
    let Edition { valid_from, source, table: industries } = both.0.on(today)?;
    Ok(Standards { industries, source, valid_from, sizes: both.1.on(today)?.table })
}

/// All editions, newest first, each table's first one last.
pub(super) async fn all(conn: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<StandardEdition>> {
    let mut views = vec![];
    for kind in StandardKind::iter() {
        let known = Entity::find().select_only().columns([Column::ValidFrom, Column::Source, Column::Rows]);
        let known = known.filter(Column::Kind.eq(kind)).order_by_desc(Column::ValidFrom);
        let known: Vec<(NaiveDate, String, i32)> = known.into_tuple().all(conn).await?;
        let counts = known.iter().map(|(from, ..)| *from).find(|from| *from <= today);
        let view = |(valid_from, source, rows): (NaiveDate, String, i32)| StandardEdition {
            kind,
            valid_from,
            source,
            rows: usize::try_from(rows).unwrap_or_default(),
            shipped: false,
            in_force: counts == Some(valid_from),
            removable: valid_from > today,
        };
        views.extend(known.into_iter().map(view));
        views.push(StandardEdition {
            kind,
            valid_from: kind.first_day(),
            source: kind.first_source().into(),
            rows: Table::first(kind).entries().len(),
            shipped: true,
            in_force: counts.is_none(),
            removable: false,
        });
    }
    Ok(views)
}

/// Reads what is imported on `today`.
///
/// # Errors
/// `validation`.
pub(super) async fn parsed(
    conn: &impl ConnectionTrait,
    kind: StandardKind,
    input: &EditionIn,
    today: NaiveDate,
) -> Result<Table> {
    input.check(today)?;
    let known = match table_on(conn, StandardKind::Industries, *input.valid_from).await? {
        Table::Industries(known) => known,
        Table::Sizes(_) => Industries::first(),
    };
    let csv = input.csv.clone();
    beside(move || Table::parse(kind, &csv, &known)).await?
}

/// Runs what computes for long beside the threads that answer.
///
/// # Errors
/// When it panics.
pub(super) async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}

/// Keeps an edition, in place of one of the same day. What has counted before today is not changed any more.
///
/// # Errors
/// `validation`.
pub async fn save(db: &Db, actor: &Actor, kind: StandardKind, input: &EditionIn) -> Result<()> {
    let detail = format!("{}，自 {} 起生效，依据：{}", kind.text(), input.valid_from, input.source.trim());
    // Read before the write begins, which would keep others waiting.
    let table = parsed(db.read(), kind, input, local_date(db.world().now())).await?;
    let (body, rows) = (table.text(), i32::try_from(table.entries().len()).unwrap_or(i32::MAX));
    let body = &body;
    db.write_once(Intent::by(actor, "enterprises.save_standard").detail(detail), |tx| async move {
        let known = Entity::find().filter(Column::Kind.eq(kind)).filter(Column::ValidFrom.ne(*input.valid_from));
        if known.count(tx.conn()).await? >= EDITIONS {
            return Err(Error::field("csv", "一个目录最多保存 50 个版次"));
        }
        let row = Model {
            kind,
            valid_from: *input.valid_from,
            source: input.source.trim().into(),
            rows,
            body: body.clone(),
            updated_at: tx.now(),
        };
        let replace = OnConflict::columns([Column::Kind, Column::ValidFrom])
            .update_columns([Column::Source, Column::Body, Column::Rows, Column::UpdatedAt])
            .to_owned();
        let row: ActiveModel = row.into_active_model();
        Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
        tx.settings_changed().await
    })
    .await
}

/// Takes out an edition that does not count yet.
///
/// # Errors
/// `not_found`; `enterprises.standard_in_force`.
pub(super) async fn remove(db: &Db, actor: &Actor, kind: StandardKind, day: Day) -> Result<()> {
    let detail = format!("{}，{day}", kind.text());
    db.write_once(Intent::by(actor, "enterprises.remove_standard").detail(detail), |tx| async move {
        let gone = Entity::delete_by_id((kind, *day)).exec(tx.conn()).await?.rows_affected;
        if gone == 0 {
            return Err(Error::not_found());
        }
        if *day <= local_date(tx.now()) {
            return Err(Error::conflict("enterprises.standard_in_force", "已生效的版次不能删除，请导入新的版次"));
        }
        tx.settings_changed().await
    })
    .await
}

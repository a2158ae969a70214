//! What another edition means for the enterprises of the platform.

use super::{
    StandardKind,
    model::{EditionIn, EditionPreview, MOST_NAMED, Table, difference},
    store::{parsed, row_on, table_on},
};
use crate::enterprises::{
    Enterprise, FinanceYear, Size, Sizes,
    entity::{Column, Entity},
    finance::years_of_all,
    sizing::computed_size,
};
use jinqiao_db::Db;
use jinqiao_kernel::{OrgId, Result, local_date};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// Firms that are read at once.
const AT_ONCE: u64 = 500;

/// A profile with its years.
pub(in crate::enterprises) struct Firm {
    /// The profile.
    pub row: Enterprise,
    /// Its years.
    pub years: Vec<FinanceYear>,
}

impl Firm {
    /// Does the firm claim a size of its own, with its reason?
    pub fn claims(&self) -> bool {
        self.row.extras.0.size_override.is_some()
    }

    /// The size by `sizes`.
    pub fn size(&self, sizes: &Sizes) -> Option<Size> {
        computed_size(&self.row, &self.years, sizes)
    }
}

/// The next profiles that name an industry, after the firm `last`, by id.
pub(in crate::enterprises) async fn firms_after(conn: &impl ConnectionTrait, last: Option<OrgId>) -> Result<Vec<Firm>> {
    let next = Entity::find()
        .filter(Column::IndustrySection.is_not_null())
        .apply_if(last, |select, last| select.filter(Column::OrgId.gt(last)))
        .order_by_asc(Column::OrgId)
        .limit(AT_ONCE);
    let rows = next.all(conn).await?;
    let mut years = years_of_all(conn, rows.iter().map(|row| row.org_id)).await?;
    let firm = |row: Enterprise| Firm { years: years.remove(&row.org_id).unwrap_or_default(), row };
    Ok(rows.into_iter().map(firm).collect())
}

/// Is the firm another one by `after` than by `before`: in size, where it claims none, or in class or its name?
fn differs(firm: &Firm, before: &Table, after: &Table) -> bool {
    match (before, after) {
        (Table::Sizes(before), Table::Sizes(after)) => !firm.claims() && firm.size(before) != firm.size(after),
        (Table::Industries(before), Table::Industries(after)) => {
            let class = firm.row.extras.0.industry_class.as_deref();
            class.is_some_and(|class| before.class_name(class) != after.class_name(class))
        }
        _ => false,
    }
}

/// What importing `input` would change, compared with what would count on its day without it. Nothing is stored.
///
/// # Errors
/// `validation` naming every line that is wrong.
pub(super) async fn preview(db: &Db, kind: StandardKind, input: &EditionIn) -> Result<EditionPreview> {
    let conn = db.read();
    let after = parsed(conn, kind, input, local_date(db.world().now())).await?;
    let before = table_on(conn, kind, *input.valid_from).await?;
    let (added, changed, mut removed) = difference(&before, &after);
    let (mut enterprises, mut without_size, mut last) = (0, 0, None);
    loop {
        let firms = firms_after(conn, last).await?;
        let Some(end) = firms.last() else { break };
        last = Some(end.row.org_id);
        let differing = || firms.iter().filter(|firm| differs(firm, &before, &after));
        enterprises += differing().count();
        without_size +=
            differing().filter(|firm| matches!(&after, Table::Sizes(after) if firm.size(after).is_none())).count();
    }
    let replaces = row_on(conn, kind, *input.valid_from).await?.filter(|row| row.valid_from == *input.valid_from);
    let replaces = replaces.map(|row| row.source);
    let (rows, gone) = (after.entries().len(), removed.len());
    removed.truncate(MOST_NAMED);
    Ok(EditionPreview {
        rows,
        added,
        changed,
        removed: gone,
        removed_codes: removed,
        enterprises,
        without_size,
        replaces,
    })
}

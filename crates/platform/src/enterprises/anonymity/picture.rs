//! Table `enterprise_pictures`: the bands and dictionary values of each firm, kept so that those who share them can be counted.

use super::places::{self, Places};
use crate::enterprises::{
    Enterprise, RevenueBand, StaffBand, Title, YearsBand,
    model::full_years,
    score::{ScoreGrade, grade_of},
};
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, OrgId, Result, local_date};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, sea_query::OnConflict,
};
use serde::Serialize;

pub(super) mod entity {
    use crate::enterprises::IndustrySection;
    use jinqiao_kernel::{DateTime, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enterprise_pictures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: OrgId,
        pub section: IndustrySection,
        pub division: String,
        /// Only those of the operator's lists.
        pub district: Option<String>,
        pub park: Option<String>,
        /// Bands and grade as they are written in answers.
        pub years: Option<String>,
        pub staff: Option<String>,
        pub revenue: Option<String>,
        pub grade: Option<String>,
        /// All titles, sorted.
        pub titles: String,
        pub made_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A value as it is written in answers.
pub(super) fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        other => other.map(|value| value.to_string()).unwrap_or_default(),
    }
}

/// Titles in one text, whatever their order.
pub(super) fn titles_text(titles: &[Title]) -> String {
    let mut words: Vec<_> = titles.iter().map(word).collect();
    words.sort_unstable();
    words.dedup();
    words.join(",")
}

/// The picture of a firm of that `grade`; none until its industry is known.
pub(super) fn of(row: &Enterprise, grade: Option<ScoreGrade>, places: &Places, now: DateTime) -> Option<entity::Model> {
    let (Some(section), Some(division)) = (row.industry_section, row.industry_division.clone()) else {
        return None;
    };
    Some(entity::Model {
        org_id: row.org_id,
        section,
        division,
        district: places.district(row),
        park: places.park(row),
        years: row.founded_on.map(|founded| word(YearsBand::of(full_years(founded, local_date(now))))),
        staff: row.staff.map(|staff| word(StaffBand::of(staff))),
        revenue: row.revenue.map(|revenue| word(RevenueBand::of(revenue))),
        grade: grade.map(word),
        titles: titles_text(&row.titles.0),
        made_at: now,
    })
}

impl entity::Model {
    /// The same whoever's it is, and whenever it was made.
    pub(super) fn same_as(&self, other: &Self) -> bool {
        *self == Self { org_id: self.org_id, made_at: self.made_at, ..other.clone() }
    }
}

/// Keeps the picture of a firm as it is now.
///
/// # Errors
/// When the database fails.
pub async fn note(tx: &Tx, row: &Enterprise) -> Result<()> {
    use entity::{Column, Entity};
    let places = places::in_force(tx.conn()).await?;
    let Some(picture) = of(row, grade_of(tx.conn(), row, tx.now()).await?, &places, tx.now()) else {
        Entity::delete_by_id(row.org_id).exec(tx.conn()).await?;
        return Ok(());
    };
    let changed = [
        Column::Section,
        Column::Division,
        Column::District,
        Column::Park,
        Column::Years,
        Column::Staff,
        Column::Revenue,
        Column::Grade,
        Column::Titles,
        Column::MadeAt,
    ];
    Entity::insert(picture.into_active_model())
        .on_conflict(OnConflict::column(Column::OrgId).update_columns(changed).to_owned())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The pictures of `orgs` that were kept last; not in their order.
pub(super) async fn kept(
    conn: &impl ConnectionTrait,
    orgs: impl IntoIterator<Item = OrgId>,
) -> Result<Vec<entity::Model>> {
    Ok(entity::Entity::find().filter(entity::Column::OrgId.is_in(orgs)).all(conn).await?)
}

/// How many firms have a picture.
pub async fn pictures_made(conn: &impl ConnectionTrait) -> Result<u64> {
    Ok(entity::Entity::find().count(conn).await?)
}

//! The tables with their days, and the score by the one in force.

use super::{
    Score, ScoreGrade, ScoreTableIn, compute,
    entity::{ActiveModel, Column, Entity, Model},
    table::shipped,
};
use crate::{
    enterprises::{Enterprise, FinanceYear, parameters::UNVERIFIED_MOST},
    permissions::value_of,
};
use jinqiao_db::{Db, Doc, Intent, Reading};
use jinqiao_kernel::{Actor, DateTime, Error, NaiveDate, Result, local_date};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, sea_query::OnConflict,
};

/// What the source of the shipped table says.
const SHIPPED_SOURCE: &str = "平台示范权重，待按官方附件替换";

/// The table that the platform ships, which counts until the operator's first one does.
pub(super) fn shipped_row() -> Model {
    Model {
        effective_on: NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default(),
        official: false,
        source: SHIPPED_SOURCE.into(),
        body: Doc(shipped()),
        version: 0,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

/// The table in force on `day`.
pub(super) async fn in_force(conn: &impl ConnectionTrait, day: NaiveDate) -> Result<Model> {
    let known = Entity::find().filter(Column::EffectiveOn.lte(day)).order_by_desc(Column::EffectiveOn);
    Ok(known.one(conn).await?.unwrap_or_else(shipped_row))
}

/// All tables, newest first, the shipped one last.
pub(super) async fn all(conn: &impl ConnectionTrait) -> Result<Vec<Model>> {
    let mut rows = Entity::find().order_by_desc(Column::EffectiveOn).all(conn).await?;
    rows.push(shipped_row());
    Ok(rows)
}

/// The score of a profile at `now`, with the table that made it.
pub(super) async fn with_table(
    conn: &impl Reading,
    profile: &Enterprise,
    years: &[FinanceYear],
    now: DateTime,
) -> Result<(Option<Score>, Model)> {
    let today = local_date(now);
    let table = in_force(conn, today).await?;
    let most = i32::try_from(value_of(conn, UNVERIFIED_MOST).await?).unwrap_or_default();
    Ok((compute::score(&table.body.0, profile, years, most, today), table))
}

/// The score of a profile at `now`; none while age or revenue are not known.
pub async fn of_profile(
    conn: &impl Reading,
    profile: &Enterprise,
    years: &[FinanceYear],
    now: DateTime,
) -> Result<Option<Score>> {
    Ok(with_table(conn, profile, years, now).await?.0)
}

/// As [`of_profile`] for many firms, by one table.
pub async fn of_profiles(
    conn: &impl Reading,
    firms: &[(Enterprise, Vec<FinanceYear>)],
    now: DateTime,
) -> Result<Vec<Option<Score>>> {
    let today = local_date(now);
    let table = in_force(conn, today).await?;
    let most = i32::try_from(value_of(conn, UNVERIFIED_MOST).await?).unwrap_or_default();
    Ok(firms.iter().map(|(profile, years)| compute::score(&table.body.0, profile, years, most, today)).collect())
}

/// The grade alone, for tier 1.
pub async fn grade_of(conn: &impl Reading, profile: &Enterprise, now: DateTime) -> Result<Option<ScoreGrade>> {
    let years = crate::enterprises::years_of(conn, profile.org_id).await?;
    Ok(of_profile(conn, profile, &years, now).await?.map(|score| score.grade))
}

/// Writes the table that counts from a day on; what counts already is not changed any more.
///
/// # Errors
/// `validation`; `conflict.stale`.
pub async fn save_table(db: &Db, actor: &Actor, version: i32, input: &ScoreTableIn) -> Result<()> {
    input.check(local_date(db.world().now()))?;
    let kind = if input.official { "官方权重" } else { "示范权重" };
    let detail = format!("自 {} 起生效，{kind}，依据：{}", input.effective_on, input.source.trim());
    db.write_once(Intent::by(actor, "enterprises.save_score_table").detail(detail), |tx| async move {
        let known = Entity::find_by_id(*input.effective_on).lock_exclusive().one(tx.conn()).await?;
        if known.as_ref().map_or(0, |row| row.version) != version {
            return Err(Error::stale());
        }
        let row = ActiveModel {
            effective_on: Set(*input.effective_on),
            official: Set(input.official),
            source: Set(input.source.trim().into()),
            body: Set(Doc(input.table.clone())),
            version: Set(version + 1),
            updated_at: Set(tx.now()),
        };
        match known {
            // A row that is not there cannot be locked: of two first versions at once the second is told here.
            None => {
                let fresh = OnConflict::column(Column::EffectiveOn).do_nothing().to_owned();
                if Entity::insert(row).on_conflict(fresh).exec_without_returning(tx.conn()).await? == 0 {
                    return Err(Error::stale());
                }
            }
            Some(_) => Entity::update(row).exec(tx.conn()).await.map(|_| ())?,
        }
        Ok(())
    })
    .await
}

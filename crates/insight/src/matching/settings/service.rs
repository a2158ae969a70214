//! The settings in force, and the next ones.

use super::{
    entity::{Column, Entity, Model},
    kept::Kept,
    model::MatchSettings,
};
use jinqiao_db::{Db, Doc, Intent, Reading, settings, unless_taken};
use jinqiao_kernel::{Actor, Checks, DateTime, Error, Result};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa::ToSchema;

/// Versions that the page shows.
const SHOWN: u64 = 50;

/// Settings as the operator saves them.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchSettingsIn {
    /// Why, 5 to 200 characters.
    #[schema(min_length = 5, max_length = 200)]
    pub reason: String,
    /// What counts from now on.
    pub settings: MatchSettings,
}

fn shipped() -> Model {
    let (body, at) = (Doc(Kept(MatchSettings::default())), DateTime::UNIX_EPOCH);
    Model { version: 0, at, reason: "平台初始参数".into(), body }
}

/// The settings that count now, with their version.
pub async fn current(conn: &impl Reading) -> Result<(i32, MatchSettings)> {
    settings(conn, async {
        let row = Entity::find().order_by_desc(Column::Version).one(conn).await?.unwrap_or_else(shipped);
        Ok((row.version, row.body.0.0))
    })
    .await
}

/// The settings of one version, for rounds with which they were not kept: what was shipped then knew no network.
pub async fn of_version(conn: &impl Reading, version: i32) -> Result<MatchSettings> {
    let row = Entity::find_by_id(version).one(conn).await?;
    Ok(row.map_or(MatchSettings::BEFORE_NETWORK, |row| row.body.0.0))
}

/// The newest versions first, down to the shipped one.
pub async fn versions(conn: &impl Reading) -> Result<Vec<Model>> {
    let mut rows = Entity::find().order_by_desc(Column::Version).limit(SHOWN).all(conn).await?;
    rows.push(shipped());
    Ok(rows)
}

/// Writes the next version; it counts for what is matched from now on.
///
/// # Errors
/// `validation`; `conflict.stale`.
pub async fn save(db: &Db, actor: &Actor, version: i32, input: &MatchSettingsIn) -> Result<()> {
    let mut checks = Checks::new();
    checks.text("reason", &input.reason, 5..=200);
    input.settings.check(&mut checks);
    checks.done()?;
    let reason = input.reason.trim();
    db.write_once(Intent::by(actor, "matching.tune").detail(reason), |tx| async move {
        if current(tx.conn()).await?.0 != version {
            return Err(Error::stale());
        }
        let row = Model { version: version + 1, at: tx.now(), reason: reason.into(), body: Doc(Kept(input.settings)) };
        let insert = Entity::insert(row.into_active_model().reset_all());
        // Two who save at once: the second meets the version of the first.
        unless_taken(insert.exec_without_returning(tx.conn()).await, "match_settings", Error::stale)?;
        tx.settings_changed().await
    })
    .await
}

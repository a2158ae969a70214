//! The operator's synonyms in force, and the next ones.

use super::entity::{Column, Entity, Model};
use jinqiao_db::{Db, Intent, Reading, settings, unless_taken};
use jinqiao_kernel::{Actor, Checks, DateTime, Error, Result};
use jinqiao_matching::text::Synonyms;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use utoipa::ToSchema;

/// Characters of all groups.
const MOST: usize = 60_000;
/// Versions that the page shows.
const SHOWN: u64 = 50;

/// Synonyms as the operator saves them.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SynonymsIn {
    /// Why, 5 to 200 characters.
    #[schema(min_length = 5, max_length = 200)]
    pub reason: String,
    /// One group a line, its words separated by blanks or commas; the first stands for all. At most 60,000 characters.
    #[schema(max_length = 60000)]
    pub body: String,
}

/// A version without its groups.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SynonymsVersion {
    version: i32,
    at: DateTime,
    reason: String,
}

/// The synonyms in force, and the versions up to them.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SynonymsView {
    /// 0 while only those count that the platform ships.
    version: i32,
    /// The operator's groups.
    body: String,
    /// Newest first.
    versions: Vec<SynonymsVersion>,
}

/// The synonyms that count now; those that the platform ships always count too.
pub async fn current(conn: &impl Reading) -> Result<Model> {
    settings(conn, async {
        let newest = Entity::find().order_by_desc(Column::Version).one(conn).await?;
        let none = || Model { version: 0, at: DateTime::UNIX_EPOCH, reason: String::new(), body: String::new() };
        Ok(newest.unwrap_or_else(none))
    })
    .await
}

/// The groups that come with the platform and those of `body`, which was checked when it was saved.
pub fn synonyms_of(body: &str) -> Synonyms {
    Synonyms::common().with(Synonyms::read(body).unwrap_or_default())
}

/// Those that count now. They seldom change, so the ones that were read last are remembered.
pub async fn in_force(conn: &impl Reading) -> Result<Arc<Synonyms>> {
    static LAST: Mutex<Option<(String, Arc<Synonyms>)>> = Mutex::new(None);
    let body = current(conn).await?.body;
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, same)) = last.as_ref().filter(|(read, _)| *read == body) {
        return Ok(same.clone());
    }
    let read = Arc::new(synonyms_of(&body));
    *last = Some((body, read.clone()));
    Ok(read)
}

/// What the page shows.
pub async fn view(conn: &impl Reading) -> Result<SynonymsView> {
    let Model { version, body, .. } = current(conn).await?;
    let known = Entity::find().select_only().column(Column::Version).column(Column::At).column(Column::Reason);
    let known: Vec<_> = known.order_by_desc(Column::Version).limit(SHOWN).into_tuple().all(conn).await?;
    let versions = known.into_iter().map(|(version, at, reason)| SynonymsVersion { version, at, reason });
    Ok(SynonymsView { version, body, versions: versions.collect() })
}

/// Notes what is wrong with the groups in `body`, with its line.
pub fn check(checks: &mut Checks, field: &str, body: &str) {
    if body.chars().nth(MOST).is_some() {
        checks.that(field, false, "同义词最多 60000 个字");
    } else if let Err(wrong) = Synonyms::read(body) {
        checks.that(field, false, &wrong.to_string());
    }
}

/// Writes the next version; it counts for what is matched from now on.
///
/// # Errors
/// `validation`; `conflict.stale`.
pub async fn save(db: &Db, actor: &Actor, version: i32, input: &SynonymsIn) -> Result<()> {
    let mut checks = Checks::new();
    checks.text("reason", &input.reason, 5..=200);
    check(&mut checks, "body", &input.body);
    checks.done()?;
    let reason = input.reason.trim();
    db.write_once(Intent::by(actor, "matching.save_synonyms").detail(reason), |tx| async move {
        if current(tx.conn()).await?.version != version {
            return Err(Error::stale());
        }
        // PostgreSQL can't keep the character zero, and no word has one.
        let body = input.body.replace('\0', "");
        let row = Model { version: version + 1, at: tx.now(), reason: reason.into(), body };
        let insert = Entity::insert(row.into_active_model().reset_all());
        // Two who save at once: the second meets the version of the first.
        unless_taken(insert.exec_without_returning(tx.conn()).await, "match_synonyms", Error::stale)?;
        tx.settings_changed().await
    })
    .await
}

//! Publishing versions: the first of each at the first start, later ones by the operator. A version never changes.

use super::{
    name::AgreementName,
    store::{Agreement, agreement, current},
};
use jinqiao_db::{Db, Intent, Tx, unless_taken};
use jinqiao_kernel::{Actor, Checks, DateTime, Error, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// Versions of one agreement at most; a text that changes more often is no agreement.
const VERSIONS: i32 = 100;

/// The next version of an agreement.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreementIn {
    /// The version that it replaces, as its author has read it.
    #[schema(minimum = 1, maximum = 100)]
    replaces: i32,
    /// One line, 2 to 60 characters.
    #[schema(min_length = 2, max_length = 60)]
    title: String,
    /// Plain text, 50 to 30,000 characters; a blank line ends a paragraph.
    #[schema(min_length = 50, max_length = 30000)]
    body: String,
}

/// A version without its text.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AgreementVersion {
    kind: AgreementName,
    version: i32,
    title: String,
    effective_at: DateTime,
    /// It counts now: who has not accepted it accepts it before going on.
    in_force: bool,
}

impl AgreementIn {
    fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        checks.range("replaces", self.replaces, 1..=VERSIONS - 1, "一份协议最多发布 100 个版本");
        checks.line("title", &self.title, 2..=60);
        checks.text("body", &self.body, 50..=30_000);
        checks.done()
    }
}

fn hash(title: &str, body: &str) -> String {
    Sha256::digest(format!("{title}\n{body}")).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// All versions of `known`, in that order, newest first.
pub async fn versions(
    conn: &impl ConnectionTrait,
    known: impl Iterator<Item = Agreement>,
) -> Result<Vec<AgreementVersion>> {
    let order: Vec<&str> = known.map(|agreement| agreement.name).collect();
    let found = agreement::Entity::find().select_only().columns([
        agreement::Column::Kind,
        agreement::Column::Version,
        agreement::Column::Title,
        agreement::Column::EffectiveAt,
    ]);
    let found = found.filter(agreement::Column::Kind.is_in(order.iter().copied()));
    let rows: Vec<(String, i32, String, DateTime)> =
        found.order_by_desc(agreement::Column::Version).into_tuple().all(conn).await?;
    let mut list = vec![];
    for name in order {
        let own = rows.iter().filter(|(kind, ..)| kind == name);
        list.extend(own.enumerate().map(|(place, (kind, version, title, effective_at))| AgreementVersion {
            kind: AgreementName(kind.clone()),
            version: *version,
            title: title.clone(),
            effective_at: *effective_at,
            in_force: place == 0,
        }));
    }
    Ok(list)
}

/// Publishes the next version of `known`, in force at once.
///
/// # Errors
/// `validation`, also where nothing differs; `conflict.stale` when another version is in force than the one it replaces.
pub async fn publish_next(db: &Db, actor: &Actor, known: Agreement, input: &AgreementIn) -> Result<()> {
    input.check()?;
    let (title, body) = (input.title.trim(), input.body.trim());
    let detail = format!("{title}，第 {} 版", input.replaces + 1);
    db.write_once(Intent::by(actor, "agreements.publish").detail(detail), |tx| async move {
        let before = current(tx.conn(), known.name).await?;
        if before.version != input.replaces {
            return Err(Error::stale());
        }
        if (before.title.trim(), before.body.trim()) == (title, body) {
            return Err(Error::field("body", "与现行版本相同，不需要发布"));
        }
        let row = row(&tx, known.name, before.version + 1, (title, body));
        // Two who publish at the same time replace the same version.
        unless_taken(
            agreement::Entity::insert(row).exec_without_returning(tx.conn()).await,
            "agreements",
            Error::stale,
        )?;
        Ok(())
    })
    .await
}

/// Publishes version 1 of every agreement that has none yet; run at each start.
pub async fn publish_first_versions(db: &Db, agreements: impl Iterator<Item = Agreement>) -> Result<()> {
    for first in agreements {
        let known = agreement::Entity::find().filter(agreement::Column::Kind.eq(first.name)).one(db.read()).await?;
        if known.is_none() {
            let intent = Intent::system("agreements.publish").detail(first.title);
            db.write(intent, |tx| async move { publish_first(&tx, first).await }).await?;
        }
    }
    Ok(())
}

async fn publish_first(tx: &Tx, first: Agreement) -> Result<()> {
    // Another node that starts at the same time may have been faster.
    let taken = OnConflict::columns([agreement::Column::Kind, agreement::Column::Version]).do_nothing().to_owned();
    let row = row(tx, first.name, 1, (first.title, first.body));
    agreement::Entity::insert(row).on_conflict(taken).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn row(tx: &Tx, name: &str, version: i32, (title, body): (&str, &str)) -> agreement::ActiveModel {
    agreement::ActiveModel {
        id: Set(tx.id()),
        kind: Set(name.into()),
        version: Set(version),
        title: Set(title.into()),
        body: Set(body.into()),
        hash: Set(hash(title, body)),
        effective_at: Set(tx.now()),
    }
}

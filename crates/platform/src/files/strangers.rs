//! Files of somebody who has no account yet: for a registration, and gone after a day if none follows. What they cost has bounds
//! of its own, since no organisation answers for them.

use super::{
    FileInfo, FileKind, FileState,
    entity::{self, stranger},
    model::{KEPT, STUCK},
    receive::Received,
    store,
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_http::FileStore;
use jinqiao_kernel::{AccountId, Error, FileId, Kind, OrgId, RequestMeta, Result};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait as _, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, Set, sea_query::Expr,
};
use std::sync::Arc;
use stranger::{Column, Entity, Model};
use uuid::Uuid;

/// Largest size of one of them, megabytes: a photograph, or some scanned pages.
pub const MEGABYTES: i64 = 10;
/// Room for all of them that no registration has taken up.
const ALL_MEGABYTES: i64 = 2_048;
const MEGABYTE: i64 = 1_048_576;
const BATCH: u64 = 100;

/// What a licence is kept as.
///
/// # Errors
/// `validation` on `file`.
pub fn check_kind(kind: FileKind) -> Result<()> {
    let shown = kind == FileKind::Pdf || kind.is_picture();
    if shown { Ok(()) } else { Err(Error::field("file", "请上传 PDF、PNG 或 JPG 格式的扫描件或照片")) }
}

/// Keeps a checked upload; it goes on when the client has gone, so that nothing is left half done.
///
/// # Errors
/// `files.strangers_full`; `validation` on `file`; when the file store or the database fails.
pub async fn keep(db: &Db, files: &Arc<dyn FileStore>, request: &RequestMeta, received: Received) -> Result<FileInfo> {
    check_kind(received.kind)?;
    let (db, files, request) = (db.clone(), files.clone(), request.clone());
    tokio::spawn(async move { kept(&db, files.as_ref(), &request, received).await }).await.map_err(Error::internal)?
}

/// The row first, in a state that nobody can use, as for every upload; a broken one is left to the sweep.
async fn kept(db: &Db, files: &dyn FileStore, request: &RequestMeta, received: Received) -> Result<FileInfo> {
    let Received { file, name, kind, size, sha256, share: _share } = received;
    let row = &Model {
        id: FileId(Uuid::from_bytes(db.world().bytes())),
        name,
        kind,
        size,
        sha256,
        key: db.world().bytes::<20>().iter().map(|byte| format!("{byte:02x}")).collect(),
        state: FileState::Storing,
        created_at: db.world().now(),
    };
    db.write(Intent::bookkeeping("files.reserve"), |tx| async move {
        check_room(tx.conn(), size).await?;
        Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        Ok(())
    })
    .await?;
    files.put(&row.key, file).await?;
    let detail = format!("{} 文件，{size} 字节，SHA-256 {}", kind.extension().to_uppercase(), row.sha256);
    db.write(Intent::visitor(request, "files.stranger_upload").detail(detail), |tx| async move {
        let stored = row.state.stored()?;
        stranger::ActiveModel { id: Set(row.id), state: Set(stored), ..Default::default() }.update(tx.conn()).await?;
        Ok(FileInfo::from(row.clone()))
    })
    .await
}

async fn check_room(conn: &impl ConnectionTrait, size: i64) -> Result<()> {
    // PostgreSQL adds up whole numbers as decimals.
    let sum = Entity::find().select_only().expr(Expr::col(Column::Size).sum().cast_as("bigint"));
    let kept: Option<Option<i64>> = sum.into_tuple().one(conn).await?;
    if kept.flatten().unwrap_or_default().saturating_add(size) <= ALL_MEGABYTES * MEGABYTE {
        return Ok(());
    }
    let message = "当前注册上传较多，请过一段时间再试";
    Err(Error::new(Kind::TooMany, "files.strangers_full", message).retry_after(3600))
}

/// Makes the upload `id` a file of `org`, tied to its registration: under an id of its own, as whoever uploaded it needs the old one no
/// more. None when there is no such upload any more.
pub async fn adopt(tx: &Tx, id: FileId, org: OrgId, uploader: AccountId) -> Result<Option<FileId>> {
    let row = Entity::find_by_id(id).filter(Column::State.eq(FileState::Uploaded)).lock_exclusive();
    let Some(row) = row.one(tx.conn()).await? else { return Ok(None) };
    Entity::delete_by_id(id).exec(tx.conn()).await?;
    let adopted = tx.id();
    let file = entity::ActiveModel {
        id: Set(adopted),
        org_id: Set(org),
        uploader_id: Set(uploader),
        name: Set(row.name),
        kind: Set(row.kind),
        size: Set(row.size),
        sha256: Set(row.sha256),
        key: Set(row.key),
        state: Set(row.state.attach()?),
        subject: Set(Some(org.into())),
        created_at: Set(row.created_at),
    };
    store::insert(tx, file).await.map(|()| Some(adopted))
}

/// Removes what no registration has taken up for a day; claimed first, so that none takes it up meanwhile.
///
/// # Errors
/// When the database or the file store fails.
pub async fn sweep(db: &Db, files: &dyn FileStore) -> Result<usize> {
    let mut removed = 0;
    loop {
        let claimed = db.write(Intent::bookkeeping("files.claim"), |tx| async move { claim(&tx).await }).await?;
        if claimed.is_empty() {
            return Ok(removed);
        }
        for row in &claimed {
            files.remove(&row.key).await?;
        }
        let ids: Vec<_> = claimed.iter().map(|row| row.id).collect();
        let ids = &ids;
        db.write(Intent::system("files.purge").detail(format!("{} 个", ids.len())), |tx| async move {
            Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied())).exec(tx.conn()).await?;
            Ok(())
        })
        .await?;
        removed += claimed.len();
    }
}

async fn claim(tx: &Tx) -> Result<Vec<Model>> {
    let stuck = Condition::all().add(Column::State.eq(FileState::Storing)).add(Column::CreatedAt.lt(tx.now() - STUCK));
    let old = Condition::any().add(stuck).add(Column::CreatedAt.lt(tx.now() - KEPT));
    let rows = Entity::find().filter(old).order_by_asc(Column::CreatedAt).limit(BATCH).lock_exclusive();
    let rows = rows.all(tx.conn()).await?;
    for row in &rows {
        let state = row.state.purge()?;
        stranger::ActiveModel { id: Set(row.id), state: Set(state), ..Default::default() }.update(tx.conn()).await?;
    }
    Ok(rows)
}

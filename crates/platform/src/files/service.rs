//! Keeping what was received, and tying files to records.

use super::{
    FileInfo, FileState,
    entity::{ActiveModel, Model},
    receive::Received,
    room, store,
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_http::FileStore;
use jinqiao_kernel::{Actor, Checks, Error, FileId, OrgId, Result};
use sea_orm::Set;
use std::sync::Arc;
use uuid::Uuid;

/// Most files on one record.
pub const MOST_ATTACHMENTS: usize = 10;

/// Keeps a checked upload; it goes on when the client has gone, so that nothing is left half done.
///
/// # Errors
/// `files.storage_full`; `organizations.full`; when the file store or the database fails.
pub async fn keep(db: &Db, files: &Arc<dyn FileStore>, actor: &Actor, received: Received) -> Result<FileInfo> {
    let (db, files, actor) = (db.clone(), files.clone(), actor.clone());
    tokio::spawn(async move { kept(&db, files.as_ref(), &actor, received).await }).await.map_err(Error::internal)?
}

/// The row comes first, in a state that nobody can use, so that a crash leaves no bytes without a row; it becomes usable only
/// when the bytes are safe on disk.
async fn kept(db: &Db, files: &dyn FileStore, actor: &Actor, received: Received) -> Result<FileInfo> {
    let Received { file, name, kind, size, sha256, share: _share } = received;
    let key: String = db.world().bytes::<20>().iter().map(|byte| format!("{byte:02x}")).collect();
    let (key, name, sha256) = (key.as_str(), name.as_str(), sha256.as_str());
    let id: FileId = db
        .write(Intent::bookkeeping("files.reserve"), |tx| async move {
            room::check(&tx, actor.org, size).await?;
            let id: FileId = tx.id();
            let row = ActiveModel {
                id: Set(id),
                org_id: Set(actor.org),
                uploader_id: Set(actor.account),
                name: Set(name.into()),
                kind: Set(kind),
                size: Set(size),
                sha256: Set(sha256.into()),
                key: Set(key.into()),
                state: Set(FileState::Storing),
                subject: Set(None),
                created_at: Set(tx.now()),
            };
            store::insert(&tx, row).await.map(|()| id)
        })
        .await?;
    if let Err(error) = files.put(key, file).await {
        give_up(db, files, id, key).await;
        return Err(error);
    }
    let detail = format!("{} 文件，{size} 字节，SHA-256 {sha256}", kind.extension().to_uppercase());
    db.write(Intent::by(actor, "files.upload").on(id).detail(detail), |tx| async move {
        let row = one_locked(&tx, actor, id).await?;
        store::update(&tx, moved(&row, row.state.stored()?, None)).await?;
        Ok(FileInfo::from(row))
    })
    .await
}

/// Takes the reserved row back. Where that fails as well, the next sweep does it.
async fn give_up(db: &Db, files: &dyn FileStore, id: FileId, key: &str) {
    let removed = async {
        files.remove(key).await?;
        db.write(Intent::bookkeeping("files.give_up"), |tx| async move { store::delete(&tx, &[id]).await }).await
    };
    if let Err(error) = removed.await {
        tracing::warn!(?error, "a broken upload waits for the sweep");
    }
}

async fn one_locked(tx: &Tx, actor: &Actor, id: FileId) -> Result<Model> {
    store::lock_own(tx, actor.org, &[id]).await?.pop().ok_or_else(Error::not_found)
}

fn moved(row: &Model, state: FileState, subject: Option<Uuid>) -> ActiveModel {
    ActiveModel { id: Set(row.id), state: Set(state), subject: Set(subject), ..Default::default() }
}

/// Removes a file of the own organisation that is not attached; its bytes go with the next sweep.
pub(super) async fn discard(db: &Db, actor: &Actor, id: FileId) -> Result<()> {
    db.write(Intent::by(actor, "files.discard").on(id), |tx| async move {
        let row = one_locked(&tx, actor, id).await?;
        if row.state == FileState::Attached {
            return Err(Error::conflict("files.attached", "该附件已被使用，请在所属材料中移除"));
        }
        store::update(&tx, moved(&row, row.state.release()?, None)).await
    })
    .await
}

/// Ties `ids` to the record `subject`: files of the actor's organisation that are not tied to anything yet.
///
/// # Errors
/// `validation` on `attachments`.
pub async fn attach(tx: &Tx, actor: &Actor, ids: &[FileId], subject: Uuid) -> Result<Vec<FileInfo>> {
    replace(tx, actor, &[], ids, subject).await
}

/// Makes `wanted` the files of `subject`, which had `known`: new ones are tied to it, those left out are let go.
///
/// # Errors
/// `validation` on `attachments`.
pub async fn replace(
    tx: &Tx,
    actor: &Actor,
    known: &[FileId],
    wanted: &[FileId],
    subject: Uuid,
) -> Result<Vec<FileInfo>> {
    replace_among(tx, actor, (known, wanted), subject, MOST_ATTACHMENTS).await
}

/// As [`replace`], for a record that holds up to `most` files.
///
/// # Errors
/// `validation` on `attachments`.
pub async fn replace_among(
    tx: &Tx,
    actor: &Actor,
    (known, wanted): (&[FileId], &[FileId]),
    subject: Uuid,
    most: usize,
) -> Result<Vec<FileInfo>> {
    let mut checks = Checks::new();
    checks.that("attachments", wanted.len() <= most, &format!("最多 {most} 个附件"));
    let unique = wanted.iter().enumerate().all(|(i, id)| !wanted[..i].contains(id));
    checks.that("attachments", unique, "附件有重复").done()?;
    let added: Vec<_> = wanted.iter().filter(|id| !known.contains(id)).copied().collect();
    let dropped: Vec<_> = known.iter().filter(|id| !wanted.contains(id)).copied().collect();
    let rows = store::lock_own(tx, actor.org, &[&added[..], &dropped[..]].concat()).await?;
    for id in &added {
        let row = rows.iter().find(|row| row.id == *id);
        let at = wanted.iter().position(|wanted| wanted == id).unwrap_or_default();
        match row.map(|row| row.state) {
            Some(FileState::Uploaded) => {}
            Some(FileState::Attached) => checks_fail(at, "该附件已用于其他材料，请重新上传")?,
            _ => checks_fail(at, "附件不存在或已失效，请重新上传")?,
        }
    }
    for row in rows {
        let change = if added.contains(&row.id) {
            moved(&row, row.state.attach()?, Some(subject))
        } else if row.subject == Some(subject) {
            moved(&row, row.state.release()?, None)
        } else {
            continue;
        };
        store::update(tx, change).await?;
    }
    store::infos(tx.conn(), wanted).await
}

/// Lets go of all files of the record `subject`, which is being deleted.
pub async fn release(tx: &Tx, org: OrgId, ids: &[FileId], subject: Uuid) -> Result<()> {
    for row in store::lock_own(tx, org, ids).await? {
        if row.subject == Some(subject) {
            store::update(tx, moved(&row, row.state.release()?, None)).await?;
        }
    }
    Ok(())
}

fn checks_fail(at: usize, message: &str) -> Result<()> {
    Err(Error::field(&format!("attachments[{at}]"), message))
}

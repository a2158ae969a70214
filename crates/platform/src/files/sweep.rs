//! Removes what was uploaded and never used, or taken out of its record.

use super::{
    FileState,
    entity::{ActiveModel, Model},
    model::{KEPT, STUCK},
    store, strangers,
};
use jinqiao_db::{Db, Intent};
use jinqiao_http::FileStore;
use jinqiao_kernel::{FileId, Result};
use sea_orm::Set;

const BATCH: u64 = 100;

/// Removes files that no record has needed for a day. Claimed first, so that nobody can attach them meanwhile; a sweep
/// that breaks off is finished by the next one. Returns how many were removed.
///
/// # Errors
/// When the database or the file store fails.
pub async fn sweep(db: &Db, files: &dyn FileStore) -> Result<usize> {
    let mut removed = 0;
    loop {
        let claimed = claim(db).await?;
        if claimed.is_empty() {
            return Ok(removed + strangers::sweep(db, files).await?);
        }
        for row in &claimed {
            files.remove(&row.key).await?;
        }
        let ids: Vec<FileId> = claimed.iter().map(|row| row.id).collect();
        let ids = &ids;
        db.write(Intent::system("files.purge").detail(format!("{} 个", ids.len())), |tx| async move {
            store::delete(&tx, ids).await
        })
        .await?;
        removed += claimed.len();
    }
}

async fn claim(db: &Db) -> Result<Vec<Model>> {
    db.write(Intent::bookkeeping("files.claim"), |tx| async move {
        let mut rows = store::lock_unneeded(&tx, &[FileState::Storing], tx.now() - STUCK, BATCH).await?;
        let unused = [FileState::Uploaded, FileState::Released, FileState::Purging];
        rows.extend(store::lock_unneeded(&tx, &unused, tx.now() - KEPT, BATCH).await?);
        for row in &rows {
            let state: FileState = row.state.purge()?;
            store::update(&tx, ActiveModel { id: Set(row.id), state: Set(state), ..Default::default() }).await?;
        }
        Ok(rows)
    })
    .await
}

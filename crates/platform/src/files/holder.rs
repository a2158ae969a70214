//! Who of an organisation may fetch its files: those who see the record that a file belongs to. Records are kept further
//! down in the list of concepts, so each concept whose records not everybody of the organisation sees brings its rule.

use super::{FileState, entity::Model, store};
use crate::accounts;
use jinqiao_db::Db;
use jinqiao_kernel::{Actor, Error, FileId, Result};
use std::{pin::Pin, sync::Arc};
use uuid::Uuid;

/// What a concept says of one of its records.
pub type HolderFuture<'a> = Pin<Box<dyn Future<Output = Result<Option<bool>>> + Send + 'a>>;

/// Does the actor, whose organisation uploaded the files of a record, see it? None when the record is not this concept's.
pub type Holder = for<'a> fn(db: &'a Db, actor: &'a Actor, record: Uuid) -> HolderFuture<'a>;

/// The rules of all concepts.
#[derive(Clone)]
pub struct Holders(pub Arc<[Holder]>);

/// A file that the actor's organisation uploaded and the actor may fetch.
///
/// # Errors
/// `not_found`.
pub(super) async fn visible(db: &Db, actor: &Actor, holders: &Holders, id: FileId) -> Result<Model> {
    let file = store::own(db.read(), actor.org, id).await?;
    let visible = match (file.state, file.subject) {
        (FileState::Attached, Some(record)) => holds(db, actor, holders, record).await?,
        _ => file.uploader_id == actor.account || reaches_uploader(db, actor, &file).await?,
    };
    if visible { Ok(file) } else { Err(Error::not_found()) }
}

/// Records that no concept has a rule for belong to the organisation as a whole.
async fn holds(db: &Db, actor: &Actor, holders: &Holders, record: Uuid) -> Result<bool> {
    for holder in holders.0.iter() {
        if let Some(sees) = holder(db, actor, record).await? {
            return Ok(sees);
        }
    }
    Ok(true)
}

async fn reaches_uploader(db: &Db, actor: &Actor, file: &Model) -> Result<bool> {
    match &actor.reach {
        None => Ok(true),
        Some(units) => Ok(accounts::works_in(db.read(), file.uploader_id, units).await?),
    }
}

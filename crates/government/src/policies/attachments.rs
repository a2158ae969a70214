//! 附件 of an item: each version names its own, and what a published one names stays for as long as the item.

use super::{PolicyContent, entity::version, store};
use jinqiao_db::Tx;
use jinqiao_kernel::{Actor, Error, FileId, PolicyId, Result};
use jinqiao_platform::files::{self, FileKind, MOST_ATTACHMENTS};

/// What everybody can open: no pictures of texts, and no slides.
const KINDS: [FileKind; 3] = [FileKind::Pdf, FileKind::Docx, FileKind::Xlsx];

/// Makes the files that `content` names those of the version that is written: instead of those that it had `before`, or beside those of
/// the versions before it. Files of other versions stay.
///
/// # Errors
/// `validation` on `attachments`.
pub async fn keep(
    tx: &Tx,
    actor: &Actor,
    id: PolicyId,
    content: &PolicyContent,
    before: Option<&version::Model>,
) -> Result<()> {
    let wanted = &content.attachments;
    let had = before.map(|version| version.content.0.attachments.as_slice()).unwrap_or_default();
    if wanted.as_slice() == had {
        return Ok(());
    }
    let versions = store::versions(tx.conn(), id).await?;
    let others: Vec<FileId> = versions
        .iter()
        .filter(|version| before.is_none_or(|before| before.number != version.number))
        .flat_map(|version| version.content.0.attachments.iter().copied())
        .collect();
    // What the versions before it have as well is known, and not let go.
    let known: Vec<FileId> = had
        .iter()
        .filter(|file| wanted.contains(file) || !others.contains(file))
        .chain(others.iter().filter(|file| wanted.contains(file) && !had.contains(file)))
        .copied()
        .collect();
    let infos = files::replace_among(tx, actor, (&known, wanted), id.into(), MOST_ATTACHMENTS).await?;
    match infos.iter().position(|file| !KINDS.contains(&file.kind)) {
        Some(at) => Err(Error::field(&format!("attachments[{at}]"), "附件须为 pdf、docx 或 xlsx 格式")),
        None => Ok(()),
    }
}

/// `file` is one of the version's.
///
/// # Errors
/// `not_found`.
pub fn check(version: &version::Model, file: FileId) -> Result<()> {
    if version.content.0.attachments.contains(&file) { Ok(()) } else { Err(Error::not_found()) }
}

//! What a picture has to be that stands for an organisation on pages that everybody opens.

use super::{content::pixels, store};
use axum::body::to_bytes;
use jinqiao_db::Db;
use jinqiao_http::FileStore;
use jinqiao_kernel::{Error, FileId, OrgId, Result};
use std::{io::Cursor, ops::RangeInclusive};

/// Largest size, bytes.
const BYTES: i64 = 200 * 1024;
/// Width and height, pixels: sharp where it is shown, and no burden for a phone.
const SIDE: RangeInclusive<u32> = 64..=1_024;

/// Is the file `id`, which `org` uploaded, fit to be its mark?
///
/// # Errors
/// `validation` on `file`; `not_found`; when it cannot be read.
pub async fn check_mark(db: &Db, kept: &dyn FileStore, org: OrgId, id: FileId) -> Result<()> {
    let row = store::own(db.read(), org, id).await?;
    if !row.kind.is_picture() {
        return Err(Error::field("file", "请上传 png 或 jpg 图片"));
    }
    if row.size > BYTES {
        return Err(Error::field("file", "图片不能超过 200 KB"));
    }
    let content = kept.read(&row.key).await?;
    let bytes = to_bytes(content, usize::try_from(BYTES).map_err(Error::internal)?).await.map_err(Error::internal)?;
    match pixels(&mut Cursor::new(bytes))? {
        Some((width, height)) if SIDE.contains(&width) && SIDE.contains(&height) => Ok(()),
        _ => Err(Error::field("file", "图片的宽和高应在 64 至 1024 像素之间")),
    }
}

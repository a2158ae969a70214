//! Takes an upload in, piece by piece, into a place that vanishes with the process.

use super::content::inspect;
use super::{FileKind, name};
use axum::body::Body;
use http_body_util::BodyExt;
use jinqiao_kernel::{Error, Kind, Result};
use sha2::{Digest, Sha256};
use std::{fs::File, io::Write, time::Duration};
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

/// A client that sends nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(30);

/// Files are looked through two at a time: a PDF is read whole, and its streams beside it.
static INSPECTIONS: Semaphore = Semaphore::const_new(2);

/// A checked upload, not stored yet.
pub struct Received {
    pub(super) file: File,
    pub(super) name: String,
    pub(super) kind: FileKind,
    pub(super) size: i64,
    pub(super) sha256: String,
}

fn too_large(megabytes: i64) -> Error {
    let message = format!("单个文件不能超过 {megabytes} MB");
    let field = jinqiao_kernel::FieldError { field: "file".into(), message: message.clone() };
    Error::new(Kind::TooLarge, "files.too_large", message).with_fields(vec![field])
}

fn broken() -> Error {
    Error::new(Kind::Malformed, "files.broken_off", "上传中断，请重试")
}

/// Reads `body` up to `megabytes`, and checks name and content.
///
/// # Errors
/// `files.too_large` as soon as it is known; `files.broken_off`; `validation` on `name` or `file`.
pub async fn receive(given: &str, announced: Option<u64>, body: Body, megabytes: i64) -> Result<Received> {
    let (name, claimed) = name::clean(given)?;
    let most = megabytes.unsigned_abs() * 1024 * 1024;
    if announced.is_some_and(|length| length > most) {
        return Err(too_large(megabytes));
    }
    let (file, size, sha256) = spool(body, most, megabytes).await?;
    if size == 0 {
        return Err(Error::field("file", "文件是空的"));
    }
    let mut copy = file.try_clone().map_err(Error::internal)?;
    // The permit goes along, for the work goes on when the client has gone.
    let turn = INSPECTIONS.acquire().await.map_err(Error::internal)?;
    let inspection = spawn_blocking(move || {
        let _turn = turn;
        inspect(&mut copy)
    });
    let kind = inspection.await.map_err(Error::internal)??;
    if kind != claimed {
        return Err(Error::field("file", "文件内容与扩展名不符，请确认文件格式"));
    }
    let size = i64::try_from(size).map_err(Error::internal)?;
    Ok(Received { file, name, kind, size, sha256 })
}

async fn spool(mut body: Body, most: u64, megabytes: i64) -> Result<(File, u64, String)> {
    // Without a name, so that nothing is left over after a crash.
    let mut file = spawn_blocking(tempfile::tempfile).await.map_err(Error::internal)??;
    let (mut digest, mut size) = (Sha256::new(), 0);
    while let Some(frame) = timeout(PATIENCE, body.frame()).await.map_err(|_| broken())? {
        let Ok(piece) = frame.map_err(|_| broken())?.into_data() else { continue };
        size += piece.len() as u64;
        if size > most {
            return Err(too_large(megabytes));
        }
        digest.update(&piece);
        let writing = spawn_blocking(move || file.write_all(&piece).map(|()| file));
        file = writing.await.map_err(Error::internal)??;
    }
    let sha256 = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((file, size, sha256))
}

//! Takes an upload in, piece by piece, into a place that vanishes with the process.

use super::{FileKind, content::inspect, disk, name};
use axum::{
    body::Body,
    http::{HeaderMap, header},
};
use http_body_util::BodyExt;
use jinqiao_http::{FileStore, Share};
use jinqiao_kernel::{Error, Kind, Result};
use sha2::{Digest, Sha256};
use std::{fs::File, io::Write, time::Duration};
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

/// A client that sends nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(30);

/// After so many bytes it is looked again whether the disk has room.
const LOOK: u64 = 4 * 1024 * 1024;

/// Files are looked through two at a time: a PDF is read whole, and its streams beside it. Who waits holds a [`Share`].
static INSPECTIONS: Semaphore = Semaphore::const_new(2);

/// A checked upload, not stored yet.
pub struct Received {
    pub(super) file: File,
    pub(super) name: String,
    pub(super) kind: FileKind,
    pub(super) size: i64,
    pub(super) sha256: String,
    /// Held until the file is kept.
    pub(super) share: Share,
}

fn too_large(megabytes: i64) -> Error {
    let message = format!("单个文件不能超过 {megabytes} MB");
    let field = jinqiao_kernel::FieldError { field: "file".into(), message: message.clone() };
    Error::new(Kind::TooLarge, "files.too_large", message).with_fields(vec![field])
}

fn broken() -> Error {
    Error::new(Kind::Malformed, "files.broken_off", "上传中断，请重试")
}

/// The size that a request announces, bytes.
pub(super) fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// What is sent.
pub struct Incoming<'a> {
    /// Name that the sender gave it.
    pub name: &'a str,
    /// Size that the sender announced, bytes.
    pub announced: Option<u64>,
    /// Its content.
    pub body: Body,
    /// The place that it holds.
    pub share: Share,
}

/// Reads a body up to `megabytes`, and checks name and content.
///
/// # Errors
/// `files.too_large` as soon as it is known; `files.broken_off`; `files.no_room`; `validation` on `name` or `file`.
pub async fn receive(files: &dyn FileStore, incoming: Incoming<'_>, megabytes: i64) -> Result<Received> {
    let Incoming { name: given, announced, body, share } = incoming;
    let (name, claimed) = name::clean(given)?;
    let most = megabytes.unsigned_abs() * 1024 * 1024;
    if announced.is_some_and(|length| length > most) {
        return Err(too_large(megabytes));
    }
    let (file, size, sha256) = spool(files, body, most, megabytes).await?;
    if size == 0 {
        return Err(Error::field("file", "文件是空的"));
    }
    let mut copy = file.try_clone().map_err(Error::internal)?;
    let turn = INSPECTIONS.acquire().await.map_err(Error::internal)?;
    // Turn and place go along, for the work goes on when the client has gone.
    let inspection = spawn_blocking(move || {
        let _turn = turn;
        (inspect(&mut copy), share)
    });
    let (kind, share) = inspection.await.map_err(Error::internal)?;
    let kind = kind?;
    // Scanners and chats save pictures under each other's names: such a file is kept as what it is.
    let pictures = kind.is_picture() && claimed.is_picture();
    if kind != claimed && !pictures {
        return Err(Error::field("file", "文件内容与扩展名不符，请确认文件格式"));
    }
    let name = name::with_extension(&name, kind);
    let size = i64::try_from(size).map_err(Error::internal)?;
    Ok(Received { file, name, kind, size, sha256, share })
}

async fn spool(files: &dyn FileStore, mut body: Body, most: u64, megabytes: i64) -> Result<(File, u64, String)> {
    let mut file = files.spool()?;
    let (mut digest, mut size, mut looked) = (Sha256::new(), 0, 0);
    while let Some(frame) = timeout(PATIENCE, body.frame()).await.map_err(|_| broken())? {
        let Ok(piece) = frame.map_err(|_| broken())?.into_data() else { continue };
        size += piece.len() as u64;
        if size > most {
            return Err(too_large(megabytes));
        }
        if size - looked > LOOK {
            disk::check(files)?;
            looked = size;
        }
        digest.update(&piece);
        let writing = spawn_blocking(move || file.write_all(&piece).map(|()| file));
        file = writing.await.map_err(Error::internal)??;
    }
    let sha256 = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((file, size, sha256))
}

//! Where the bytes of uploaded files are kept. Records of them are the concept `files`.

use axum::body::{Body, Bytes};
use futures_util::stream::try_unfold;
use jinqiao_kernel::{Error, Result};
use std::{
    fs::{self, File, OpenOptions},
    future::Future,
    io::{self, Seek},
    path::{Path, PathBuf},
    pin::Pin,
};
use tokio::{io::AsyncReadExt, task::spawn_blocking};

type Kept<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Keeps bytes under keys that the platform makes up; never under a name that a person chose.
pub trait FileStore: Send + Sync {
    /// Keeps the content of `file` under `key`. When it returns, the content survives a crash.
    fn put<'a>(&'a self, key: &'a str, file: File) -> Kept<'a, ()>;

    /// A nameless file on the same disk, for content that is not checked yet; it vanishes with the process.
    ///
    /// # Errors
    /// When none can be made.
    fn spool(&self) -> Result<File>;

    /// The content under `key`, read piece by piece.
    fn read<'a>(&'a self, key: &'a str) -> Kept<'a, Body>;

    /// How much of the place is used, in percent of what its owner may use.
    ///
    /// # Errors
    /// When it cannot be seen.
    fn used_percent(&self) -> Result<u8>;

    /// Removes `key`; fine if there is nothing.
    fn remove<'a>(&'a self, key: &'a str) -> Kept<'a, ()>;
}

/// A folder, on a local disk or mounted by every node.
pub struct LocalFiles {
    root: PathBuf,
}

const PIECE: usize = 64 * 1024;

impl LocalFiles {
    /// The folder that `url` (`file://data/files`) names; made if absent.
    ///
    /// # Errors
    /// When the address is of another kind, or the folder cannot be made.
    pub fn open(url: &str) -> Result<Self> {
        let Some(root) = url.strip_prefix("file://").filter(|path| !path.is_empty()) else {
            return Err(Error::internal(format!("files are kept in a folder, file://path; not {url}")));
        };
        fs::create_dir_all(root).map_err(Error::internal)?;
        Ok(Self { root: root.into() })
    }

    /// Two letters of the key are a folder, so that none grows too large. Keys are lower-case letters and digits.
    fn path(&self, key: &str) -> Result<PathBuf> {
        let plain = key.len() >= 16 && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if plain { Ok(self.root.join(&key[..2]).join(key)) } else { Err(Error::internal("not the key of a file")) }
    }
}

fn write(path: &Path, mut from: File) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let part = path.with_extension("part");
    let mut to = OpenOptions::new().write(true).create(true).truncate(true).open(&part)?;
    from.rewind()?;
    io::copy(&mut from, &mut to)?;
    to.sync_all()?;
    fs::rename(&part, path)?;
    // The name is durable only when its folder is.
    File::open(folder)?.sync_all()?;
    folder.parent().map_or(Ok(()), |root| File::open(root)?.sync_all())
}

fn removed(path: &Path) -> io::Result<()> {
    let gone = |result: io::Result<()>| match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    };
    gone(fs::remove_file(path.with_extension("part")))?;
    gone(fs::remove_file(path))
}

async fn blocking(work: impl FnOnce() -> io::Result<()> + Send + 'static) -> Result<()> {
    Ok(spawn_blocking(work).await.map_err(Error::internal)??)
}

/// How much of the disk under `folder` is used, as `df` says it.
///
/// # Errors
/// When the folder is not there.
pub fn used_percent(folder: &Path) -> io::Result<u8> {
    let disk = rustix::fs::statvfs(folder)?;
    Ok(percent_of(disk.f_blocks.saturating_sub(disk.f_bfree), disk.f_bavail))
}

/// `used` of what may be used, in percent rounded up. What is kept back for root is neither used nor free.
fn percent_of(used: u64, free: u64) -> u8 {
    let (used, all) = (u128::from(used), u128::from(used) + u128::from(free));
    u8::try_from((used * 100).div_ceil(all.max(1))).unwrap_or(100)
}

impl FileStore for LocalFiles {
    fn spool(&self) -> Result<File> {
        Ok(tempfile::tempfile_in(&self.root)?)
    }

    fn used_percent(&self) -> Result<u8> {
        Ok(used_percent(&self.root)?)
    }

    fn put<'a>(&'a self, key: &'a str, file: File) -> Kept<'a, ()> {
        Box::pin(async move {
            let path = self.path(key)?;
            blocking(move || write(&path, file)).await
        })
    }

    fn read<'a>(&'a self, key: &'a str) -> Kept<'a, Body> {
        Box::pin(async move {
            let file = tokio::fs::File::open(self.path(key)?).await.map_err(Error::internal)?;
            let pieces = try_unfold(file, |mut file| async move {
                let mut piece = vec![0; PIECE];
                let count = file.read(&mut piece).await?;
                piece.truncate(count);
                Ok::<_, io::Error>((count > 0).then(|| (Bytes::from(piece), file)))
            });
            Ok(Body::from_stream(pieces))
        })
    }

    fn remove<'a>(&'a self, key: &'a str) -> Kept<'a, ()> {
        Box::pin(async move {
            let path = self.path(key)?;
            blocking(move || removed(&path)).await
        })
    }
}

#[cfg(test)]
mod tests {
    use super::percent_of;

    #[test]
    fn shares_as_df_says_them() {
        for (used, free, percent) in [(0, 0, 0), (0, 10, 0), (20, 72, 22), (1, 999, 1), (50, 0, 100), (95, 5, 95)] {
            assert_eq!(percent_of(used, free), percent, "{used} of {}", used + free);
        }
    }
}

//! A folder for uploads whose fullness is up to the test.

use axum::body::Body;
use jinqiao_http::{FileStore, LocalFiles};
use jinqiao_kernel::{Error, Result};
use std::{
    fs::File,
    future::Future,
    pin::Pin,
    sync::atomic::{AtomicBool, AtomicU8, Ordering},
};

/// Keeps files like the real one, on a disk that is as full as the test says.
pub struct TestDisk {
    files: LocalFiles,
    used: AtomicU8,
    broken: AtomicBool,
}

type Kept<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

impl TestDisk {
    pub(crate) fn new(files: LocalFiles) -> Self {
        Self { files, used: AtomicU8::new(10), broken: AtomicBool::new(false) }
    }

    /// From now on nothing can be kept, or it can again.
    pub fn break_down(&self, broken: bool) {
        self.broken.store(broken, Ordering::Relaxed);
    }

    /// From now on `percent` of it are used.
    pub fn fill(&self, percent: u8) {
        self.used.store(percent, Ordering::Relaxed);
    }
}

impl FileStore for TestDisk {
    fn put<'a>(&'a self, key: &'a str, file: File) -> Kept<'a, ()> {
        if self.broken.load(Ordering::Relaxed) {
            return Box::pin(async { Err(Error::internal("the disk of this test is broken")) });
        }
        self.files.put(key, file)
    }

    fn spool(&self) -> Result<File> {
        self.files.spool()
    }

    fn read<'a>(&'a self, key: &'a str) -> Kept<'a, Body> {
        self.files.read(key)
    }

    fn used_percent(&self) -> Result<u8> {
        Ok(self.used.load(Ordering::Relaxed))
    }

    fn remove<'a>(&'a self, key: &'a str) -> Kept<'a, ()> {
        self.files.remove(key)
    }
}

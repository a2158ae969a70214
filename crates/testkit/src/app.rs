//! The application under test.

use crate::{Client, TestCourier, TestDatabase, TestDisk, database::Prepare};
use axum::Router;
use jinqiao_db::{Db, Faults, Followers, Options};
use jinqiao_http::{AppState, Authenticate, Couriers, FileStore, LocalFiles, Settings, app};
use jinqiao_kernel::{DateTime, ManualClock, SeededEntropy, Vault, World};
use std::{sync::Arc, time::Duration};
use tempfile::TempDir;

/// What the application is built from; handed in, because this crate knows no concept.
pub struct Parts {
    /// Routes relative to `/api`.
    pub routes: Router<AppState>,
    /// Reactions to facts.
    pub followers: Followers,
    /// Turns cookies into actors.
    pub authenticate: Arc<dyn Authenticate>,
    /// Makes a fresh database ready.
    pub prepare: Prepare,
}

/// An application in this process with a database of its own.
pub struct TestApp {
    /// The database, for arranging what the API cannot.
    pub db: Db,
    /// Keys.
    pub vault: Arc<Vault>,
    /// Moves the application's time.
    pub clock: ManualClock,
    /// Settings.
    pub settings: Arc<Settings>,
    /// Where uploaded files are kept: a folder that goes with the test.
    pub files: Arc<dyn FileStore>,
    /// Who takes texts to phones and mailboxes.
    pub courier: Arc<TestCourier>,
    /// The disk under it.
    pub disk: Arc<TestDisk>,
    /// The router, for requests made by hand.
    pub router: Router,
    database: TestDatabase,
    _folder: TempDir,
}

#[derive(rust_embed::RustEmbed)]
#[folder = "pages"]
struct NoPages;

/// A Monday morning in Shanghai, and random numbers that are the same in each run.
///
/// # Panics
/// Never.
pub fn test_world(seed: u64) -> (World, ManualClock) {
    let monday: DateTime = "2026-11-23T02:00:00Z".parse().expect("a moment");
    let clock = ManualClock::new(monday);
    (World { clock: Arc::new(clock.clone()), entropy: Arc::new(SeededEntropy::new(seed)), shift: None }, clock)
}

impl TestApp {
    /// Starts the application on a fresh database.
    ///
    /// # Panics
    /// When the database does not open.
    pub async fn start(parts: Parts) -> Self {
        Self::seeded(parts, 1).await
    }

    /// As [`TestApp::start`], with another sequence of random numbers.
    ///
    /// # Panics
    /// When the database does not open.
    pub async fn seeded(parts: Parts, seed: u64) -> Self {
        Self::built(parts, test_world(seed), None).await
    }

    /// As [`TestApp::start`], with a time that the operator can move on.
    ///
    /// # Panics
    /// When the database does not open.
    pub async fn training(parts: Parts) -> Self {
        let (world, clock) = test_world(1);
        Self::built(parts, (world.for_training(), clock), None).await
    }

    /// As [`TestApp::start`], where `faults` decide what goes wrong in writes.
    ///
    /// # Panics
    /// When the database does not open.
    pub async fn faulty(parts: Parts, faults: Arc<dyn Faults>) -> Self {
        Self::built(parts, test_world(1), Some(faults)).await
    }

    /// The application on a database that is there already, at its own moment `now`; values in it are sealed with `vault`.
    ///
    /// # Panics
    /// When the database does not open.
    pub async fn existing(parts: Parts, database: TestDatabase, vault: Vault, now: DateTime) -> Self {
        let (world, clock) = test_world(1);
        clock.set(now);
        Self::opened(parts, database, vault, (world, clock), None).await
    }

    /// Another node on the same database, with its own random numbers, and a clock that stands where this one's does.
    ///
    /// # Panics
    /// When the database does not open.
    pub async fn beside(&self, parts: Parts) -> Self {
        let (world, clock) = test_world(2);
        clock.set(self.db.world().now());
        let database = TestDatabase::existing(self.database.url.clone());
        Self::opened(parts, database, Vault::new(&[7; 32]), (world, clock), None).await
    }

    async fn built(mut parts: Parts, world: (World, ManualClock), faults: Option<Arc<dyn Faults>>) -> Self {
        let prepare = std::mem::replace(&mut parts.prepare, Box::new(|_| Box::pin(async {})));
        let database = TestDatabase::new(test_world(0).0, prepare).await;
        Self::opened(parts, database, Vault::new(&[7; 32]), world, faults).await
    }

    async fn opened(
        parts: Parts,
        database: TestDatabase,
        vault: Vault,
        (world, clock): (World, ManualClock),
        faults: Option<Arc<dyn Faults>>,
    ) -> Self {
        let options = Options {
            log_statements: true,
            faults,
            share_answers: Duration::ZERO,
            ..Options::new(database.url.clone(), 12)
        };
        let db = Db::open(&options, world, parts.followers).await.expect("the database opens");
        let vault = Arc::new(vault);
        // Cheap hashes: these tests are not about the cost of a password.
        let settings = Arc::new(Settings { password_memory_kib: 64, password_passes: 1, ..Settings::default() });
        let folder = TempDir::new().expect("a temporary folder");
        let files = LocalFiles::open(&format!("file://{}", folder.path().display())).expect("a file store");
        let disk = Arc::new(TestDisk::new(files));
        let files: Arc<dyn FileStore> = disk.clone();
        let courier = Arc::<TestCourier>::default();
        let state = AppState {
            db: db.clone(),
            couriers: Couriers { sms: courier.clone(), mail: courier.clone() },
            files: files.clone(),
            vault: vault.clone(),
            settings: settings.clone(),
            authenticate: parts.authenticate,
        };
        let router = app::<NoPages>(parts.routes, state);
        Self { db, vault, clock, settings, files, courier, disk, router, database, _folder: folder }
    }

    /// Address of the database, for a connection beside the application's.
    pub fn url(&self) -> String {
        self.database.url.clone()
    }

    /// A visitor.
    pub fn visitor(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// Runs everything that reacts to what has happened.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn settle(&self) {
        self.db.run_due_jobs().await.expect("jobs run");
    }

    /// Ends the test: nothing may be left to do.
    ///
    /// # Panics
    /// When a job is left, which means that a reaction failed.
    pub async fn finish(self) {
        self.settle().await;
        assert_eq!(self.db.jobs_left().await.expect("jobs are counted"), 0, "a reaction failed");
        self.db.close().await.expect("the database closes");
        self.database.remove().await;
    }
}

//! Opening a database: pools, pragmas, and reading the pragmas back.

use crate::{
    Faults, Followers, Hook,
    facts::Reaction,
    live::LiveHub,
    memo::{Reader, Reading as _},
    probes::Probe,
    writer::{Pool, Writer},
};
use jinqiao_kernel::{Error, Result, World};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;

/// Which database serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A PostgreSQL server or cluster.
    Postgres,
}

/// How to open a database.
#[derive(Clone)]
pub struct Options {
    /// `sqlite://path` (made if absent) or `postgres://…`.
    pub url: String,
    /// Connections for reading; on PostgreSQL for writing as well.
    pub connections: u32,
    /// Tell the log every statement, for tests that look at them.
    pub log_statements: bool,
    /// What a test wants to go wrong.
    pub faults: Option<Arc<dyn Faults>>,
    /// A commit survives a power cut. Only a load that is begun anew when it breaks off can do without.
    pub durable: bool,
    /// How long an answer that is the same for everybody may be old; zero in tests, where each looks for what it has just done.
    pub share_answers: Duration,
}

/// A minute: the figures of the home page need not be newer.
const SHARED_FOR: Duration = Duration::from_secs(60);

impl Options {
    /// The database at `url` with `connections`, as a server opens it.
    pub fn new(url: impl Into<String>, connections: u32) -> Self {
        Self {
            url: url.into(),
            connections,
            log_statements: false,
            faults: None,
            durable: true,
            share_answers: SHARED_FOR,
        }
    }
}

/// A database that does not answer for so long is away. A SQLite file is never away; its readers may only be many.
const AWAY: Duration = Duration::from_millis(1_900);
const MANY: Duration = Duration::from_secs(10);
/// Another process that writes to the same SQLite file is waited for so long.
const BUSY: &str = "1500";
/// Pages in SQLite's log (32 MB) from which on a commit brings them to the file itself. Before that it is done beside the writes
/// (`checkpoints.rs`), which can't empty the log while one write follows the other.
const LOGGED: &str = "8192";

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Db(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub engine: Engine,
    pub reader: Reader,
    /// For what comes before any write: migrations, and reading the settings back.
    pub setup: DatabaseConnection,
    pub writer: Writer,
    /// Where running numbers are taken on PostgreSQL; on SQLite a write takes its own.
    pub numbers: Option<DatabaseConnection>,
    pub probe: Probe,
    pub world: World,
    pub reactions: Vec<Reaction>,
    pub hooks: Vec<Hook>,
    /// Told after each commit that left jobs, so that the worker need not wait for its next look.
    pub wake: Notify,
    /// Open pages that want to be told of facts.
    pub live: LiveHub,
}

impl Db {
    /// Opens the database at `options.url`; reactions of `followers` are run by its worker.
    ///
    /// # Errors
    /// When it cannot be reached, or does not take the settings that durability needs.
    pub async fn open(options: &Options, world: World, followers: Followers) -> Result<Self> {
        let engine = if options.url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres };
        // The writer comes first: it makes a SQLite file and switches it to WAL.
        let (setup, pool, writers, numbers) = match engine {
            Engine::Sqlite => {
                let setup = Database::connect(sqlite(options, 1, false)).await?;
                let pool = Pool::Sqlite(setup.get_sqlite_connection_pool().clone());
                (setup, pool, 1, None)
            }
            Engine::Postgres => {
                let mut connect = postgres(options);
                // Each write asks its connection anyway whether it is there and idle.
                connect.test_before_acquire(false);
                let setup = Database::connect(connect).await?;
                let pool = Pool::Postgres(setup.get_postgres_connection_pool().clone());
                (setup, pool, options.connections, Some(Database::connect(numbers(options)).await?))
            }
        };
        let pool_of_readers = match engine {
            Engine::Sqlite => Database::connect(sqlite(options, options.connections, true)).await?,
            Engine::Postgres => Database::connect(postgres(options)).await?,
        };
        let reader = Reader::new(pool_of_readers, options.share_answers);
        let cache = reader.cache().clone();
        let db = Self(Arc::new(Inner {
            engine,
            reader,
            setup,
            writer: Writer::new(pool, writers, options.faults.clone(), cache),
            numbers,
            probe: Probe::default(),
            world,
            reactions: followers.reactions,
            hooks: followers.hooks,
            wake: Notify::new(),
            live: LiveHub::default(),
        }));
        db.check_settings(options.durable).await?;
        Ok(db)
    }

    /// The connection for reading. On SQLite it cannot write.
    pub fn read(&self) -> &Reader {
        &self.0.reader
    }

    /// The same for one answer that is put together from several reads: it looks only once whether the settings have changed.
    pub fn answer(&self) -> Reader {
        self.0.reader.for_answer()
    }

    /// Time and chance.
    pub fn world(&self) -> &World {
        &self.0.world
    }

    /// Which database serves.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Closes the pools.
    ///
    /// # Errors
    /// When a connection cannot be closed.
    pub async fn close(&self) -> Result<()> {
        self.0.reader.pool.close_by_ref().await?;
        if let Some(numbers) = &self.0.numbers {
            numbers.close_by_ref().await?;
        }
        Ok(self.0.setup.close_by_ref().await?)
    }

    /// What was asked for is not always what the file system allows, so the settings are read back.
    async fn check_settings(&self, durable: bool) -> Result<()> {
        if self.0.engine == Engine::Postgres {
            let read_only = one_text(&self.0.setup, "SHOW transaction_read_only").await?;
            expect_setting("transaction_read_only", &read_only, "off")?;
            if !durable {
                return Ok(());
            }
            // Set to off for a database or a role, a commit would be acknowledged before it is kept.
            let commit =
                one_text(&self.0.setup, "SELECT CAST(current_setting('synchronous_commit') <> 'off' AS TEXT)").await?;
            return expect_setting("synchronous_commit", &commit, "true");
        }
        for (connection, pragma, want) in [
            (&self.0.setup, "journal_mode", "wal"),
            (&self.0.setup, "synchronous", if durable { "2" } else { "0" }),
            (&self.0.setup, "foreign_keys", "1"),
            (&self.0.reader.pool, "query_only", "1"),
        ] {
            let got = one_text(connection, &format!("SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}")).await?;
            expect_setting(pragma, &got, want)?;
        }
        Ok(())
    }
}

fn expect_setting(name: &str, got: &str, want: &str) -> Result<()> {
    if got == want { Ok(()) } else { Err(Error::internal(format!("database setting {name} is {got}, not {want}"))) }
}

async fn one_text(connection: &DatabaseConnection, sql: &str) -> Result<String> {
    let backend = connection.get_database_backend();
    let row = connection.query_one_raw(Statement::from_string(backend, sql)).await?;
    let row = row.ok_or_else(|| Error::internal(format!("no answer to {sql}")))?;
    Ok(row.try_get_by_index(0)?)
}

fn sqlite(from: &Options, connections: u32, query_only: bool) -> ConnectOptions {
    let synchronous = if from.durable { "FULL" } else { "OFF" };
    let url = &from.url;
    let url = if url.contains('?') { url.to_owned() } else { format!("{url}?mode=rwc") };
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(from.log_statements)
        .acquire_timeout(MANY)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", synchronous)
                .pragma("foreign_keys", "ON")
                .pragma("busy_timeout", BUSY)
                .pragma("wal_autocheckpoint", LOGGED)
                .pragma("query_only", if query_only { "ON" } else { "OFF" })
        });
    options
}

/// Limits on the server's side end what a node that has vanished would hold for ever.
fn postgres(from: &Options) -> ConnectOptions {
    let mut options = ConnectOptions::new(from.url.clone());
    let durable = from.durable;
    options
        .max_connections(from.connections)
        .sqlx_logging(from.log_statements)
        .acquire_timeout(AWAY)
        .map_sqlx_postgres_opts(move |postgres| {
            let postgres = postgres.options([
                ("lock_timeout", "10s"),
                ("idle_in_transaction_session_timeout", "30s"),
                ("tcp_user_timeout", "10s"),
            ]);
            // Nothing is said where commits are durable: what the cluster's owner has set is read back and judged.
            if durable { postgres } else { postgres.options([("synchronous_commit", "off")]) }
        });
    options
}

/// A number is a transaction of its own, so that its row is locked for a moment and not until the write that uses it has ended.
/// It needs no commit to disk: the log is written in order, so whatever write uses the number takes it along.
fn numbers(from: &Options) -> ConnectOptions {
    let mut options = postgres(&Options { durable: false, ..from.clone() });
    options.max_connections(2);
    options
}

impl Engine {
    /// Name of the engine as SeaORM knows it.
    pub fn backend(self) -> DbBackend {
        match self {
            Self::Sqlite => DbBackend::Sqlite,
            Self::Postgres => DbBackend::Postgres,
        }
    }
}

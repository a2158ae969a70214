//! The only crate that opens a database connection. Everything that is written goes through [`Db::write`]: one
//! transaction with its audit row, its facts and the jobs of those who react to them.

mod audit;
mod checkpoints;
mod conn;
mod connect;
mod doc;
mod documents;
mod entities;
mod export;
mod facts;
mod faults;
mod group;
mod hooks;
mod intent;
mod jobs;
mod like;
mod list;
mod live;
mod memo;
mod mend;
mod migrate;
mod migrations;
mod monthly;
mod numbers;
mod once;
mod open;
mod probes;
pub mod schema;
mod search;
mod shared;
mod slices;
mod step;
mod timers;
mod tx;
mod unique;
mod write;
mod writer;

pub use audit::{AuditFilter, AuditRow, Outcome, audit_page};
pub use conn::Conn;
pub use connect::{Db, Engine, Options};
pub use doc::Doc;
pub use facts::{Fact, FactKind, Reaction, ReactionFuture, facts_among, facts_of};
pub use faults::{Fault, Faults};
pub use hooks::{Followers, Hook, HookFuture};
pub use intent::Intent;
pub use jobs::{Job, WorkerError, backoff, job_page, retry_job};
pub use like::{begins_with, has_part};
pub use list::{called, count_up_to, page_of, page_of_column, page_of_either, page_of_two};
pub use live::{Audience, Listener, LiveEvent};
pub use memo::{Cache, Memo, Reader, Reading, kept, once_per_answer, settings};
pub use migrations::migrations;
pub use monthly::LastMonths;
pub use numbers::numbered;
pub use search::{Search, found_by_all, not_indexed, typed};
pub use shared::shared;
pub use slices::every;
pub use step::{Asked, Stepping, Versioned, save_versioned};
pub use tx::Tx;
pub use unique::unless_taken;

/// Codes of the errors that are made here, sorted.
pub const CODES: &[&str] = &["idempotency.mismatch"];

//! What the application asks its database, as the driver's log tells it.

use std::{
    fmt,
    sync::{Mutex, Once, PoisonError},
};
use tokio::sync::{Mutex as Turn, MutexGuard};
use tracing::{Event, Subscriber, field::Visit};
use tracing_subscriber::{Layer, layer::Context, prelude::*};

/// Statements that the database was asked, newest last.
static ASKED: Mutex<Vec<String>> = Mutex::new(vec![]);

struct Collect;

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn fmt::Debug) {
        self.record_str(field, &format!("{value:?}"));
    }

    fn record_str(&mut self, field: &tracing::field::Field, value: &str) {
        // A statement that is short enough stands in the summary alone.
        let whole = field.name() == "db.statement" && !value.trim_matches('"').trim().is_empty();
        if whole || (field.name() == "summary" && self.0.is_empty()) {
            self.0 = value.trim_matches('"').trim().replace("\\n", " ").replace("\\\"", "\"");
        }
    }
}

impl<S: Subscriber> Layer<S> for Collect {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            let mut text = Text(String::new());
            event.record(&mut text);
            ASKED.lock().unwrap_or_else(PoisonError::into_inner).push(text.0);
        }
    }
}

/// Listens to all databases of this process from now on. Only who holds the guard can say of a statement whose it is.
pub async fn listen() -> MutexGuard<'static, ()> {
    static ONE_AT_A_TIME: Turn<()> = Turn::const_new(());
    static ONCE: Once = Once::new();
    let turn = ONE_AT_A_TIME.lock().await;
    ONCE.call_once(|| tracing_subscriber::registry().with(Collect).init());
    turn
}

/// What `work` asks the database.
pub async fn asked_by<T>(work: impl Future<Output = T>) -> (T, Vec<String>) {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner).clear();
    let done = work.await;
    let asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner).clone();
    (done, asked)
}

/// Whether a statement reads or changes rows, and is not the frame of a transaction.
pub fn finds_rows(statement: &str) -> bool {
    ["SELECT", "UPDATE", "DELETE", "WITH"].iter().any(|verb| statement.starts_with(verb))
        && !statement.ends_with("BEGIN")
}

/// Whether a statement is asked when chance has it: what waits to be done in the background looks for its turn (the jobs before its own,
/// the timers that are due).
fn by_chance(statement: &str) -> bool {
    statement.contains(r#"FROM "jobs" AS "earlier""#) || statement.contains(r#"FROM "timers""#)
}

/// Whether a statement is part of some work: not the frame of a transaction, of which several writes may share one, nor what a
/// connection that the pool opens sets itself up with.
pub fn does_work(statement: &str) -> bool {
    (finds_rows(statement) || statement.starts_with("INSERT")) && !by_chance(statement)
}

/// Whether a statement finds rows, and is asked for an answer.
pub fn touches_rows(statement: &str) -> bool {
    finds_rows(statement) && !by_chance(statement)
}

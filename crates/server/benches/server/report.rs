//! The table, as it is printed and as `docs/bench.md` keeps it.

use crate::{
    baselines::Baselines,
    load::Took,
    settings::{Settings, USUAL_FACTOR},
    visit::{Measured, Visited},
};
use jinqiao_db::Engine;
use std::{fmt::Write as _, fs, path::PathBuf, time::Duration};

/// What was measured so far.
pub struct Report {
    /// What the same machine does without the platform.
    pub baselines: Baselines,
    engine: Engine,
    factor: u32,
    whole: bool,
    visited: Vec<Visited>,
}

/// A figure with as many digits as mean something.
fn figure(value: f64) -> String {
    match value {
        value if !value.is_finite() => "–".into(),
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value => format!("{value:.2}"),
    }
}

/// `value` in relation to `to`.
fn ratio(value: f64, to: f64) -> String {
    figure(value / to)
}

fn three(took: &Measured) -> String {
    let rate = if took.together.count() == 0 { f64::NAN } else { took.together.rate };
    format!("{} | {} | {}", figure(took.alone.percent(50)), figure(took.alone.percent(99)), figure(rate))
}

/// The machine, in neutral words.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kb: u64 = memory.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or_default();
    format!("{cores} cores, {} GB", kb >> 20)
}

impl Report {
    /// Of a run with these settings.
    pub fn new(settings: &Settings) -> Self {
        let whole = settings.only.is_empty();
        Self {
            baselines: Baselines::default(),
            engine: settings.engine,
            factor: settings.factor,
            whole,
            visited: vec![],
        }
    }

    /// With what one more set of data came to.
    pub fn add(&mut self, visited: Visited) {
        self.visited.push(visited);
    }

    /// Keeps it in `docs/bench.md`, or beside it for another engine or factor; what looked at some operations alone is kept nowhere.
    pub fn write(&self, took: Duration) {
        if !self.whole {
            return;
        }
        let engine = if self.engine == Engine::Sqlite { "" } else { "-postgres" };
        let factor = if self.factor == USUAL_FACTOR { String::new() } else { format!("-{}", self.factor) };
        let docs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs");
        fs::write(docs.join(format!("bench{engine}{factor}.md")), self.text(took)).expect("the report is kept");
    }

    /// As a page of Markdown.
    pub fn text(&self, took: Duration) -> String {
        let mut text = String::new();
        let engine = if self.engine == Engine::Sqlite { "SQLite" } else { "PostgreSQL" };
        let factor = self.factor;
        let today = jinqiao_kernel::local_date(jinqiao_kernel::World::system().now());
        let _ = writeln!(
            text,
            "# What the server takes\n\nWritten by `make bench` on {today}: {}, {engine}, the demo data and {factor} times its firms, \
             {:.0} minutes. The load comes from the same machine.\n",
            machine(),
            took.as_secs_f64() / 60.0
        );
        let _ = writeln!(
            text,
            "Milliseconds at the median and at p99 of one client, answers a second of eight (of 32 where something is changed). Growth: \
             median with × {factor} to median with the demo. Bare: median to that of a route that answers a word. SQL: median to that \
             of the heaviest statement alone, on a bare connection; where something is changed, to that of one row and its commit.\n"
        );
        self.operations(&mut text, factor);
        self.compared(&mut text);
        self.notes(&mut text);
        text
    }

    fn operations(&self, text: &mut String, factor: u32) {
        let Some(first) = self.visited.first() else { return };
        let many = self.visited.get(1);
        let _ = writeln!(
            text,
            "| operation | p50 | p99 | /s | × {factor}: p50 | p99 | /s | growth | bare | SQL |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
        );
        let bare = self.baselines.bare.0.percent(50);
        for one in &first.measured {
            let grown = many.and_then(|many| many.measured.iter().find(|other| other.name == one.name));
            let last = grown.unwrap_or(one);
            let median = last.alone.percent(50);
            let (many, growth) = match grown {
                Some(grown) => (three(grown), ratio(median, one.alone.percent(50))),
                None => ("– | – | –".into(), "–".into()),
            };
            let raw = if one.writes { Some(&self.baselines.commit) } else { last.raw.as_ref() };
            let sql = raw.map_or("–".into(), |raw| ratio(median, raw.percent(50)));
            let _ = writeln!(
                text,
                "| {} | {} | {many} | {growth} | {} | {sql} |",
                one.name,
                three(one),
                ratio(median, bare)
            );
        }
    }

    fn compared(&self, text: &mut String) {
        let Baselines { bare, nginx, commit, eight } = &self.baselines;
        let pair = |(alone, together): &(Took, Took)| {
            format!("{} ms, {} ms, {}/s", figure(alone.percent(50)), figure(alone.percent(99)), figure(together.rate))
        };
        let _ = writeln!(text, "\n## Compared with\n\n| what | p50, p99, of eight |\n|---|---|");
        let _ = writeln!(text, "| a bare route | {} |", pair(bare));
        let nginx = nginx.as_ref().map_or("nginx is not installed, or the pages are not built".into(), pair);
        let _ = writeln!(text, "| nginx, the largest script of the pages | {nginx} |");
        for (what, took, rows) in [("one row", commit, 1.0), ("eight rows", eight, 8.0)] {
            let (median, slow, rate) = (figure(took.percent(50)), figure(took.percent(99)), figure(took.rate * rows));
            let _ = writeln!(text, "| SQLite, {what} a commit | {median} ms, {slow} ms, {rate} rows/s of one |");
        }
    }

    fn notes(&self, text: &mut String) {
        let heads: Vec<_> = self.visited.iter().map(|visited| format!("× {}", visited.factor)).collect();
        let _ =
            writeln!(text, "\n## Beside it\n\n| what | {} |\n|---|{}", heads.join(" | "), "---|".repeat(heads.len()));
        let Some(first) = self.visited.first() else { return };
        for note in &first.notes {
            let found = self.visited.iter().map(|visited| {
                visited.notes.iter().find(|other| other.what == note.what).map_or("–", |other| other.value.as_str())
            });
            let _ = writeln!(text, "| {} | {} |", note.what, found.collect::<Vec<_>>().join(" | "));
        }
    }
}

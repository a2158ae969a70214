//! One server on one set of data, from its first start to its end.

use crate::{
    baselines, crowd,
    data::{self, Set},
    load::{self, Took},
    memory::Memory,
    network,
    operations::{Operation, Path, READS},
    people::People,
    rest,
    settings::{PROGRAM, Settings},
    streams, writes,
};
use jinqiao_db::Engine;
use jinqiao_testkit::process::{Person, Server, Setup, client};
use reqwest::RequestBuilder;
use serde_json::Value;
use std::sync::atomic::{AtomicUsize, Ordering};

/// An operation, and how it went.
pub struct Measured {
    /// As the table names it.
    pub name: String,
    /// Asked by one.
    pub alone: Took,
    /// Asked by several at once; nothing where that would tell nothing.
    pub together: Took,
    /// The same from the bare database.
    pub raw: Option<Took>,
    /// Does it change something?
    pub writes: bool,
}

/// A line of what is said beside the table.
pub struct Note {
    /// What.
    pub what: &'static str,
    /// How much, with its unit.
    pub value: String,
}

/// What one set of data came to.
pub struct Visited {
    /// How many firms for each of the demo's.
    pub factor: u32,
    /// Every operation.
    pub measured: Vec<Measured>,
    /// What is no operation.
    pub notes: Vec<Note>,
}

/// Clients that ask at once.
const CLIENTS: usize = 8;
/// Rows behind which the platform tells people to filter.
const CAP: u64 = jinqiao_kernel::COUNT_CAP;

/// Megabytes of so many kilobytes.
pub fn mb(kb: u64) -> String {
    format!("{} MB", kb / 1024)
}

/// Starts a server on `set`.
async fn start(set: &Set) -> Server {
    let folder = set.folder.path();
    Setup::of(PROGRAM, &set.url)
        .set("JINQIAO_FILES_URL", &format!("file://{}", folder.join("files").display()))
        .set("JINQIAO_MASTER_KEY", "")
        .set("JINQIAO_MASTER_KEY_FILE", &folder.join("master.key").display().to_string())
        .ready()
        .await
}

/// A GET as `who`, or as a visitor.
fn get(visitor: &reqwest::Client, who: Option<&Person>, url: String) -> RequestBuilder {
    who.map_or_else(|| visitor.get(url.clone()), |person| person.get(url.clone()))
}

/// Answers that did not come in time, or were refused.
static FAILED: AtomicUsize = AtomicUsize::new(0);

/// Sends it and takes the whole answer.
pub async fn asked(request: RequestBuilder) {
    let told = async { request.send().await?.error_for_status()?.bytes().await };
    if let Err(error) = told.await
        && FAILED.fetch_add(1, Ordering::Relaxed) == 0
    {
        println!("    the first that fails: {error}");
    }
}

/// The whole path; none where there is no row to look at.
async fn path(
    visitor: &reqwest::Client,
    base: &str,
    who: Option<&Person>,
    path: Path,
) -> Option<(String, Option<String>)> {
    let list = async |list: &str| -> Value {
        let answer = get(visitor, who, format!("{base}{list}")).send().await.expect("an answer");
        answer.json().await.expect(list)
    };
    match path {
        Path::Plain(path) => Some((path.to_owned(), None)),
        Path::Row(of, before, behind) => {
            let rows = list(of).await;
            let id = rows["items"][0]["id"].as_str()?.to_owned();
            Some((format!("{before}{id}{behind}"), Some(id)))
        }
        Path::Last(of) => {
            let total = list(of).await["total"].as_u64()?.min(CAP);
            Some((format!("{of}&page={}", total.div_ceil(20).max(1)), None))
        }
    }
}

/// Measures everything on `set`.
pub async fn measure(settings: &Settings, set: &Set) -> Visited {
    let mut notes = vec![Note { what: "database", value: format!("{} MB", set.bytes >> 20) }];
    let server = start(set).await;
    let memory = Memory::watch(&server);
    notes.push(Note { what: "its own memory after the start", value: mb(memory.now()) });
    let rested = rest::rest(&server).await;
    notes.push(Note {
        what: "what it does at its start and once a day",
        value: format!("{:.0} s", rested.as_secs_f64()),
    });
    let people = People::of(&server, set).await;
    let mut measured = vec![];
    for operation in READS.iter().filter(|operation| operation.name.contains(&settings.only)) {
        match read(settings, set, &server, &people, operation).await {
            Some(done) => measured.push(done),
            None => println!("  {}: nothing to look at", operation.name),
        }
    }
    if let Some(script) = baselines::script() {
        let url = format!("{}{script}", server.base);
        let (alone, together) = baselines::both(settings, url).await;
        measured.push(Measured { name: "home: largest script".into(), alone, together, raw: None, writes: false });
    }
    notes.push(Note { what: "its own memory after reading, and most so far", value: memory.told() });
    if settings.only.is_empty() {
        notes.extend(crowd::measure(settings, &server, &people).await);
        let (written, said) = writes::measure(settings, set, &server, &people).await;
        measured.extend(written);
        notes.extend(said);
        notes.extend(network::measure(set, &server, &people).await);
    }
    let failed = FAILED.swap(0, Ordering::Relaxed);
    notes.push(Note { what: "answers that failed", value: failed.to_string() });
    notes.push(Note { what: "its own memory at the end, and most so far", value: memory.told() });
    notes.push(Note { what: "with the pages of program and files", value: mb(server.memory("VmRSS")) });
    server.stop();
    if settings.only.is_empty() {
        // What one has given back within its process would hide what streams take.
        let server = start(set).await;
        notes.extend(streams::measure(&server, &people).await);
        server.stop();
    }
    Visited { factor: set.factor, measured, notes }
}

async fn read(
    settings: &Settings,
    set: &Set,
    server: &Server,
    people: &People,
    operation: &Operation,
) -> Option<Measured> {
    let (visitor, who) = (client(), people.of_role(operation.role).cloned());
    let (path, id) = path(&visitor, &server.base, who.as_ref(), operation.path).await?;
    let url = format!("{}{path}", server.base);
    let ask = || asked(get(&visitor, who.as_ref(), url.clone()));
    let alone = load::alone(settings.each, |_| ask()).await;
    let (visitor, person, again) = (visitor.clone(), who.clone(), url.clone());
    let together =
        load::together(CLIENTS, settings.each, move |_, _| asked(get(&visitor, person.as_ref(), again.clone()))).await;
    let raw = match operation.raw {
        Some(sql) if settings.engine == Engine::Sqlite => Some(bare(settings, set, operation, sql, id).await),
        _ => None,
    };
    let name = operation.name.to_owned();
    println!("  {name}: {:.2} ms, {:.2} ms, {:.0}/s", alone.percent(50), alone.percent(99), together.rate);
    Some(Measured { name, alone, together, raw, writes: false })
}

/// The same rows from a bare connection.
async fn bare(settings: &Settings, set: &Set, operation: &Operation, sql: &str, id: Option<String>) -> Took {
    let conn = data::open(&set.url).await;
    let role = operation.role;
    let of_first = |column: &str| {
        format!(
            "SELECT lower(hex(a.{column})) FROM demo_accounts d JOIN accounts a ON a.id = d.account_id
             WHERE a.role = '{role}' ORDER BY a.no LIMIT 1"
        )
    };
    let mut sql = sql.to_owned();
    for (word, column) in [("{org}", "org_id"), ("{account}", "id")] {
        if sql.contains(word) {
            let ids = data::texts(&conn, &of_first(column)).await;
            sql = sql.replace(word, &format!("x'{}'", ids.first().expect("an account")));
        }
    }
    if let Some(id) = id {
        sql = sql.replace("{id}", &format!("x'{}'", id.replace('-', "")));
    }
    let took = baselines::statement(settings, &conn, &sql).await;
    conn.close().await.expect("it closes");
    took
}

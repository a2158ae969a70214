//! The demo data load without a fault, once for each program and day, and are the same wherever they are wanted.

use crate::server::BINARY;
use jinqiao_concepts::CHAPTERS;
use jinqiao_db::{AuditFilter, Db, Engine, Options, audit_page};
use jinqiao_financing::demands::{MarketDemand, MarketFilter, market_page};
use jinqiao_kernel::{PageQuery, Vault, World};
use jinqiao_platform::accounts::demo_accounts;
use jinqiao_testkit::engine;
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::Path,
    process::Command,
    sync::{Mutex, PoisonError},
};
use tempfile::TempDir;

/// Runs `jinqiao demo` with all data in `folder`; what it says.
pub fn load(folder: &Path) -> String {
    load_into(folder, &format!("sqlite://{}", folder.join("jinqiao.db").display()))
}

/// As [`load`], on the database at `url`.
pub fn load_into(folder: &Path, url: &str) -> String {
    // The second finds what the first has left.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    // Beside the program, where the next tests of it look as well.
    let cache = Path::new(BINARY).with_file_name("demo-cache");
    let output = Command::new(BINARY)
        .arg("demo")
        .env("JINQIAO_DATABASE_URL", url)
        .env("JINQIAO_FILES_URL", format!("file://{}", folder.join("files").display()))
        .env("JINQIAO_MASTER_KEY_FILE", folder.join("master.key"))
        .env("JINQIAO_DEMO_CACHE", cache)
        .env_remove("JINQIAO_MASTER_KEY")
        .env("RUST_LOG", "warn")
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}{errors}");
    assert!(errors.is_empty(), "nothing is worth a warning: {errors}");
    told
}

/// The key that `load` has left in `folder`.
pub fn vault_of(folder: &Path) -> Vault {
    let key = fs::read_to_string(folder.join("master.key")).expect("a key");
    let bytes: Vec<u8> = (0..32).map(|i| u8::from_str_radix(&key[2 * i..2 * i + 2], 16).expect("hex")).collect();
    Vault::new(&bytes.try_into().expect("32 bytes"))
}

async fn texts(db: &Db, sql: &str) -> BTreeSet<String> {
    let rows = db.read().query_all_raw(Statement::from_string(db.engine().backend(), sql)).await.expect("rows");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

async fn count(db: &Db, table: &str) -> usize {
    texts(db, &format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table}")).await.iter().map(|n| n.parse().unwrap_or(0)).sum()
}

/// The narrow bands of a wide one; a narrow one itself.
fn within(band: &str) -> &[&str] {
    match band {
        "under_5" => &["under_1", "to_3", "to_5"],
        "from_5" => &["to_10", "above_10"],
        "up_to_100" => &["up_to_10", "to_50", "to_100"],
        "above_100" => &["to_300", "above_300"],
        "up_to_5000" => &["up_to_500", "to_2000", "to_5000"],
        "above_5000" => &["to_40000", "above_40000"],
        _ => &[],
    }
}

/// Everything that a demand shows of its firm, institutions see of at least five firms.
async fn anonymous(db: &Db) {
    let columns = ["section", "division", "years", "staff", "revenue", "grade", "titles", "district", "park"];
    let sql = format!("SELECT {} FROM enterprise_pictures", columns.join(", "));
    let rows = db.read().query_all_raw(Statement::from_string(db.engine().backend(), sql)).await.expect("pictures");
    let word = |row: &QueryResult, column: &str| {
        row.try_get::<Option<String>>("", column).expect("a text").unwrap_or_default()
    };
    let firms: Vec<HashMap<&str, String>> =
        rows.iter().map(|row| columns.into_iter().map(|column| (column, word(row, column))).collect()).collect();
    assert!(firms.len() >= 300, "{} firms", firms.len());
    let mut demands = vec![];
    for page in 1.. {
        let wanted = PageQuery { page: Some(page), size: Some(100) };
        let found = market_page(db, &MarketFilter::default(), &wanted).await.expect("the market");
        demands.extend(found.items.into_iter().map(|row| json!(MarketDemand::new(row, 5, None))));
        if u64::from(page) * 100 >= found.total {
            break;
        }
    }
    assert!(demands.len() >= 15, "{} demands on the market", demands.len());
    // Those that are dispatched or in negotiation show as much to the institutions that have orders on them.
    let open = "SELECT masked FROM demands WHERE masked IS NOT NULL AND state IN ('dispatched', 'open', 'negotiating')";
    demands.extend(texts(db, open).await.iter().map(|masked| serde_json::from_str::<Value>(masked).expect("JSON")));
    let (mut sections, mut titles) = (0, 0);
    for demand in &demands {
        let shared = firms.iter().filter(|firm| shares(firm, demand)).count();
        assert!(shared >= 5, "{shared} firms share what {demand} shows");
        sections += usize::from(demand["industry_section"].is_string());
        titles += usize::from(demand["titles"].as_array().is_some_and(|titles| !titles.is_empty()));
    }
    assert!(sections * 10 > demands.len() * 9, "{sections} of {} demands still say their industry", demands.len());
    assert!(titles < demands.len());
}

/// Has the firm everything that the demand shows?
fn shares(firm: &HashMap<&str, String>, demand: &Value) -> bool {
    let equal = |shown: &str, column: &str| demand[shown].is_null() || demand[shown] == *firm[column];
    let banded = |shown: &str, column: &str| {
        let band = demand[shown].as_str().unwrap_or_default();
        equal(shown, column) || within(band).contains(&firm[column].as_str())
    };
    let titles: BTreeSet<_> = demand["titles"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let own: BTreeSet<_> = firm["titles"].split(',').filter(|title| !title.is_empty()).collect();
    equal("industry_section", "section")
        && equal("industry_division", "division")
        && equal("score_grade", "grade")
        && banded("years_band", "years")
        && banded("staff_band", "staff")
        && banded("revenue_band", "revenue")
        && (equal("place", "park") || equal("place", "district"))
        && (titles.is_empty() || titles == own)
}

#[tokio::test]
async fn the_demo_data_load_and_are_copied_the_next_time() {
    // PostgreSQL would load the same by the same services.
    if engine() != Engine::Sqlite {
        return;
    }
    let [first, second] = [(); 2].map(|()| TempDir::new().expect("a folder"));
    load(first.path());
    assert!(load(second.path()).contains("before"), "the second is a copy");
    assert_eq!(load(second.path()), "", "what is there is left alone");
    assert!(fs::read_dir(second.path().join("files")).expect("a folder").next().is_some(), "uploads are copied too");

    let url = format!("sqlite://{}", second.path().join("jinqiao.db").display());
    let db = Db::open(&Options::new(url, 2), World::system(), CHAPTERS.followers()).await.expect("it opens");
    assert_eq!(db.jobs_left().await.expect("counted"), 0, "no reaction failed");
    let ended = AuditFilter { action: Some("demo.loaded".into()), ..AuditFilter::default() };
    assert_eq!(audit_page(&db, ended, &PageQuery::default()).await.expect("rows").total, 1);
    // How many there are hangs on the hour at which the year ends: where limits fall, and who is too slow.
    for (table, least) in [
        ("enterprises", 300),
        ("products", 120),
        ("demands", 400),
        ("orders", 600),
        ("ratings", 250),
        ("complaints", 5),
    ] {
        let count = count(&db, table).await;
        assert!(count >= least, "{count} {table}");
    }
    anonymous(&db).await;
    // The key has come along: the accounts' authenticators open.
    let vault = vault_of(second.path());
    let accounts = demo_accounts(&db, &vault).await.expect("accounts");
    assert!(accounts.iter().filter(|account| account.totp.is_some()).count() >= 6, "{accounts:?}");
    db.close().await.expect("it closes");
}

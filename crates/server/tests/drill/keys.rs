//! A server does not start with another key, or with none beside sealed values.

use crate::{arrange, server::setup};
use std::process::{Command, Stdio};

/// Tries to start, and what it says when it does not.
fn refused(url: &str, set: &[(&str, &str)]) -> Option<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jinqiao"));
    command.arg("migrate").env("JINQIAO_DATABASE_URL", url).env("RUST_LOG", "error").stdout(Stdio::null());
    let output = command.envs(set.iter().copied()).output().expect("it runs");
    (!output.status.success()).then(|| String::from_utf8_lossy(&output.stderr).into_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_or_missing_key_is_named_at_start() {
    let database = arrange::database().await;
    let folder = tempfile::TempDir::new().expect("a folder");
    let file = folder.path().join("master.key").display().to_string();
    let named = [("JINQIAO_MASTER_KEY_FILE", file.as_str())];

    // An empty database may have a new key.
    assert_eq!(refused(&database.url, &named), None);
    assert_eq!(refused(&database.url, &named), None, "and the same one again");
    let kept = std::fs::read_to_string(&file).expect("the key is kept");

    std::fs::remove_file(&file).expect("lost");
    let missing = refused(&database.url, &named).expect("the key is missing");
    assert!(missing.contains(&file) && missing.contains("is missing"), "{missing}");
    assert!(!std::path::Path::new(&file).exists(), "no new key is made beside sealed values");

    std::fs::write(&file, "08".repeat(32)).expect("another key");
    let wrong = refused(&database.url, &named).expect("the key is wrong");
    assert!(wrong.contains(&file) && wrong.contains("not the one"), "{wrong}");
    assert!(!wrong.contains("0808"), "the key itself is not told");

    std::fs::write(&file, kept).expect("put back");
    assert_eq!(refused(&database.url, &named), None);
    database.remove().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_from_before_keys_were_proved_is_opened_with_its_own_key_only() {
    let database = arrange::database().await;
    let db = arrange::open(&database.url).await;
    arrange::people(&db, 0).await;
    db.close().await.expect("it closes");
    let wrong = refused(&database.url, &[("JINQIAO_MASTER_KEY", "08".repeat(32).as_str())]).expect("refused");
    assert!(wrong.contains("JINQIAO_MASTER_KEY"), "{wrong}");
    setup(&database.url).ready().await.kill();
    database.remove().await;
}

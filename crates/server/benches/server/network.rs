//! The run of the matching network, which looks at all that happened in a year.

use crate::{
    data::Set,
    held::Held,
    memory::Memory,
    people::People,
    visit::{Note, mb},
};
use jinqiao_testkit::process::Server;
use serde_json::Value;
use std::time::{Duration, Instant};

/// A run that takes longer is given up.
const LONGEST: Duration = Duration::from_secs(240);

/// Asks for a run and waits for it: how long, and how much memory.
pub async fn measure(set: &Set, server: &Server, people: &People) -> Vec<Note> {
    let Some(operator) = people.of_role("operator") else { return vec![] };
    let url = format!("{}/api/operator/matching/network", server.base);
    let at = async || -> Value {
        let view: Value = operator.get(url.clone()).send().await.expect("an answer").json().await.expect("a view");
        view["at"].clone()
    };
    let earlier = at().await;
    let memory = Memory::watch(server);
    let before = mb(memory.now());
    let held = Held::watch(set).await;
    let begun = Instant::now();
    let asked = operator.post(url.clone()).send().await.expect("an answer");
    assert!(asked.status().is_success());
    while at().await == earlier && begun.elapsed() < LONGEST {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let took = begun.elapsed();
    let writes = held.told().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let mut notes = vec![
        Note { what: "run of the network", value: format!("{:.1} s", took.as_secs_f64()) },
        Note {
            what: "… its own memory before; three seconds after, and at most",
            value: format!("{before}; {}", memory.told()),
        },
    ];
    if let Some(value) = writes {
        notes.push(Note { what: "… writes in the run: at p99, at most", value });
    }
    notes
}

//! The run of the matching network, which looks at all that happened in a year.

use crate::{
    data::Set,
    people::People,
    visit::{Note, mb},
    writes::Held,
};
use jinqiao_testkit::process::Server;
use serde_json::Value;
use std::{
    fs,
    time::{Duration, Instant},
};

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
    // The most it has held is counted anew from here.
    let _ = fs::write(format!("/proc/{}/clear_refs", server.pid()), "5");
    let before = server.memory("VmRSS");
    let held = Held::watch(set).await;
    let begun = Instant::now();
    let asked = operator.post(url.clone()).send().await.expect("an answer");
    assert!(asked.status().is_success());
    while at().await == earlier && begun.elapsed() < LONGEST {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let took = begun.elapsed();
    let (longest, most) = (held.longest().await, server.memory("VmHWM"));
    tokio::time::sleep(Duration::from_secs(3)).await;
    let after = server.memory("VmRSS");
    let mut notes = vec![
        Note { what: "run of the network", value: format!("{:.1} s", took.as_secs_f64()) },
        Note {
            what: "… memory before, at most, three seconds after",
            value: format!("{}, {}, {}", mb(before), mb(most), mb(after)),
        },
    ];
    if let Some(longest) = longest {
        let value = format!("{:.0} ms", longest.as_secs_f64() * 1000.0);
        notes.push(Note { what: "… longest write meanwhile", value });
    }
    notes
}

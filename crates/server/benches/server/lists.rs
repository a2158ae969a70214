//! What a department waits for that looks at every firm: a list of 免申即享.

use crate::{people::People, visit::Note};
use jinqiao_testkit::process::Server;
use serde_json::{Value, json};
use std::time::Instant;

/// How long the first item takes that a list can be found for, and over how many firms; none where the data has no such item.
pub async fn found(server: &Server, people: &People) -> Option<Note> {
    let department = people.of_role("government")?;
    let automatic = format!("{}/api/policies?mode=automatic&open=true&size=100", server.base);
    let items: Value = department.get(automatic).send().await.ok()?.json().await.ok()?;
    for item in items["items"].as_array()? {
        let url = format!("{}/api/government/policies/{}/automatic", server.base, item["id"].as_str()?);
        let begun = Instant::now();
        let answer = department.post(url).json(&json!({})).send().await.ok()?;
        if !answer.status().is_success() {
            continue;
        }
        let list: Value = answer.json().await.ok()?;
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        return Some(Note {
            what: "a list of 免申即享", value: format!("{took:.0} ms over {} firms", list["firms"])
        });
    }
    None
}

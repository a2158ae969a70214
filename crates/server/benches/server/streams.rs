//! Open pages that wait for news.

use crate::{
    people::People,
    rest::{computed, rest},
    visit::{Note, mb},
};
use jinqiao_stage::demand;
use jinqiao_testkit::process::{Person, Server};
use std::time::Duration;

/// Firms with open pages: all come from one address, which may have 256 connections …
const FIRMS: usize = 20;
/// … and how many each has open, which is as many as an account may.
const EACH: usize = 8;
/// News of each firm.
const NEWS: usize = 4;

/// Each firm drafts so many demands; how long the server computed for it.
async fn news(server: &Server, firms: &[Person]) -> f64 {
    let before = computed(server);
    for firm in firms {
        for _ in 0..NEWS {
            let made = firm.post(format!("{}/api/enterprise/demands", server.base)).json(&demand(100)).send().await;
            assert!(made.expect("an answer").status().is_success());
        }
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    computed(server) - before
}

/// Memory and computing of open streams.
pub async fn measure(server: &Server, people: &People) -> Vec<Note> {
    let mut firms = vec![];
    for login in people.firms.iter().rev().take(FIRMS) {
        firms.push(Person::login(&server.base, login).await);
    }
    rest(server).await;
    let before = server.memory("RssAnon");
    let mut open = vec![];
    for firm in &firms {
        for _ in 0..EACH {
            let stream = firm.get(format!("{}/api/live", server.base)).timeout(Duration::from_secs(600)).send().await;
            let stream = stream.expect("an answer");
            assert!(stream.status().is_success());
            open.push(stream);
        }
    }
    let (more, began) = (server.memory("RssAnon").saturating_sub(before), computed(server));
    tokio::time::sleep(Duration::from_secs(3)).await;
    let idle = computed(server) - began;
    let with = news(server, &firms).await;
    let many = open.len();
    drop(open);
    let without = news(server, &firms).await;
    vec![
        Note {
            what: "160 open streams: memory",
            value: format!("{}, {} kB each", mb(more), more / many.max(1) as u64),
        },
        Note { what: "… computing in three seconds without news", value: format!("{idle:.2} s") },
        Note {
            what: "… for 80 news to eight streams each, and to none",
            value: format!("{with:.2} s, {without:.2} s"),
        },
    ]
}

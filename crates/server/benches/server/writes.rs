//! What people change: logins, demands from the draft to the order, messages.

use crate::{
    data::Set,
    held::Held,
    lists,
    load::{self, Took},
    people::People,
    settings::Settings,
    visit::{self, Measured, Note},
};
use jinqiao_stage::{demand, offer};
use jinqiao_testkit::process::{Person, Server, client};
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// Clients at once.
const CLIENTS: usize = 32;
/// Drafts of each of them, of which a firm may have no more than fifty.
const DRAFTS: usize = 15;
/// Demands that one firm writes alone.
const ALONE: usize = 40;

/// Files of at most a thousand rows, each noted in the trail.
const EXPORTS: &[(&str, &str)] = &[
    ("bank: export of orders", "/institution/orders/export"),
    ("bank: export of the market", "/market/demands/export"),
];

/// Something that is to be changed: who changes it, where, in which version, and how.
struct Change {
    who: Person,
    url: String,
    version: Option<i64>,
    body: Value,
}

impl Change {
    fn request(&self) -> RequestBuilder {
        let request = self.who.post(self.url.clone()).json(&self.body);
        self.version.iter().fold(request, |request, version| request.header("if-match", format!("\"{version}\"")))
    }
}

/// Makes `changes`, so many at a time. How long they took, what was answered to them in turn, and how many were refused.
async fn make(changes: Vec<Change>, clients: usize) -> (Took, Vec<Value>, usize) {
    let (changes, next, begun) = (Arc::new(changes), Arc::new(AtomicUsize::new(0)), Instant::now());
    let tasks: Vec<_> = (0..clients)
        .map(|_| {
            let (changes, next) = (changes.clone(), next.clone());
            tokio::spawn(async move {
                let mut done = vec![];
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(change) = changes.get(number) else { return done };
                    let asked = Instant::now();
                    let answer = change.request().send().await.expect("an answer");
                    let (ok, body) = (answer.status().is_success(), answer.bytes().await.expect("a body"));
                    let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
                    done.push((number, asked.elapsed(), ok, body));
                }
            })
        })
        .collect();
    let mut done = vec![];
    for task in tasks {
        done.extend(task.await.expect("a client"));
    }
    let whole = begun.elapsed();
    done.sort_by_key(|(number, ..)| *number);
    let refused: Vec<_> = done.iter().filter(|(_, _, ok, _)| !ok).collect();
    if let Some((_, _, _, body)) = refused.first() {
        println!("    {} refused, such as {body}", refused.len());
    }
    let refused = refused.len();
    let took = done.iter().filter(|(_, _, ok, _)| *ok).map(|(_, took, ..)| *took).collect();
    (Took::of(took, whole), done.into_iter().map(|(.., body)| body).collect(), refused)
}

fn measured(name: &str, alone: Took, together: Took) -> Measured {
    println!("  {name}: {:.2} ms, {:.2} ms, {:.0}/s", alone.percent(50), alone.percent(99), together.rate);
    Measured { name: name.into(), alone, together, raw: None, writes: true }
}

/// Measures what people change.
pub async fn measure(settings: &Settings, set: &Set, server: &Server, people: &People) -> (Vec<Measured>, Vec<Note>) {
    let (mut done, mut notes) = (vec![], vec![]);
    let operator = people.of_role("operator").expect("an operator");
    let api = |path: &str| format!("{}/api{path}", server.base);
    // Demands go to everybody at once, so that they can be taken.
    let everybody = operator.put(api("/operator/parameters/dispatch_institutions"), 1).json(&json!({"value": 0}));
    assert!(everybody.send().await.expect("an answer").status().is_success(), "demands go to everybody");

    done.push(logins(settings, server, people).await);
    let (mut firms, mut banks) = (vec![], vec![]);
    for login in people.firms.iter().take(CLIENTS + 1) {
        firms.push(Person::login(&server.base, login).await);
    }
    for login in &people.institutions {
        banks.push(Person::login(&server.base, login).await);
    }
    let (first, others) = firms.split_first().expect("a firm");

    let draft =
        |who: &Person| Change { who: who.clone(), url: api("/enterprise/demands"), version: None, body: demand(100) };
    let (alone, mut drafts, _) = make((0..ALONE).map(|_| draft(first)).collect(), 1).await;
    let many = (0..DRAFTS).flat_map(|_| others.iter().map(draft)).collect();
    let (together, more, _) = make(many, CLIENTS).await;
    done.push(measured("firm: draft a demand", alone, together));

    let submit = |(who, draft): (&Person, &Value)| {
        let id = draft["id"].as_str()?;
        let url = api(&format!("/enterprise/demands/{id}/submit"));
        Some(Change { who: who.clone(), url, version: Some(1), body: json!({"authorization_version": 1}) })
    };
    let one_firm = drafts.iter().map(|draft| (first, draft)).filter_map(submit).collect();
    let (alone, ..) = make(one_firm, 1).await;
    let many = others.iter().cycle().zip(&more).filter_map(submit).collect();
    let (together, ..) = make(many, CLIENTS).await;
    done.push(measured("firm: submit a demand", alone, together));
    drafts.extend(more);

    let approve = |demand: &Value| {
        let url = api(&format!("/operator/demands/{}/approve", demand["id"].as_str()?));
        let body = json!({"public_text": "采购原材料，交付已签订单"});
        Some(Change { who: operator.clone(), url, version: Some(2), body })
    };
    let held = Held::watch(set).await;
    let (alone, ..) = make(drafts[..ALONE].iter().filter_map(approve).collect(), 1).await;
    if let Some(value) = held.told().await {
        notes.push(Note { what: "writes while demands are approved: at p99, at most", value });
    }
    let (together, ..) = make(drafts[ALONE..].iter().filter_map(approve).collect(), 8).await;
    done.push(measured("operator: approve a demand", alone, together));
    settle().await;

    let grab = |(number, demand): (usize, &Value)| {
        let url = api(&format!("/market/demands/{}/grab", demand["id"].as_str()?));
        Some(Change { who: banks[number % banks.len()].clone(), url, version: None, body: offer(100) })
    };
    let (alone, ..) = make(drafts[..ALONE].iter().enumerate().filter_map(grab).collect(), 1).await;
    let (together, _, refused) = make(drafts[ALONE..].iter().enumerate().filter_map(grab).collect(), CLIENTS).await;
    done.push(measured("bank: grab a demand", alone, together));
    if refused > 0 {
        notes.push(Note { what: "grabs refused", value: refused.to_string() });
    }
    settle().await;

    for (name, path) in EXPORTS {
        done.push(exported(settings, name, api(path), &banks[0]).await);
    }
    done.push(messages(server, operator).await);
    let held = Held::watch(set).await;
    let begun = Instant::now();
    let all = operator.post(api("/messages/read-all")).send().await.expect("an answer");
    assert!(all.status().is_success(), "all are read");
    let took = begun.elapsed().as_secs_f64() * 1000.0;
    notes.push(Note { what: "the operator reads all messages", value: format!("{took:.0} ms") });
    if let Some(value) = held.told().await {
        notes.push(Note { what: "… writes while he does: at p99, at most", value });
    }
    notes.extend(lists::found(server, people).await);
    (done, notes)
}

/// What follows from changes is done beside them.
async fn settle() {
    tokio::time::sleep(Duration::from_secs(2)).await;
}

async fn logins(settings: &Settings, server: &Server, people: &People) -> Measured {
    let (visitor, logins) = (client(), Arc::new(people.firms.clone()));
    let url = format!("{}/api/session", server.base);
    let login = move |number: usize| {
        let login = &logins[number % logins.len()];
        let request = visitor.post(&url).header("x-requested-with", "bench").json(login);
        async move {
            let answer = request.send().await.expect("an answer");
            assert!(answer.status().is_success(), "{}", answer.status());
        }
    };
    let alone = load::alone(settings.each, &login).await;
    let together = load::together(8, settings.each, move |client, number| login(client * 7 + number)).await;
    measured("login", alone, together)
}

async fn exported(settings: &Settings, name: &str, url: String, bank: &Person) -> Measured {
    let alone = load::alone(settings.each, |_| visit::asked(bank.post(url.clone()))).await;
    let (bank, url) = (bank.clone(), url.clone());
    let together = load::together(2, settings.each, move |_, _| visit::asked(bank.post(url.clone()))).await;
    measured(name, alone, together)
}

/// The operator reads messages one by one.
async fn messages(server: &Server, operator: &Person) -> Measured {
    let unread = operator.get(format!("{}/api/messages?unread=true&size=100", server.base)).send().await;
    let unread: Value = unread.expect("an answer").json().await.expect("messages");
    let read = |message: &Value| {
        let url = format!("{}/api/messages/{}/read", server.base, message["id"].as_str()?);
        Some(Change { who: operator.clone(), url, version: None, body: json!({}) })
    };
    let unread: Vec<_> = unread["items"].as_array().into_iter().flatten().collect();
    let (one, many) = unread.split_at(unread.len() / 2);
    let (alone, ..) = make(one.iter().copied().filter_map(read).collect(), 1).await;
    let (together, ..) = make(many.iter().copied().filter_map(read).collect(), CLIENTS).await;
    measured("operator: read a message", alone, together)
}

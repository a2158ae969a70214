//! What a crowd of visitors does to everybody else.

use crate::{
    baselines, load,
    people::People,
    settings::Settings,
    visit::{Note, asked},
};
use jinqiao_testkit::process::{Server, client};
use serde_json::Value;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Visitors at once.
const CROWD: usize = 16;

/// Public routes, and how notes name them.
const ROUTES: &[(&str, &str)] = &[
    ("a bank's order while 16 ask for the figures", "/api/stats/figures"),
    ("… for the market's overview", "/api/market/overview"),
    ("… search the products", "/api/products?size=20&q=%E7%A7%91%E5%88%9B"),
    ("… for the page", "/"),
];

/// The median of a bank's order, alone and while a crowd asks for each public route.
pub async fn measure(settings: &Settings, server: &Server, people: &People) -> Vec<Note> {
    let Some(bank) = people.of_role("institution") else { return vec![] };
    let orders = bank.get(format!("{}/api/institution/orders?size=1", server.base)).send().await.expect("an answer");
    let orders: Value = orders.json().await.expect("orders");
    let order =
        format!("{}/api/institution/orders/{}", server.base, orders["items"][0]["id"].as_str().unwrap_or_default());
    let alone = load::alone(settings.each, |_| asked(bank.get(order.clone()))).await.percent(50);
    let mut notes = vec![Note { what: "a bank's order, alone", value: format!("{alone:.2} ms") }];
    for (what, path) in ROUTES {
        let ends = Arc::new(AtomicBool::new(false));
        let crowd: Vec<_> = (0..CROWD)
            .map(|_| {
                let (ends, url, visitor) = (ends.clone(), format!("{}{path}", server.base), client());
                tokio::spawn(async move {
                    while !ends.load(Ordering::Relaxed) {
                        asked(baselines::packed(&visitor, &url)).await;
                    }
                })
            })
            .collect();
        let among = load::alone(settings.each, |_| asked(bank.get(order.clone()))).await.percent(50);
        ends.store(true, Ordering::Relaxed);
        for visitor in crowd {
            visitor.await.expect("a visitor");
        }
        notes.push(Note { what, value: format!("{among:.2} ms, {:.1}-fold", among / alone) });
    }
    notes
}

//! Two hundred banks want five places.

use crate::stage::grab;
use std::collections::BTreeMap;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_grabs_at_once_fill_exactly_five_places() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let demand = stage.published(&firm, 100).await;
    let mut banks = vec![];
    for number in 2..=201 {
        banks.push(stage.institution(number).await);
    }
    // The five who are to win twice over try twice at once.
    let grabs: Vec<_> = banks
        .iter()
        .cloned()
        .map(|bank| {
            let demand = demand.clone();
            tokio::spawn(async move { grab(&bank, &demand, 100).await })
        })
        .collect();
    let mut outcomes = BTreeMap::new();
    for grabbed in grabs {
        let reply = grabbed.await.expect("no panic");
        let outcome = match reply.status.as_u16() {
            201 => "201".to_owned(),
            status => reply.refused(status),
        };
        *outcomes.entry(outcome).or_insert(0) += 1;
    }
    assert_eq!(outcomes, BTreeMap::from([("201".to_owned(), 5), ("orders.demand_full".to_owned(), 195)]));
    let orders = firm.client.get(&format!("/api/enterprise/demands/{demand}/orders")).await.expect(200);
    assert_eq!(orders.body.as_array().map(Vec::len), Some(5));
    let now = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!((now.body["live_orders"].as_i64(), now.body["state"].as_str()), (Some(5), Some("negotiating")));
    stage.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_bank_clicking_twenty_times_has_one_order() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let demand = stage.published(&firm, 100).await;
    let bank = stage.institution(2).await;
    let clicks = (0..20).map(|_| {
        let (bank, demand) = (bank.clone(), demand.clone());
        tokio::spawn(async move { grab(&bank, &demand, 100).await })
    });
    let mut won = 0;
    for click in clicks.collect::<Vec<_>>() {
        let reply = click.await.expect("no panic");
        match reply.status.as_u16() {
            201 => won += 1,
            status => assert_eq!(reply.refused(status), "orders.already_grabbed"),
        }
    }
    assert_eq!(won, 1);
    stage.finish().await;
}

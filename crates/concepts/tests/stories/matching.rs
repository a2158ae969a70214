//! Matching both ways: products for a demand, masked demands for a product.

use crate::{
    products::loan,
    stage::{Id, Stage, demand},
};
use serde_json::{Value, json};

fn named(name: &str, change: Value) -> Value {
    let mut content = loan(name);
    for (key, value) in change.as_object().expect("fields") {
        content[key] = value.clone();
    }
    content
}

fn names(list: &Value, of: &str) -> Vec<String> {
    let items = list.as_array().expect("a list");
    items.iter().map(|item| item[of]["name"].as_str().expect("a name").to_owned()).collect()
}

#[tokio::test]
async fn products_for_a_demand_with_reasons_and_near_misses() {
    let stage = Stage::start().await;
    let (firm, bank, fund) = (stage.enterprise(1).await, stage.institution(2).await, stage.fund(3).await);
    for content in [
        named("合适", json!({"first_loan_friendly": true})),
        named("较贵", json!({"rate_min": 440})),
        named("太贵", json!({"rate_min": 460, "rate_max": 500})),
        named("只给大额", json!({"amount_min": 500_000_000, "amount_max": 900_000_000})),
        named("两样不符", json!({"amount_min": 500_000_000, "amount_max": 900_000_000, "guarantees": ["mortgage"]})),
    ] {
        stage.shelved(&bank, content).await;
    }
    let draft = firm.client.post("/api/enterprise/demands", demand(100)).await.expect(201).id();
    let found = firm.client.get(&format!("/api/enterprise/demands/{draft}/matches")).await.expect(200).body;
    assert_eq!(
        (names(&found["matches"], "product"), found["considered"].as_i64()),
        (vec!["合适".into(), "较贵".into()], Some(5))
    );
    let best = &found["matches"][0];
    let parts: i64 =
        best["parts"].as_array().expect("parts").iter().map(|part| part["points"].as_i64().expect("points")).sum();
    assert_eq!(best["score"].as_i64(), Some(parts));
    assert!(best["reasons"].as_array().expect("reasons").iter().all(|reason| reason["met"] == true), "{best}");
    let mut near = names(&found["near"], "product");
    near.sort();
    assert_eq!(near, ["只给大额", "太贵"]);
    assert!(found["near"].to_string().contains("最低年利率 4.60%，可接受的最高年利率 4.50%"), "{}", found["near"]);
    let again = firm.client.get(&format!("/api/enterprise/demands/{draft}/matches")).await.expect(200).body;
    assert_eq!(again, found, "the same question, the same answer");
    let stranger = stage.enterprise(4).await;
    stranger.client.get(&format!("/api/enterprise/demands/{draft}/matches")).await.expect(404);
    fund.client.get(&format!("/api/enterprise/demands/{draft}/matches")).await.expect(403);
    let empty = firm.client.post("/api/enterprise/demands", json!({})).await.expect(201).id();
    let nothing = firm.client.get(&format!("/api/enterprise/demands/{empty}/matches")).await;
    assert_eq!(nothing.refused(409), "matching.nothing_wanted");
    stage.finish().await;
}

#[tokio::test]
async fn masked_demands_for_a_product_of_the_own() {
    let stage = Stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let product = stage
        .shelved(&bank, named("科创贷", json!({"revenue_min": 1_000_000_000, "negative_list": ["penalty"]})))
        .await;
    let path = format!("/api/institution/products/{product}/matches");
    stage.published(&firm, 100).await;
    stage.published(&firm, 900).await;
    let found = bank.client.get(&path).await.expect(200).body;
    assert_eq!((found["considered"].as_i64(), found["matches"].as_array().map(Vec::len)), (Some(1), Some(1)));
    let shown = found["matches"][0].to_string();
    assert!(!shown.contains(&firm.name) && !shown.contains(&firm.org), "nothing names the enterprise");
    let unknown =
        found["matches"][0]["reasons"].as_array().expect("reasons").iter().filter(|reason| reason["met"].is_null());
    assert_eq!(unknown.count(), 1, "risks are not known before a consent");
    other.client.get(&path).await.expect(404);
    firm.client.get(&path).await.expect(403);
    let draft = bank.client.post("/api/institution/products", json!({"content": loan("草稿")})).await.expect(201).id();
    bank.client.get(&format!("/api/institution/products/{draft}/matches")).await.expect(404);
    stage.finish().await;
}

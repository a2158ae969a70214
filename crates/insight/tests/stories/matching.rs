//! Matching both ways: products for a demand, masked demands for a product.

use crate::stage::{Id, demand, grab, loan, step};
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
    let stage = crate::stage::start().await;
    let (firm, bank, fund) = (stage.enterprise(1).await, stage.institution(2).await, stage.fund(3).await);
    for content in [
        named("合适", json!({"first_loan_friendly": true})),
        named("较贵", json!({"rate_min": 4_400})),
        named("太贵", json!({"rate_min": 4_600, "rate_max": 5_000})),
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

/// A demand that says so many words of itself.
fn tagged(tags: &[&str]) -> Value {
    let mut demand = demand(100);
    demand["tags"] = json!(tags);
    demand
}

#[tokio::test]
async fn a_tag_decides_between_equal_products() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    for name in ["普通贷", "专利权贷"] {
        stage.shelved(&bank, named(name, json!({}))).await;
    }
    let found = async |tags: &[&str]| {
        let draft = firm.client.post("/api/enterprise/demands", tagged(tags)).await.expect(201).id();
        firm.client.get(&format!("/api/enterprise/demands/{draft}/matches")).await.expect(200).body
    };
    assert_eq!(names(&found(&[]).await["matches"], "product"), ["普通贷", "专利权贷"]);
    let matches = found(&["专利權", "厂房"]).await;
    assert_eq!(names(&matches["matches"], "product"), ["专利权贷", "普通贷"]);
    let reasons = |place: usize| matches["matches"][place]["reasons"].to_string();
    assert!(reasons(0).contains("产品与标签“专利權”相符") && !reasons(1).contains("标签"), "{matches}");
    // The same tag in another form is no second one.
    let twice = firm.client.post("/api/enterprise/demands", tagged(&["专利權", "专利权"])).await.expect(422);
    assert_eq!(twice.fields(), ["tags"]);
    stage.finish().await;
}

#[tokio::test]
async fn the_trial_tells_what_tags_are_worth() {
    let stage = crate::stage::start().await;
    stage.set("dispatch_institutions", 1).await;
    let (firm, plain, special) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    stage.shelved(&plain, named("普通贷", json!({}))).await;
    // A little dearer: only its name speaks for it.
    stage.shelved(&special, named("知识产权贷", json!({"rate_min": 3_700}))).await;
    let demand = stage.published_as(&firm, tagged(&["知识产权"])).await;
    stage.app.settle().await;
    let invited = special.client.get("/api/institution/orders").await.expect(200).body;
    let order = invited["items"][0]["id"].as_str().expect("it was chosen for the tag").to_owned();
    assert_eq!(invited["items"][0]["demand"]["id"], json!(demand));
    assert_eq!(grab(&special, &demand, 100).await.expect(201).id(), order);
    for (who, action, body) in [
        (&firm, "confirm", crate::stage::confirm()),
        (&special, "contact", json!({"method": "phone", "note": "已电话沟通"})),
        (&special, "start-review", json!({})),
        (&special, "approve", crate::stage::decision(100)),
        (&firm, "accept", crate::stage::accept()),
    ] {
        step(who, &order, action, body).await.expect(200);
    }
    let effect = stage.operator.post("/api/operator/matching/effect", settings(json!({}))).await.expect(200).body;
    assert_eq!(effect["tags"], json!({"rounds": 1, "with_tags": 1, "without_tags": 0}));
    stage.finish().await;
}

#[tokio::test]
async fn masked_demands_for_a_product_of_the_own() {
    let stage = crate::stage::start().await;
    stage.set("anonymity_k", 1).await;
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
    let draft = bank.client.post("/api/institution/products", loan("草稿")).await.expect(201).id();
    bank.client.get(&format!("/api/institution/products/{draft}/matches")).await.expect(404);
    stage.finish().await;
}

#[tokio::test]
async fn products_for_a_firm_before_it_says_what_it_wants() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    for content in [
        named("合适", json!({})),
        named("只给老企业", json!({"age_min_months": 600})),
        named("大额", json!({"amount_min": 500_000_000, "amount_max": 900_000_000})),
        named("投标保函", json!({"product_type": "bid_bond", "rate_min": 600})),
    ] {
        stage.shelved(&bank, content).await;
    }
    const PATH: &str = "/api/enterprise/matches";
    let found = firm.client.get(PATH).await.expect(200).body;
    let mut suiting = names(&found["matches"], "product");
    suiting.sort();
    assert_eq!(
        (suiting, names(&found["near"], "product")),
        (vec!["合适".into(), "大额".into()], vec!["只给老企业".into()])
    );
    assert_eq!((&found["considered"], &found["range"]), (&json!(3), &Value::Null), "nobody has asked for an amount");
    assert!(!found.to_string().contains("需求金额"), "{found}");
    assert_eq!(firm.client.get(PATH).await.expect(200).body, found);
    let newcomer = stage.applicant("enterprise", 3).await;
    stage.decide(&newcomer, 1, "approve", json!({})).await.expect(200);
    assert_eq!(newcomer.client.get(PATH).await.refused(409), "matching.unknown_firm");
    bank.client.get(PATH).await.expect(403);
    stage.finish().await;
}

#[tokio::test]
async fn masked_demands_for_everything_on_the_shelf() {
    let stage = crate::stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    const PATH: &str = "/api/institution/matches";
    let wanted = [stage.published(&firm, 100).await, stage.published(&firm, 900).await];
    let found = bank.client.get(PATH).await.expect(200).body;
    assert_eq!((&found["products"], &found["matches"]), (&json!(0), &json!([])), "nothing is on the shelf");
    let small = json!({"amount_min": 10_000_000, "amount_max": 200_000_000, "rate_min": 3_000});
    stage.shelved(&bank, named("便宜", small.clone())).await;
    let mut dear = small;
    dear["rate_min"] = json!(4_400);
    stage.shelved(&bank, named("较贵", dear)).await;
    stage.shelved(&bank, named("大额", json!({"amount_min": 500_000_000, "amount_max": 2_000_000_000_i64}))).await;
    let surety =
        stage.shelved(&bank, named("担保", json!({"product_type": "guarantee_service", "rate_min": 600}))).await;
    let found = bank.client.get(&format!("/api/institution/products/{surety}/matches")).await.expect(200).body;
    assert_eq!((&found["pays"], &found["considered"], &found["matches"]), (&json!(false), &json!(0), &json!([])));
    let found = bank.client.get(PATH).await.expect(200).body;
    let pairs = |found: &Value| -> Vec<(Value, Value)> {
        let matches = found["matches"].as_array().expect("matches");
        matches.iter().map(|one| (one["demand"]["id"].clone(), one["product_name"].clone())).collect()
    };
    let mut known = pairs(&found);
    known.sort_by_key(|(_, name)| name.to_string());
    assert_eq!(
        (&found["products"], &known),
        (&json!(3), &vec![(json!(wanted[0]), json!("便宜")), (json!(wanted[1]), json!("大额"))])
    );
    assert!(!found.to_string().contains(&firm.name) && !found.to_string().contains(&firm.org));
    grab(&bank, &wanted[0], 100).await.expect(201);
    assert_eq!(pairs(&bank.client.get(PATH).await.expect(200).body), [(json!(wanted[1]), json!("大额"))]);
    assert_eq!(other.client.get(PATH).await.expect(200).body["products"], 0, "what others offer is not theirs");
    firm.client.get(PATH).await.expect(403);
    let applicant = stage.applicant("institution", 4).await;
    applicant.client.get(PATH).await.expect(403);
    stage.finish().await;
}

/// The settings that the platform ships, with other weights.
fn settings(change: Value) -> Value {
    let mut weights = json!({
        "fit": 20, "price": 20, "guarantee": 15, "affinity": 10, "tags": 5, "text": 5, "history": 5,
        "network": 5, "service": 10, "first_loan": 5
    });
    for (key, value) in change.as_object().expect("weights") {
        weights[key] = value.clone();
    }
    json!({"weights": weights, "share_cap": 4000, "lead": 10, "network": {"half_life": 365, "lambda": null}})
}

#[tokio::test]
async fn the_operator_tunes_and_sees_the_effect_before() {
    let stage = crate::stage::start().await;
    stage.set("dispatch_institutions", 1).await;
    let (firm, cheap, kind) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    stage.shelved(&cheap, named("便宜", json!({"rate_min": 1_600}))).await;
    stage.shelved(&kind, named("首贷", json!({"rate_min": 3_900, "first_loan_friendly": true}))).await;
    let operator = &stage.operator;
    let first = stage.published(&firm, 100).await;
    stage.app.settle().await;
    let rounds = operator.get(&format!("/api/operator/demands/{first}/dispatches")).await.expect(200).body;
    let (cheap_name, kind_name) = (&cheap.name, &kind.name);
    assert_eq!(rounds[0]["institutions"][0]["institution_name"], **kind_name);
    assert_eq!(rounds[0]["replayed"], true, "the same basis, the same round");

    let known = operator.get("/api/operator/matching/settings").await.expect(200).body;
    assert_eq!((&known[0]["version"], &known[0]["settings"]), (&json!(0), &settings(json!({}))));
    let same = operator.post("/api/operator/matching/effect", settings(json!({}))).await.expect(200).body;
    assert_eq!((&same["rounds"], &same["changed"], &same["moved"]), (&json!(1), &json!(0), &json!(0)));
    let other = settings(json!({"price": 25, "first_loan": 0}));
    let effect = operator.post("/api/operator/matching/effect", other.clone()).await.expect(200).body;
    assert_eq!((&effect["changed"], &effect["moved"]), (&json!(1), &json!(1)));
    assert_eq!(effect["examples"][0]["before"][0]["institution_name"], **kind_name);
    assert_eq!(effect["examples"][0]["after"][0]["institution_name"], **cheap_name);
    let known = operator.get("/api/operator/matching/settings").await.expect(200).body;
    assert_eq!(known.as_array().map(Vec::len), Some(1), "trying changes nothing");

    let save = async |version: i32, settings: Value| {
        let body = json!({"reason": "优先考虑价格", "settings": settings});
        operator.if_match(version).put("/api/operator/matching/settings", body).await
    };
    assert_eq!(save(0, settings(json!({"price": 21}))).await.fields(), ["settings.weights"]);
    assert_eq!(save(3, other.clone()).await.refused(409), "conflict.stale");
    let saved = save(0, other.clone()).await.expect(200).body;
    assert_eq!((&saved[0]["version"], &saved[0]["settings"]), (&json!(1), &other));
    assert_eq!(save(0, settings(json!({}))).await.refused(409), "conflict.stale");

    let second = stage.published(&firm, 100).await;
    stage.app.settle().await;
    let rounds = operator.get(&format!("/api/operator/demands/{second}/dispatches")).await.expect(200).body;
    assert_eq!(rounds[0]["institutions"][0]["institution_name"], **cheap_name);
    let rounds = operator.get(&format!("/api/operator/demands/{first}/dispatches")).await.expect(200).body;
    assert_eq!(rounds[0]["replayed"], true, "decided again by the settings of then");
    let shares = operator.get("/api/operator/matching/shares").await.expect(200).body;
    let share = |of: usize| (&shares[of]["dispatches"], &shares[of]["share"], &shares[of]["beyond"]);
    assert_eq!([share(0), share(1)], [(&json!(1), &json!(5000), &json!(false)); 2]);
    firm.client.get("/api/operator/matching/settings").await.expect(403);
    stage.finish().await;
}

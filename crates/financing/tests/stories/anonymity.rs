//! Tier 1 shows of a firm only what enough firms share (domain 2.3), when a demand is published and afterwards.

use crate::stage::{Member, Stage, profile, step};
use jinqiao_financing::demands::recheck_market;
use jinqiao_platform::enterprises::refresh_pictures;
use serde_json::{Value, json};

/// As once a day.
async fn rechecked(stage: &Stage) -> usize {
    refresh_pictures(&stage.app.db).await.expect("pictures");
    recheck_market(&stage.app.db).await.expect("rechecked")
}

async fn saved(firm: &Member, version: i32, change: Value) -> jinqiao_testkit::Reply {
    let mut profile = profile();
    for (key, value) in change.as_object().expect("fields") {
        profile[key] = value.clone();
    }
    firm.client.if_match(version).put("/api/enterprise/profile", profile).await
}

async fn shown(bank: &Member, demand: &str) -> Value {
    bank.client.get(&format!("/api/market/demands/{demand}")).await.expect(200).body
}

const PROPERTIES: [&str; 8] = [
    "industry_section",
    "industry_division",
    "years_band",
    "staff_band",
    "revenue_band",
    "place",
    "titles",
    "score_grade",
];

fn of_firm(demand: &Value) -> Vec<Value> {
    PROPERTIES.into_iter().map(|name| demand[name].clone()).collect()
}

#[tokio::test]
async fn what_too_few_firms_share_is_made_general() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(20).await);
    let demand = stage.published(&firm, 100).await;
    let alone = shown(&bank, &demand).await;
    let nothing = [vec![Value::Null; 6], vec![json!([]), Value::Null]].concat();
    assert_eq!(of_firm(&alone), nothing, "one firm of a kind");
    assert_eq!((&alone["amount"], &alone["public_text"]), (&json!(100_000_000), &json!("采购原材料，交付已签订单")));

    for number in 2..=4 {
        stage.enterprise(number).await;
    }
    assert_eq!(rechecked(&stage).await, 0);
    assert_eq!(of_firm(&shown(&bank, &demand).await), nothing, "four are too few");
    let fifth = stage.enterprise(5).await;
    assert_eq!(rechecked(&stage).await, 1);
    let full = shown(&bank, &demand).await;
    let said = json!(["c", "35", "above_10", "to_100", "to_5000", "金凤园区", ["high_tech"], full["score_grade"]]);
    assert_eq!(json!(of_firm(&full)), said);
    assert_eq!(rechecked(&stage).await, 0, "nothing has changed");

    // One leaves the group: titles go first, then the division, then the park.
    saved(&fifth, 1, json!({"titles": ["srdi"]})).await.expect(200);
    assert_eq!(rechecked(&stage).await, 1);
    let untitled = shown(&bank, &demand).await;
    assert_eq!((&untitled["titles"], &untitled["industry_division"]), (&json!([]), &json!("35")));
    saved(&fifth, 2, json!({"titles": ["srdi"], "industry_division": "36", "park": "含谷园区"})).await.expect(200);
    assert_eq!(rechecked(&stage).await, 1);
    let wider = shown(&bank, &demand).await;
    assert_eq!(
        (&wider["industry_division"], &wider["industry_section"], &wider["place"]),
        (&Value::Null, &json!("c"), &json!("高新区"))
    );
    // What institutions filter by is what is shown.
    let found = bank.client.get("/api/market/demands?section=c").await.expect(200).body;
    assert_eq!(found["total"], 1);
    stage.set("anonymity_k", 6).await;
    assert_eq!(rechecked(&stage).await, 1);
    assert_eq!(of_firm(&shown(&bank, &demand).await), nothing);
    assert_eq!(bank.client.get("/api/market/demands?section=c").await.expect(200).body["total"], 0);
    stage.finish().await;
}

#[tokio::test]
async fn places_come_from_the_lists_of_the_operator() {
    let stage = crate::stage::start().await;
    stage.set("anonymity_k", 1).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    for (field, value) in [("district", firm.name.as_str()), ("park", "智巡产业园"), ("park", "金凤园区\n一期")]
    {
        let refused = saved(&firm, 1, json!({field: value})).await.expect(422);
        assert!(refused.fields().iter().all(|name| name == field), "{}", refused.body);
    }
    let lists = stage.app.visitor().get("/api/settings").await.expect(200).body["texts"].clone();
    let parks = lists["park_list"].as_str().expect("a list").to_owned();
    assert!(parks.contains("金凤园区") && lists["district_list"].to_string().contains("高新区"));
    let longer = json!({"value": format!("{parks}，智巡产业园")});
    stage.operator.put("/api/operator/texts/park_list", longer).await.expect(200);
    saved(&firm, 1, json!({"park": "智巡产业園"})).await.expect(200);
    let demand = stage.published(&firm, 100).await;
    assert_eq!(shown(&bank, &demand).await["place"], "智巡产业园", "as the list writes it");

    // A name that leaves the list is kept in the profile, and no longer shown.
    stage.operator.put("/api/operator/texts/park_list", json!({"value": parks})).await.expect(200);
    assert_eq!(rechecked(&stage).await, 1);
    assert_eq!(shown(&bank, &demand).await["place"], "高新区");
    saved(&firm, 2, json!({"park": "智巡产业園", "staff": 90})).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn what_outlives_the_reading_never_says_who_the_firm_is() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    stage.newcomer(&firm, "xuqing", json!({"name": "许晴"})).await;
    let (_, order) = stage.order_in(&firm, &bank, "due_diligence").await;
    let items = json!({"items": [{"name": "近两年审计报告", "note": "加盖公章"}]});
    step(&bank, &order, "request-materials", items).await.expect(200);
    let names = [firm.name.as_str(), "许晴", "Xu Qing", "13912345678"];
    for (action, field) in [("provide-materials", "note"), ("withdraw", "reason")] {
        for name in names {
            let text = format!("融资计划有变，请联系{name}");
            let body = if field == "note" { json!({"attachments": [], "note": text}) } else { json!({"reason": text}) };
            let refused = step(&firm, &order, action, body).await.expect(422);
            assert_eq!(refused.fields(), [field], "{action} {name}: {}", refused.body);
            assert!(
                refused.body["errors"][0]["message"].as_str().is_some_and(|why| why.contains(name)),
                "{}",
                refused.body
            );
        }
    }
    step(&firm, &order, "withdraw", json!({"reason": "融资计划有变"})).await.expect(200);
    let ended = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200);
    assert_eq!(ended.body["enterprise"], Value::Null);
    stage.finish().await;
}

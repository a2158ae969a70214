//! Texts in the matching: use and description, the operator's synonyms, and what a text suggests.

use crate::stage::{Member, Stage, demand, loan};
use serde_json::{Value, json};

const SYNONYMS: &str = "/api/operator/matching/synonyms";
const LIKENESS: &str = "/api/operator/matching/likeness";
const SUGGEST: &str = "/api/enterprise/texts/suggest";

/// A product that differs from others by its words only.
pub fn worded(name: &str, summary: &str, description: &str) -> Value {
    let mut content = loan(name);
    content["summary"] = json!(summary);
    content["description"] = json!(description);
    content
}

/// What the words of the best match with `name` counted for.
pub fn text_points(found: &Value, name: &str) -> i64 {
    let matches = found["matches"].as_array().expect("matches");
    let one = matches.iter().find(|one| one["product"]["name"] == name).expect("the product matches");
    let part = one["parts"].as_array().expect("parts").iter().find(|part| part["part"] == "text");
    part.expect("the part of the text")["points"].as_i64().expect("points")
}

/// A published demand with its purpose and the text that institutions read.
async fn published(stage: &Stage, firm: &Member, kind: &str, text: &str) -> String {
    let mut input = demand(100);
    input["use_kind"] = json!(kind);
    input["use_text"] = json!(text);
    let id = stage.submitted_as(firm, input).await;
    let approve = json!({"public_text": text});
    stage.operator.if_match(2).post(&format!("/api/operator/demands/{id}/approve"), approve).await.expect(200);
    id
}

#[tokio::test]
async fn a_product_that_speaks_of_the_use_scores_more() {
    let stage = crate::stage::start().await;
    stage.set("dispatch_institutions", 1).await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    stage.shelved(&bank, worded("泛泛", "面向企业的贷款产品", "手续简便，额度灵活，欢迎咨询。")).await;
    stage
        .shelved(&other, worded("贴切", "采购原材料，交付已经签订的订单", "用于采购原材料，交付已经签订的订单。"))
        .await;
    let id = stage.published(&firm, 100).await;
    stage.app.settle().await;
    let path = format!("/api/enterprise/demands/{id}/matches");
    let found = firm.client.get(&path).await.expect(200).body;
    assert!(text_points(&found, "贴切") > text_points(&found, "泛泛"), "{found}");
    assert_eq!(firm.client.get(&path).await.expect(200).body, found, "the same question, the same answer");
    let rounds = stage.operator.get(&format!("/api/operator/demands/{id}/dispatches")).await.expect(200).body;
    assert_eq!(rounds[0]["institutions"][0]["institution_name"], *other.name, "all else is equal");
    assert_eq!(rounds[0]["replayed"], true, "the likeness is kept with the round");
    stage.finish().await;
}

#[tokio::test]
async fn the_operator_edits_synonyms_and_sees_what_they_do() {
    let stage = crate::stage::start().await;
    let (firm, operator) = (stage.enterprise(1).await, &stage.operator);
    let texts = json!({"first": "购买注塑机扩大产能", "second": "采购啤机扩大产能", "body": "注塑机 啤机"});
    let effect = operator.post(LIKENESS, texts.clone()).await.expect(200).body;
    let likeness = |effect: &Value, of: &str| effect[of]["likeness"].as_i64().expect("a likeness");
    assert!(likeness(&effect, "after") > likeness(&effect, "before"), "{effect}");
    assert!(!effect["after"]["parts"].as_array().expect("parts").is_empty());
    let known = operator.get(SYNONYMS).await.expect(200).body;
    assert_eq!((&known["version"], &known["body"]), (&json!(0), &json!("")), "trying changes nothing");

    let save = async |version: i32, body: &str| {
        operator.if_match(version).put(SYNONYMS, json!({"reason": "行业里的叫法", "body": body})).await
    };
    let refused = save(0, "# 设备\n注塑机 啤机\n单独").await;
    assert_eq!(refused.fields(), ["body"]);
    assert!(refused.body.to_string().contains("第 3 行"), "{}", refused.body);
    assert_eq!(save(0, &"甲 乙\n".repeat(20_000)).await.fields(), ["body"]);
    let saved = save(0, "注塑机 啤机").await.expect(200).body;
    assert_eq!((&saved["version"], &saved["body"]), (&json!(1), &json!("注塑机 啤机")));
    assert_eq!(save(0, "甲 乙").await.refused(409), "conflict.stale");
    let effect = operator.post(LIKENESS, json!({"first": texts["first"], "second": texts["second"]})).await;
    let effect = effect.expect(200).body;
    assert_eq!(likeness(&effect, "before"), likeness(&effect, "after"), "what was typed is in force");
    assert_eq!(operator.post(LIKENESS, json!({"first": "", "second": ""})).await.fields(), ["first", "second"]);
    assert_eq!(
        operator.post(LIKENESS, json!({"first": "a", "second": "x".repeat(200_000)})).await.fields(),
        ["second"]
    );
    let bank = stage.institution(2).await;
    stage.shelved(&bank, crate::stage::loan("注塑机贷款")).await;
    let shelf = stage.app.visitor().get("/api/products?q=啤机").await.expect(200).body;
    assert_eq!(shelf["items"][0]["name"], "注塑机贷款", "the shelf is searched by them too");
    firm.client.get(SYNONYMS).await.expect(403);
    firm.client.post(LIKENESS, texts).await.expect(403);
    stage.finish().await;
}

#[tokio::test]
async fn a_text_suggests_its_purpose_and_reveals_nothing_of_others() {
    let stage = crate::stage::start().await;
    let (firm, asker) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let text = json!({"text": "购买两台数控机床和自动化生产设备，持有发明专利"});
    let early = asker.client.post(SUGGEST, text.clone()).await.expect(200).body;
    assert_eq!((&early["purpose"], &early["tags"]), (&Value::Null, &json!(["知识产权"])), "too few to learn from");
    for number in 0..30 {
        let secret = format!("购买数控机床等生产设备，用于独家密语车间的{number}号产线");
        published(&stage, &firm, "equipment", &secret).await;
        let trade = format!("日常经营周转，支付工资和独家密语货款{number}次");
        published(&stage, &firm, "working_capital", &trade).await;
    }
    let still = asker.client.post(SUGGEST, text.clone()).await.expect(200).body;
    assert_eq!(still["purpose"], Value::Null, "what was learnt lasts an hour");
    stage.app.clock.advance(chrono::TimeDelta::hours(1));
    let asker = stage.again(&asker, 2).await;
    let found = asker.client.post(SUGGEST, text.clone()).await.expect(200).body;
    assert_eq!(found["purpose"]["use_kind"], "equipment", "{found}");
    let words = found["purpose"]["words"].as_array().expect("words");
    let own = text["text"].as_str().expect("a text");
    assert!(!words.is_empty() && words.iter().all(|word| own.contains(word.as_str().expect("a word"))), "{found}");
    assert!(!found.to_string().contains("密语"), "nothing of another enterprise");
    let unknown = asker.client.post(SUGGEST, json!({"text": "黄昏时分湖边散步遇见白鹭"})).await.expect(200).body;
    assert_eq!(unknown["purpose"], Value::Null, "nothing speaks for a purpose");
    stage.finish().await;
}

#[tokio::test]
async fn hostile_texts_are_refused_or_bounded() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    for text in [String::new(), "短".into(), "采购设备".repeat(17_000), "购买\u{0}数控机床和设备\u{7}".into()]
    {
        assert_eq!(firm.client.post(SUGGEST, json!({"text": text})).await.fields(), ["text"]);
    }
    for text in ["🎉👨‍👩‍👧🏭".repeat(80), "\u{202e}\u{301}\u{200b}".repeat(300), "a\n\t b".repeat(100)]
    {
        let found = firm.client.post(SUGGEST, json!({"text": text})).await.expect(200).body;
        assert_eq!(found["purpose"], Value::Null);
    }
    firm.client.post(SUGGEST, json!({"text": "采购数控机床和设备", "more": 1})).await.expect(422);
    bank.client.post(SUGGEST, json!({"text": "采购数控机床和设备一批"})).await.expect(403);
    stage.finish().await;
}

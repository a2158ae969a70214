//! The industry that a description suggests, learnt from what other firms write of themselves.

use crate::stage::{Member, Stage, demand, profile};
use serde_json::{Value, json};

const SUGGEST: &str = "/api/enterprise/texts/suggest";

/// An enterprise that describes itself.
async fn described(stage: &Stage, number: u32, (section, division): (&str, &str), business: &str) -> Member {
    let firm = stage.applicant("enterprise", number).await;
    stage.decide(&firm, 1, "approve", json!({})).await.expect(200);
    let mut whole = profile();
    whole["industry_section"] = json!(section);
    whole["industry_division"] = json!(division);
    whole["main_business"] = json!(business);
    firm.client.if_match(0).put("/api/enterprise/profile", whole).await.expect(200);
    firm
}

async fn suggested(firm: &Member, text: &str) -> Value {
    let found = firm.client.post(SUGGEST, json!({"text": text})).await.expect(200).body;
    assert!(text.contains("密语") || !found.to_string().contains("密语"), "nothing of another enterprise: {found}");
    found["industry"].clone()
}

#[tokio::test]
async fn a_description_suggests_its_industry_and_reveals_nothing_of_others() {
    let stage = crate::stage::start().await;
    let asker = stage.applicant("enterprise", 1).await;
    stage.decide(&asker, 1, "approve", json!({})).await.expect(200);
    assert_eq!(suggested(&asker, "生产数控机床").await, Value::Null, "too few to learn from");
    for number in 0..28 {
        let secret = format!("数控机床和注塑机等专用设备的研发制造，独家密语工艺{number}号");
        described(&stage, 100 + number, ("c", "35"), &secret).await;
        let trade = format!("企业管理软件开发，信息系统集成服务，独家密语平台{number}号");
        described(&stage, 200 + number, ("i", "65"), &trade).await;
    }
    for number in 0..3 {
        described(&stage, 300 + number, ("a", "01"), "有机蓝莓种植，密语庄园").await;
    }
    stage.app.clock.advance(chrono::TimeDelta::hours(1));
    let asker = stage.again(&asker, 1).await;
    let found = suggested(&asker, "生产数控机床、注塑机").await;
    assert_eq!((&found["section"], &found["division"]), (&json!("c"), &json!("35")), "{found}");
    assert!(found["probability"].as_i64().is_some_and(|share| (700..=1_000).contains(&share)), "{found}");
    let words = found["words"].as_array().expect("words");
    assert!(
        !words.is_empty() && words.iter().all(|word| "生产数控机床、注塑机".contains(word.as_str().expect("a word")))
    );
    assert_eq!(suggested(&asker, "企业管理软件开发").await["division"], "65");
    assert_eq!(suggested(&asker, "有机蓝莓种植").await, Value::Null, "three firms tell of themselves");
    assert_eq!(suggested(&asker, "密语庄园").await, Value::Null);
    assert_eq!(suggested(&asker, "黄昏时分湖边散步").await, Value::Null, "nothing speaks for an industry");
    for hostile in ["🎉👨‍👩‍👧🏭".repeat(80), "\u{202e}\u{301}\u{200b}".repeat(300), "软件".repeat(500)]
    {
        asker.client.post(SUGGEST, json!({"text": hostile})).await.expect(200);
    }
    let saved = asker.client.get("/api/enterprise/profile").await.expect(200).body;
    assert_eq!(saved["industry_section"], Value::Null, "nothing is taken over by itself");
    stage.finish().await;
}

#[tokio::test]
async fn what_the_asker_has_published_decides_what_its_description_leaves_open() {
    let stage = crate::stage::start().await;
    for number in 0..26 {
        described(&stage, 100 + number, ("c", "35"), "数控机床和注塑机等专用设备的研发制造，技术服务").await;
        described(&stage, 200 + number, ("i", "65"), "企业管理软件开发，信息系统集成，技术服务").await;
    }
    let (firm, other) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let mut input = demand(100);
    input["use_text"] = json!("扩充软件开发团队，完成系统集成项目");
    let id = stage.submitted_as(&firm, input).await;
    let text = "提供技术服务";
    assert_eq!(suggested(&other, text).await["division"], Value::Null);
    let approve = json!({"public_text": "扩充软件开发团队，完成信息系统集成项目"});
    stage.operator.if_match(2).post(&format!("/api/operator/demands/{id}/approve"), approve).await.expect(200);
    assert_eq!(suggested(&firm, text).await["division"], "65", "its own demand says more");
    assert_eq!(suggested(&other, text).await["division"], Value::Null, "and says it of nobody else");
    stage.finish().await;
}

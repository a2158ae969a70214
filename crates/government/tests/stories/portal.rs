//! What everybody reads, and finds.

use crate::stage::{Id, department, item, published, start, step};
use serde_json::{Value, json};

fn titles(body: &Value) -> Vec<String> {
    let items = body["items"].as_array().cloned().unwrap_or_default();
    items.iter().filter_map(|one| one["title"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_list_is_filtered_and_searched() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let mut ids = vec![];
    for (title, level, class, mode, closes) in [
        ("贷款贴息", "city", "subsidy", "application", "2027-03-31"),
        ("房租减免", "district", "relief", "fast", "2027-03-31"),
        ("高企认定奖励", "national", "subsidy", "automatic", "2026-11-30"),
    ] {
        let mut content = item(title);
        (content["level"], content["class"], content["mode"]) = (json!(level), json!(class), json!(mode));
        content["closes_on"] = json!(closes);
        let id = writer.post("/api/government/policies", content).await.expect(201).id();
        step(&writer, &id, 1, "submit", json!({})).await.expect(200);
        step(&checker, &id, 2, "pass", json!({})).await.expect(200);
        step(&writer, &id, 3, "publish", json!({})).await.expect(200);
        ids.push(id);
        stage.app.clock.advance(chrono::TimeDelta::minutes(1));
    }
    let visitor = stage.app.visitor();
    let list = |query: &str| {
        let (visitor, path) = (visitor.clone(), format!("/api/policies?{query}"));
        async move { titles(&visitor.get(&path).await.expect(200).body) }
    };
    assert_eq!(list("").await, ["高企认定奖励", "房租减免", "贷款贴息"]);
    assert_eq!(list("level=city").await, ["贷款贴息"]);
    assert_eq!(list("class=relief").await, ["房租减免"]);
    assert_eq!(list("mode=automatic").await, ["高企认定奖励"]);
    assert_eq!(list("q=%E8%B4%B4%E6%81%AF").await, ["贷款贴息"]);
    assert_eq!(list("q=%E4%B8%8D%E5%AD%98%E5%9C%A8").await, [""; 0]);
    step(&writer, &ids[1], 4, "suspend", json!({"reason": "等待追加资金"})).await.expect(200);
    stage.app.clock.advance(chrono::TimeDelta::days(30));
    assert_eq!(list("open=true").await, ["贷款贴息"]);
    assert_eq!(list("").await.len(), 3);
    stage.finish().await;
}

#[tokio::test]
async fn an_item_tells_its_conditions_in_sentences() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let id = published(&writer, &checker, "研发费用补助").await;
    let shown = stage.app.visitor().get(&format!("/api/policies/{id}")).await.expect(200).body;
    let lines = shown["conditions"].as_array().expect("lines");
    let told: Vec<_> =
        lines.iter().map(|line| (line["depth"].as_u64(), line["sentence"].as_str().unwrap_or_default())).collect();
    assert_eq!(
        told,
        [
            (Some(0), ""),
            (Some(1), "资产负债率不高于 70%"),
            (Some(1), ""),
            (Some(2), "企业资质包括下列至少一项：高新技术企业、科技型中小企业"),
            (Some(2), "上年度研发费用不低于 100 万元"),
            (Some(1), "未修复的风险事项不包括欠税"),
        ]
    );
    assert_eq!(lines[1]["evidence"], "上年度审计报告");
    assert!(shown["department"].as_str().is_some_and(|name| !name.is_empty()));
    stage.finish().await;
}

#[tokio::test]
async fn only_the_government_writes() {
    let stage = start().await;
    let firm = stage.enterprise(1).await;
    for client in [&firm.client, &stage.operator] {
        client.get("/api/government/policies").await.expect(403);
        client.post("/api/government/policies", item("不可以")).await.expect(403);
    }
    stage.app.visitor().get("/api/government/policies").await.expect(401);
    stage.finish().await;
}

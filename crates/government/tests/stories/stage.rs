//! The stage of these stories: this chapter and those below it, with people of the government.

use jinqiao_kernel::Role;
use jinqiao_platform::concept::Chapters;
pub use jinqiao_stage::*;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

const CHAPTERS: Chapters =
    Chapters(&[jinqiao_platform::CONCEPTS, jinqiao_financing::CONCEPTS, jinqiao_government::CONCEPTS]);

pub async fn start() -> Stage {
    Stage::of(CHAPTERS).await
}

/// A department with one person.
pub async fn department(stage: &Stage, number: u32) -> Client {
    // From this machine, where nobody who writes much is asked to wait.
    staff(&stage.app, Role::Government, &format!("government-{number}"), 90_100 + number).await.0.at("127.0.0.1")
}

/// An item that has everything.
pub fn item(title: &str) -> Value {
    json!({
        "title": title, "document_no": "渝高新财〔2026〕12号", "document_link": "https://www.cq.gov.cn/zwgk/12.html",
        "level": "district", "class": "subsidy", "mode": "application",
        "object": "在高新区登记的科技型企业", "benefit": "按上年度研发费用的 10% 补助，最高 50 万元",
        "condition": {"all": [
            {"test": {"field": "debt_ratio", "op": "at_most", "value": 70_000, "evidence": "上年度审计报告"}},
            {"any": [
                {"test": {"field": "titles", "op": "contains_any", "value": ["high_tech", "tech_sme"]}},
                {"test": {"field": "rd_expense", "op": "at_least", "value": 100_000_000}}
            ]},
            {"not": {"test": {"field": "risks", "op": "contains_any", "value": ["tax_arrears"]}}}
        ]},
        "standard": {
            "method": {"formula": "额度 = 0.1 × 上年度研发费用"}, "cap": 50_000_000,
            "floor": {"amount": 100_000, "below": "nothing"}, "rounding": {"unit": 100, "direction": "down"}
        },
        "budget": 2_000_000_000, "opens_on": "2026-11-01", "closes_on": "2027-03-31",
        "materials": [{"name": "上年度审计报告", "source": "upload", "required": true}],
        "steps": [{"name": "受理", "days": 3}, {"name": "初审", "days": 5}],
        "contacts": [{"name": "产业发展科", "phone": "023-68000000", "place": "科学城大厦 3 楼"}],
        "faq": [{"question": "可以补报上一年度吗？", "answer": "不可以。"}]
    })
}

/// A path of an item of the government.
pub fn at(id: &str) -> String {
    format!("/api/government/policies/{id}")
}

/// A step of the item `id` by somebody who saw `version`.
pub async fn step(client: &Client, id: &str, version: i32, action: &str, body: Value) -> Reply {
    client.if_match(version).post(&format!("{}/{action}", at(id)), body).await
}

/// A draft of `writer` that `checker` has found lawful; its version is 3.
pub async fn checked(writer: &Client, checker: &Client, title: &str) -> String {
    let id = writer.post("/api/government/policies", item(title)).await.expect(201).id();
    step(writer, &id, 1, "submit", json!({})).await.expect(200);
    step(checker, &id, 2, "pass", json!({"opinion": "依据充分，条件明确。"})).await.expect(200);
    id
}

/// As [`checked`], and published; its version is 4.
pub async fn published(writer: &Client, checker: &Client, title: &str) -> String {
    let id = checked(writer, checker, title).await;
    step(writer, &id, 3, "publish", json!({})).await.expect(200);
    id
}

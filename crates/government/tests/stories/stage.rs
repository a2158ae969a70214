//! The stage of these stories: this chapter and those below it, with people of the government, and what firms hand in.

use jinqiao_kernel::Role;
use jinqiao_platform::concept::Chapters;
pub use jinqiao_stage::*;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

pub const CHAPTERS: Chapters = Chapters(&[
    jinqiao_platform::CONCEPTS,
    jinqiao_financing::CONCEPTS,
    jinqiao_insight::CONCEPTS,
    jinqiao_government::CONCEPTS,
]);

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

/// Somebody of a department, with the codes for later logins.
pub struct Person {
    pub client: Client,
    login: String,
    codes: Vec<Value>,
}

impl Person {
    /// Another person of the department of `primary`.
    pub async fn joins(stage: &Stage, primary: &Client, login: &str) -> Self {
        let team = primary.get("/api/team").await.expect(200).body;
        let input = json!({"login": login, "name": format!("审核员{login}"), "mobile": "13700000000", "access": "handle",
            "unit_id": team["units"][0]["id"]});
        let added = primary.post("/api/team/accounts", input).await.expect(201).body;
        let codes = added["authenticator"]["recovery_codes"].as_array().cloned().unwrap_or_default();
        let mut person = Self { client: stage.app.visitor().at("127.0.0.1"), login: login.into(), codes };
        let code = person.codes.pop();
        let once = json!({"login": login, "password": added["password"], "totp": code});
        person.client.login(once).await.expect(200);
        let change = json!({"current": added["password"], "new": PASSWORD});
        person.client.post("/api/account/password", change).await.expect(204);
        agree(&stage.app, login).await;
        person
    }

    /// The same person at another node.
    pub async fn at(&mut self, node: &jinqiao_testkit::TestApp) -> Client {
        let mut client = node.visitor().at("127.0.0.1");
        let code = self.codes.pop();
        client.login(json!({"login": self.login, "password": PASSWORD, "totp": code})).await.expect(200);
        client
    }

    /// Logs in again, once the session has ended.
    pub async fn again(&mut self) {
        let code = self.codes.pop();
        self.client.login(json!({"login": self.login, "password": PASSWORD, "totp": code})).await.expect(200);
    }
}

/// The application `id` as this side sees it.
pub async fn seen(client: &Client, id: &str) -> Value {
    let side = if client.get(&format!("/api/enterprise/applications/{id}")).await.status == 200 {
        "enterprise"
    } else {
        "government"
    };
    client.get(&format!("/api/{side}/applications/{id}")).await.expect(200).body
}

/// A decision of a person of the department who sees the application as it is now.
pub async fn review(client: &Client, id: &str, action: &str, more: Value) -> Reply {
    let version = client.get(&format!("/api/government/applications/{id}")).await.body["version"].clone();
    let mut body = json!({"action": action, "opinion": "材料齐全，符合条件。"});
    body.as_object_mut().expect("fields").extend(more.as_object().cloned().unwrap_or_default());
    client.if_match(version).post(&format!("/api/government/applications/{id}/review"), body).await
}

/// A step of the enterprise that sees the application as it is now.
pub async fn act(client: &Client, id: &str, action: &str, body: Value) -> Reply {
    let version = client.get(&format!("/api/enterprise/applications/{id}")).await.body["version"].clone();
    client.if_match(version).post(&format!("/api/enterprise/applications/{id}/{action}"), body).await
}

/// What a firm fills in for [`form_item`].
pub async fn filled(firm: &Member) -> Value {
    let report = uploaded(firm, "审计报告.pdf").await;
    json!({
        "values": {"project": "智能产线改造", "kind": "equipment",
            "bills": [{"no": format!("发票{}", &firm.org[30..]), "amount": 120_000_000}], "promise": true},
        "figures": {}, "materials": [{"name": "上年度审计报告", "files": [report], "agreed": false}],
        "payee": {"name": firm.name, "bank": "重庆银行科学城支行", "account": "6222021001112345678"}
    })
}

/// An item with a form, three days of publicity and what `change` says, published by `writer`.
pub async fn form_item(writer: &Client, checker: &Client, title: &str, change: Value) -> String {
    let mut content = item(title);
    let more = json!({
        "condition": {"test": {"field": "titles", "op": "contains_any", "value": ["high_tech"]}},
        "standard": {"method": {"formula": "额度 = 10"}, "cap": 50_000_000},
        "publicity_days": 3,
        "form": {"blocks": [
            {"id": "project", "label": "项目名称", "required": true, "input": {"text": {"max_length": 60}}},
            {"id": "staff", "label": "从业人数", "prefill": "staff", "input": {"number": {"min": 0, "decimals": 0}}},
            {"id": "kind", "label": "项目类别", "required": true, "input": {"choice": {"options": [
                {"code": "equipment", "name": "设备更新"}, {"code": "software", "name": "软件"}]}}},
            {"id": "bills", "label": "发票清单", "required": true,
                "show_when": {"test": {"field": "kind", "op": "equal", "value": "equipment"}},
                "input": {"table": {"columns": [
                    {"id": "no", "label": "发票号码", "required": true, "input": {"text": {"max_length": 60}}},
                    {"id": "amount", "label": "金额", "required": true, "input": {"money": {"min": 1}}}]}}},
            {"id": "promise", "label": "承诺", "required": true, "input": {"statement": {"text": "所填内容真实。"}}}
        ]}
    });
    content.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
    content.as_object_mut().expect("fields").extend(change.as_object().expect("fields").clone());
    let id = writer.post("/api/government/policies", content).await.expect(201).id();
    step(writer, &id, 1, "submit", json!({})).await.expect(200);
    step(checker, &id, 2, "pass", json!({})).await.expect(200);
    step(writer, &id, 3, "publish", json!({})).await.expect(200);
    id
}

/// A draft of `firm` for `policy`, filled in.
pub async fn drafted(firm: &Member, policy: &str) -> String {
    let made =
        firm.client.post(&format!("/api/enterprise/policies/{policy}/applications"), json!({})).await.expect(201);
    let path = format!("/api/enterprise/applications/{}", made.id());
    firm.client.if_match(1).put(&path, filled(firm).await).await.expect(200);
    made.id()
}

/// As [`drafted`], and handed in.
pub async fn handed_in(firm: &Member, policy: &str) -> String {
    let id = drafted(firm, policy).await;
    act(&firm.client, &id, "submit", json!({})).await.expect(200);
    id
}

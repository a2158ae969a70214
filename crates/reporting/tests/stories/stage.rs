//! The stage of these stories: all chapters, with a policy item that pays and applications for it.

use jinqiao_kernel::Role;
use jinqiao_platform::concept::Chapters;
pub use jinqiao_stage::*;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

const CHAPTERS: Chapters = Chapters(&[
    jinqiao_platform::CONCEPTS,
    jinqiao_financing::CONCEPTS,
    jinqiao_insight::CONCEPTS,
    jinqiao_oversight::CONCEPTS,
    jinqiao_government::CONCEPTS,
    jinqiao_reporting::CONCEPTS,
]);

pub async fn start() -> Stage {
    Stage::of(CHAPTERS).await
}

/// A department with one person.
pub async fn department(stage: &Stage, number: u32) -> Client {
    // From this machine, where nobody who writes much is asked to wait.
    staff(&stage.app, Role::Government, &format!("zhengfu-{number}"), 90_100 + number).await.0.at("127.0.0.1")
}

/// Another person of the department of `primary`.
pub async fn colleague(stage: &Stage, primary: &Client, login: &str) -> Client {
    let team = primary.get("/api/team").await.expect(200).body;
    let input = json!({"login": login, "name": "复审人员", "mobile": "13700000000", "access": "handle",
        "unit_id": team["units"][0]["id"]});
    let added = primary.post("/api/team/accounts", input).await.expect(201).body;
    let mut client = stage.app.visitor().at("127.0.0.1");
    let code = added["authenticator"]["recovery_codes"][0].clone();
    client.login(json!({"login": login, "password": added["password"], "totp": code})).await.expect(200);
    let change = json!({"current": added["password"], "new": PASSWORD});
    client.post("/api/account/password", change).await.expect(204);
    agree(&stage.app, login).await;
    client
}

/// An item of `writer` that pays `yuan` to every high-tech firm, without publicity, published.
pub async fn paying_item(writer: &Client, checker: &Client, title: &str, yuan: i64) -> String {
    let content = json!({
        "title": title, "document_no": "渝高新财〔2026〕12号", "document_link": "https://www.cq.gov.cn/zwgk/12.html",
        "level": "district", "class": "subsidy", "mode": "application",
        "object": "在高新区登记的科技型企业", "benefit": "每家企业定额补助",
        "standard": {"method": {"formula": format!("额度 = {yuan}")}, "cap": yuan * 100},
        "budget": 2_000_000_000, "opens_on": "2026-11-01", "closes_on": "2027-03-31",
        "steps": [{"name": "受理", "days": 3}, {"name": "初审", "days": 5}],
        "contacts": [{"name": "产业发展科", "phone": "023-68000000", "place": "科学城大厦 3 楼"}]
    });
    let id = writer.post("/api/government/policies", content).await.expect(201).id();
    for (who, version, action) in [(writer, 1, "submit"), (checker, 2, "pass"), (writer, 3, "publish")] {
        let path = format!("/api/government/policies/{id}/{action}");
        who.if_match(version).post(&path, json!({"opinion": "依据充分，条件明确。"})).await.expect(200);
    }
    id
}

/// An application of `firm` for `policy`, handed in.
pub async fn handed_in(firm: &Member, policy: &str) -> String {
    let made =
        firm.client.post(&format!("/api/enterprise/policies/{policy}/applications"), json!({})).await.expect(201);
    let path = format!("/api/enterprise/applications/{}", made.id());
    let payee = json!({"name": firm.name, "bank": "重庆银行科学城支行", "account": "6222021001112345678"});
    firm.client.if_match(1).put(&path, json!({"payee": payee})).await.expect(200);
    firm.client.if_match(2).post(&format!("{path}/submit"), json!({})).await.expect(200);
    made.id()
}

/// A decision of a person of the department who sees the application as it is now.
pub async fn review(client: &Client, id: &str, action: &str) -> Reply {
    let path = format!("/api/government/applications/{id}");
    let version: Value = client.get(&path).await.expect(200).body["version"].clone();
    let body = json!({"action": action, "opinion": "材料齐全，符合条件。"});
    client.if_match(version).post(&format!("{path}/review"), body).await
}

//! An organisation registers, corrects, is approved or refused.

use crate::stage::{Stage, code, profile};
use serde_json::json;

#[tokio::test]
async fn everything_wrong_is_told_at_once() {
    let stage = Stage::start().await;
    let mut input = Stage::registration("institution", 1);
    input["uscc"] = json!("91500107MA5UX0011T");
    input["institution_type"] = json!(null);
    input["mobile"] = json!("12345");
    input["password"] = json!("password");
    let reply = stage.app.visitor().post("/api/registrations", input).await.expect(422);
    assert_eq!(reply.fields(), ["password", "password", "uscc", "mobile", "institution_type"]);
    assert!(reply.body["errors"][2]["message"].as_str().expect("text").contains("第 18 位"));
    stage.finish().await;
}

#[tokio::test]
async fn one_code_and_one_login_register_once() {
    let stage = Stage::start().await;
    stage.applicant("enterprise", 1).await;
    let mut same_code = Stage::registration("enterprise", 2);
    same_code["uscc"] = json!(code(1));
    let reply = stage.app.visitor().post("/api/registrations", same_code).await.expect(422);
    assert_eq!(reply.fields(), ["uscc"]);
    let mut same_login = Stage::registration("enterprise", 3);
    same_login["login"] = json!("User-1");
    let reply = stage.app.visitor().post("/api/registrations", same_login).await.expect(422);
    assert_eq!(reply.fields(), ["login"]);
    let mut old = Stage::registration("enterprise", 4);
    old["agreement_version"] = json!(0);
    assert_eq!(stage.app.visitor().post("/api/registrations", old).await.refused(409), "agreements.outdated");
    stage.finish().await;
}

#[tokio::test]
async fn returned_corrected_and_approved() {
    let stage = Stage::start().await;
    let firm = stage.applicant("enterprise", 1).await;
    // Before approval only the registration is open.
    assert_eq!(firm.client.get("/api/enterprise/profile").await.refused(403), "auth.forbidden");
    let own = firm.client.get("/api/registration").await.expect(200);
    assert_eq!((own.body["state"].as_str(), own.body["round"].as_i64()), (Some("reviewing"), Some(1)));
    assert_eq!(own.body["mobile_masked"], "138****0001");

    let defects =
        json!([{"field": "name", "message": "名称与执照不符"}, {"field": "contact_name", "message": "请填真实姓名"}]);
    let queue = stage.operator.get("/api/operator/reviews?state=waiting").await.expect(200);
    assert_eq!(queue.body["items"][0]["organization_name"], firm.name);
    stage.decide(&firm, "return", json!({"version": 1, "defects": []})).await.expect(422);
    stage.decide(&firm, "return", json!({"version": 1, "defects": defects})).await.expect(200);
    let own = firm.client.get("/api/registration").await.expect(200);
    assert_eq!(own.body["defects"].as_array().map(Vec::len), Some(2));
    assert_eq!(stage.decide(&firm, "approve", json!({"version": 2})).await.refused(409), "organizations.wrong_state");

    let correction = json!({"version": 2, "name": "重庆新名称有限公司", "uscc": code(1), "institution_type": null,
        "contact_name": "王五", "mobile": null, "email": null});
    let corrected = firm.client.put("/api/registration", correction.clone()).await.expect(200);
    assert_eq!((corrected.body["state"].as_str(), corrected.body["round"].as_i64()), (Some("reviewing"), Some(2)));
    assert_eq!(corrected.body["mobile_masked"], "138****0001", "no number given keeps the known one");
    assert_eq!(firm.client.put("/api/registration", correction).await.refused(409), "organizations.wrong_state");

    assert_eq!(stage.decide(&firm, "approve", json!({"version": 2})).await.refused(409), "conflict.stale");
    stage.decide(&firm, "approve", json!({"version": 3})).await.expect(200);
    firm.client.put("/api/enterprise/profile", profile(0)).await.expect(200);
    stage.app.settle().await;
    let messages = firm.client.get("/api/messages").await.expect(200);
    let titles: Vec<_> = messages.body["items"].as_array().expect("items").iter().map(|m| m["title"].clone()).collect();
    assert_eq!(titles, ["注册审核通过", "注册资料需要补正"]);
    let timeline = firm.client.get("/api/registration").await.body["timeline"].clone();
    let kinds: Vec<_> = timeline.as_array().expect("items").iter().map(|item| item["kind"].clone()).collect();
    let want = ["registered", "returned", "resubmitted", "approved"].map(|step| format!("organizations.{step}"));
    assert_eq!(kinds, want);
    stage.finish().await;
}

#[tokio::test]
async fn refused_is_final() {
    let stage = Stage::start().await;
    let firm = stage.applicant("enterprise", 1).await;
    stage.decide(&firm, "refuse", json!({"version": 1, "reason": "短"})).await.expect(422);
    stage.decide(&firm, "refuse", json!({"version": 1, "reason": "注册主体不在本区服务范围之内"})).await.expect(200);
    for action in ["approve", "refuse"] {
        let body = json!({"version": 2, "reason": "注册主体不在本区服务范围之内"});
        let body = if action == "approve" { json!({"version": 2}) } else { body };
        assert_eq!(stage.decide(&firm, action, body).await.refused(409), "organizations.wrong_state");
    }
    assert_eq!(firm.client.get("/api/registration").await.body["refusal"], "注册主体不在本区服务范围之内");
    stage.finish().await;
}

#[tokio::test]
async fn only_certified_institutions_see_the_market() {
    let stage = Stage::start().await;
    let bank = stage.applicant("institution", 1).await;
    stage.decide(&bank, "approve", json!({"version": 1})).await.expect(200);
    assert_eq!(bank.client.get("/api/market/demands").await.refused(403), "organizations.not_certified");
    bank.client.get("/api/market/overview").await.expect(200);
    stage.decide(&bank, "certify", json!({"version": 2, "certified": true})).await.expect(200);
    bank.client.get("/api/market/demands").await.expect(200);
    stage.decide(&bank, "certify", json!({"version": 3, "certified": false})).await.expect(422);
    let withdrawn = json!({"version": 3, "certified": false, "reason": "许可证已到期"});
    stage.decide(&bank, "certify", withdrawn).await.expect(200);
    // Takes effect on the next request.
    assert_eq!(bank.client.get("/api/market/demands").await.refused(403), "organizations.not_certified");
    let firm = stage.enterprise(2).await;
    let enterprise = stage.decide(&firm, "certify", json!({"version": 2, "certified": true})).await;
    assert_eq!(enterprise.refused(409), "organizations.not_certifiable");
    stage.finish().await;
}

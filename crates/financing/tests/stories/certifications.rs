//! Cards of institutions and agencies; agencies register; certification by application.

use crate::stage::{Id as _, PASSWORD, loan, uploaded};
use jinqiao_testkit::Client;
use serde_json::{Value, json};

fn card(files: &[&str]) -> Value {
    json!({"introduction": "服务高新区科技企业的地方法人机构", "address": "科技大道 8 号",
        "service_phone": "023-61234567", "website": "https://example.cn", "licence_no": "B0123H250000001",
        "service_scope": "科技贷款、知识产权质押贷款", "attachments": files})
}

#[tokio::test]
async fn an_agency_registers_is_approved_and_certified_on_its_application() {
    let stage = crate::stage::start().await;
    let agency = stage.applicant("agency", 1).await;
    assert_eq!(agency.client.get("/api/organization/card").await.refused(403), "auth.forbidden");
    stage.decide(&agency, 1, "approve", json!({})).await.expect(200);
    let me = agency.client.get("/api/session").await.expect(200).body;
    assert_eq!(me["me"]["role"], "agency");
    let mine = agency.client.get("/api/organization/card").await.expect(200).body;
    assert_eq!((&mine["version"], &mine["state"], &mine["certified"]), (&json!(0), &json!("none"), &json!(false)));

    // Nothing to apply with yet: everything that is missing is told at once.
    let early = agency.client.if_match(0).post("/api/organization/card/apply", json!({})).await.expect(422);
    assert_eq!(
        early.fields(),
        ["introduction", "address", "service_phone", "licence_no", "service_scope", "attachments"]
    );
    let file = uploaded(&agency, "licence.pdf").await;
    agency.client.if_match(0).put("/api/organization/card", card(&[&file])).await.expect(200);
    assert_eq!(
        agency.client.if_match(0).put("/api/organization/card", card(&[&file])).await.refused(409),
        "conflict.stale"
    );
    let public = format!("/api/institutions/{}", agency.org);
    assert_eq!(stage.app.visitor().get(&public).await.refused(404), "not_found");
    let review = format!("/api/operator/certifications/{}", agency.org);
    assert_eq!(stage.operator.get(&review).await.refused(404), "not_found");
    let applied = agency.client.if_match(1).post("/api/organization/card/apply", json!({})).await.expect(200);
    assert_eq!(applied.body["state"], "applied");
    let waiting = agency.client.if_match(2);
    for reply in [
        waiting.put("/api/organization/card", card(&[&file])).await,
        waiting.post("/api/organization/card/apply", json!({})).await,
    ] {
        assert_eq!(reply.refused(409), "certifications.wrong_state");
    }

    // Refused with a reason, corrected, granted.
    assert_eq!(stage.waiting("certification").await, 1);
    stage.operator.get(&format!("{review}/attachments/{file}")).await.expect(200);
    let decide = format!("{review}/decide");
    let refuse = |reason: &str| json!({"granted": false, "reason": reason});
    assert_eq!(stage.operator.if_match(2).post(&decide, refuse("不清楚")).await.expect(422).fields(), ["reason"]);
    stage.operator.if_match(2).post(&decide, refuse("许可证扫描件不清晰，请重新上传")).await.expect(200);
    stage.app.settle().await;
    let detail = stage.operator.get(&format!("/api/operator/organizations/{}", agency.org)).await.expect(200);
    assert_eq!(detail.body["timeline"].as_array().map(Vec::len), Some(2));
    agency.client.get("/api/registration").await.expect(200);
    let letters = agency.client.get("/api/messages").await.expect(200).body;
    assert!(letters["items"].to_string().contains("认证申请未通过"));
    agency.client.if_match(3).post("/api/organization/card/apply", json!({})).await.expect(200);
    let granted = json!({"granted": true, "reason": null});
    let done = stage.operator.if_match(4).post(&decide, granted.clone()).await.expect(200);
    assert_eq!((&done.body["state"], &done.body["certified"]), (&json!("granted"), &json!(true)));
    assert_eq!(stage.operator.if_match(4).post(&decide, granted).await.refused(409), "conflict.stale");
    let again = agency.client.if_match(5).post("/api/organization/card/apply", json!({})).await;
    assert_eq!(again.refused(409), "certifications.certified");

    // Now everybody may read the card, but not its files.
    let seen = stage.app.visitor().get(&public).await.expect(200).body;
    assert_eq!((&seen["name"], &seen["licence_no"]), (&json!(agency.name), &json!("B0123H250000001")));
    assert!(!seen.to_string().contains("licence.pdf"));
    let withdraw = json!({"certified": false, "reason": "许可证已到期"});
    stage.decide(&agency, 3, "certify", withdraw).await.expect(200);
    assert_eq!(stage.app.visitor().get(&public).await.refused(404), "not_found");
    agency.client.if_match(5).post("/api/organization/card/apply", json!({})).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn a_bank_that_is_certified_on_application_enters_the_market() {
    let stage = crate::stage::start().await;
    let bank = stage.applicant("institution", 2).await;
    stage.decide(&bank, 1, "approve", json!({})).await.expect(200);
    assert_eq!(bank.client.get("/api/market/demands").await.status, 403);
    let file = uploaded(&bank, "licence.pdf").await;
    let mut input = card(&[&file]);
    input["website"] = json!("javascript:alert(1)");
    assert_eq!(bank.client.if_match(0).put("/api/organization/card", input).await.expect(422).fields(), ["website"]);
    bank.client.if_match(0).put("/api/organization/card", card(&[&file])).await.expect(200);
    bank.client.if_match(1).post("/api/organization/card/apply", json!({})).await.expect(200);
    let decide = format!("/api/operator/certifications/{}/decide", bank.org);
    stage.operator.if_match(2).post(&decide, json!({"granted": true, "reason": null})).await.expect(200);
    bank.client.get("/api/market/demands").await.expect(200);
    // Enterprises have another kind of page.
    let firm = stage.enterprise(3).await;
    assert_eq!(firm.client.get("/api/organization/card").await.refused(403), "auth.forbidden");
    let firm_card = format!("/api/institutions/{}", firm.org);
    assert_eq!(stage.app.visitor().get(&firm_card).await.refused(404), "not_found");
    let login = json!({"login": "user-2", "password": PASSWORD});
    stage.app.visitor().login(login).await.expect(200);
    stage.finish().await;
}

/// A picture of this width and height, as far as anybody looks.
fn png(width: u32, height: u32) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &size, &[8, 6, 0, 0, 0]].concat()
}

#[tokio::test]
async fn a_certified_institution_is_shown_with_its_mark_and_nobody_else() {
    let stage = crate::stage::start().await;
    let (bank, firm) = (stage.institution(1).await, stage.enterprise(2).await);
    stage.shelved(&bank, loan("科创贷")).await;
    let set = async |file: Value| bank.client.put("/api/organization/mark", json!({"file": file})).await;
    for (name, content) in
        [("small.png", png(63, 200)), ("wide.png", png(1_025, 200)), ("paper.pdf", b"%PDF-1.7\n%".to_vec())]
    {
        let file = bank.client.upload(name, content).await.expect(201).id();
        assert_eq!(set(json!(file)).await.expect(422).fields(), ["file"], "{name}");
    }
    let heavy = [png(200, 200), vec![0; 200 * 1024]].concat();
    let heavy = bank.client.upload("heavy.png", heavy).await.expect(201).id();
    assert_eq!(set(json!(heavy)).await.expect(422).fields(), ["file"]);
    let foreign = firm.client.upload("a.png", png(200, 200)).await.expect(201).id();
    assert_eq!(set(json!(foreign)).await.refused(404), "not_found");
    let refused = firm.client.put("/api/organization/mark", json!({"file": foreign})).await;
    assert_eq!(refused.refused(403), "auth.forbidden");

    let file = bank.client.upload("logo.png", png(200, 100)).await.expect(201).id();
    assert_eq!(set(json!(file)).await.expect(200).body["mark"], json!(file));
    let visitor = stage.app.visitor();
    let shelf = visitor.get("/api/products").await.expect(200).body;
    assert_eq!(shelf["items"][0]["institution"]["mark"], json!(file));
    let path = format!("/api/institutions/{}/mark/{file}", bank.org);
    let mark = visitor.get(&path).await.expect(200);
    assert_eq!(mark.bytes, png(200, 100));
    assert!(mark.headers.contains_key("etag"), "{:?}", mark.headers);
    assert_eq!(mark.headers["cache-control"], "public, max-age=86400");

    // Another one has another address, and none is none.
    let next = bank.client.upload("new.png", png(300, 100)).await.expect(201).id();
    set(json!(next)).await.expect(200);
    visitor.get(&path).await.expect(404);
    set(Value::Null).await.expect(200);
    visitor.get(&format!("/api/institutions/{}/mark/{next}", bank.org)).await.expect(404);
    let shelf = visitor.get("/api/products").await.expect(200).body;
    assert_eq!(shelf["items"][0]["institution"]["mark"], Value::Null);

    // The operator takes away the one that it saw, and says why.
    let file = bank.client.upload("logo.png", png(200, 100)).await.expect(201).id();
    set(json!(file)).await.expect(200);
    let take = async |client: &Client, file: &Value, reason: &str| {
        let path = format!("/api/operator/organizations/{}/mark/remove", bank.org);
        client.post(&path, json!({"file": file, "reason": reason})).await
    };
    let why = "图片与其他机构的商标相近";
    take(&bank.client, &json!(file), why).await.expect(403);
    assert_eq!(take(&stage.operator, &json!(file), "侵权").await.fields(), ["reason"]);
    assert_eq!(take(&stage.operator, &json!(next), why).await.refused(409), "conflict.stale");
    assert_eq!(take(&stage.operator, &json!(file), why).await.expect(200).body["mark"], Value::Null);
    assert_eq!(take(&stage.operator, &json!(file), why).await.refused(409), "conflict.stale");
    visitor.get(&format!("/api/institutions/{}/mark/{file}", bank.org)).await.expect(404);
    stage.app.settle().await;
    let letters = bank.client.get("/api/messages").await.expect(200).body;
    assert_eq!(letters["items"][0]["title"], "单位标识已被撤下");
    assert!(letters["items"][0]["body"].to_string().contains(why), "{letters}");

    // Who is not certified any more is shown without.
    let file = bank.client.upload("logo.png", png(200, 100)).await.expect(201).id();
    set(json!(file)).await.expect(200);
    stage
        .decide(&bank, 3, "certify", json!({"certified": false, "reason": "许可证已到期，尚未换发新证。"}))
        .await
        .expect(200);
    visitor.get(&format!("/api/institutions/{}/mark/{file}", bank.org)).await.expect(404);
    stage.finish().await;
}

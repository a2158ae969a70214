//! The licences of a registration: uploaded by a stranger, examined by the operator, and gone when nothing follows.

use crate::stage::{Id, PASSWORD, PDF, Stage, correction, papered, register};
use chrono::TimeDelta;
use jinqiao_platform::files;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

const FILES: &str = "/api/registrations/files";

async fn upload(client: &Client, name: &str, content: &'static [u8]) -> Reply {
    client.upload_to(FILES, name, content).await
}

async fn papers(client: &Client, path: &str) -> Vec<(String, String)> {
    let all = client.get(path).await.expect(200).body;
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    all.as_array().expect("papers").iter().map(|one| (text(&one["paper"]), text(&one["file"]["name"]))).collect()
}

#[tokio::test]
async fn the_operator_examines_a_bank_by_its_licences() {
    let stage = crate::stage::start().await;
    let bank = stage.applicant("institution", 1).await;
    let path = format!("/api/operator/organizations/{}", bank.org);
    let organization = stage.operator.get(&path).await.expect(200).body["organization"].clone();
    assert_eq!(organization["legal_person"], "李建国");
    assert_eq!(organization["address"], "重庆市九龙坡区科园一路 1 号");
    assert_eq!(organization["permit_no"], "B0001H250000001");
    assert_eq!(organization["mobile_verified"], false, "a log proves nothing");
    let both = [("licence", "licence.pdf"), ("permit", "licence.pdf")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(papers(&stage.operator, &format!("{path}/papers")).await, both);
    assert_eq!(papers(&bank.client, "/api/registration/papers").await, both);
    // The look is noted, and nobody else has it.
    let known = stage.operator.get(&format!("{path}/papers")).await.expect(200).body;
    let file = known[0]["file"]["id"].as_str().expect("an id").to_owned();
    let shown = stage.operator.get(&format!("{path}/papers/{file}")).await.expect(200);
    assert_eq!(shown.bytes, PDF);
    assert!(shown.headers["content-disposition"].to_str().expect("text").starts_with("attachment"));
    let other = stage.applicant("enterprise", 2).await;
    let others = format!("/api/operator/organizations/{}/papers/{file}", other.org);
    stage.operator.get(&others).await.expect(404);
    other.client.get(&format!("{path}/papers/{file}")).await.expect(403);
    stage.app.visitor().get(&format!("{path}/papers")).await.expect(401);
    // It has become a file of the bank.
    let room = stage.operator.get(&format!("{path}/storage")).await.expect(200).body;
    assert_eq!(room["used_bytes"], json!(2 * PDF.len()));
    stage.finish().await;
}

#[tokio::test]
async fn without_licences_nobody_registers_and_one_upload_serves_once() {
    let stage = crate::stage::start().await;
    let visitor = stage.app.visitor();
    let bare = Stage::registration("institution", 1);
    let refused = visitor.post("/api/registrations", bare.clone()).await.expect(422);
    assert_eq!(refused.fields(), ["licence", "permit"]);
    let mut made_up = bare.clone();
    (made_up["licence"], made_up["permit"]) =
        (json!("00000000-0000-4000-8000-000000000000"), json!("00000000-0000-4000-8000-000000000001"));
    assert_eq!(visitor.post("/api/registrations", made_up).await.expect(422).fields(), ["licence"]);
    let input = papered(&visitor, bare).await;
    visitor.post("/api/registrations", input.clone()).await.expect(201);
    // A licence that belongs to somebody by now.
    let mut again = Stage::registration("enterprise", 2);
    again["licence"] = input["licence"].clone();
    assert_eq!(visitor.post("/api/registrations", again).await.expect(422).fields(), ["licence"]);
    let mut firm = Stage::registration("enterprise", 3);
    firm["permit_no"] = json!("B0001");
    assert_eq!(register(&visitor, firm).await.expect(422).fields(), ["permit_no"]);
    stage.finish().await;
}

#[tokio::test]
async fn hostile_files_are_refused_and_loose_ones_go_after_a_day() {
    let stage = crate::stage::start().await;
    let visitor = stage.app.visitor();
    for (name, content) in [
        ("licence.pdf", b"MZ\x90\x00 not a document".as_slice()),
        ("licence.exe", PDF),
        ("licence.svg", b"<svg onload='alert(1)'/>".as_slice()),
        ("..%2F..%2Fetc%2Fpasswd", PDF),
        ("licence.png", PDF),
        ("licence.docx", PDF),
        ("licence.pdf", b"".as_slice()),
    ] {
        upload(&visitor, name, content).await.expect(422);
    }
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(10 * 1024 * 1024 + 1, b' ');
    assert_eq!(visitor.upload_to(FILES, "licence.pdf", large).await.refused(413), "files.too_large");
    let kept = upload(&visitor, "licence.pdf", PDF).await.expect(201).id();
    let sweep = || files::sweep(&stage.app.db, stage.app.files.as_ref());
    stage.app.clock.advance(TimeDelta::hours(23));
    assert_eq!(sweep().await.expect("a sweep"), 0);
    stage.app.clock.advance(TimeDelta::hours(2));
    assert_eq!(sweep().await.expect("a sweep"), 1);
    let mut late = Stage::registration("enterprise", 1);
    late["licence"] = json!(kept);
    assert_eq!(visitor.post("/api/registrations", late).await.expect(422).fields(), ["licence"]);
    stage.finish().await;
}

#[tokio::test]
async fn an_address_uploads_thirty_files_an_hour() {
    let stage = crate::stage::start().await;
    let visitor = stage.app.visitor().at("192.0.2.1");
    for _ in 0..30 {
        upload(&visitor, "licence.pdf", PDF).await.expect(201);
    }
    let refused = upload(&visitor, "licence.pdf", PDF).await;
    assert!(refused.headers.contains_key("retry-after"));
    assert_eq!(refused.refused(429), "accounts.wait");
    upload(&stage.app.visitor().at("192.0.2.2"), "licence.pdf", PDF).await.expect(201);
    stage.app.clock.advance(TimeDelta::hours(1));
    upload(&visitor, "licence.pdf", PDF).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn a_correction_brings_another_licence_or_keeps_the_one_known() {
    let stage = crate::stage::start().await;
    let firm = stage.applicant("enterprise", 1).await;
    let before = firm.client.get("/api/registration/papers").await.expect(200).body;
    let defects = json!([{"field": "licence", "message": "照片模糊，请重新上传"}, {"field": "address", "message": "与执照不一致"}]);
    stage.decide(&firm, 1, "return", json!({"defects": defects})).await.expect(200);
    let own = firm.client.get("/api/registration").await.expect(200).body;
    assert_eq!(own["defects"], defects);
    let bad = correction(1, &json!({"legal_person": "", "address": "路"}));
    assert_eq!(
        firm.client.if_match(2).put("/api/registration", bad).await.expect(422).fields(),
        ["legal_person", "address"]
    );
    // Nobody takes up what somebody else has.
    let other = stage.applicant("enterprise", 2).await;
    let others = other.client.get("/api/registration/papers").await.expect(200).body[0]["file"]["id"].clone();
    let stolen = correction(1, &json!({"licence": others}));
    assert_eq!(firm.client.if_match(2).put("/api/registration", stolen).await.expect(422).fields(), ["licence"]);
    let fresh = upload(&firm.client, "better.pdf", PDF).await.expect(201).id();
    let corrected = correction(1, &json!({"licence": fresh, "address": "重庆市九龙坡区科园二路 2 号"}));
    let corrected = firm.client.if_match(2).put("/api/registration", corrected).await.expect(200).body;
    assert_eq!(corrected["address"], "重庆市九龙坡区科园二路 2 号");
    assert_eq!(papers(&firm.client, "/api/registration/papers").await, [("licence".into(), "better.pdf".into())]);
    // None given keeps it.
    stage.decide(&firm, 3, "return", json!({"defects": defects})).await.expect(200);
    firm.client.if_match(4).put("/api/registration", correction(1, &json!({}))).await.expect(200);
    let after = firm.client.get("/api/registration/papers").await.expect(200).body;
    assert_eq!(after[0]["file"]["name"], "better.pdf");
    assert_ne!(after[0]["file"]["id"], before[0]["file"]["id"]);
    let mut back = stage.app.visitor();
    back.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(200);
    stage.finish().await;
}

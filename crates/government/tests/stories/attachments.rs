//! 附件 of an item: each version its own, for everybody once it is published.

use crate::stage::{Id, at, checked, department, item, start, step};
use jinqiao_stage::PDF;
use jinqiao_testkit::Client;
use serde_json::{Value, json};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x56\xc7\x2f\r\0\0\0\0IEND\xaeB`\x82";

async fn file(client: &Client, name: &str) -> String {
    client.upload(name, PDF).await.expect(201).id()
}

fn with(title: &str, files: &[&String]) -> Value {
    let mut content = item(title);
    content["attachments"] = json!(files);
    content
}

#[tokio::test]
async fn a_version_has_files_of_its_own_that_everybody_gets_once_it_is_published() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let visitor = stage.app.visitor();
    let (text, guide, other) =
        (file(&writer, "text.pdf").await, file(&writer, "guide.pdf").await, file(&checker, "other.pdf").await);
    // Somebody else's file, a picture, and more than ten are refused.
    let refused = writer.post("/api/government/policies", with("研发费用补助", &[&other])).await;
    assert_eq!(refused.fields(), ["attachments[0]"]);
    let picture = writer.upload("seal.png", PNG).await;
    if picture.status == 201 {
        let refused = writer.post("/api/government/policies", with("研发费用补助", &[&text, &picture.id()])).await;
        assert_eq!(refused.fields(), ["attachments[1]"]);
    }
    let eleven = vec![&text; 11];
    assert_eq!(writer.post("/api/government/policies", with("研发费用补助", &eleven)).await.fields(), ["attachments"]);
    let id = writer.post("/api/government/policies", with("研发费用补助", &[&text, &guide])).await.expect(201).id();
    let own = |file: &String| format!("{}/attachments/{file}", at(&id));
    let public = |number: i32, file: &String| format!("/api/policies/{id}/versions/{number}/attachments/{file}");
    let seen = writer.get(&at(&id)).await.expect(200).body;
    assert_eq!(
        (seen["attachments"][0]["name"].as_str(), seen["attachments"][1]["name"].as_str()),
        (Some("text.pdf"), Some("guide.pdf"))
    );
    writer.get(&own(&text)).await.expect(200);
    checker.get(&own(&text)).await.expect(404);
    visitor.get(&public(1, &text)).await.expect(404);
    step(&writer, &id, 1, "submit", json!({})).await.expect(200);
    // Whoever checks reads what it is based on.
    checker.get(&own(&text)).await.expect(200);
    visitor.get(&public(1, &text)).await.expect(404);
    step(&checker, &id, 2, "pass", json!({"opinion": "同意"})).await.expect(200);
    step(&writer, &id, 3, "publish", json!({})).await.expect(200);
    let shown = visitor.get(&format!("/api/policies/{id}")).await.expect(200).body;
    assert_eq!(shown["attachments"].as_array().map(Vec::len), Some(2));
    let sent = visitor.get(&public(1, &text)).await.expect(200);
    assert!(sent.headers["content-disposition"].to_str().expect("text").starts_with("attachment"));
    visitor.get(&public(1, &other)).await.expect(404);
    // The next version has one of them and a new one; what is only its own is nobody's business yet.
    let fresh = file(&writer, "fresh.pdf").await;
    writer.if_match(4).put(&at(&id), with("研发费用补助", &[&guide, &fresh])).await.expect(200);
    visitor.get(&public(2, &fresh)).await.expect(404);
    visitor.get(&public(1, &fresh)).await.expect(404);
    // Taken out of the draft, a file of before stays with the version before, and a new one is let go.
    let late = file(&writer, "late.pdf").await;
    writer.if_match(5).put(&at(&id), with("研发费用补助", &[&late])).await.expect(200);
    visitor.get(&public(1, &guide)).await.expect(200);
    let gone = writer.if_match(6).put(&at(&id), with("研发费用补助", &[&late, &fresh])).await;
    assert_eq!(gone.fields(), ["attachments[1]"]);
    // Back again from the version before.
    writer.if_match(6).put(&at(&id), with("研发费用补助", &[&late, &text])).await.expect(200);
    step(&writer, &id, 7, "submit", json!({})).await.expect(200);
    step(&checker, &id, 8, "pass", json!({})).await.expect(200);
    step(&writer, &id, 9, "publish", json!({})).await.expect(200);
    for (number, file) in [(1, &text), (1, &guide), (2, &late), (2, &text)] {
        visitor.get(&public(number, file)).await.expect(200);
    }
    visitor.get(&public(2, &guide)).await.expect(404);
    stage.finish().await;
}

#[tokio::test]
async fn a_file_belongs_to_one_item() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let text = file(&writer, "text.pdf").await;
    writer.post("/api/government/policies", with("研发费用补助", &[&text])).await.expect(201);
    let refused = writer.post("/api/government/policies", with("贷款贴息项目", &[&text])).await;
    assert_eq!(refused.fields(), ["attachments[0]"]);
    let id = checked(&writer, &checker, "房租减免项目").await;
    assert_eq!(writer.get(&at(&id)).await.expect(200).body["attachments"], json!([]));
    stage.finish().await;
}

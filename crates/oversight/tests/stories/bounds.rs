//! What one organisation can keep has an end: files together, drafts, and whatever is open.

use crate::stage::{Id, demand};
use serde_json::json;

const MEGABYTE: usize = 1024 * 1024;
/// What an organisation has with its registration.
const LICENCE: usize = crate::stage::PDF.len();

/// A PDF of `bytes` bytes.
fn pdf(bytes: usize) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n%".to_vec();
    file.resize(bytes, b'x');
    file
}

#[tokio::test]
async fn the_files_of_an_organisation_end_where_the_operator_says() {
    let stage = crate::stage::start().await;
    let (firm, other) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let limit = stage.operator.put("/api/operator/parameters/storage_megabytes", json!({"value": 10})).await;
    assert!(limit.status.is_success(), "{}", limit.body);
    let rules = || async { firm.client.get("/api/files/rules").await.expect(200).body["storage"].clone() };
    assert_eq!(rules().await, json!({"used_bytes": LICENCE, "allowed_bytes": 10 * MEGABYTE}));
    let first = firm.client.upload("a.pdf", pdf(6 * MEGABYTE - LICENCE)).await.expect(201).id();
    // Two at once, of which one fits.
    let two =
        tokio::join!(firm.client.upload("b.pdf", pdf(4 * MEGABYTE)), firm.client.upload("c.pdf", pdf(4 * MEGABYTE)));
    let mut statuses = [two.0.status.as_u16(), two.1.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 413]);
    assert_eq!(rules().await["used_bytes"], json!(10 * MEGABYTE));
    let full = firm.client.upload("d.pdf", pdf(1_000)).await;
    assert_eq!(full.fields(), ["file"]);
    assert_eq!(full.refused(413), "files.storage_full");
    // Of another organisation it is none of the business; the operator sees both.
    other.client.upload("a.pdf", pdf(1_000)).await.expect(201);
    for (org, used) in [(&firm.org, 10 * MEGABYTE), (&other.org, 1_000 + LICENCE)] {
        let seen = stage.operator.get(&format!("/api/operator/organizations/{org}/storage")).await.expect(200).body;
        assert_eq!(seen["used_bytes"], json!(used));
    }
    // What is let go makes room as soon as its bytes are gone.
    firm.client.delete(&format!("/api/files/{first}")).await.expect(204);
    stage.app.clock.advance(chrono::TimeDelta::hours(25));
    jinqiao_platform::files::sweep(&stage.app.db, stage.app.files.as_ref()).await.expect("a sweep");
    let mut client = stage.app.visitor();
    client.login(json!({"login": "user-1", "password": crate::stage::PASSWORD})).await.expect(200);
    client.upload("e.pdf", pdf(1_000)).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn drafts_and_open_items_end_with_the_bound_in_words() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    // As docs/bounds-of-storage.md says.
    let most = 50;
    for _ in 0..most {
        firm.client.post("/api/enterprise/demands", demand(100)).await.expect(201);
    }
    let full = firm.client.post("/api/enterprise/demands", demand(100)).await;
    assert!(full.body["detail"].as_str().is_some_and(|text| text.contains(&most.to_string())), "{}", full.body);
    assert_eq!(full.refused(409), "organizations.full");
    let telling = json!({"kind": "feedback", "title": "页面建议", "text": "希望增加导出功能，方便留档。"});
    for _ in 0..most {
        firm.client.post("/api/complaints", telling.clone()).await.expect(201);
    }
    assert_eq!(firm.client.post("/api/complaints", telling).await.refused(409), "organizations.full");
    stage.finish().await;
}

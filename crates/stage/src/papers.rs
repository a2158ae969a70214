//! Registering with what it takes: the licences first, then the form.

use crate::{Id, PDF};
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

/// The registration `input` with its licences, which `client` uploads.
pub async fn papered(client: &Client, mut input: Value) -> Value {
    let papers: &[&str] = if input["kind"] == "institution" { &["licence", "permit"] } else { &["licence"] };
    for paper in papers {
        input[paper] = json!(client.upload_to("/api/registrations/files", "licence.pdf", PDF).await.expect(201).id());
    }
    input
}

/// `client` registers with `input`, licences and all.
pub async fn register(client: &Client, input: Value) -> Reply {
    client.post("/api/registrations", papered(client, input).await).await
}

/// What the enterprise of number `number` gives when it corrects its registration, with `changed` instead.
pub fn correction(number: u32, changed: &Value) -> Value {
    let mut input = json!({"name": "重庆新名称有限公司", "uscc": crate::code(number), "institution_type": null,
        "legal_person": "李建国", "address": "重庆市九龙坡区科园一路 1 号", "contact_name": "王五", "mobile": null, "email": null});
    for (field, value) in changed.as_object().expect("fields") {
        input[field] = value.clone();
    }
    input
}

//! What an institution reads before an enterprise has chosen it (domain 2.3): no answer tells who the enterprise is, whatever
//! words it tried, and every field of every answer is known by where its text comes from.

use crate::stage::{Id, Member, Stage, code, grab, joint, loan, step};
use axum::http::StatusCode;
use jinqiao_concepts::CHAPTERS;
use jinqiao_kernel::{Role, Standing};
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};
use std::collections::BTreeSet;

mod sources;
use sources::SOURCES;

/// May an institution call it?
fn open_to_institutions(operation: &Value) -> bool {
    let name = operation["x-permission"].as_str().unwrap_or_default();
    let permission = CHAPTERS.permissions().find(|known| known.name == name);
    permission.is_none_or(|known| Standing::primary(Role::Institution).may(known))
}

/// Fields with free text in the answers of a document.
struct Fields<'a> {
    document: &'a Value,
    found: BTreeSet<String>,
}

impl Fields<'_> {
    fn walk(&mut self, (name, field): (&str, &str), schema: &Value, within: &[String]) {
        if let Some(reference) = schema["$ref"].as_str() {
            let inner = reference.rsplit('/').next().unwrap_or_default().to_owned();
            if within.contains(&inner) {
                return;
            }
            let target = &self.document["components"]["schemas"][&inner];
            let within = [within, std::slice::from_ref(&inner)].concat();
            // A page is called as what it lists, and a text type as the field of that type.
            let plain = inner.trim_start_matches("Page_");
            let object = target["properties"].is_object() || target["allOf"].is_array() || target["oneOf"].is_array();
            let called = if object { (plain, field) } else { (name, field) };
            return self.walk(called, target, &within);
        }
        for kind in ["allOf", "oneOf", "anyOf"] {
            schema[kind].as_array().into_iter().flatten().for_each(|part| self.walk((name, field), part, within));
        }
        if schema["enum"].is_array() || !schema["const"].is_null() {
            return;
        }
        let types = [vec![schema["type"].clone()], schema["type"].as_array().cloned().unwrap_or_default()].concat();
        let format = schema["format"].as_str().unwrap_or_default();
        if types.iter().any(|kind| kind == "string") && !["uuid", "date", "date-time"].contains(&format) {
            self.found.insert(format!("{name}.{field}"));
        }
        for (field, inner) in schema["properties"].as_object().into_iter().flatten() {
            self.walk((name, field), inner, within);
        }
        for inner in ["items", "additionalProperties"] {
            if schema[inner].is_object() {
                self.walk((name, field), &schema[inner], within);
            }
        }
    }
}

#[test]
fn every_text_of_every_answer_has_a_known_source() {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    let mut fields = Fields { document: &document, found: BTreeSet::new() };
    let operations = document["paths"].as_object().expect("paths").values().filter_map(Value::as_object).flatten();
    for (_, operation) in operations.filter(|(_, operation)| open_to_institutions(operation)) {
        for answer in operation["responses"].as_object().into_iter().flatten().map(|(_, answer)| answer) {
            let contents = answer["content"].as_object().into_iter().flatten();
            for (_, content) in contents.filter(|(kind, _)| kind.ends_with("json")) {
                fields.walk(("", ""), &content["schema"], &[]);
            }
        }
    }
    let mut unknown = vec![];
    let known =
        |field: &str, wanted: &str| wanted == field || wanted.strip_suffix('*').is_some_and(|of| field.starts_with(of));
    let all = || SOURCES.iter().flat_map(|(_, fields)| fields.iter());
    for field in &fields.found {
        match all().filter(|wanted| known(field, wanted)).count() {
            0 => unknown.push(field),
            1 => {}
            _ => panic!("{field} has two sources"),
        }
    }
    let stale: Vec<_> = all().filter(|wanted| !fields.found.iter().any(|field| known(field, wanted))).collect();
    assert!(unknown.is_empty(), "say in SOURCES where these texts come from: {unknown:#?}");
    assert!(stale.is_empty(), "no answer has these fields: {stale:#?}");
}

/// What would tell who the first firm of the stage is.
fn giveaways(firm: &Member) -> Vec<String> {
    let words =
        ["联系人1", "13800000001", "user1@example.cn", "user-1", "科技大道 1 号", "赵六", "enterprise第1号", "智巡"];
    words.into_iter().map(str::to_owned).chain([firm.name.clone(), firm.org.clone(), code(1)]).collect()
}

fn refused(reply: Reply, field: &str) {
    let reply = reply.expect(422);
    assert_eq!(reply.fields(), [field], "{}", reply.body);
}

/// Does `action` on the complaint at `path` with the version that this side sees now.
async fn on_complaint(who: &Client, path: &str, action: &str, body: Value) -> Reply {
    let version = who.get(path).await.expect(200).body["version"].clone();
    who.if_match(version).post(&format!("{path}/{action}"), body).await
}

fn marks(aspects: [&str; 4], text: &str) -> Value {
    json!({"marks": aspects.map(|aspect| json!({"aspect": aspect, "score": 1})), "text": text})
}

const BY_FIRM: [&str; 4] = ["responsiveness", "professionalism", "fee_transparency", "overall"];
const BY_BANK: [&str; 4] = ["truthfulness", "cooperation", "fulfilment", "overall"];

/// The firm declines, complains, rates and appeals; each time it first tries to say who it is.
async fn a_declined_order(stage: &Stage, firm: &Member, bank: &Member) {
    let demand = stage.published(firm, 100).await;
    let order = grab(bank, &demand, 100).await.expect(201).id();
    refused(step(firm, &order, "decline", json!({"reason": "请找联系人1"})).await, "reason");
    step(firm, &order, "decline", json!({"reason": "额度不合适"})).await.expect(200);

    let complaint =
        |title: &str, text: &str| json!({"kind": "institution", "order_id": order, "title": title, "text": text});
    let post = async |body: Value| firm.client.post("/api/complaints", body).await;
    refused(post(complaint("联系人1的投诉", "约定的时间多次推迟，影响项目进度。")).await, "title");
    refused(post(complaint("多次推迟上门", "请回电 138.0000.0001，影响项目进度。")).await, "text");
    let made = post(complaint("多次推迟上门", "约定的时间多次推迟，影响项目进度。")).await.expect(201).id();
    let path = format!("/api/complaints/{made}");
    refused(on_complaint(&firm.client, &path, "withdraw", json!({"reason": "联系人1已沟通"})).await, "reason");
    let about = json!({"kind": "enterprise", "order_id": order, "title": "多次不接电话", "text": "约定的时间多次不接电话，影响审批进度。"});
    let about = bank.client.post("/api/complaints", about).await.expect(201).id();
    let path = format!("/api/complaints/{about}");
    let explain = |text: &str| json!({"text": text});
    refused(on_complaint(&firm.client, &path, "explain", explain("由联系人1负责沟通，请联系。")).await, "text");
    on_complaint(&firm.client, &path, "explain", explain("当日在外出差，次日已回电说明。")).await.expect(200);

    let of = |who: &Member, side: &str, what: &str, body: Value| {
        let (client, path) = (who.client.clone(), format!("/api/{side}/orders/{order}/ratings{what}"));
        async move { client.post(&path, body).await }
    };
    refused(of(firm, "enterprise", "", marks(BY_FIRM, "联系人1多次沟通没有结果")).await, "text");
    of(firm, "enterprise", "", marks(BY_FIRM, "多次沟通没有结果，收费不透明")).await.expect(200);
    of(bank, "institution", "", marks(BY_BANK, "资料没有按时提供，多次催促未果")).await.expect(200);
    refused(of(firm, "enterprise", "/reply", json!({"text": "请找联系人1"})).await, "text");
    of(firm, "enterprise", "/reply", json!({"text": "资料已经按时提供"})).await.expect(200);
    refused(of(firm, "enterprise", "/appeal", json!({"reason": "资料由联系人1按时提供，请复核"})).await, "reason");
    of(firm, "enterprise", "/appeal", json!({"reason": "资料已经按时提供，请平台复核"})).await.expect(200);
    let queue = stage.operator.get("/api/operator/reviews?kind=rating_appeal&state=waiting").await.expect(200);
    let appeal = queue.body["items"][0]["subject_id"].as_str().expect("an id").to_owned();
    let rule = async |ruling: &str| {
        let body = json!({"uphold": false, "ruling": ruling});
        stage.operator.post(&format!("/api/operator/rating-appeals/{appeal}/rule"), body).await
    };
    refused(rule("联系人1没有按时提供资料").await, "ruling");
    rule("经核实，资料没有按时提供").await.expect(200);
}

/// The bank is asked to take part in another one's credit.
async fn a_joint_credit(stage: &Stage, firm: &Member, bank: &Member, lead: &Member) {
    let (_, order) = joint::led(stage, firm, lead, 1_000).await;
    let mut input = joint::proposal(1_000, 600, &[bank]);
    input["note"] = json!("联系人1的项目");
    refused(joint::propose(lead, &order, input).await, "note");
    let id = joint::propose(lead, &order, joint::proposal(1_000, 600, &[bank])).await.expect(201).id();
    joint::act(firm, &id, "consent", json!({})).await.expect(200);
}

/// Every id in `value`.
fn ids_in(value: &Value, ids: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.len() == 36 && text.bytes().filter(|byte| *byte == b'-').count() == 4 => {
            ids.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| ids_in(item, ids)),
        Value::Object(fields) => fields.values().for_each(|field| ids_in(field, ids)),
        _ => {}
    }
}

#[tokio::test]
async fn no_answer_tells_who_the_firm_is() {
    let stage = crate::stage::start().await;
    stage.set("anonymity_k", 1).await;
    let (firm, bank, lead) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let mut profile = crate::stage::profile();
    profile["brands"] = json!(["智巡"]);
    profile["district"] = json!(firm.name);
    refused(firm.client.if_match(1).put("/api/enterprise/profile", profile.clone()).await, "district");
    profile["district"] = json!("高新区");
    firm.client.if_match(1).put("/api/enterprise/profile", profile).await.expect(200);
    stage.shelved(&bank, loan("科创贷")).await;

    // A tag and a text that the operator publishes.
    let mut tagged = crate::stage::demand(100);
    tagged["tags"] = json!(["智 巡"]);
    let demand = stage.submitted_as(&firm, tagged).await;
    let approve = async |text: &str| {
        let path = format!("/api/operator/demands/{demand}/approve");
        stage.operator.if_match(2).post(&path, json!({"public_text": text})).await
    };
    refused(approve("采购原材料，交付已签订单").await, "tags");
    let path = format!("/api/operator/demands/{demand}");
    let seen = stage.operator.get(&path).await.expect(200).body;
    assert_eq!(seen["demand"]["identifying"], json!([{"field": "tags[0]", "from": 0, "to": 3, "text": "智 巡"}]));
    let hits = stage.operator.post(&format!("{path}/identifying"), json!({"text": "扩产，电话 138 0000 0001"})).await;
    assert_eq!(hits.expect(200).body, json!([{"from": 6, "to": 19, "text": "138 0000 0001"}]));
    let own = firm.client.post("/api/enterprise/demands/identifying", json!({"text": "为智巡扩产"})).await;
    assert_eq!(own.expect(200).body, json!([{"from": 1, "to": 3, "text": "智巡"}]));

    a_declined_order(&stage, &firm, &bank).await;
    a_joint_credit(&stage, &firm, &bank, &lead).await;
    // One that is withdrawn under the bank's offer, and one that is still open.
    let withdrawn = stage.published(&firm, 200).await;
    grab(&bank, &withdrawn, 200).await.expect(201);
    let withdraw = async |reason: &str| {
        let path = format!("/api/enterprise/demands/{withdrawn}");
        let version = firm.client.get(&path).await.expect(200).body["version"].clone();
        firm.client.if_match(version).post(&format!("{path}/withdraw"), json!({"reason": reason})).await
    };
    refused(withdraw("请直接联系联系人1").await, "reason");
    withdraw("改用自有资金").await.expect(200);
    let open = stage.published(&firm, 300).await;
    grab(&bank, &open, 300).await.expect(201);
    stage.app.settle().await;
    walk(&firm, &bank).await;
    stage.finish().await;
}

/// Reads everything that the bank can get, with every id that it meets on the way.
async fn walk(firm: &Member, bank: &Member) {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    let paths = document["paths"].as_object().expect("paths");
    let readable = paths.iter().filter(|(_, item)| item["get"].is_object() && open_to_institutions(&item["get"]));
    // The stream does not end.
    let readable: Vec<_> = readable.map(|(path, _)| path.as_str()).filter(|path| !path.ends_with("/live")).collect();
    let (mut ids, mut read, mut words) = (BTreeSet::new(), 0, giveaways(firm));
    words.retain(|word| !bank.name.contains(word));
    let mut look = async |path: &str, ids: &mut BTreeSet<String>| {
        let reply = bank.client.get(path).await;
        let text = String::from_utf8_lossy(&reply.bytes).into_owned();
        for word in &words {
            assert!(!text.contains(word), "{path} says {word}: {text}");
        }
        read += usize::from(reply.status == StatusCode::OK);
        ids_in(&reply.body, ids);
    };
    for path in readable.iter().filter(|path| !path.contains('{')) {
        look(path, &mut ids).await;
    }
    for id in ids.clone() {
        for path in readable.iter().filter(|path| path.matches('{').count() == 1 && path.contains("{id}")) {
            look(&path.replace("{id}", &id), &mut ids).await;
        }
    }
    assert!(read > 40, "{read} answers");
}

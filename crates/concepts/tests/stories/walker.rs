//! Walks openapi.json with malformed, huge, deep, wrong-typed and hostile input: always 4xx problem+json that names the
//! field where a value is wrong, never 5xx.

use crate::stage::{Stage, staff};
use axum::{
    body::Body,
    http::{Method, Request, header},
};
use jinqiao_concepts::CHAPTERS;
use jinqiao_kernel::{Role, Standing};
use jinqiao_testkit::{Client, Reply};
use serde_json::{Map, Value, json};

const HOSTILE: [&str; 9] = [
    "",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "\u{202e}\u{feff}👩‍👩‍👧‍👦 ﷽",
    "%00%0d%0aSet-Cookie:x=y",
    "${jndi:ldap://127.0.0.1/a}",
    "a\u{0}b",
    "=cmd|'/c calc'!A1",
];

struct Operation {
    method: Method,
    path: String,
    permission: String,
    query: Vec<String>,
    /// Changes what somebody has seen a version of.
    versioned: bool,
    body: Option<Value>,
}

fn operations(document: &Value) -> Vec<Operation> {
    let mut operations = vec![];
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let query = parameters.iter().filter(|p| p["in"] == "query").filter_map(|p| p["name"].as_str());
            let body = &operation["requestBody"]["content"]["application/json"]["schema"];
            operations.push(Operation {
                method: method.to_uppercase().parse().expect("a method"),
                path: path.clone(),
                permission: operation["x-permission"].as_str().unwrap_or_default().to_owned(),
                query: query.map(str::to_owned).collect(),
                versioned: parameters.iter().any(|p| p["in"] == "header" && p["name"] == "If-Match"),
                body: (!body.is_null()).then(|| resolved(document, body)),
            });
        }
    }
    operations
}

fn resolved(document: &Value, schema: &Value) -> Value {
    match schema["$ref"].as_str() {
        Some(reference) => {
            let name = reference.rsplit('/').next().expect("a name");
            resolved(document, &document["components"]["schemas"][name])
        }
        None => schema.clone(),
    }
}

/// A body with something of the right type in every field.
fn plausible(document: &Value, schema: &Value, depth: u8) -> Value {
    let schema = resolved(document, schema);
    if let Some(example) = schema["enum"].as_array().or(schema["examples"].as_array()).and_then(|values| values.first())
    {
        return example.clone();
    }
    if let Some(choice) = schema["oneOf"].as_array().and_then(|choices| choices.iter().find(|c| c["type"] != "null")) {
        return plausible(document, choice, depth);
    }
    let kind = schema["type"].as_str().map(str::to_owned);
    let kind = kind.or_else(|| {
        schema["type"].as_array()?.iter().find_map(|k| k.as_str().filter(|k| *k != "null").map(str::to_owned))
    });
    match kind.as_deref() {
        Some("integer") => json!(1),
        Some("boolean") => json!(false),
        Some("array") => json!([]),
        Some("object") if depth < 5 => {
            let fields = schema["properties"].as_object().cloned().unwrap_or_default();
            Value::Object(
                fields.iter().map(|(name, field)| (name.clone(), plausible(document, field, depth + 1))).collect(),
            )
        }
        Some("string") if schema["format"] == "date" => json!("2026-12-01"),
        Some("string") if schema["format"] == "date-time" => json!("2026-12-01T00:00:00Z"),
        Some("string") if schema["format"] == "uuid" => json!("01a20aaa-0000-7000-8000-000000000002"),
        Some("string") => {
            let most = schema["maxLength"].as_u64().unwrap_or(u64::MAX);
            json!("正常的文字内容".chars().take(usize::try_from(most).unwrap_or(usize::MAX)).collect::<String>())
        }
        _ => Value::Null,
    }
}

struct Walk {
    stage: Stage,
    clients: Vec<(Role, Client)>,
}

impl Walk {
    fn client(&self, permission: &str) -> Client {
        let permission = CHAPTERS.permissions().find(|known| known.name == permission);
        let allowed = |(role, _): &&(Role, Client)| permission.is_some_and(|known| Standing::primary(*role).may(known));
        self.clients.iter().find(allowed).map_or_else(|| self.stage.app.visitor(), |(_, client)| client.clone())
    }

    async fn send(&self, operation: &Operation, path: &str, body: Option<String>) -> Reply {
        let client = self.client(&operation.permission);
        let mut request =
            Request::builder().method(operation.method.clone()).uri(path).header("x-requested-with", "walker");
        if let Some(cookie) = client.cookie() {
            request = request.header(header::COOKIE, cookie);
        }
        if operation.versioned {
            request = request.header(header::IF_MATCH, "\"1\"");
        }
        let request = match body {
            Some(body) => request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body)),
            None => request.body(Body::empty()),
        };
        client.raw(request.expect("a request")).await
    }

    /// Refused as a problem; with a field if the input was read.
    async fn refused(&self, operation: &Operation, path: &str, body: Option<String>, why: &str) -> Reply {
        let reply = self.send(operation, path, body).await;
        self.sane(operation, &reply, why);
        assert!(reply.status.is_client_error(), "{} {} {why}: {}", operation.method, operation.path, reply.status);
        reply
    }

    fn sane(&self, operation: &Operation, reply: &Reply, why: &str) {
        let what = format!("{} {} {why}: {} {}", operation.method, operation.path, reply.status, reply.body);
        assert!(!reply.status.is_server_error(), "{what}");
        if reply.status.is_client_error() {
            assert_eq!(reply.headers[header::CONTENT_TYPE], "application/problem+json", "{what}");
            let text = reply.body["detail"].as_str().expect("a sentence").to_lowercase();
            for leak in ["sql", "panicked", "serde", "constraint", "column"] {
                assert!(!text.contains(leak), "{what}");
            }
        }
    }
}

fn concrete(path: &str) -> String {
    path.replace("{id}", if path.contains("/jobs/") { "1" } else { "01a20aaa-0000-7000-8000-000000000000" })
        .replace("{file}", "01a20aaa-0000-7000-8000-000000000001")
        .replace("{application}", "01a20aaa-0000-7000-8000-000000000003")
        .replace("{receipt}", "01a20aaa-0000-7000-8000-000000000002")
        .replace("{register}", "tax")
        .replace("{kind}", "enterprise")
        .replace("{standard}", "sizes")
        .replace("{key}", "live_orders")
        .replace("{year}", "2027")
        .replace("{number}", "1")
}

async fn walk() -> Walk {
    let stage = crate::stage::start().await;
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "supervisor", 90_002).await;
    let (government, _) = staff(&stage.app, Role::Government, "government", 90_006).await;
    // From this machine, where no account is asked to wait.
    let firm = stage.enterprise(1).await.client.at("127.0.0.1");
    let bank = stage.institution(2).await.client.at("127.0.0.1");
    let clients = vec![
        (Role::Enterprise, firm),
        (Role::Institution, bank),
        (Role::Operator, stage.operator.clone()),
        (Role::Supervisor, supervisor),
        (Role::Government, government.at("127.0.0.1")),
    ];
    Walk { stage, clients }
}

#[tokio::test]
async fn bodies() {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    let walk = walk().await;
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    let huge = format!("{{\"x\":\"{}\"}}", "长".repeat(200_000));
    for operation in operations(&document) {
        let path = concrete(&operation.path);
        let Some(schema) = &operation.body else { continue };
        for (why, body) in [("empty", ""), ("broken", "{\"a\":"), ("list", "[]"), ("number", "1e999"), ("deep", &deep)]
        {
            let reply = walk.refused(&operation, &path, Some(body.to_owned()), why).await;
            assert_eq!(reply.fields(), ["body"], "{} {why}", operation.path);
        }
        let reply = walk.refused(&operation, &path, Some(huge.clone()), "huge").await;
        assert_eq!(reply.status.as_u16(), 413);
        let whole = plausible(&document, schema, 0);
        let fields = whole.as_object().cloned().unwrap_or_default();
        for name in fields.keys() {
            wrong_types(&walk, &operation, &path, &fields, name).await;
        }
        let mut stranger = fields.clone();
        stranger.insert("no_such_field".into(), json!(1));
        let reply = walk.refused(&operation, &path, Some(Value::Object(stranger).to_string()), "unknown field").await;
        assert_eq!(reply.fields(), ["no_such_field"], "{}", operation.path);
        // Last, because a hostile login locks the address for later ones.
        for name in fields.keys() {
            hostile_texts(&walk, &operation, &path, &fields, name).await;
        }
    }
    walk.stage.finish().await;
}

async fn wrong_types(walk: &Walk, operation: &Operation, path: &str, fields: &Map<String, Value>, name: &str) {
    let wrong = if fields[name].is_object() { json!("text") } else { json!({"unexpected": [1, 2]}) };
    let mut body = fields.clone();
    body.insert(name.to_owned(), wrong);
    let reply =
        walk.refused(operation, path, Some(Value::Object(body).to_string()), &format!("{name} of a wrong type")).await;
    let named = reply.fields();
    assert!(named.iter().any(|field| field.starts_with(name)), "{} {name}: {}", operation.path, reply.body);
}

async fn hostile_texts(walk: &Walk, operation: &Operation, path: &str, fields: &Map<String, Value>, name: &str) {
    let numbers = [json!(i64::MIN), json!(i64::MAX), json!(u64::MAX), json!(-1), json!(1.5)];
    let texts = HOSTILE.iter().map(|text| json!(text)).chain([json!("长".repeat(50_000))]);
    for value in texts.chain(numbers) {
        let mut body = fields.clone();
        body.insert(name.to_owned(), value.clone());
        let reply = walk.send(operation, path, Some(Value::Object(body).to_string())).await;
        walk.sane(operation, &reply, &format!("{name}={}", value.to_string().chars().take(40).collect::<String>()));
    }
}

#[tokio::test]
async fn versions() {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    let walk = walk().await;
    let versioned = operations(&document).into_iter().filter(|operation| operation.versioned);
    let mut count = 0;
    for operation in versioned {
        let (client, path) = (walk.client(&operation.permission), concrete(&operation.path));
        let body = operation.body.as_ref().map(|schema| plausible(&document, schema, 0));
        for tags in
            [&[] as &[_], &["1"], &["*"], &["W/\"1\""], &["\"1\", \"2\""], &["\"1\"", "\"1\""], &["\"9999999999\""]]
        {
            let headers: Vec<_> = tags.iter().map(|tag| ("if-match", *tag)).collect();
            let reply = client.send(operation.method.clone(), &path, body.as_ref(), &headers).await;
            assert_eq!(reply.refused(400), "request.version", "{} {tags:?}", operation.path);
        }
        count += 1;
    }
    assert!(count > 90, "{count}");
    walk.stage.finish().await;
}

#[tokio::test]
async fn paths_and_queries() {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    let walk = walk().await;
    for operation in operations(&document) {
        if operation.path.contains('{') {
            for id in ["0", "not-a-uuid", "%00", "%27%20OR%201=1", "..%2f..%2f", &"9".repeat(5_000)] {
                let path = operation
                    .path
                    .replace("{id}", id)
                    .replace("{file}", "01a20aaa-0000-7000-8000-000000000001")
                    .replace("{kind}", id)
                    .replace("{standard}", id)
                    .replace("{key}", id)
                    .replace("{year}", id)
                    .replace("{number}", id);
                let body = operation.body.as_ref().map(|_| "{}".to_owned());
                walk.refused(&operation, &path, body, &format!("id {}", &id[..id.len().min(20)])).await;
            }
        }
        for name in &operation.query {
            for value in
                ["%00", "-1", "0", "99999999999999999999", "'%3BDROP", "%F0%9F%92%A5", "%E0%A4%A", &"x".repeat(3_000)]
            {
                let path = format!("{}?{name}={value}", concrete(&operation.path));
                let reply = walk.send(&operation, &path, None).await;
                walk.sane(&operation, &reply, &format!("?{name}={}", &value[..value.len().min(20)]));
                if reply.status.as_u16() == 422 {
                    assert_eq!(reply.fields(), [name.as_str()], "{path}");
                }
            }
        }
    }
    walk.stage.finish().await;
}

/// Is the length of every text that fits `schema` known?
fn bounded(schema: &Value) -> bool {
    ["maxLength", "enum", "const"].iter().any(|key| !schema[key].is_null())
        || ["uuid", "date", "date-time"].iter().any(|format| schema["format"] == *format)
}

fn is_text(schema: &Value) -> bool {
    schema["type"] == "string" || schema["type"].as_array().is_some_and(|kinds| kinds.contains(&json!("string")))
}

/// The texts of a body: where each stands, as the steps to it (a name, or 0 into a list), and its schema.
fn texts(document: &Value, schema: &Value, steps: &[Value], found: &mut Vec<(Vec<Value>, Value)>) {
    let schema = resolved(document, schema);
    if is_text(&schema) {
        found.push((steps.to_vec(), schema));
        return;
    }
    for choice in ["oneOf", "anyOf", "allOf"].iter().filter_map(|key| schema[key].as_array()).flatten() {
        texts(document, choice, steps, found);
    }
    if !schema["items"].is_null() {
        texts(document, &schema["items"], &[steps, &[json!(0)]].concat(), found);
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        texts(document, field, &[steps, &[json!(name)]].concat(), found);
    }
}

/// A body with `text` at the end of `steps`, and something plausible around it.
fn with_text(document: &Value, schema: &Value, steps: &[Value], text: &str) -> Value {
    let [step, rest @ ..] = steps else { return json!(text) };
    let schema = resolved(document, schema);
    // Of several ways to say it, the one that has the step.
    let has =
        |choice: &&Value| step.as_str().is_none_or(|name| !resolved(document, choice)["properties"][name].is_null());
    let choices = schema["oneOf"].as_array().map(|all| all.iter().filter(|choice| choice["type"] != "null"));
    if let Some(chosen) = choices.and_then(|all| all.clone().find(has).or(all.clone().next())).cloned() {
        return with_text(document, &chosen, steps, text);
    }
    match step.as_str() {
        None => json!([with_text(document, &schema["items"], rest, text)]),
        Some(name) => {
            let mut whole = plausible(document, &schema, 0);
            whole[name] = with_text(document, &schema["properties"][name], rest, text);
            whole
        }
    }
}

fn path_of(steps: &[Value]) -> String {
    let parts = steps.iter().map(|step| step.as_str().map_or_else(|| "[0]".to_owned(), |name| format!(".{name}")));
    parts.collect::<String>().trim_start_matches('.').to_owned()
}

#[tokio::test]
async fn every_text_has_a_length_and_keeps_to_it() {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    let walk = walk().await;
    let (mut unbounded, mut tried) = (vec![], 0);
    for operation in operations(&document) {
        let Some(schema) = &operation.body else { continue };
        let mut found = vec![];
        texts(&document, schema, &[], &mut found);
        for (steps, text) in found {
            if !bounded(&text) {
                unbounded.push(format!("{} {} {}", operation.method, operation.path, path_of(&steps)));
            }
            let Some(most) = text["maxLength"].as_u64() else { continue };
            let long = "x".repeat(usize::try_from(most).expect("a length") + 1);
            let body = with_text(&document, schema, &steps, &long).to_string();
            let why = format!("{} of {} characters", path_of(&steps), most + 1);
            let reply = walk.refused(&operation, &concrete(&operation.path), Some(body), &why).await;
            assert!(reply.fields().contains(&path_of(&steps)), "{} {why}: {}", operation.path, reply.body);
            tried += 1;
        }
    }
    assert_eq!(unbounded, [""; 0]);
    assert!(tried > 100, "{tried} texts");
    walk.stage.finish().await;
}

#[test]
fn every_operation_says_who_may_call_it_and_every_query_how_long_it_is() {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    assert_eq!(document["components"]["securitySchemes"]["session"]["in"], "cookie");
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let public = operation["x-permission"] == "public";
            let want = if public { json!([]) } else { json!([{"session": []}]) };
            assert_eq!(operation["security"], want, "{method} {path}");
            for parameter in operation["parameters"].as_array().into_iter().flatten().filter(|p| p["in"] == "query") {
                let mut found = vec![];
                texts(&document, &parameter["schema"], &[], &mut found);
                assert!(found.iter().all(|(_, text)| bounded(text)), "{method} {path} ?{}", parameter["name"]);
            }
        }
    }
    // A closed type beside further fields forbids them; types that hold another's fields are merged.
    for (name, schema) in document["components"]["schemas"].as_object().expect("schemas") {
        for part in schema["allOf"].as_array().into_iter().flatten() {
            let part = resolved(&document, part);
            assert_ne!(part["additionalProperties"], json!(false), "{name}");
        }
    }
}

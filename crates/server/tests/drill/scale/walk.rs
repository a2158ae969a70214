//! Visits every GET of the API as every role that may, on the demo data.

use super::statements::{asked_by, touches_rows};
use jinqiao_concepts::CHAPTERS;
use jinqiao_kernel::{Role, Standing};
use jinqiao_testkit::{Client, TestApp};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What one visit asked.
pub struct Visit {
    /// Path as the document writes it, and who came.
    pub what: String,
    /// Statements that read or change rows.
    pub statements: Vec<String>,
    /// The first of its kind, which may read settings that nobody has asked for yet.
    pub first: bool,
}

/// A GET of the document.
struct Operation {
    path: String,
    permission: String,
    paged: bool,
    /// Conditions and orders that can be asked for, each alone.
    asked: Vec<String>,
}

/// What is asked of a parameter of a query: each value of a choice, or something of its type.
fn values(document: &Value, parameter: &Value) -> Vec<String> {
    let schema = resolved(document, &parameter["schema"]);
    if let Some(choice) = schema["enum"].as_array() {
        return choice.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect();
    }
    if schema["type"] == "array" || schema["type"].as_array().is_some_and(|kinds| kinds.contains(&json!("array"))) {
        return values(document, &json!({"schema": schema["items"]}));
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"].as_array()?.iter().find_map(Value::as_str));
    match (kind, schema["format"].as_str()) {
        (Some("integer"), _) => vec!["1000000".into()],
        (Some("boolean"), _) => vec!["true".into(), "false".into()],
        (_, Some("uuid")) => vec!["01a20aaa-0000-7000-8000-000000000002".into()],
        (_, Some("date")) => vec!["2026-11-01".into()],
        (_, Some("date-time")) => vec!["2026-11-01T00:00:00Z".into()],
        _ => vec!["%E4%BF%A1%E6%81%AF".into()],
    }
}

fn resolved(document: &Value, schema: &Value) -> Value {
    let whole = |schema: &Value| match schema["$ref"].as_str() {
        Some(reference) => document["components"]["schemas"][reference.rsplit('/').next().unwrap_or("")].clone(),
        None => schema.clone(),
    };
    let choice = schema["oneOf"].as_array().and_then(|choices| choices.iter().find(|one| one["type"] != "null"));
    whole(choice.unwrap_or(schema))
}

fn operations() -> Vec<Operation> {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    let mut found = vec![];
    for (path, item) in document["paths"].as_object().expect("paths") {
        let get = &item["get"];
        if get.is_null() {
            continue;
        }
        let parameters = get["parameters"].as_array().cloned().unwrap_or_default();
        let paged = parameters.iter().any(|parameter| parameter["in"] == "query" && parameter["name"] == "size");
        let permission = get["x-permission"].as_str().unwrap_or_default().to_owned();
        let conditions = parameters.iter().filter(|parameter| parameter["in"] == "query");
        let conditions = conditions.filter(|parameter| parameter["name"] != "size" && parameter["name"] != "page");
        let asked = conditions.flat_map(|parameter| {
            let name = parameter["name"].as_str().unwrap_or_default();
            values(&document, parameter).into_iter().map(move |value| format!("{name}={value}"))
        });
        let asked = asked.collect();
        found.push(Operation { path: path.clone(), permission, paged, asked });
    }
    // What has no parameters comes first: it says which there are.
    found.sort_by_key(|operation| operation.path.matches('{').count());
    found
}

/// One account of each role, by the demo's own passwords; a visitor comes last.
async fn people(app: &TestApp) -> Vec<(Option<Role>, Client)> {
    let mut people = vec![];
    for account in jinqiao_platform::accounts::demo_accounts(&app.db, &app.vault).await.expect("demo accounts") {
        let account = json!(account);
        let role: Role = serde_json::from_value(account["role"].clone()).expect("a role");
        if people.iter().any(|(known, _)| *known == Some(role)) {
            continue;
        }
        let mut client = app.visitor().at("127.0.0.1");
        let login = json!({"login": account["login"], "password": account["password"], "totp": account["totp"]});
        client.login(login).await.expect(200);
        people.push((Some(role), client));
    }
    people.push((None, app.visitor()));
    people
}

/// Ids that answers have named: of whole lists, and all of them.
#[derive(Default)]
struct Known {
    of_list: BTreeMap<String, Vec<String>>,
    /// With the name of the field.
    all: BTreeSet<(String, String)>,
}

/// How many ids are tried until one is answered.
const TRIES: usize = 4_000;

impl Known {
    /// By the last word of the path: what one role lists, another may look at.
    fn learn(&mut self, path: &str, body: &Value) {
        let path = path.rsplit('/').next().unwrap_or_default();
        let rows = body["items"].as_array().or(body.as_array()).cloned().unwrap_or_default();
        let ids = rows.iter().filter_map(|row| row["id"].as_str().map(str::to_owned));
        self.of_list.entry(path.to_owned()).or_default().extend(ids);
        self.gather(body);
    }

    fn gather(&mut self, body: &Value) {
        match body {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value.as_str() {
                        Some(text) if name == "id" || name.ends_with("_id") => {
                            _ = self.all.insert((name.clone(), text.to_owned()))
                        }
                        _ => self.gather(value),
                    }
                }
            }
            Value::Array(rows) => rows.iter().take(20).for_each(|row| self.gather(row)),
            _ => {}
        }
    }

    /// Paths to try for one of the document.
    fn paths(&self, path: &str) -> Vec<String> {
        let path = path.replace("{register}", "tax").replace("{kind}", "enterprise").replace("{key}", "live_orders");
        let path = path.replace("{year}", "2026").replace("{number}", "1").replace("{standard}", "sizes");
        let Some(at) = path.find("{") else { return vec![path] };
        let list = path[..at].trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let exact = self.of_list.get(list).cloned().unwrap_or_default();
        // `second_id` names second credits.
        let named = |field: &str| list.starts_with(field.trim_end_matches("_id")) && field != "id";
        let (near, far): (Vec<_>, Vec<_>) = self.all.iter().partition(|(field, _)| named(field));
        let others = near.into_iter().chain(far).map(|(_, id)| id.clone());
        let end = at + path[at..].find('}').unwrap_or_default();
        let ids: Vec<_> = exact.iter().cloned().chain(others).collect();
        let filled = ids.iter().map(|id| format!("{}{id}{}", &path[..at], &path[end + 1..]));
        filled.filter(|path| !path.contains('{')).collect()
    }
}

/// Every visit, and the paths of which nothing was found to visit.
pub async fn walk(app: &TestApp) -> (Vec<Visit>, Vec<String>) {
    let (operations, people) = (operations(), people(app).await);
    let (mut visits, mut missed) = (vec![], vec![]);
    let mut known = Known::default();
    for operation in &operations {
        let permission = CHAPTERS.permissions().find(|permission| permission.name == operation.permission);
        let (mut allowed, mut answered) = (false, false);
        for (role, client) in &people {
            let may = match (permission, role) {
                (Some(permission), Some(role)) => Standing::primary(*role).may(permission),
                (None, role) => role.is_none() || operation.permission != "public",
                (Some(_), None) => false,
            };
            if !may {
                continue;
            }
            allowed = true;
            let paths = known.paths(&operation.path);
            for path in paths.into_iter().take(TRIES) {
                let sized = if operation.paged { format!("{path}?size=100") } else { path };
                let (reply, asked) = asked_by(client.get(&sized)).await;
                if reply.status != 200 {
                    continue;
                }
                answered = true;
                known.learn(&operation.path, &reply.body);
                let who = role.map_or_else(|| "a visitor".to_owned(), |role| json!(role).as_str().unwrap_or("").into());
                let mut note = |query: &str, asked: Vec<String>, again: bool| {
                    let statements = asked.into_iter().filter(|statement| touches_rows(statement)).collect();
                    let first = query.is_empty() && !again;
                    visits.push(Visit { what: format!("{}{query} as {who}", operation.path), statements, first });
                };
                note("", asked, false);
                let (_, asked) = asked_by(client.get(&sized)).await;
                note("", asked, true);
                for query in &operation.asked {
                    let joint = if sized.contains('?') { '&' } else { '?' };
                    let (reply, asked) = asked_by(client.get(&format!("{sized}{joint}{query}"))).await;
                    if reply.status == 200 {
                        note(&format!("?{query}"), asked, true);
                    }
                }
                break;
            }
        }
        if allowed && !answered {
            missed.push(operation.path.clone());
        }
    }
    (visits, missed)
}

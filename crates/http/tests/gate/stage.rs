//! A platform of a few routes, and people who are known by their token.

use axum::{body::Body, http::Request};
use jinqiao_db::{Db, Followers};
use jinqiao_http::{Answer, Authenticate, EnterpriseUser, Json, OperatorUser, Routes, Visitor, guarded, public};
use jinqiao_kernel::{
    Access, AccountId, Actor, Error, OrgId, OrgKind, Owed, Permission, RequestMeta, Result, Role, SessionId, UnitId,
};
use jinqiao_testkit::{Parts, Reply, TestApp};
use serde::{Deserialize, Serialize};
use std::{future::Future, pin::Pin, sync::Arc};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

const BOTH: &[Role] = &[Role::Enterprise, Role::Operator];
const THINGS: Permission = Permission::of("things.manage", BOTH);
const DESK: Permission = Permission::of("desk.read", BOTH);

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Thing {
    #[schema(max_length = 10)]
    name: String,
    amount: i64,
}

#[utoipa::path(get, path = "/window", responses((status = 200, body = String)))]
async fn window(_: Visitor) -> Answer<String> {
    Ok("open".into())
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Many {
    things: Vec<Thing>,
}

/// More than a packet.
#[utoipa::path(get, path = "/many", responses((status = 200, body = Vec<Thing>)))]
async fn many(_: Visitor) -> Answer<Json<Vec<Thing>>> {
    Ok(Json((0..100).map(|amount| Thing { name: "一件".into(), amount }).collect()))
}

/// As much again, sent back: what a write answers.
#[utoipa::path(post, path = "/many", request_body = Many, responses((status = 200, body = Many)))]
async fn echo(_: EnterpriseUser, Json(many): Json<Many>) -> Answer<Json<Many>> {
    Ok(Json(many))
}

#[utoipa::path(post, path = "/things", request_body = Thing, responses((status = 200, body = Thing)))]
async fn make(_: EnterpriseUser, Json(thing): Json<Thing>) -> Answer<Json<Thing>> {
    Ok(Json(thing))
}

/// Everybody may have the permission; the handler is for the operator all the same.
#[utoipa::path(get, path = "/desk", responses((status = 200, body = String)))]
async fn desk(_: OperatorUser) -> Answer<String> {
    Ok("tidy".into())
}

#[utoipa::path(get, path = "/broken", responses((status = 200, body = String)))]
async fn broken(_: Visitor) -> Answer<String> {
    Err(Error::internal("the password of the database is 1234").into())
}

#[utoipa::path(get, path = "/panics", responses((status = 200, body = String)))]
async fn panics(_: Visitor) -> Answer<String> {
    panic!("a secret")
}

/// Knows these tokens: `firm` may everything it has, `reader` only reads, `newcomer` may nothing, `operator` sits at the desk, `unsigned` has an
/// agreement to accept.
struct Tokens;

impl Authenticate for Tokens {
    fn authenticate<'a>(
        &'a self,
        _: &'a Db,
        token: &'a str,
        request: &'a RequestMeta,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Actor>>> + Send + 'a>> {
        let known = match token {
            "firm" => Some((1, Role::Enterprise, true, Access::Handle)),
            "reader" => Some((2, Role::Enterprise, true, Access::Read)),
            "newcomer" => Some((3, Role::Enterprise, false, Access::Handle)),
            "operator" => Some((4, Role::Operator, true, Access::Handle)),
            "unsigned" => Some((5, Role::Enterprise, true, Access::Handle)),
            _ => None,
        };
        let actor = known.map(|(n, role, registered, access): (u128, _, _, _)| Actor {
            account: AccountId(Uuid::from_u128(n)),
            name: token.into(),
            org: OrgId(Uuid::from_u128(n)),
            unit: UnitId(Uuid::nil()),
            org_kind: OrgKind::Enterprise,
            role,
            registered,
            primary: true,
            access,
            owes: (token == "unsigned").then_some(Owed::Agreements),
            certified: true,
            reach: None,
            session: SessionId(Uuid::nil()),
            request: request.clone(),
        });
        Box::pin(async move { Ok(actor) })
    }
}

fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(window)))
        .routes(guarded(THINGS, routes!(make)))
        .routes(public(routes!(many)))
        .routes(guarded(THINGS, routes!(echo)))
        .routes(guarded(DESK, routes!(desk)))
        .routes(public(routes!(broken)))
        .routes(public(routes!(panics)))
}

pub async fn app() -> TestApp {
    TestApp::start(Parts {
        routes: routes().into(),
        followers: Followers::default(),
        authenticate: Arc::new(Tokens),
        prepare: Box::new(|db| {
            Box::pin(async { db.migrate(jinqiao_db::migrations()).await.expect("the crate's own tables") })
        }),
    })
    .await
}

/// Sends a request with just these headers.
pub async fn ask(app: &TestApp, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Reply {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    app.visitor().raw(request.body(body.into()).expect("a request")).await
}

/// Headers with which pages send JSON in the session of `token`.
pub fn page(token: &str) -> Vec<(&'static str, String)> {
    vec![
        ("x-requested-with", "jinqiao".into()),
        ("content-type", "application/json".into()),
        ("cookie", format!("jinqiao={token}")),
    ]
}

/// Posts `body` to `/api/things` as pages of `token` do.
pub async fn post(app: &TestApp, token: &str, body: impl Into<Body>) -> Reply {
    let headers = page(token);
    let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    ask(app, "POST", "/api/things", &headers, body).await
}

pub const GOOD: &str = r#"{"name":"一件","amount":1}"#;

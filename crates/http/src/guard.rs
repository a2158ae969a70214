//! Routes exist only with a permission, or openly marked public; both are written into the OpenAPI document.

use crate::{AppState, context::Context, problem::Problem};
use axum::{
    extract::Request,
    http::Method,
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use jinqiao_kernel::{Checks, Error, Kind, Permission};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use utoipa::openapi::{
    RefOr,
    extensions::ExtensionsBuilder,
    path::{Operation, ParameterIn, PathItem, Paths},
};
use utoipa_axum::router::UtoipaMethodRouter;

/// `x-permission` of routes that need no session.
pub const PUBLIC: &str = "public";

/// Routes for accounts that have `permission`.
pub fn guarded(permission: Permission, routes: UtoipaMethodRouter<AppState>) -> UtoipaMethodRouter<AppState> {
    let (schemas, paths, router) = asked(routes);
    let check = from_fn(move |request: Request, next: Next| check(permission, request, next));
    (schemas, marked(paths, permission.name), router.route_layer(check))
}

/// Routes for everybody.
pub fn public(routes: UtoipaMethodRouter<AppState>) -> UtoipaMethodRouter<AppState> {
    let (schemas, paths, router) = asked(routes);
    (schemas, marked(paths, PUBLIC), router)
}

/// Routes that refuse query names which their document does not have: a filter that is not known filters nothing, and
/// whoever mistyped it takes the whole list for the answer.
fn asked((schemas, paths, router): UtoipaMethodRouter<AppState>) -> UtoipaMethodRouter<AppState> {
    let mut known: HashMap<Method, HashSet<String>> = HashMap::new();
    for item in paths.paths.values() {
        for (method, operation) in operations(item) {
            let queries = operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
                RefOr::T(one) if one.parameter_in == ParameterIn::Query => Some(one.name.clone()),
                _ => None,
            });
            known.entry(method).or_default().extend(queries);
        }
    }
    let known = Arc::new(known);
    let check = from_fn(move |request: Request, next: Next| check_query(known.clone(), request, next));
    (schemas, paths, router.route_layer(check))
}

fn operations(item: &PathItem) -> impl Iterator<Item = (Method, &Operation)> {
    let all = [
        (Method::GET, &item.get),
        (Method::PUT, &item.put),
        (Method::POST, &item.post),
        (Method::DELETE, &item.delete),
        (Method::PATCH, &item.patch),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
}

async fn check_query(known: Arc<HashMap<Method, HashSet<String>>>, request: Request, next: Next) -> Response {
    let method = if request.method() == Method::HEAD { &Method::GET } else { request.method() };
    let known = known.get(method);
    let names = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()).map(|(name, _)| name);
    let mut checks = Checks::new();
    for name in names.filter(|name| !known.is_some_and(|known| known.contains(name.as_ref()))) {
        checks.that(&name.replace('\0', ""), false, "没有这个查询参数");
    }
    match checks.done() {
        Ok(()) => next.run(request).await,
        Err(error) => Problem::from(error).into_response(),
    }
}

/// What an account is told that has to accept an agreement first.
pub fn agreements_owed() -> Error {
    Error::new(Kind::Forbidden, "agreements.outdated", "协议有新版本或尚未签署，请先阅读并同意，再继续使用")
}

async fn check(permission: Permission, request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Context>().and_then(|context| context.actor.as_ref());
    match actor {
        None => Problem::from(Error::unauthenticated()).into_response(),
        Some(actor) if actor.standing().must_agree(permission) => Problem::from(agreements_owed()).into_response(),
        Some(actor) if !actor.may(permission) => {
            Problem::from(Error::forbidden("您没有使用此功能的权限")).into_response()
        }
        Some(actor) if !request.method().is_safe() && !actor.may_write(permission) => {
            Problem::from(Error::new(Kind::Forbidden, "access.read_only", "您的账号为只读账号，可以查看，不能办理业务"))
                .into_response()
        }
        Some(_) => next.run(request).await,
    }
}

fn marked(mut paths: Paths, permission: &str) -> Paths {
    for item in paths.paths.values_mut() {
        for operation in [&mut item.get, &mut item.put, &mut item.post, &mut item.delete].into_iter().flatten() {
            mark(operation, permission);
        }
    }
    paths
}

fn mark(operation: &mut Operation, permission: &str) {
    let mark = ExtensionsBuilder::new().add("x-permission", permission).build();
    operation.extensions.get_or_insert_default().merge(mark);
}

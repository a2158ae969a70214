//! Routes exist only with a permission, or openly marked public; both are written into the OpenAPI document.

use crate::{AppState, context::Context, problem::Problem};
use axum::{
    extract::Request,
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use jinqiao_kernel::{Error, Kind, Permission};
use utoipa::openapi::{extensions::ExtensionsBuilder, path::Operation, path::Paths};
use utoipa_axum::router::UtoipaMethodRouter;

/// `x-permission` of routes that need no session.
pub const PUBLIC: &str = "public";

/// Routes for accounts that have `permission`.
pub fn guarded(permission: Permission, routes: UtoipaMethodRouter<AppState>) -> UtoipaMethodRouter<AppState> {
    let (schemas, paths, router) = routes;
    let check = from_fn(move |request: Request, next: Next| check(permission, request, next));
    (schemas, marked(paths, permission.name), router.route_layer(check))
}

/// Routes for everybody.
pub fn public((schemas, paths, router): UtoipaMethodRouter<AppState>) -> UtoipaMethodRouter<AppState> {
    (schemas, marked(paths, PUBLIC), router)
}

async fn check(permission: Permission, request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Context>().and_then(|context| context.actor.as_ref());
    match actor {
        None => Problem::from(Error::unauthenticated()).into_response(),
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

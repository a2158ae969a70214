//! Which role reaches which route: the reviewed table, and a walk that proves it.

use crate::stage::{new_staff, staff};
use axum::http::Method;
use jinqiao_concepts::CHAPTERS;
use jinqiao_kernel::{Access, Owed, Permission, Role, Standing};
use jinqiao_testkit::Client;
use serde_json::json;
use std::collections::BTreeSet;

/// Method, path and permission of every route of the document.
fn routes() -> Vec<(Method, String, String)> {
    let document = serde_json::to_value(CHAPTERS.openapi()).expect("a document");
    let mut routes = vec![];
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let method: Method = method.to_uppercase().parse().expect("a method");
            let permission = operation["x-permission"].as_str().expect("every route is guarded or public");
            routes.push((method, path.clone(), permission.to_owned()));
        }
    }
    routes.sort_by(|a, b| (&a.1, a.0.as_str()).cmp(&(&b.1, b.0.as_str())));
    routes
}

/// The primary account of each role, and the two sorts of sub-accounts of a bank.
fn standings() -> Vec<(String, Standing)> {
    let sub = Standing { primary: false, ..Standing::primary(Role::Institution) };
    let subs = [("Bank sub", sub), ("Bank reader", Standing { access: Access::Read, ..sub })];
    let primaries = Role::ALL.map(|role| (format!("{role:?}"), Standing::primary(role)));
    primaries.into_iter().chain(subs.map(|(name, standing)| (name.to_owned(), standing))).collect()
}

/// A permission of the document, which its concept must have registered.
fn registered(name: &str) -> Permission {
    CHAPTERS.permissions().find(|permission| permission.name == name).unwrap_or_else(|| panic!("{name} is registered"))
}

fn may(standing: Standing, method: &Method, permission: &str) -> bool {
    if permission == jinqiao_http::PUBLIC {
        return true;
    }
    let permission = registered(permission);
    if method.is_safe() { standing.may(permission) } else { standing.may_write(permission) }
}

fn may_but_for_agreements(standing: Standing, permission: &str) -> bool {
    let settled = Standing { owes: None, ..standing };
    standing.owes.is_some() && settled.may(registered(permission))
}

fn granted(standing: Standing) -> BTreeSet<&'static str> {
    CHAPTERS.permissions().filter(|permission| standing.may(*permission)).map(|permission| permission.name).collect()
}

fn granted_to_write(standing: Standing) -> BTreeSet<&'static str> {
    let writes = |permission: &Permission| standing.may_write(*permission);
    CHAPTERS.permissions().filter(writes).map(|permission| permission.name).collect()
}

#[test]
fn every_permission_is_registered_once_and_guards_a_route() {
    let names: Vec<_> = CHAPTERS.permissions().map(|permission| permission.name).collect();
    let guarded: BTreeSet<_> = routes().into_iter().map(|(.., permission)| permission).collect();
    let unused: Vec<_> = names.iter().filter(|name| !guarded.contains(**name)).collect();
    assert!(unused.is_empty(), "{unused:?} guard nothing");
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
}

#[test]
fn nobody_decides_on_what_they_submit() {
    for role in Role::ALL {
        let granted = granted_to_write(Standing::primary(role));
        let submits = ["demands.own", "products.own"].iter().any(|own| granted.contains(own));
        assert!(!(submits && granted.contains("reviews.handle")), "{role:?}");
    }
}

#[test]
fn before_approval_only_the_registration_is_open() {
    let own = BTreeSet::from(["account.own", "registration.own"]);
    for role in Role::ALL {
        assert_eq!(granted_to_write(Standing { registered: false, ..Standing::primary(role) }), own);
    }
}

#[test]
fn sub_accounts_get_no_more_than_the_primary_account() {
    for role in Role::ALL {
        let primary = Standing::primary(role);
        let sub = Standing { primary: false, ..primary };
        let reader = Standing { access: Access::Read, ..sub };
        assert!(!granted(sub).contains("accounts.team"), "{role:?}");
        assert!(granted(sub).is_subset(&granted(primary)), "{role:?}");
        assert_eq!(granted(reader), granted(sub), "{role:?}: a reader sees what a handler sees");
        assert_eq!(granted_to_write(reader), BTreeSet::from(["account.own", "messages.read"]), "{role:?}");
    }
}

#[test]
fn whoever_owes_something_gets_no_further_than_the_door() {
    for (role, owes) in Role::ALL.into_iter().flat_map(|role| [(role, Owed::Password), (role, Owed::Agreements)]) {
        let due = Standing { owes: Some(owes), ..Standing::primary(role) };
        assert_eq!(granted(due), BTreeSet::from(["account.own"]));
        assert_eq!(granted_to_write(due), BTreeSet::from(["account.own"]));
    }
}

#[test]
fn the_table_of_roles_and_routes() {
    let mut table = format!("{:<62}", "");
    for (name, _) in standings() {
        table += &format!("{name:<12}");
    }
    for (method, path, permission) in routes() {
        table += &format!("\n{:<62}", format!("{method} {path}"));
        for (_, standing) in standings() {
            let may = may(standing, &method, &permission);
            table += &format!("{:<12}", if may { "yes" } else { "-" });
        }
    }
    let table: String = table.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    insta::assert_snapshot!("roles_and_routes", table);
}

#[tokio::test]
async fn nobody_gets_where_the_table_says_no() {
    let stage = crate::stage::start().await;
    let (government, _) = staff(&stage.app, Role::Government, "government", 90_002).await;
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "supervisor", 90_003).await;
    let (agency, _) = staff(&stage.app, Role::Agency, "agency-user", 90_004).await;
    let firm = stage.enterprise(1).await.client;
    let bank = stage.institution(2).await;
    let sub = stage.colleague(&bank, "bank-sub", json!({})).await.client;
    let reader = stage.colleague(&bank, "bank-reader", json!({"access": "read"})).await.client;
    let clerk = stage.newcomer(&bank, "bank-clerk", json!({})).await.client;
    let (desk, _) = new_staff(&stage.app, Role::Operator, "operator-two", 90_005).await;
    let bank = bank.client;
    let unsigned = |standing: Standing| Standing { owes: Some(Owed::Agreements), ..standing };
    let applicant = stage.applicant("enterprise", 3).await.client;
    let primary = |role| Some(Standing::primary(role));
    let subs = primary(Role::Institution).map(|bank| Standing { primary: false, ..bank });
    let actors: [(Option<Standing>, &Client); 12] = [
        (None, &stage.app.visitor()),
        (primary(Role::Enterprise), &firm),
        (primary(Role::Enterprise).map(|firm| Standing { registered: false, ..firm }), &applicant),
        (primary(Role::Institution), &bank),
        (subs, &sub),
        (subs.map(|sub| Standing { access: Access::Read, ..sub }), &reader),
        (primary(Role::Government), &government),
        (primary(Role::Supervisor), &supervisor),
        (primary(Role::Agency), &agency),
        (primary(Role::Operator), &stage.operator),
        (subs.map(unsigned), &clerk),
        (primary(Role::Operator).map(unsigned), &desk),
    ];
    for (method, path, permission) in routes() {
        // Leaving would end the walk.
        if path == "/api/session" && method == Method::DELETE {
            continue;
        }
        let concrete = path
            .replace("{id}", if path.contains("/jobs/") { "1" } else { "01a20aaa-0000-7000-8000-000000000000" })
            .replace("{file}", "01a20aaa-0000-7000-8000-000000000001")
            .replace("{receipt}", "01a20aaa-0000-7000-8000-000000000002")
            .replace("{register}", "tax")
            .replace("{kind}", "enterprise")
            .replace("{standard}", "sizes")
            .replace("{key}", "live_orders")
            .replace("{year}", "2027")
            .replace("{number}", "1");
        for (standing, client) in &actors {
            // From this machine, where nobody who asks for everything is asked to wait.
            let client = (*client).clone().at("127.0.0.1");
            let body = (method != Method::GET && method != Method::DELETE).then(|| json!({}));
            let reply = client.send(method.clone(), &concrete, body.as_ref(), &[]).await;
            let status = reply.status.as_u16();
            let may = standing.is_some_and(|standing| may(standing, &method, &permission));
            let want = match (permission.as_str(), standing) {
                (jinqiao_http::PUBLIC, _) => "reached",
                (_, None) => "401",
                _ if may => "reached",
                _ => "403",
            };
            // A route that lets in may still refuse the empty body, the unknown id, or an uncertified institution.
            let got = match status {
                401 => "401",
                403 if want == "403" => "403",
                500.. => "5xx",
                _ => "reached",
            };
            assert_eq!(got, want, "{standing:?} {method} {path}: {status}");
            // Who could do it but for the agreements is told so, and nobody else is.
            let but_for = |standing: Standing| want == "403" && may_but_for_agreements(standing, &permission);
            let told = reply.body["code"] == "agreements.outdated";
            // The stream lets those in who may be asked to change their password, and looks at what they owe by itself.
            let stream = path == "/api/live" && standing.is_some_and(|who| who.owes == Some(Owed::Agreements));
            assert_eq!(told, stream || standing.is_some_and(but_for), "{standing:?} {method} {path}: {}", reply.body);
        }
    }
    stage.finish().await;
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let stage = crate::stage::start().await;
    let visitor = stage.app.visitor();
    for path in
        ["/", "/enterprise/demands", "/nothing.js", "/api/nothing", "/api/session", "/api/registration", "/healthz"]
    {
        let reply = visitor.get(path).await;
        for header in ["content-security-policy", "x-content-type-options", "referrer-policy", "x-request-id"] {
            assert!(reply.headers.contains_key(header), "{path} {header}");
        }
        if path.starts_with("/api") {
            assert_eq!(reply.headers["cache-control"], "no-store", "{path}");
        }
    }
    assert_eq!(visitor.get("/nothing.js").await.status, 404);
    assert_eq!(visitor.get("/readyz").await.status, 200);
    assert_eq!(visitor.send(Method::DELETE, "/api/market/overview", None, &[]).await.refused(405), "request.method");
    stage.finish().await;
}

//! The enterprise decides who sees what until when: narrowing and revoking work at once, opening more or longer is signed again, and
//! every look is noted.

use crate::stage::{Id, Member, Stage, decision, demand, grab, profile, step};
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ALL: [&str; 5] = ["identity", "contact", "business", "finance", "attachments"];

fn names(list: &Value) -> BTreeSet<String> {
    list.as_array().expect("names").iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// Fields of an answer that hold something.
fn given(object: &Value) -> BTreeSet<String> {
    let filled = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    object
        .as_object()
        .expect("fields")
        .iter()
        .filter(|(_, value)| filled(value))
        .map(|(name, _)| name.clone())
        .collect()
}

/// An order that the enterprise has confirmed with `scopes`, on a demand with an attachment. Returns order and file.
async fn confirmed(stage: &Stage, firm: &Member, bank: &Member, scopes: &[&str]) -> (String, String) {
    let file = crate::stage::uploaded(firm, "a.pdf").await;
    let mut wanted = demand(100);
    (wanted["attachments"], wanted["collateral"]) = (json!([file]), json!("自有厂房一处"));
    let demand = stage.published_as(firm, wanted).await;
    let order = grab(bank, &demand, 100).await.expect(201).id();
    step(firm, &order, "confirm", json!({"scopes": scopes, "authorization_version": 1})).await.expect(200);
    (order, file)
}

async fn shown(bank: &Member, order: &str) -> Value {
    bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body
}

/// The consent of an order that was signed last.
async fn consent(firm: &Member, order: &str) -> Value {
    let all = firm.client.get("/api/enterprise/consents?size=100").await.expect(200).body;
    let rows = all["items"].as_array().expect("rows").clone();
    let of_order = rows.into_iter().find(|row| row["order_id"] == *order && row["state"] != "replaced");
    of_order.expect("a consent of the order")
}

async fn change(firm: &Member, consent: &Value, action: &str, body: Value) -> jinqiao_testkit::Reply {
    if action == "renew" {
        firm.sign().await;
    }
    let id = consent["id"].as_str().expect("an id");
    firm.client.if_match(&consent["version"]).post(&format!("/api/enterprise/consents/{id}/{action}"), body).await
}

fn signed(scopes: &[&str], days: i64) -> Value {
    json!({"scopes": scopes, "days": days, "authorization_version": 1})
}

async fn told(who: &Member, title: &str) -> usize {
    let mail = who.client.get("/api/messages?size=100&topic=order").await.expect(200).body;
    mail["items"].as_array().expect("items").iter().filter(|letter| letter["title"] == title).count()
}

#[tokio::test]
async fn what_the_tiers_are_said_to_show_is_what_they_show() {
    let stage = crate::stage::start().await;
    stage.set("anonymity_k", 1).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let mut whole = profile();
    for (field, value) in [
        ("former_names", json!(["曾用名机械厂"])),
        ("reg_authority", json!("高新区市场监管局")),
        ("industry_class", json!("3599")),
        ("insured_count", json!(80)),
        ("ip", json!({"inventions": 3})),
        ("tags", json!(["独家工艺"])),
        ("listing_intent", json!("star")),
        ("listing_stage", json!("intended")),
        ("guarantees_given", json!(5)),
        ("overdue", json!(false)),
        ("existing_loans", json!([{"bank": "某银行", "amount": 900_000}])),
        ("risks", json!([{"kind": "penalty", "note": "已整改"}])),
        ("finance", json!([{"year": 2025, "revenue": 4_000_000_000_i64}])),
    ] {
        whole[field] = value;
    }
    firm.client.if_match(1).put("/api/enterprise/profile", whole).await.expect(200);
    let tiers = firm.client.get("/api/enterprise/data-tiers").await.expect(200).body;

    // Tier 2: each scope opens exactly its fields, beyond those of every consent.
    let (base, _) = confirmed(&stage, &firm, &bank, &["identity", "contact"]).await;
    let always = given(&shown(&bank, &base).await["enterprise"]);
    let of_scope = |scope: &str| {
        let rows = tiers["consented"].as_array().expect("scopes");
        names(&rows.iter().find(|row| row["scope"] == scope).expect("the scope")["fields"])
    };
    assert_eq!(always, &of_scope("identity") | &of_scope("contact"));
    for scope in ["business", "finance", "attachments"] {
        let (order, _) = confirmed(&stage, &firm, &bank, &["identity", "contact", scope]).await;
        let opened = &given(&shown(&bank, &order).await["enterprise"]) - &always;
        // Highlights and team belong to equity.
        let said: BTreeSet<_> =
            of_scope(scope).into_iter().filter(|field| !["highlights", "team"].contains(&field.as_str())).collect();
        assert_eq!(opened, said, "{scope}");
    }

    // Tier 1 and tier 0: what an answer has beside its numbers and states.
    let technical =
        ["id", "no", "state", "live_orders", "places_left", "published_at", "mine"].map(str::to_owned).into();
    let market = bank.client.get("/api/market/demands").await.expect(200).body;
    let masked: BTreeSet<_> = market["items"][0].as_object().expect("fields").keys().cloned().collect();
    assert_eq!(&masked - &technical, names(&tiers["masked"]));
    let overview = stage.app.visitor().get("/api/market/overview").await.expect(200).body;
    let open: BTreeSet<_> = overview["groups"][0].as_object().expect("fields").keys().cloned().collect();
    let said =
        names(&tiers["open"]).into_iter().map(|name| if name == "industry_section" { "section".into() } else { name });
    assert_eq!(open, said.collect());
    stage.finish().await;
}

#[tokio::test]
async fn closing_works_at_once_and_every_look_is_noted() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (order, file) = confirmed(&stage, &firm, &bank, &ALL).await;
    step(&bank, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    step(&bank, &order, "request-materials", json!({"items": [{"name": "审计报告", "note": null}]})).await.expect(200);
    let report = crate::stage::uploaded(&firm, "b.pdf").await;
    step(&firm, &order, "provide-materials", json!({"attachments": [report], "note": null})).await.expect(200);
    let page = format!("/api/institution/orders/{order}");
    let attachment = format!("{page}/attachments/{file}");
    let material = format!("{page}/materials/{report}");
    let why = json!({"reason": "约定尽调时间"});
    bank.client.get(&attachment).await.expect(200);
    bank.client.get(&material).await.expect(200);
    bank.client.post(&format!("{page}/reveal-mobile"), why.clone()).await.expect(200);

    // Narrowed: files and figures close, the rest stays; nothing is added without a signature.
    let held = consent(&firm, &order).await;
    let wider = change(&firm, &held, "narrow", json!({"scopes": ALL})).await.expect(422);
    assert_eq!(wider.fields(), ["scopes"]);
    change(&firm, &held, "narrow", json!({"scopes": ["identity", "contact", "business"]})).await.expect(200);
    let stale = change(&firm, &held, "narrow", json!({"scopes": ["identity", "contact"]})).await;
    assert_eq!(stale.refused(409), "conflict.stale");
    let now = shown(&bank, &order).await["enterprise"].clone();
    assert_eq!((&now["revenue"], &now["attachments"], &now["staff"]), (&Value::Null, &json!([]), &json!(86)));
    assert_eq!(bank.client.get(&attachment).await.refused(404), "not_found");
    bank.client.get(&material).await.expect(200);

    // Revoked: everything closes.
    let held = consent(&firm, &order).await;
    change(&firm, &held, "revoke", json!({"reason": "暂不合作"})).await.expect(200);
    let closed = shown(&bank, &order).await;
    assert_eq!((&closed["enterprise"], &closed["materials"]), (&Value::Null, &json!([])));
    assert!(!closed.to_string().contains(&firm.name));
    assert_eq!(bank.client.get(&attachment).await.refused(404), "not_found");
    assert_eq!(bank.client.get(&material).await.refused(404), "not_found");
    assert_eq!(bank.client.post(&format!("{page}/reveal-mobile"), why).await.refused(409), "consents.closed");

    // The log has each look once, by part, with who and why; nobody else reads it.
    let log = async |query: &str| {
        let log = firm.client.get(&format!("/api/enterprise/consent-accesses?size=100&{query}")).await.expect(200).body;
        log["items"].as_array().expect("rows").clone()
    };
    let parts: Vec<_> = log(&format!("order={order}")).await.iter().map(|row| row["part"].clone()).collect();
    let of = |part: &str| parts.iter().filter(|one| **one == part).count();
    assert_eq!((of("attachment"), of("material"), of("mobile")), (1, 2, 1));
    assert!(of("profile") >= 3, "{parts:?}");
    let mobile = log("part=mobile").await;
    assert_eq!((&mobile[0]["reason"], &mobile[0]["account_name"]), (&json!("约定尽调时间"), &json!("联系人2")));
    assert_eq!(log("until=2026-11-01T00:00:00Z").await.len(), 0);
    assert_eq!(log(&format!("institution={}", bank.org)).await.len(), parts.len());
    let other = stage.enterprise(3).await;
    let theirs = other.client.get(&format!("/api/enterprise/consent-accesses?order={order}")).await.expect(200).body;
    assert_eq!(theirs["total"], 0);
    let id = held["id"].as_str().expect("an id");
    assert_eq!(other.client.get(&format!("/api/enterprise/consents/{id}")).await.refused(404), "not_found");
    stage.app.settle().await;
    assert_eq!((told(&bank, "企业缩小了授权范围").await, told(&bank, "企业撤回授权").await), (1, 1));
    let mail = bank.client.get("/api/messages?size=100").await.expect(200);
    assert!(!String::from_utf8_lossy(&mail.bytes).contains("暂不合作"), "the reason is the enterprise's own");
    stage.finish().await;
}

#[tokio::test]
async fn a_consent_ends_by_itself_and_is_signed_again_while_the_order_runs() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (order, _) = confirmed(&stage, &firm, &bank, &["identity", "contact"]).await;
    // Signing is the one stage that no limit ends.
    step(&bank, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    step(&bank, &order, "start-review", json!({})).await.expect(200);
    step(&bank, &order, "approve", decision(100)).await.expect(200);
    step(&firm, &order, "accept", json!({"complete": false, "annual_cost": 3_800})).await.expect(200);
    let first = consent(&firm, &order).await;
    assert_eq!(first["expires_at"], "2027-02-21T02:00:00Z");
    // Seven days before the end the enterprise is reminded, once.
    stage.app.clock.advance(TimeDelta::days(83));
    stage.app.settle().await;
    let (firm, bank) = (stage.again(&firm, 1).await, stage.again(&bank, 2).await);
    assert_eq!((told(&firm, "资料授权即将到期").await, told(&firm, "资料授权已到期").await), (1, 0));
    stage.app.clock.advance(TimeDelta::days(7));
    stage.app.settle().await;
    let (firm, bank) = (stage.again(&firm, 1).await, stage.again(&bank, 2).await);
    assert_eq!((told(&firm, "资料授权已到期").await, told(&bank, "企业的授权已到期").await), (1, 1));
    assert_eq!(shown(&bank, &order).await["enterprise"], Value::Null);
    let ended = firm.client.get("/api/enterprise/consents?holding=false").await.expect(200).body;
    assert_eq!((&ended["total"], &ended["items"][0]["state"]), (&json!(1), &json!("expired")));

    // Granted again, with more: a new signature, and the old one is history.
    let old = consent(&firm, &order).await;
    let narrowed = change(&firm, &old, "narrow", json!({"scopes": ["identity", "contact"]})).await;
    assert_eq!(narrowed.refused(409), "consents.ended");
    let outdated = json!({"scopes": ALL, "days": 30, "authorization_version": 9});
    assert_eq!(change(&firm, &old, "renew", outdated).await.refused(409), "agreements.outdated");
    assert_eq!(change(&firm, &old, "renew", signed(&ALL, 3)).await.expect(422).fields(), ["days"]);
    let new = change(&firm, &old, "renew", signed(&["identity", "contact", "finance"], 30)).await.expect(200).body;
    assert_eq!((&new["state"], new["history"].as_array().map(Vec::len)), (&json!("active"), Some(2)));
    assert_eq!(shown(&bank, &order).await["enterprise"]["revenue"], 4_000_000_000_i64);
    let again = change(&firm, &old, "renew", signed(&ALL, 30)).await;
    assert_eq!(again.refused(409), "consents.replaced");

    // Wider and longer, by another signature.
    let held = consent(&firm, &order).await;
    change(&firm, &held, "renew", signed(&ALL, 200)).await.expect(200);
    stage.app.settle().await;
    assert_eq!(told(&bank, "企业更新了授权").await, 2);
    let holding = firm.client.get("/api/enterprise/consents?holding=true").await.expect(200).body;
    assert_eq!(holding["total"], 1);

    // The order ends without payment, and the reading with it; nothing is signed any more.
    step(&firm, &order, "withdraw", json!({"reason": "计划有变"})).await.expect(200);
    let last = consent(&firm, &order).await;
    assert_eq!((&last["expires_at"], &last["may_renew"]), (&json!("2027-02-21T02:00:00Z"), &json!(false)));
    let late = change(&firm, &last, "renew", signed(&ALL, 200)).await;
    assert_eq!(late.refused(409), "consents.order_ended");
    stage.app.settle().await;
    assert_eq!(shown(&bank, &order).await["enterprise"], Value::Null);
    // Only of the end that came by itself.
    assert_eq!((told(&firm, "资料授权已到期").await, told(&firm, "资料授权即将到期").await), (1, 1));
    let by_bank = format!("/api/enterprise/consents?institution={}&order_no=dj-", bank.org);
    assert_eq!(firm.client.get(&by_bank).await.expect(200).body["total"], 3);
    let grantees = firm.client.get("/api/enterprise/consent-institutions").await.expect(200).body;
    assert_eq!(grantees, json!([{"id": bank.org, "name": bank.name}]));
    stage.finish().await;
}

#[tokio::test]
async fn a_consent_is_signed_with_the_password_typed_again() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let demand = stage.published(&firm, 100).await;
    let order =
        crate::stage::grab(&bank, &demand, 100).await.expect(201).body["id"].as_str().expect("an id").to_owned();
    let confirm = async || {
        let body = json!({"scopes": ALL, "authorization_version": 1});
        firm.client.if_match(1).post(&format!("/api/enterprise/orders/{order}/confirm"), body).await
    };
    assert_eq!(confirm().await.refused(409), "accounts.signature_needed");
    let typed = async |password: &str| firm.client.post("/api/account/signature", json!({"password": password})).await;
    assert_eq!(typed("not the password").await.expect(422).fields(), ["password"]);
    assert_eq!(confirm().await.refused(409), "accounts.signature_needed");
    typed(crate::stage::PASSWORD).await.expect(204);
    stage.app.clock.advance(chrono::TimeDelta::minutes(6));
    assert_eq!(confirm().await.refused(409), "accounts.signature_needed");
    typed(crate::stage::PASSWORD).await.expect(204);
    confirm().await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn a_list_names_whom_a_consent_names_and_that_is_noted_once() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let offered = stage.published(&firm, 100).await;
    grab(&bank, &offered, 100).await.expect(201);
    let (order, _) = confirmed(&stage, &firm, &bank, &ALL[..2]).await;
    let listed = |query: String| {
        let client = &bank.client;
        async move {
            let list = client.get(&format!("/api/institution/orders?{query}")).await.expect(200).body;
            let rows = list["items"].as_array().expect("rows").clone();
            rows.iter().map(|row| (row["id"].clone(), row["borrower"].clone())).collect::<Vec<_>>()
        }
    };
    let named = |rows: &[(Value, Value)]| rows.iter().filter(|(_, name)| *name == *firm.name).count();
    for _ in 0..2 {
        let rows = listed(String::new()).await;
        assert_eq!((rows.len(), named(&rows)), (2, 1), "an offer names nobody: {rows:?}");
    }
    let looks = firm.client.get("/api/enterprise/consent-accesses?part=name").await.expect(200).body;
    assert_eq!(looks["total"], 1, "{looks}");
    // Words find by the name only where it is known, and by the number.
    let words = firm.name.chars().skip(2).take(4).collect::<String>();
    assert_eq!(listed(format!("q={words}")).await, [(json!(order), json!(firm.name))]);
    let no = shown(&bank, &order).await["no"].as_str().expect("a number").to_lowercase();
    assert_eq!(listed(format!("q={no}")).await.len(), 1);
    let orders = firm.client.get(&format!("/api/enterprise/orders?q={}", bank.name)).await.expect(200).body;
    assert_eq!(orders["total"], 2);
    // What was noted yesterday is noted again.
    stage.app.clock.advance(TimeDelta::hours(25));
    let (firm, bank) = (stage.again(&firm, 1).await, stage.again(&bank, 2).await);
    bank.client.get("/api/institution/orders").await.expect(200);
    let looks = firm.client.get("/api/enterprise/consent-accesses?part=name").await.expect(200).body;
    assert_eq!(looks["total"], 2);
    // Taken back, the name is gone at once, from what is found too.
    let held = consent(&firm, &order).await;
    change(&firm, &held, "revoke", json!({"reason": "不再需要"})).await.expect(200);
    let list = bank.client.get(&format!("/api/institution/orders?q={words}")).await.expect(200).body;
    assert_eq!(list["total"], 0);
    let list = bank.client.get("/api/institution/orders").await.expect(200).body;
    assert!(!list.to_string().contains(&firm.name), "{list}");
    stage.finish().await;
}

//! Codes to phones and mailboxes: a registration proves its phone, and a forgotten password is chosen anew.

use crate::stage::{Member, PASSWORD, Stage, account, papered, register, staff, suspend_or_resume};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};
use std::time::Duration;

const NEW: &str = "quite another battery";
const MOBILE: &str = "13800000001";

async fn ask(client: &Client, mobile: &str) -> Reply {
    client.post("/api/registrations/mobile-code", json!({"mobile": mobile})).await
}

/// A registration of number `number` with a code for its phone.
async fn with_code(stage: &Stage, client: &Client, number: u32, count: usize) -> Value {
    let mut input = papered(client, Stage::registration("enterprise", number)).await;
    let mobile = input["mobile"].as_str().expect("a mobile").to_owned();
    input["mobile_ticket"] = ask(client, &mobile).await.expect(202).body["ticket"].clone();
    input["mobile_code"] = json!(stage.app.courier.code(&mobile, count).await);
    input
}

/// An approved enterprise whose phone is proved.
async fn proved(stage: &Stage, number: u32) -> Member {
    stage.app.courier.deliver();
    let client = stage.app.visitor().at(&format!("10.9.{number}.1"));
    let input = with_code(stage, &client, number, 1).await;
    let reply = client.post("/api/registrations", input.clone()).await.expect(201);
    let mut client = client;
    client.login(json!({"login": input["login"], "password": PASSWORD})).await.expect(200);
    let (org, name) =
        (reply.body["id"].as_str().expect("an id").into(), input["name"].as_str().expect("a name").into());
    let member = Member { client, org, name };
    stage.decide(&member, 1, "approve", json!({})).await.expect(200);
    member
}

#[tokio::test]
async fn a_registration_proves_its_phone_where_messages_arrive() {
    let stage = crate::stage::start().await;
    assert_eq!(stage.app.visitor().get("/api/session").await.expect(200).body["sms"], false);
    stage.app.courier.deliver();
    assert_eq!(stage.app.visitor().get("/api/session").await.expect(200).body["sms"], true);
    let visitor = stage.app.visitor();
    let without = register(&visitor, Stage::registration("enterprise", 1)).await.expect(422);
    assert_eq!(without.fields(), ["mobile_code"]);
    let input = with_code(&stage, &visitor, 1, 1).await;
    let mut wrong = input.clone();
    wrong["mobile_code"] = json!(if input["mobile_code"] == "000000" { "000001" } else { "000000" });
    assert_eq!(visitor.post("/api/registrations", wrong).await.expect(422).fields(), ["mobile_code"]);
    // The code of one number proves no other.
    let mut other = input.clone();
    (other["mobile"], other["login"]) = (json!("13800000009"), json!("user-9"));
    assert_eq!(visitor.post("/api/registrations", other).await.expect(422).fields(), ["mobile_code"]);
    // What fails for another reason does not use the code up.
    let mut old = input.clone();
    old["agreement_version"] = json!(0);
    assert_eq!(visitor.post("/api/registrations", old).await.refused(409), "agreements.outdated");
    let made = visitor.post_once("/api/registrations", input.clone(), "one-intent").await.expect(201).body;
    let again = visitor.post_once("/api/registrations", input.clone(), "one-intent").await.expect(201).body;
    assert_eq!(made, again, "an answer that got lost is given again");
    let path = format!("/api/operator/organizations/{}", made["id"].as_str().expect("an id"));
    assert_eq!(stage.operator.get(&path).await.expect(200).body["organization"]["mobile_verified"], true);
    let id = account(&stage.operator, "user-1").await;
    let seen = stage.operator.get(&format!("/api/operator/accounts/{id}")).await.expect(200).body;
    assert_eq!((&seen["mobile_masked"], &seen["mobile_verified"]), (&json!("138****0001"), &json!(true)));
    // Once.
    let mut replayed = papered(&visitor, Stage::registration("enterprise", 2)).await;
    for field in ["mobile", "mobile_ticket", "mobile_code"] {
        replayed[field] = input[field].clone();
    }
    assert_eq!(visitor.post("/api/registrations", replayed).await.expect(422).fields(), ["mobile_code"]);
    stage.finish().await;
}

#[tokio::test]
async fn a_code_that_only_the_log_has_seen_proves_nothing() {
    let stage = crate::stage::start().await;
    let visitor = stage.app.visitor();
    let input = with_code(&stage, &visitor, 1, 1).await;
    let mut wrong = input.clone();
    wrong["mobile_code"] = json!("12345");
    assert_eq!(visitor.post("/api/registrations", wrong).await.expect(422).fields(), ["mobile_code"]);
    let made = visitor.post("/api/registrations", input).await.expect(201).body;
    let path = format!("/api/operator/organizations/{}", made["id"].as_str().expect("an id"));
    assert_eq!(stage.operator.get(&path).await.expect(200).body["organization"]["mobile_verified"], false);
    stage.finish().await;
}

#[tokio::test]
async fn codes_end_after_ten_minutes_five_tries_and_with_the_next_one() {
    let stage = crate::stage::start().await;
    stage.app.courier.deliver();
    let visitor = stage.app.visitor();
    let first = with_code(&stage, &visitor, 1, 1).await;
    let second = with_code(&stage, &visitor, 1, 2).await;
    assert_eq!(visitor.post("/api/registrations", first).await.expect(422).fields(), ["mobile_code"], "a newer one");
    let mut wrong = second.clone();
    wrong["mobile_code"] = json!("1");
    for _ in 0..5 {
        visitor.post("/api/registrations", wrong.clone()).await.expect(422);
    }
    assert_eq!(visitor.post("/api/registrations", second).await.expect(422).fields(), ["mobile_code"], "the sixth");
    let third = with_code(&stage, &visitor, 1, 3).await;
    stage.app.clock.advance(TimeDelta::minutes(10));
    assert_eq!(visitor.post("/api/registrations", third).await.expect(422).fields(), ["mobile_code"], "old");
    // Five an hour to one phone, from wherever; nothing of them can be read in the database.
    for _ in 0..2 {
        ask(&stage.app.visitor().at("192.0.2.7"), MOBILE).await.expect(202);
    }
    assert_eq!(ask(&stage.app.visitor().at("192.0.2.8"), "138 0000 0001").await.refused(429), "accounts.wait");
    stage.app.clock.advance(TimeDelta::hours(1));
    ask(&visitor, MOBILE).await.expect(202);
    // Twenty from one address.
    for number in 2..=20 {
        ask(&stage.app.visitor().at("192.0.2.9"), &format!("138{number:08}")).await.expect(202);
    }
    ask(&stage.app.visitor().at("192.0.2.9"), "13800000077").await.expect(202);
    assert_eq!(ask(&stage.app.visitor().at("192.0.2.9"), "13800000078").await.refused(429), "accounts.wait");
    stage.finish().await;
}

async fn forgotten(stage: &Stage, login: &str, contact: &str) -> Reply {
    let body = json!({"login": login, "channel": "sms", "contact": contact});
    stage.app.visitor().post("/api/forgotten-password", body).await
}

async fn choose(stage: &Stage, ticket: &Value, code: &str, password: &str) -> Reply {
    let body = json!({"ticket": ticket, "code": code, "login": "user-1", "password": password});
    stage.app.visitor().post("/api/forgotten-password/choose", body).await
}

#[tokio::test]
async fn a_forgotten_password_is_chosen_anew_by_a_code_to_the_proved_phone() {
    let stage = crate::stage::start().await;
    let firm = proved(&stage, 1).await;
    let ticket = forgotten(&stage, "User-1", "+86 138 0000 0001").await.expect(202).body["ticket"].clone();
    let code = stage.app.courier.code(MOBILE, 2).await;
    assert!(stage.app.courier.sent_to(MOBILE)[1].contains("重设密码"));
    assert_eq!(choose(&stage, &ticket, &code, "password").await.expect(422).fields()[0], "password");
    assert_eq!(choose(&stage, &ticket, "1", NEW).await.expect(422).fields(), ["code"]);
    choose(&stage, &ticket, &code, NEW).await.expect(204);
    assert_eq!(choose(&stage, &ticket, &code, "a third long password").await.expect(422).fields(), ["code"], "once");
    firm.client.get("/api/messages").await.expect(401);
    let mut back = stage.app.visitor();
    back.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(401);
    back.login(json!({"login": "user-1", "password": NEW})).await.expect(200);
    stage.app.settle().await;
    let letters = back.get("/api/messages").await.expect(200).body;
    assert_eq!(letters["items"][0]["title"], "密码已重设");
    stage.finish().await;
}

#[tokio::test]
async fn nobody_learns_by_forgetting_who_is_here_and_with_which_phone() {
    let stage = crate::stage::start().await;
    let firm = proved(&stage, 1).await;
    let colleague = stage.colleague(&firm, "colleague-1", json!({"mobile": "13700000000"})).await;
    staff(&stage.app, Role::Government, "clerk", 90_004).await;
    let keys = |reply: &Reply| reply.body.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>());
    let mut shapes = vec![];
    // An unknown name, another's phone, a sub-account, and staff: all get a ticket, and nobody gets a message.
    for (login, contact) in
        [("nobody-at-all", MOBILE), ("user-1", "13800000002"), ("colleague-1", "13700000000"), ("clerk", "13900000000")]
    {
        let reply = forgotten(&stage, login, contact).await.expect(202);
        shapes.push(keys(&reply));
        assert_eq!(
            choose(&stage, &reply.body["ticket"], "123456", NEW).await.expect(422).fields(),
            ["code"],
            "{login}"
        );
    }
    shapes.dedup();
    assert_eq!(shapes.len(), 1);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(stage.app.courier.sent_to(MOBILE).len(), 1, "the registration's");
    for contact in ["13800000002", "13700000000", "13900000000"] {
        assert!(stage.app.courier.sent_to(contact).is_empty(), "{contact}");
    }
    colleague.client.get("/api/messages").await.expect(200);
    // Neither while the organisation is suspended.
    suspend_or_resume(&stage, &firm, "suspend").await.expect(204);
    forgotten(&stage, "user-1", MOBILE).await.expect(202);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(stage.app.courier.sent_to(MOBILE).len(), 1);
    stage.finish().await;
}

#[tokio::test]
async fn whoever_is_registered_proves_phone_and_mailbox_and_a_change_takes_it_back() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let prove = |channel: &'static str| {
        let client = firm.client.clone();
        async move { client.post("/api/account/contact-codes", json!({"channel": channel})).await }
    };
    assert_eq!(prove("sms").await.refused(409), "accounts.no_courier");
    stage.app.courier.deliver();
    let colleague = stage.colleague(&firm, "colleague-1", json!({})).await;
    let refused = colleague.client.post("/api/account/contact-codes", json!({"channel": "sms"})).await;
    assert_eq!(refused.refused(403), "accounts.primary_only");
    for (channel, contact, verified) in
        [("sms", MOBILE, "mobile_verified"), ("mail", "user1@example.cn", "email_verified")]
    {
        let ticket = prove(channel).await.expect(202).body["ticket"].clone();
        let code = stage.app.courier.code(contact, 1).await;
        let confirm = |code: String| {
            let body = json!({"channel": channel, "ticket": ticket, "code": code});
            let client = firm.client.clone();
            async move { client.post("/api/account/contact-codes/confirm", body).await }
        };
        assert_eq!(confirm("1".into()).await.expect(422).fields(), ["code"]);
        assert_eq!(firm.client.get("/api/registration").await.expect(200).body[verified], false);
        confirm(code).await.expect(204);
        assert_eq!(firm.client.get("/api/registration").await.expect(200).body[verified], true);
    }
    // By mail as well.
    let body = json!({"login": "user-1", "channel": "mail", "contact": "User1@example.cn"});
    let ticket = stage.app.visitor().post("/api/forgotten-password", body).await.expect(202).body["ticket"].clone();
    let code = stage.app.courier.code("user1@example.cn", 2).await;
    choose(&stage, &ticket, &code, NEW).await.expect(204);
    let mut back = stage.app.visitor();
    back.login(json!({"login": "user-1", "password": NEW})).await.expect(200);
    stage.finish().await;
}

//! An organisation registers, corrects, is approved or refused.

use crate::{
    logins::prove,
    stage::{Id, PASSWORD, Stage, code, correction, new_staff, papered, profile, register},
};
use futures_util::future::join_all;
use jinqiao_kernel::Role;
use jinqiao_testkit::Client;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

#[tokio::test]
async fn everything_wrong_is_told_at_once() {
    let stage = crate::stage::start().await;
    let mut input = Stage::registration("institution", 1);
    input["uscc"] = json!("91500107MA5UX0011T");
    input["institution_type"] = json!(null);
    input["mobile"] = json!("12345");
    input["password"] = json!("password");
    let reply = stage.app.visitor().post("/api/registrations", input).await.expect(422);
    assert_eq!(reply.fields(), ["password", "licence", "permit", "uscc", "mobile", "institution_type"]);
    assert!(reply.body["errors"][3]["message"].as_str().expect("text").contains("第 18 位"));
    stage.finish().await;
}

#[tokio::test]
async fn one_login_registers_once_and_the_agreement_is_the_newest() {
    let stage = crate::stage::start().await;
    stage.applicant("enterprise", 1).await;
    let mut same_login = Stage::registration("enterprise", 3);
    same_login["login"] = json!("User-1");
    let reply = register(&stage.app.visitor(), same_login).await.expect(422);
    assert_eq!(reply.fields(), ["login"]);
    let mut old = Stage::registration("enterprise", 4);
    old["agreement_version"] = json!(0);
    assert_eq!(register(&stage.app.visitor(), old).await.refused(409), "agreements.outdated");
    stage.finish().await;
}

#[tokio::test]
async fn a_pilots_code_is_taken_in_once_confirmed_and_the_operator_is_told() {
    let stage = crate::stage::start().await;
    let mut input = Stage::registration("enterprise", 1);
    input["uscc"] = json!("91350203m0001-qkt19");
    let visitor = stage.app.visitor();
    let mut input = papered(&visitor, input).await;
    let asked = visitor.post("/api/registrations", input.clone()).await.expect(422);
    assert_eq!(asked.fields(), ["uscc"]);
    assert_eq!(asked.body["code"], "organizations.code_unconfirmed");
    input["uscc_confirmed"] = json!(true);
    let made = visitor.post("/api/registrations", input).await.expect(201).id();
    stage.app.settle().await;
    let queue = stage.operator.get("/api/operator/reviews?state=waiting").await.expect(200);
    assert_eq!(String::from_utf8_lossy(&queue.bytes).matches("第 18 位与校验规则不符").count(), 1);
    let detail = stage.operator.get(&format!("/api/operator/organizations/{made}")).await.expect(200).body;
    assert_eq!(
        (&detail["organization"]["uscc"], &detail["organization"]["code_deviates"]),
        (&json!("91350203M0001QKT19"), &json!(true))
    );
    // A confirmation makes no other code right.
    for wrong in ["000000000000000000", "91999999912345678P", "91500107MA5UX0011T"] {
        let mut input = Stage::registration("enterprise", 2);
        (input["uscc"], input["uscc_confirmed"]) = (json!(wrong), json!(true));
        let refused = register(&stage.app.visitor(), input).await.expect(422);
        assert_eq!(
            (refused.body["code"].as_str(), refused.fields()),
            (Some("validation"), vec!["uscc".into()]),
            "{wrong}"
        );
    }
    stage.finish().await;
}

/// A registration of number `number` with the code of number 1.
fn with_known_code(number: u32) -> Value {
    let mut input = Stage::registration("enterprise", number);
    input["uscc"] = json!(code(1));
    input
}

async fn titles(client: &Client) -> Vec<String> {
    let mail = client.get("/api/messages?size=100").await.expect(200).body;
    let items = mail["items"].as_array().expect("items").clone();
    items.iter().filter_map(|letter| letter["title"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn nobody_learns_by_registering_which_codes_are_known() {
    let stage = crate::stage::start().await;
    let known = stage.enterprise(1).await;
    let visitor = stage.app.visitor();
    let unknown = register(&visitor, Stage::registration("enterprise", 2)).await.expect(201).body;
    let claimed = register(&visitor, with_known_code(3)).await.expect(201).body;
    let keys = |body: &Value| body.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>());
    assert_eq!(keys(&unknown), keys(&claimed));
    // Logged in, both see the same as well: their own words, and that the review goes on.
    let mut seen = vec![];
    for number in [2, 3] {
        let mut client = stage.app.visitor();
        let session = client.login(json!({"login": format!("user-{number}"), "password": PASSWORD})).await.expect(200);
        let own = client.get("/api/registration").await.expect(200).body;
        assert_eq!(own["uscc"], json!(if number == 2 { code(2) } else { code(1) }));
        let kinds: Vec<_> =
            own["timeline"].as_array().expect("items").iter().map(|item| item["kind"].clone()).collect();
        seen.push((own["state"].clone(), kinds, keys(&own), session.body["me"]["permissions"].clone()));
    }
    assert_eq!(seen[0], seen[1]);
    // The operator sees it, in the queue and at the organisation, and cannot approve it.
    stage.app.settle().await;
    let queue = stage.operator.get("/api/operator/reviews?state=waiting").await.expect(200);
    assert_eq!(String::from_utf8_lossy(&queue.bytes).matches("该信用代码已有单位注册").count(), 1);
    let path = format!("/api/operator/organizations/{}", claimed["id"].as_str().expect("an id"));
    let detail = stage.operator.get(&path).await.expect(200).body;
    assert_eq!(
        (&detail["organization"]["code_taken"], &detail["organization"]["uscc"]),
        (&json!(true), &json!(code(1)))
    );
    assert_eq!(detail["code_holder"], json!({"id": known.org, "name": known.name}));
    let both = stage.operator.get(&format!("/api/operator/organizations?q={}", code(1))).await.expect(200).body;
    assert_eq!(both["total"], 2);
    let approve = stage.operator.if_match(1).post(&format!("{path}/approve"), json!({})).await;
    assert_eq!(approve.refused(409), "organizations.code_taken");
    // The known organisation is told, once a day however often it happens.
    register(&visitor, with_known_code(4)).await.expect(201);
    stage.app.settle().await;
    let told = titles(&known.client).await;
    assert_eq!(told.iter().filter(|title| title.contains("信用代码")).count(), 1, "{told:?}");
    stage.finish().await;
}

#[tokio::test]
async fn a_refused_registration_gives_its_code_up_to_the_right_one() {
    let stage = crate::stage::start().await;
    let squatter = stage.applicant("enterprise", 1).await;
    let right = stage.registered(with_known_code(2)).await;
    let refusal = json!({"reason": "注册主体与营业执照不符，不予通过"});
    stage.decide(&squatter, 1, "refuse", refusal).await.expect(200);
    let approved = stage.decide(&right, 1, "approve", json!({})).await.expect(200).body;
    assert_eq!(approved["organization"]["code_taken"], false);
    right.client.if_match(0).put("/api/enterprise/profile", profile()).await.expect(200);
    assert_eq!(right.client.get("/api/enterprise/profile").await.expect(200).body["uscc"], json!(code(1)));
    // A correction towards a known code is a claim too, and says nothing.
    let third = stage.applicant("enterprise", 3).await;
    let defects = json!([{"field": "uscc", "message": "代码与执照不符"}]);
    stage.decide(&third, 1, "return", json!({"defects": defects})).await.expect(200);
    let correction = correction(1, &json!({}));
    let corrected = third.client.if_match(2).put("/api/registration", correction).await.expect(200).body;
    assert_eq!((&corrected["state"], &corrected["uscc"]), (&json!("reviewing"), &json!(code(1))));
    assert_eq!(stage.decide(&third, 3, "approve", json!({})).await.refused(409), "organizations.code_taken");
    stage.finish().await;
}

#[tokio::test]
async fn of_registrations_with_one_code_at_once_one_has_it_and_all_are_taken_in() {
    let stage = crate::stage::start().await;
    let tries = (2..7).map(|number| {
        let visitor = stage.app.visitor().at(&format!("10.0.{number}.1"));
        tokio::spawn(async move { register(&visitor, with_known_code(number)).await.expect(201).id() })
    });
    let mut taken = 0;
    for one in tries.collect::<Vec<_>>() {
        let path = format!("/api/operator/organizations/{}", one.await.expect("an answer"));
        let detail = stage.operator.get(&path).await.expect(200).body;
        taken += i32::from(detail["organization"]["code_taken"] == true);
    }
    assert_eq!(taken, 4);
    stage.finish().await;
}

#[tokio::test]
async fn of_two_approved_under_one_code_at_once_the_second_is_told() {
    let stage = crate::stage::start().await;
    let squatter = stage.applicant("enterprise", 1).await;
    let claims = [stage.registered(with_known_code(2)).await, stage.registered(with_known_code(3)).await];
    let refusal = json!({"reason": "注册主体与营业执照不符，不予通过"});
    stage.decide(&squatter, 1, "refuse", refusal).await.expect(200);
    let approve = claims.each_ref().map(|member| stage.decide(member, 1, "approve", json!({})));
    let mut replies = futures_util::future::join_all(approve).await;
    replies.sort_by_key(|reply| reply.status);
    let [approved, told] = replies.try_into().expect("two");
    approved.expect(200);
    assert_eq!(told.refused(409), "organizations.code_taken");
    stage.finish().await;
}

#[tokio::test]
async fn many_registrations_from_one_place_bring_a_proof_of_work_each() {
    let stage = crate::stage::start().await;
    let visitor = stage.app.visitor().at("192.0.2.1");
    for number in 1..=10 {
        register(&visitor, Stage::registration("enterprise", number)).await.expect(201);
    }
    let mut input = papered(&visitor, Stage::registration("enterprise", 16)).await;
    assert_eq!(visitor.post("/api/registrations", input.clone()).await.refused(429), "accounts.proof_required");
    // What is wrong is told before any proof is asked.
    let mut broken = input.clone();
    broken["mobile"] = json!("1");
    visitor.post("/api/registrations", broken).await.expect(422);
    let other = prove(&visitor, "login", Some("user-16")).await;
    input["proof"] = json!(other);
    assert_eq!(visitor.post("/api/registrations", input.clone()).await.refused(429), "accounts.proof_required");
    input["proof"] = json!(prove(&visitor, "registration", None).await);
    let made = visitor.post_once("/api/registrations", input.clone(), "the-same-intent").await.expect(201).body;
    // An answer that got lost is given again to the same request, and to no other.
    let again = visitor.post_once("/api/registrations", input.clone(), "the-same-intent").await.expect(201).body;
    assert_eq!(made, again);
    let mut next = papered(&visitor, Stage::registration("enterprise", 17)).await;
    next["proof"] = input["proof"].clone();
    assert_eq!(visitor.post("/api/registrations", next).await.refused(429), "accounts.proof_required");
    register(&stage.app.visitor().at("192.0.2.2"), Stage::registration("enterprise", 18)).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn returned_corrected_and_approved() {
    let stage = crate::stage::start().await;
    let firm = stage.applicant("enterprise", 1).await;
    // Before approval only the registration is open.
    assert_eq!(firm.client.get("/api/enterprise/profile").await.refused(403), "auth.forbidden");
    let own = firm.client.get("/api/registration").await.expect(200);
    assert_eq!((own.body["state"].as_str(), own.body["round"].as_i64()), (Some("reviewing"), Some(1)));
    assert_eq!(own.body["mobile_masked"], "138****0001");

    let defects =
        json!([{"field": "name", "message": "名称与执照不符"}, {"field": "contact_name", "message": "请填真实姓名"}]);
    let queue = stage.operator.get("/api/operator/reviews?state=waiting").await.expect(200);
    assert_eq!(queue.body["items"][0]["organization_name"], firm.name);
    stage.decide(&firm, 1, "return", json!({"defects": []})).await.expect(422);
    stage.decide(&firm, 1, "return", json!({"defects": defects})).await.expect(200);
    let own = firm.client.get("/api/registration").await.expect(200);
    assert_eq!(own.body["defects"].as_array().map(Vec::len), Some(2));
    assert_eq!(stage.decide(&firm, 2, "approve", json!({})).await.refused(409), "organizations.wrong_state");

    let correction = correction(1, &json!({}));
    let corrected = firm.client.if_match(2).put("/api/registration", correction.clone()).await.expect(200);
    assert_eq!((corrected.body["state"].as_str(), corrected.body["round"].as_i64()), (Some("reviewing"), Some(2)));
    assert_eq!(corrected.body["mobile_masked"], "138****0001", "no number given keeps the known one");
    assert_eq!(
        firm.client.if_match(2).put("/api/registration", correction).await.refused(409),
        "organizations.wrong_state"
    );

    assert_eq!(stage.decide(&firm, 2, "approve", json!({})).await.refused(409), "conflict.stale");
    stage.decide(&firm, 3, "approve", json!({})).await.expect(200);
    firm.client.if_match(0).put("/api/enterprise/profile", profile()).await.expect(200);
    stage.app.settle().await;
    let messages = firm.client.get("/api/messages").await.expect(200);
    let titles: Vec<_> = messages.body["items"].as_array().expect("items").iter().map(|m| m["title"].clone()).collect();
    assert_eq!(titles, ["注册审核通过", "注册资料需要补正"]);
    let timeline = firm.client.get("/api/registration").await.body["timeline"].clone();
    assert_eq!(timeline[0]["side"], "enterprise", "whoever registered had no account yet");
    assert!(timeline[0]["actor"].is_string());
    let kinds: Vec<_> = timeline.as_array().expect("items").iter().map(|item| item["kind"].clone()).collect();
    let want = ["registered", "returned", "resubmitted", "approved"].map(|step| format!("organizations.{step}"));
    assert_eq!(kinds, want);
    stage.finish().await;
}

#[tokio::test]
async fn refused_is_final() {
    let stage = crate::stage::start().await;
    let firm = stage.applicant("enterprise", 1).await;
    stage.decide(&firm, 1, "refuse", json!({"reason": "短"})).await.expect(422);
    stage.decide(&firm, 1, "refuse", json!({"reason": "注册主体不在本区服务范围之内"})).await.expect(200);
    for action in ["approve", "refuse"] {
        let body = json!({"reason": "注册主体不在本区服务范围之内"});
        assert_eq!(stage.decide(&firm, 2, action, body).await.refused(409), "organizations.wrong_state");
    }
    assert_eq!(firm.client.get("/api/registration").await.body["refusal"], "注册主体不在本区服务范围之内");
    stage.finish().await;
}

#[tokio::test]
async fn everybody_accepts_the_agreement_of_the_role_and_the_privacy_notice() {
    let stage = crate::stage::start().await;
    // Who registers accepts both with the registration.
    let mut old = Stage::registration("enterprise", 1);
    old["privacy_version"] = json!(0);
    let refused = register(&stage.app.visitor(), old).await;
    assert_eq!(refused.refused(409), "agreements.outdated");
    let firm = stage.applicant("enterprise", 1).await;
    stage.decide(&firm, 1, "approve", json!({})).await.expect(200);
    let due = async |client: &Client| client.get("/api/session").await.expect(200).body["me"]["agreements_due"].clone();
    assert_eq!(due(&firm.client).await, json!([]));
    // A sub-account and the operator's staff do so for themselves, before they go on.
    let colleague = stage.newcomer(&firm, "colleague-1", json!({})).await;
    let (desk, _) = new_staff(&stage.app, Role::Operator, "operator-two", 90_002).await;
    assert_eq!(due(&colleague.client).await, json!(["enterprise", "privacy"]));
    assert_eq!(due(&desk).await, json!(["operator", "privacy"]));
    let refused = desk.get("/api/operator/organizations").await;
    assert_eq!(refused.refused(403), "agreements.outdated");
    let accept = async |client: &Client, kind: &str, version: i64| {
        client.post("/api/account/agreements", json!({"kind": kind, "version": version})).await
    };
    assert_eq!(accept(&desk, "enterprise", 1).await.expect(422).fields(), ["kind"]);
    assert_eq!(accept(&desk, "privacy", 2).await.refused(409), "agreements.outdated");
    accept(&desk, "privacy", 1).await.expect(204);
    assert_eq!(due(&desk).await, json!(["operator"]));
    assert_eq!(desk.get("/api/operator/organizations").await.refused(403), "agreements.outdated");
    accept(&desk, "operator", 1).await.expect(204);
    assert_eq!(due(&desk).await, json!([]));
    desk.get("/api/operator/organizations").await.expect(200);
    // A newer version of one stops everybody at the next request, until it is accepted too.
    let path = "/api/operator/agreements/privacy";
    let text = desk.get("/api/agreements/privacy").await.expect(200).body;
    let next = |replaces: i64, body: &str| json!({"replaces": replaces, "title": text["title"], "body": body});
    let body = format!("{}\n\n本版增加一段。", text["body"].as_str().expect("a text"));
    assert_eq!(desk.post(path, next(1, "太短")).await.expect(422).fields(), ["body"]);
    let same = desk.post(path, next(1, text["body"].as_str().expect("a text"))).await;
    assert_eq!(same.expect(422).fields(), ["body"], "nothing differs");
    firm.client.post(path, next(1, &body)).await.expect(403);
    let versions = desk.post(path, next(1, &body)).await.expect(200).body;
    let privacy: Vec<_> = versions.as_array().expect("a list").iter().filter(|one| one["kind"] == "privacy").collect();
    assert_eq!(
        privacy.iter().map(|one| (&one["version"], &one["in_force"])).collect::<Vec<_>>(),
        [(&json!(2), &json!(true)), (&json!(1), &json!(false))]
    );
    assert_eq!(desk.get("/api/operator/organizations").await.refused(403), "agreements.outdated");
    assert_eq!(due(&desk).await, json!(["privacy"]));
    desk.get("/api/agreements/privacy").await.expect(200);
    // However often it is sent, an account accepts a version once.
    for answer in join_all((0..20).map(|_| accept(&desk, "privacy", 2))).await {
        answer.expect(204);
    }
    let rows = "SELECT count(*) AS n FROM agreement_acceptances AS a JOIN agreements AS g ON g.id = a.agreement_id
                WHERE g.kind = 'privacy' AND g.version = 2";
    let conn = stage.app.db.read();
    let row = conn.query_one_raw(Statement::from_string(conn.get_database_backend(), rows)).await;
    assert_eq!(row.expect("rows").expect("a row").try_get::<i64>("", "n").expect("a count"), 1);
    desk.get("/api/operator/organizations").await.expect(200);
    assert_eq!(desk.post(path, next(1, &body)).await.refused(409), "conflict.stale", "another one is in force");
    desk.delete("/api/session").await.expect(204);
    firm.client.delete("/api/session").await.expect(204);
    stage.finish().await;
}

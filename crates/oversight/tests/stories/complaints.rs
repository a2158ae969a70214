//! Disputes, complaints, objections, feedback and incidents: who opens, who answers, who is told, what is late, what is put right.

use crate::stage::{Id, Member, Stage, disbursement, staff, step};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

fn dispute(order: &str) -> Value {
    json!({"kind": "disbursement", "order_id": order, "figure": "amount", "claimed": "80 万元", "title": "放款金额不一致",
        "text": "银行到账回单为 80 万元，登记为 100 万元，请核实。"})
}

fn about_institution(order: &str) -> Value {
    json!({"kind": "institution", "order_id": order, "title": "多次推迟上门", "text": "约定的尽调时间多次推迟，影响项目进度。"})
}

async fn act(who: &Client, path: &str, action: &str, body: Value) -> Reply {
    let version = who.get(path).await.expect(200).body["version"].clone();
    who.if_match(version).post(&format!("{path}/{action}"), body).await
}

async fn opened(who: &Member, body: Value) -> String {
    who.client.post("/api/complaints", body).await.expect(201).id()
}

async fn told(who: &Client, title: &str) -> usize {
    let mail = who.get("/api/messages?size=100").await.expect(200).body;
    mail["items"].as_array().expect("items").iter().filter(|letter| letter["title"] == title).count()
}

const LATE: &str = "投诉办理超过时限";

/// Somebody of a staff role after a while, when the session has ended.
async fn again(stage: &Stage, login: &str, code: &str) -> Client {
    let mut client = stage.app.visitor();
    client.login(json!({"login": login, "password": crate::stage::PASSWORD, "totp": code})).await.expect(200);
    client
}

/// The operator's account as a handler.
async fn handler(stage: &Stage) -> Value {
    let handlers = stage.operator.get("/api/operator/complaint-handlers").await.expect(200);
    json!({"handler_id": handlers.body[0]["id"]})
}

fn answer(finding: Option<&str>) -> Value {
    json!({"text": "经核对回单，登记金额有误，机构已更正记录。", "finding": finding})
}

async fn answered(stage: &Stage, id: &str, finding: Option<&str>) {
    let path = format!("/api/operator/complaints/{id}");
    act(&stage.operator, &path, "assign", handler(stage).await).await.expect(200);
    act(&stage.operator, &path, "answer", answer(finding)).await.expect(200);
}

#[tokio::test]
async fn a_dispute_stops_the_confirmation_until_it_is_answered_and_confirmed() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "supervisor", 90_003).await;
    let (_, early) = stage.order_in(&firm, &bank, "contracting").await;
    let refused = firm.client.post("/api/complaints", dispute(&early)).await;
    assert_eq!(refused.refused(409), "orders.wrong_state");
    let (_, order) = stage.order_in(&firm, &bank, "disbursed").await;
    let id = opened(&firm, dispute(&order)).await;
    assert_eq!(firm.client.post("/api/complaints", dispute(&order)).await.refused(409), "complaints.already_disputed");

    // The order says so on both sides, nothing confirms it, and no limit runs against the enterprise meanwhile.
    let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200).body;
    assert_eq!((&own["disputed"], &own["due"], &own["turn"]), (&json!(true), &Value::Null, &json!("institution")));
    assert_eq!(step(&firm, &order, "confirm-disbursement", json!({})).await.refused(409), "orders.disputed");
    stage.app.settle().await;
    assert_eq!((told(&bank.client, "企业对放款有异议").await, told(&bank.client, "收到投诉或异议").await), (1, 1));
    assert_eq!((told(&stage.operator, "新的投诉与异议待受理").await, told(&supervisor, "投诉抄送").await), (1, 1));

    // The bank explains and puts its record right; what stood there before stays in the timeline.
    let path = format!("/api/complaints/{id}");
    let seen = bank.client.get(&path).await.expect(200).body;
    assert_eq!((&seen["own"], &seen["complainant"]), (&json!(false), &json!(firm.name)));
    let words = json!({"text": "经查系经办人员录入错误，将立即更正。"});
    act(&bank.client, &path, "explain", words.clone()).await.expect(200);
    assert_eq!(act(&firm.client, &path, "explain", words).await.refused(403), "auth.forbidden");
    let mut less = disbursement(80);
    less["differs_because"] = json!("企业只需要这么多");
    step(&bank, &order, "correct-payment", less).await.expect(200);
    let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200).body;
    assert_eq!(own["disbursement"]["amount"], 80_000_000);
    // From then on it is no longer the bank's turn, in its list too.
    let list = bank.client.get("/api/institution/orders").await.expect(200).body;
    let listed = list["items"].as_array().expect("orders").iter().find(|one| one["id"] == own["id"]);
    let seen = |view: &Value| (view["disputed"].clone(), view["corrected"].clone(), view["turn"].clone());
    assert_eq!(
        [seen(&own), seen(listed.expect("the order"))],
        [(); 2].map(|()| (json!(true), json!(true), Value::Null))
    );
    let corrected = own["timeline"].as_array().expect("lines").iter().find(|line| line["kind"] == "orders.corrected");
    let reason = corrected.expect("the correction")["reason"].as_str().expect("a reason").to_owned();
    assert!(reason.contains("原登记") && reason.contains("100"), "{reason}");

    // First assigned, then answered with a finding, by the one who handles it.
    let desk = format!("/api/operator/complaints/{id}");
    assert_eq!(
        act(&stage.operator, &desk, "answer", answer(Some("justified"))).await.refused(409),
        "complaints.wrong_state"
    );
    let (other, _) = staff(&stage.app, Role::Operator, "operator-two", 90_010).await;
    let handlers = stage.operator.get("/api/operator/complaint-handlers").await.expect(200).body;
    assert_eq!(handlers.as_array().expect("people").len(), 2);
    act(&stage.operator, &desk, "assign", json!({"handler_id": firm.org})).await.expect(422);
    let me = stage.operator.get("/api/session").await.expect(200).body["me"]["account_id"].clone();
    let assign = json!({"handler_id": me});
    act(&stage.operator, &desk, "assign", assign).await.expect(200);
    assert_eq!(act(&other, &desk, "answer", answer(Some("justified"))).await.refused(409), "complaints.not_yours");
    let lacking = act(&stage.operator, &desk, "answer", answer(None)).await.expect(422);
    assert_eq!(lacking.fields(), ["finding"]);
    act(&stage.operator, &desk, "answer", answer(Some("justified"))).await.expect(200);

    // Confirmed: what was found has still to be put right, but the order is no longer disputed, with a fresh limit.
    let now = act(&firm.client, &path, "confirm", json!({})).await.expect(200).body;
    assert_eq!((&now["state"], &now["owing"]), (&json!("confirmed"), &json!(true)));
    let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200).body;
    assert_eq!((&own["disputed"], &own["corrected"]), (&json!(false), &json!(false)));
    assert_eq!(own["due"]["days_left"], 5.0);
    let bad = json!({"note": "已更正系统记录", "done_on": "2026-11-22"});
    assert_eq!(act(&stage.operator, &desk, "rectify", bad).await.expect(422).fields(), ["done_on"]);
    let table = supervisor.get("/api/government/rectification?month=2026-11").await.expect(200).body;
    assert_eq!(
        table["rows"][0],
        json!({"institution": bank.name, "answered": 1, "justified": 1, "rectified": 0, "rate": 0})
    );
    let done = json!({"note": "已更正系统记录，并培训经办人员", "done_on": "2026-11-23"});
    let closed = act(&stage.operator, &desk, "rectify", done).await.expect(200).body;
    assert_eq!(closed["state"], "closed");
    let table = stage.operator.get("/api/operator/rectification").await.expect(200).body;
    assert_eq!((&table["month"], &table["rows"][0]["rate"]), (&json!("2026-11"), &json!(10_000)));
    step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn an_answer_is_sent_back_twice_and_silence_confirms_it() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "due_diligence").await;
    let id = opened(&firm, about_institution(&order)).await;
    let path = format!("/api/complaints/{id}");
    answered(&stage, &id, Some("unjustified")).await;
    assert_eq!(
        act(&bank.client, &path, "reopen", json!({"reason": "不同意该结论"})).await.refused(403),
        "auth.forbidden"
    );
    for round in 1..=2 {
        let again = act(&firm.client, &path, "reopen", json!({"reason": "没有回应推迟的原因"})).await.expect(200).body;
        assert_eq!((&again["state"], &again["finding"]), (&json!("reopened"), &Value::Null));
        assert_eq!(again["reopenings_left"], 2 - round);
        // Who handled it before may answer at once.
        act(&stage.operator, &format!("/api/operator/complaints/{id}"), "answer", answer(Some("unjustified")))
            .await
            .expect(200);
    }
    let enough = act(&firm.client, &path, "reopen", json!({"reason": "仍然不同意"})).await;
    assert_eq!(enough.refused(409), "complaints.reopened_enough");
    // Five working days from Monday ten o'clock; reminded one before.
    stage.app.clock.advance(TimeDelta::days(4) + TimeDelta::hours(1));
    stage.app.settle().await;
    let firm = stage.again(&firm, 1).await;
    assert_eq!((told(&firm.client, "请确认答复").await, told(&firm.client, "视为确认答复").await), (1, 0));
    stage.app.clock.advance(TimeDelta::days(3));
    stage.app.settle().await;
    let firm = stage.again(&firm, 1).await;
    let now = firm.client.get(&path).await.expect(200).body;
    assert_eq!((&now["state"], told(&firm.client, "视为确认答复").await), (&json!("closed"), 1));
    let kinds: Vec<_> = now["timeline"].as_array().expect("lines").iter().rev().take(2).map(|l| &l["kind"]).collect();
    assert_eq!(kinds, ["complaints.closed", "complaints.lapsed"]);
    stage.finish().await;
}

#[tokio::test]
async fn late_work_is_told_to_the_operator_and_to_the_supervisor_where_an_institution_is_concerned() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "contacting").await;
    let id = opened(&firm, about_institution(&order)).await;
    let feedback = json!({"kind": "feedback", "title": "希望增加导出", "text": "希望对接单列表可以导出为表格。"});
    let idea = opened(&bank, feedback).await;
    let objection = json!({"kind": "objection", "objection_to": "score", "title": "研发费用有误", "text": "研发费用应以审计报告为准，请复核积分。"});
    let objection = opened(&firm, objection).await;
    // A changed limit applies to what is opened after it.
    stage.set("complaint_assign_days", 3).await;
    let (_, desk) = staff(&stage.app, Role::Operator, "operator-two", 90_011).await;
    let (_, eyes) = staff(&stage.app, Role::Supervisor, "supervisor", 90_003).await;
    stage.app.clock.advance(TimeDelta::hours(25));
    stage.app.settle().await;
    let operator = again(&stage, "operator-two", &desk.recovery_codes[1]).await;
    let supervisor = again(&stage, "supervisor", &eyes.recovery_codes[1]).await;
    // Three are late; the supervisor reads of the one that is about an institution.
    assert_eq!((told(&operator, LATE).await, told(&supervisor, LATE).await), (3, 1));
    let waiting = operator.get("/api/operator/complaints?waiting=true").await.expect(200).body;
    assert_eq!(waiting["total"], 3);
    let late: Vec<_> =
        waiting["items"].as_array().expect("rows").iter().map(|row| row["due"]["days_left"].as_f64()).collect();
    assert!(late.iter().all(|left| left.is_some_and(|left| left < 0.0)), "{late:?}");

    // An objection has twenty calendar days, everything else five working ones from the assignment.
    let me = operator.get("/api/session").await.expect(200).body["me"]["account_id"].clone();
    for id in [&id, &idea, &objection] {
        let path = format!("/api/operator/complaints/{id}");
        act(&operator, &path, "assign", json!({"handler_id": me})).await.expect(200);
    }
    let due = async |id: &str| {
        operator.get(&format!("/api/operator/complaints/{id}")).await.expect(200).body["due"]["at"].clone()
    };
    assert_eq!(due(&id).await, "2026-12-01T03:00:00Z");
    assert_eq!(due(&objection).await, "2026-12-13T02:00:00Z");
    stage.app.clock.advance(TimeDelta::days(8));
    stage.app.settle().await;
    let operator = again(&stage, "operator-two", &desk.recovery_codes[2]).await;
    let supervisor = again(&stage, "supervisor", &eyes.recovery_codes[2]).await;
    assert_eq!((told(&operator, LATE).await, told(&supervisor, LATE).await), (5, 2));
    let copied = supervisor.get("/api/government/complaints").await.expect(200).body;
    assert_eq!((&copied["total"], &copied["items"][0]["no"]), (&json!(1), &json!("TS-202611-00001")));
    let shown = operator.get(&format!("/api/operator/complaints/{id}")).await.expect(200).body;
    let kinds: Vec<_> = shown["timeline"].as_array().expect("lines").iter().map(|line| line["kind"].clone()).collect();
    assert_eq!(
        kinds,
        [
            "complaints.opened",
            "complaints.reminded",
            "complaints.overdue",
            "complaints.assigned",
            "complaints.reminded",
            "complaints.overdue"
        ]
    );
    stage.finish().await;
}

#[tokio::test]
async fn a_supervisor_records_what_is_out_of_order_and_the_operator_answers() {
    let stage = crate::stage::start().await;
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "supervisor", 90_003).await;
    let (government, _) = staff(&stage.app, Role::Government, "government", 90_002).await;
    let incident = json!({"kind": "incident", "title": "夜间集中查看企业信息", "text": "某账号在夜间连续查看多家企业信息，请说明原因。"});
    assert_eq!(stage.operator.post("/api/complaints", incident.clone()).await.refused(403), "auth.forbidden");
    let id = supervisor.post("/api/complaints", incident.clone()).await.expect(201).id();
    let firm = stage.enterprise(1).await;
    assert_eq!(firm.client.post("/api/complaints", incident).await.refused(403), "auth.forbidden");
    assert_eq!(firm.client.get(&format!("/api/complaints/{id}")).await.refused(404), "not_found");
    answered(&stage, &id, Some("partly")).await;
    stage.app.settle().await;
    assert_eq!(told(&supervisor, "平台已答复").await, 1);
    government.get(&format!("/api/government/complaints/{id}")).await.expect(200);
    let path = format!("/api/complaints/{id}");
    assert_eq!(act(&supervisor, &path, "confirm", json!({})).await.expect(200).body["state"], "confirmed");
    let trail = stage.operator.get("/api/operator/audit?action=complaints.view&size=50").await.expect(200).body;
    assert!(trail["total"].as_u64().is_some_and(|rows| rows >= 2), "looks are noted: {trail}");
    stage.finish().await;
}

#[tokio::test]
async fn an_institution_learns_no_more_than_its_order_told_it() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "grabbed").await;
    let mut telling = about_institution(&order);
    telling["text"] = json!(format!("{}多次致电无人接听，请处理。", firm.name));
    assert_eq!(firm.client.post("/api/complaints", telling).await.expect(422).fields(), ["text"]);
    let file = crate::stage::uploaded(&firm, "a.pdf").await;
    let mut quiet = about_institution(&order);
    quiet["attachments"] = json!([file]);
    let id = opened(&firm, quiet).await;
    let desk = format!("/api/operator/complaints/{id}");
    act(&stage.operator, &desk, "assign", handler(&stage).await).await.expect(200);
    let named = json!({"text": format!("已与{}沟通，情况属实。", firm.name), "finding": "justified"});
    assert_eq!(act(&stage.operator, &desk, "answer", named).await.expect(422).fields(), ["text"]);
    act(&stage.operator, &desk, "answer", answer(Some("justified"))).await.expect(200);
    stage.app.settle().await;
    for path in [format!("/api/complaints/{id}"), "/api/complaints".into(), "/api/messages".into()] {
        let page = bank.client.get(&path).await.expect(200);
        let text = String::from_utf8_lossy(&page.bytes).into_owned();
        assert!(!text.contains(&firm.name) && !text.contains(&firm.org) && !text.contains(&file), "{path}");
    }
    // Files are for the operator and the complainant; strangers see nothing at all.
    stage.operator.get(&format!("{desk}/attachments/{file}")).await.expect(200);
    stage.operator.get(&format!("{desk}/attachments/{order}")).await.expect(404);
    let rival = stage.institution(4).await;
    assert_eq!(rival.client.get(&format!("/api/complaints/{id}")).await.refused(404), "not_found");
    assert_eq!(rival.client.post("/api/complaints", json!({"kind": "enterprise", "order_id": order, "title": "企业失联", "text": "多次联系企业均无人应答，请协助。"})).await.expect(422).fields(), ["order_id"]);

    // The bank complains of the enterprise of its own order; a colleague elsewhere in it sees nothing of that.
    let (_, order) = stage.order_in(&stage.enterprise(3).await, &bank, "due_diligence").await;
    let own = json!({"kind": "enterprise", "order_id": order, "title": "企业材料不实", "text": "提供的流水与银行记录不一致，请核查。"});
    let own = opened(&bank, own).await;
    let team = bank.client.get("/api/team").await.expect(200).body;
    let root = team["units"][0]["id"].clone();
    let branch = bank.client.post("/api/team/units", json!({"parent_id": root, "name": "城南支行"})).await.expect(201);
    let units = branch.body["units"].as_array().expect("units").clone();
    let unit = units.iter().find(|unit| unit["name"] == "城南支行").expect("the branch")["id"].clone();
    let clerk = stage.colleague(&bank, "bank-clerk", json!({"unit_id": unit})).await;
    assert_eq!(clerk.client.get(&format!("/api/complaints/{own}")).await.refused(404), "not_found");
    assert_eq!(clerk.client.get("/api/complaints").await.expect(200).body["total"], 0);
    stage.finish().await;
}

#[tokio::test]
async fn complaints_are_found_by_number_order_title_and_the_names_that_the_reader_may_know() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "contracting").await;
    let id = opened(&firm, about_institution(&order)).await;
    let row = firm.client.get(&format!("/api/complaints/{id}")).await.expect(200).body;
    let no = row["no"].as_str().expect("a number").replace('-', "").to_lowercase();
    let order_no = row["order_no"].as_str().expect("a number").to_owned();
    let found = async |who: &Client, path: &str, words: &str| {
        let escaped: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
        who.get(&format!("{path}?q={escaped}")).await.expect(200).body["total"].clone()
    };
    let last = no.trim_start_matches(|c: char| !c.is_ascii_digit())[6..].trim_start_matches('0').to_owned();
    for words in [no.as_str(), &last, &order_no, "上门", &bank.name, &firm.name] {
        for (who, path) in [
            (&firm.client, "/api/complaints"),
            (&bank.client, "/api/complaints"),
            (&stage.operator, "/api/operator/complaints"),
        ] {
            // Its own name is nothing that a bank looks for.
            let known = words != bank.name || path.contains("operator") || std::ptr::eq(who, &firm.client);
            assert_eq!(found(who, path, words).await, u64::from(known), "{path}: {words}");
        }
    }
    assert_eq!(found(&stage.operator, "/api/operator/complaints", "影响项目进度").await, 0, "titles, not texts");
    // Taken back, the name finds nothing any more; the order does.
    let consents = firm.client.get("/api/enterprise/consents").await.expect(200).body;
    let consent = &consents["items"][0];
    let path = format!("/api/enterprise/consents/{}/revoke", consent["id"].as_str().expect("an id"));
    let revoke = json!({"reason": "不再需要"});
    firm.client.if_match(&consent["version"]).post(&path, revoke).await.expect(200);
    assert_eq!(found(&bank.client, "/api/complaints", &firm.name).await, 0);
    assert_eq!(found(&bank.client, "/api/complaints", &order_no).await, 1);
    stage.finish().await;
}

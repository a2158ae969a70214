//! The ledger: findings and corrections by the operator alone, statements for the own organisation alone, and balances that are
//! always what the entries add up to.

use crate::{
    points::{balance, of},
    stage::{Member, Stage, parts},
};
use chrono::TimeDelta;
use jinqiao_db::Intent;
use jinqiao_insight::points::{self, CapPeriod, PointEvent, PointSide, PointTrigger, award};
use jinqiao_kernel::{DateTime, OrgId, RequestMeta};
use jinqiao_platform::accounts::actor_of;
use jinqiao_testkit::Client;
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

async fn find(stage: &Stage, org: &str, event: &str, order_no: Option<&str>) -> jinqiao_testkit::Reply {
    let body = json!({"event": event, "order_no": order_no, "reason": "经核实，情况属实"});
    stage.operator.post(&format!("/api/operator/points/organizations/{org}/findings"), body).await
}

async fn correct(operator: &Client, org: &str, number: &Value) -> jinqiao_testkit::Reply {
    let path = format!("/api/operator/points/organizations/{org}/entries/{number}/reverse");
    operator.post(&path, json!({"reason": "登记有误，予以冲正"})).await
}

#[tokio::test]
async fn the_operator_notes_findings_and_corrects() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "refused").await;
    stage.app.settle().await;
    let no = bank.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body["no"].clone();
    let no = no.as_str().expect("a number");
    let (firm_before, bank_before) = (balance(&firm.client).await, balance(&bank.client).await);
    find(&stage, &bank.org, "refused_without_reason", Some(no)).await.expect(200);
    find(&stage, &firm.org, "false_material", Some(no)).await.expect(200);
    find(&stage, &firm.org, "out_of_contact", None).await.expect(200);
    find(&stage, &firm.org, "out_of_contact", None).await.expect(200);
    assert_eq!(balance(&bank.client).await, bank_before - 10);
    assert_eq!(balance(&firm.client).await, firm_before - 30);
    assert_eq!(find(&stage, &firm.org, "false_material", Some(no)).await.refused(409), "points.already_found");
    for (org, event, order_no, field) in [
        (&firm.org, "refused_without_reason", None, "event"),
        (&bank.org, "false_material", None, "event"),
        (&bank.org, "grabbed", None, "event"),
        (&bank.org, "refused_without_reason", Some("DJ-000000-00000"), "order_no"),
    ] {
        assert_eq!(find(&stage, org, event, order_no).await.expect(422).fields(), [field], "{event}");
    }
    let path = format!("/api/operator/points/organizations/{}/findings", bank.org);
    let short = json!({"event": "refused_without_reason", "order_no": null, "reason": "不好"});
    assert_eq!(stage.operator.post(&path, short.clone()).await.expect(422).fields(), ["reason"]);
    for client in [&firm.client, &bank.client] {
        client.post(&path, short.clone()).await.expect(403);
    }

    // The organisation reads why, and is told.
    stage.app.settle().await;
    let rows = bank.client.get("/api/points/entries?event=refused_without_reason").await.expect(200).body;
    let entry = rows["items"][0].clone();
    assert_eq!((&entry["reason"], &entry["order"]["no"]), (&json!("经核实，情况属实"), &json!(no)));
    let mail = bank.client.get("/api/messages?topic=points").await.expect(200).body;
    assert_eq!(mail["items"][0]["title"], "平台作出扣分认定");

    // A correction is a reversing entry; nobody but the operator makes one, and only once.
    let number = &entry["number"];
    correct(&bank.client, &bank.org, number).await.expect(403);
    assert_eq!(correct(&stage.operator, &firm.org, &json!(99)).await.refused(404), "not_found");
    let after = correct(&stage.operator, &bank.org, number).await.expect(200).body;
    assert_eq!(after["balance"], json!(bank_before));
    assert_eq!(balance(&bank.client).await, bank_before);
    assert_eq!(of(&bank.client, "refused_without_reason").await, [-10, 10]);
    assert_eq!(correct(&stage.operator, &bank.org, number).await.refused(409), "points.reversed");
    let rows = bank.client.get("/api/points/entries?kind=correction").await.expect(200).body;
    let back = &rows["items"][0]["number"];
    assert_eq!(correct(&stage.operator, &bank.org, back).await.refused(409), "points.reversed");
    // What was taken back may be found again.
    find(&stage, &bank.org, "refused_without_reason", Some(no)).await.expect(200);
    assert_eq!(of(&bank.client, "refused_without_reason").await, [-10, 10, -10]);
    let check = stage.operator.get("/api/operator/points/check").await.expect(200).body;
    assert_eq!((&check["balances"], &check["mismatches"]), (&json!(2), &json!([])));
    stage.finish().await;
}

#[tokio::test]
async fn everybody_reads_the_own_statement_alone() {
    let stage = crate::stage::start().await;
    let (firm, bank, rival) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let (_, order) = stage.order_in(&firm, &bank, "closed").await;
    let root = bank.client.get("/api/team").await.expect(200).body["units"][0]["id"].clone();
    let made = bank.client.post("/api/team/units", json!({"parent_id": root, "name": "支行"})).await.expect(201).body;
    let units = made["units"].as_array().expect("units").clone();
    let branch = units.iter().find(|unit| unit["name"] == "支行").expect("the branch")["id"].clone();
    let desk = stage.colleague(&bank, "branch-desk", json!({"unit_id": branch, "access": "read"})).await;
    stage.app.settle().await;
    let statement = bank.client.get("/api/points/entries?event=disbursed").await.expect(200);
    assert_eq!(statement.body["items"][0]["order"]["id"], json!(order));
    let text = String::from_utf8_lossy(&statement.bytes);
    assert!(!text.contains(&firm.org) && !text.contains(&firm.name), "an institution reads no enterprise's name here");
    // A branch reads the bank's points, but not the numbers of orders that it does not see.
    let seen = desk.client.get("/api/points/entries?event=disbursed").await.expect(200).body;
    assert_eq!((&seen["total"], &seen["items"][0]["order"]), (&json!(1), &Value::Null));
    assert_eq!(rival.client.get("/api/points/entries?event=disbursed").await.expect(200).body["total"], 0);
    for path in ["/api/operator/points/rules", "/api/operator/points/check", "/api/government/assessment"] {
        rival.client.get(path).await.expect(403);
    }
    let path = format!("/api/operator/points/organizations/{}", bank.org);
    rival.client.get(&path).await.expect(403);
    let shown = stage.operator.get(&path).await.expect(200).body;
    assert_eq!((&shown["name"], &shown["balance"]), (&json!(bank.name), &json!(balance(&bank.client).await)));
    let found =
        stage.operator.get("/api/operator/points/organizations?side=institution&sort=balance").await.expect(200).body;
    let names: Vec<_> = found["items"].as_array().expect("items").iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, [json!(rival.name), json!(bank.name)]);

    // By day and by kind.
    let entries = async |query: &str| {
        let page = bank.client.get(&format!("/api/points/entries?{query}")).await.expect(200).body;
        page["total"].as_i64().expect("a total")
    };
    assert_eq!(entries("from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z").await, entries("").await);
    assert_eq!(entries("from=2026-11-24T00:00:00Z").await, 0);
    assert_eq!((entries("kind=loss").await, entries("kind=correction").await), (0, 0));
    assert_eq!(entries("kind=gain").await, entries("").await);
    stage.finish().await;
}

/// Numbers that are the same in each run.
struct Lots(u64);

impl Lots {
    fn lot(&mut self, many: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % many
    }
}

/// An entry as the history made it: whose, on which occasion, about what, when, how many, and whether it was taken back.
struct Made {
    occasion: PointTrigger,
    number: i64,
    reversed: bool,
}

async fn shown(client: &Client) -> (i64, Vec<Value>) {
    let mut entries = vec![];
    for page in 1.. {
        let body = client.get(&format!("/api/points/entries?size=100&page={page}")).await.expect(200).body;
        let items = body["items"].as_array().expect("items").clone();
        if items.is_empty() {
            break;
        }
        entries.extend(items);
    }
    (balance(client).await, entries)
}

#[tokio::test]
async fn balances_are_what_the_entries_add_up_to_after_two_thousand_actions() {
    let stage = Stage::on(jinqiao_testkit::TestApp::seeded(parts(), 7).await).await;
    let members: Vec<Member> = {
        let (one, two) = (stage.enterprise(1).await, stage.enterprise(2).await);
        vec![one, two, stage.institution(3).await, stage.institution(4).await, stage.applicant("agency", 5).await]
    };
    stage.decide(&members[4], 1, "approve", json!({})).await.expect(200);
    stage.app.settle().await;
    let sides = [
        PointSide::Enterprise,
        PointSide::Enterprise,
        PointSide::Institution,
        PointSide::Institution,
        PointSide::Agency,
    ];
    let org = |number: usize| OrgId(members[number].org.parse().expect("an id"));
    let subjects: Vec<Uuid> = (0..12).map(|_| stage.app.db.world().id()).collect();
    let start: DateTime = "2026-01-05T02:00:00Z".parse().expect("a moment");
    let rules = points::first_rules();
    let (mut lots, mut made): (Lots, Vec<Made>) = (Lots(20_261_123), vec![]);
    let operator = actor_of(stage.app.db.read(), "operator-one", &RequestMeta::default()).await.expect("the operator");
    // Twenty rounds of a hundred actions: ninety occasions in one write, eight corrections, two changes of rules.
    let mut version = 1;
    for _ in 0..20 {
        let occasions: Vec<PointTrigger> = (0..90)
            .map(|_| {
                let number = usize::try_from(lots.lot(5)).expect("small");
                let side = sides[number];
                let known: Vec<_> = rules.iter().filter(|rule| rule.1 == side).map(|rule| rule.0).collect();
                let event = known[usize::try_from(lots.lot(known.len() as u64)).expect("small")];
                let subject = subjects[usize::try_from(lots.lot(12)).expect("small")];
                let at = start + TimeDelta::hours(i64::try_from(lots.lot(24 * 200)).expect("small"));
                PointTrigger {
                    reference: lots.lot(40).to_string(),
                    minutes: Some(i64::try_from(lots.lot(600)).expect("small")),
                    ..PointTrigger::new(event, (side, org(number)), subject, at)
                }
            })
            .collect();
        let wanted = &occasions;
        let entered = stage.app.db.write(Intent::system("tests.history"), |tx| async move {
            let mut entered = vec![];
            for occasion in wanted {
                entered.push(award(&tx, occasion).await?);
            }
            Ok(entered)
        });
        let entered = entered.await.expect("a round is entered");
        let new = occasions.into_iter().zip(entered);
        made.extend(new.filter_map(|(occasion, number)| Some(Made { occasion, number: number?, reversed: false })));
        for _ in 0..8 {
            let chosen = usize::try_from(lots.lot(made.len() as u64)).expect("small");
            let entry = &mut made[chosen];
            let done =
                points::correct(&stage.app.db, &operator, entry.occasion.org, entry.number, "登记有误，予以冲正").await;
            assert_eq!(done.is_ok(), !entry.reversed, "each entry is taken back once");
            entry.reversed = true;
        }
        for _ in 0..2 {
            let terms = json!({"points": lots.lot(9), "caps": []});
            let rule = json!({"event": "disbursed", "side": "institution", "number": version, "note": "按季度调整分值", "terms": terms});
            let reply = stage.operator.post("/api/operator/points/rules", rule).await;
            assert!(reply.status == 200 || reply.fields() == ["terms"], "{}", reply.body);
            version += i32::from(reply.status == 200);
        }
    }
    assert!(made.len() > 400, "{} entries are a history", made.len());
    let (balances, differing) = points::mismatches(stage.app.db.read()).await.expect("all are recomputed");
    assert_eq!((balances, differing), (5, vec![]));
    for (number, member) in members.iter().enumerate() {
        let (balance, entries) = shown(&member.client).await;
        let sum: i64 = entries.iter().map(|entry| entry["points"].as_i64().expect("points")).sum();
        assert_eq!(balance, sum, "{}", member.name);
        let mine = made.iter().filter(|entry| entry.occasion.org == org(number));
        let back = mine.clone().filter(|entry| entry.reversed).count();
        assert_eq!(
            entries.len(),
            1 + mine.count() + back,
            "the registration, each entry, and each that takes one back"
        );
    }
    within_caps(&stage, &rules, &made).await;
    stage.finish().await;
}

/// What stands of each occasion is within the caps of its rule.
async fn within_caps(stage: &Stage, rules: &[(PointEvent, PointSide, points::RuleTerms)], made: &[Made]) {
    let span = |period: CapPeriod, entry: &Made| {
        let day = jinqiao_kernel::local_date(entry.occasion.at).to_string();
        match period {
            CapPeriod::Day => day,
            CapPeriod::Month => day[..7].to_owned(),
            CapPeriod::Quarter => format!("{}{}", &day[..4], (day[5..7].parse::<u32>().expect("a month") - 1) / 3),
            CapPeriod::Subject => entry.occasion.subject.to_string(),
            CapPeriod::Ever => String::new(),
        }
    };
    let mut points: HashMap<(OrgId, i64), i64> = HashMap::new();
    for org in made.iter().map(|entry| entry.occasion.org).collect::<std::collections::HashSet<_>>() {
        for page in 1.. {
            let path = format!("/api/operator/points/organizations/{org}/entries?size=100&page={page}");
            let body = stage.operator.get(&path).await.expect(200).body;
            let items = body["items"].as_array().expect("items").clone();
            if items.is_empty() {
                break;
            }
            let read = |row: &Value| {
                let number = row["number"].as_i64().expect("a number");
                ((org, number), row["points"].as_i64().expect("points").abs())
            };
            points.extend(items.iter().map(read));
        }
    }
    for (event, side, terms) in rules {
        for cap in &terms.caps {
            let mut used: HashMap<(OrgId, String), (i32, i64)> = HashMap::new();
            let of_rule =
                |entry: &&Made| (entry.occasion.event, entry.occasion.side) == (*event, *side) && !entry.reversed;
            for entry in made.iter().filter(of_rule) {
                let sum = used.entry((entry.occasion.org, span(cap.period, entry))).or_default();
                *sum = (sum.0 + 1, sum.1 + points[&(entry.occasion.org, entry.number)]);
            }
            for (whose, (times, sum)) in used {
                let fits = match cap.unit {
                    points::CapUnit::Times => times <= cap.most,
                    points::CapUnit::Points => sum <= i64::from(cap.most),
                };
                assert!(fits, "{event:?} {cap:?} {whose:?}: {times} entries, {sum} points");
            }
        }
    }
}

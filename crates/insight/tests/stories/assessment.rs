//! Figures and grades of institutions in a quarter: the own scorecard, the government's table, the enterprise's line.

use crate::stage::{Member, confirm, grab, staff, step};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_testkit::Client;
use serde_json::{Value, json};

async fn card(bank: &Member, quarter: &str) -> Value {
    bank.client.get(&format!("/api/institution/scorecard?quarter={quarter}")).await.expect(200).body
}

async fn table(client: &Client, query: &str) -> Vec<Value> {
    let page = client.get(&format!("/api/government/assessment?{query}")).await.expect(200).body;
    page["items"].as_array().expect("items").clone()
}

fn share(part: i64, whole: i64) -> Value {
    json!({"part": part, "whole": whole})
}

#[tokio::test]
async fn an_institution_sees_how_it_does_and_the_government_all_of_them() {
    let stage = crate::stage::start().await;
    let (firm, good, bad, idle) =
        (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await, stage.institution(4).await);
    // One pays three times at once; the other lets the contact be late, and refuses.
    for _ in 0..3 {
        stage.order_in(&firm, &good, "closed").await;
    }
    let demand = stage.published(&firm, 100).await;
    let order = grab(&bad, &demand, 100).await.expect(201).body["id"].as_str().expect("an id").to_owned();
    step(&firm, &order, "confirm", confirm()).await.expect(200);
    stage.app.clock.advance(TimeDelta::days(3));
    stage.app.settle().await;
    let (firm, good, bad) = (stage.again(&firm, 1).await, stage.again(&good, 2).await, stage.again(&bad, 3).await);
    let waiting = card(&bad, "2026Q4").await;
    assert_eq!(waiting["figures"]["answered"], share(0, 1), "late, and not answered yet");
    step(&bad, &order, "contact", json!({"method": "phone", "note": "已电话沟通"})).await.expect(200);
    let refuse = json!({"code": "r08", "text": "近两年经营性现金流为负，暂不满足本行授信要求。"});
    step(&bad, &order, "refuse", refuse).await.expect(200);
    stage.app.settle().await;

    let own = card(&good, "2026Q4").await;
    let figures = &own["figures"];
    assert_eq!((&own["running"], &own["institutions"]), (&json!(true), &json!(3)));
    assert_eq!(
        (&figures["answered"], &figures["contacts"], &figures["decisions"]),
        (&share(3, 3), &share(3, 3), &share(3, 3))
    );
    assert_eq!(
        (&figures["limits"], &figures["conversion"], &figures["reasons"]),
        (&share(9, 9), &share(3, 3), &share(0, 0))
    );
    assert_eq!((&figures["overdue"], &figures["decision_tenths"]), (&json!(0), &json!(0)));
    assert_eq!((&own["graded"]["grade"], &own["graded"]["few"]), (&json!("a"), &json!(false)));
    let late = card(&bad, "2026Q4").await;
    let figures = &late["figures"];
    assert_eq!(
        (&figures["answered"], &figures["contacts"], &figures["decisions"]),
        (&share(1, 1), &share(0, 1), &share(1, 1))
    );
    assert_eq!(
        (&figures["conversion"], &figures["reasons"], &figures["overdue"]),
        (&share(0, 1), &share(1, 1), &json!(1))
    );
    assert_eq!(figures["decision_tenths"], 30, "from Monday ten o'clock to Thursday ten o'clock");
    assert_eq!(late["graded"]["few"], true);

    let (government, _) = staff(&stage.app, Role::Government, "government", 90_002).await;
    let rows = table(&government, "quarter=2026Q4").await;
    let names: Vec<_> = rows.iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names[0], json!(good.name));
    assert_eq!(names.len(), 3);
    assert_eq!(rows[0]["figures"], own["figures"], "the same figures as on the own scorecard");
    let busiest = table(&government, "quarter=2026Q4&sort=-overdue&size=1").await;
    assert_eq!((busiest.len(), &busiest[0]["name"]), (1, &json!(bad.name)));
    let quick = table(&government, "quarter=2026Q4&sort=decision").await;
    assert_eq!(quick[2]["name"], json!(idle.name), "who decided nothing comes last");
    assert_eq!(table(&government, "quarter=2026Q4&grade=a").await.len(), 1);
    assert_eq!(table(&government, "quarter=2026Q4&institution_type=leasing").await.len(), 0);
    // Nothing happened in the quarter before, and nothing is graded.
    let past = table(&government, "quarter=2026Q3").await;
    assert!(past.iter().all(|row| row["graded"]["grade"].is_null()), "{past:?}");
    for (query, field) in [("quarter=2027Q1", "quarter"), ("quarter=2026", "quarter"), ("sort=name", "sort")] {
        let refused = government.get(&format!("/api/government/assessment?{query}")).await.expect(422);
        assert_eq!(refused.fields(), [field], "{query}");
    }

    // Enterprises see the grade beside offers; it holds for the quarter that runs, as there was none before.
    let grades = firm.client.get("/api/enterprise/institution-grades").await.expect(200).body;
    assert_eq!((&grades["quarter"], &grades["running"]), (&json!("2026Q4"), &json!(true)));
    let listed = grades["grades"].as_array().expect("grades").clone();
    assert!(listed.contains(&json!({"id": good.org, "grade": "a"})), "{listed:?}");
    // In the next quarter, those of the whole one hold.
    stage.app.clock.advance(TimeDelta::days(60));
    let firm = stage.again(&firm, 1).await;
    let grades = firm.client.get("/api/enterprise/institution-grades").await.expect(200).body;
    assert_eq!((&grades["quarter"], &grades["running"]), (&json!("2026Q4"), &json!(false)));
    stage.finish().await;
}

#[tokio::test]
async fn an_enterprise_is_graded_by_points_and_conduct() {
    let stage = crate::stage::start().await;
    let (firm, other, bank) = (stage.enterprise(1).await, stage.enterprise(2).await, stage.institution(3).await);
    stage.order_in(&firm, &bank, "closed").await;
    stage.app.settle().await;
    let grade = async |who: &Member| who.client.get("/api/points").await.expect(200).body["grade"].clone();
    let value = |grade: &Value, part: &str| {
        let inputs = grade["inputs"].as_array().expect("inputs").clone();
        inputs.iter().find(|input| input["part"] == part).expect("the part")["value"].clone()
    };
    let (best, last) = (grade(&firm).await, grade(&other).await);
    assert_eq!((value(&best, "points"), value(&last, "points")), (json!(100), json!(0)));
    assert_eq!(value(&best, "conduct"), json!(100));
    assert_eq!((&best["few"], value(&best, "ratings")), (&json!(true), Value::Null), "few cases, and no ratings yet");
    let own = firm.client.get("/api/enterprise/score").await.expect(200).body;
    assert_eq!(value(&best, "score"), own["result"]["points"], "the innovation score as the enterprise sees it");
    assert_ne!(best["mean"], last["mean"]);
    let body = json!({"event": "false_material", "order_no": null, "reason": "提供的审计报告不实"});
    stage.operator.post(&format!("/api/operator/points/organizations/{}/findings", firm.org), body).await.expect(200);
    let after = grade(&firm).await;
    assert_eq!(value(&after, "conduct"), json!(60));
    // False material keeps it at D, whatever the rest; before that a short history kept it at C.
    assert!([&json!("d"), &json!("e")].contains(&&after["grade"]), "{after}");
    stage.app.clock.advance(TimeDelta::days(366));
    let firm = stage.again(&firm, 1).await;
    let later = grade(&firm).await;
    assert_eq!((value(&later, "conduct"), &later["limit"]), (json!(100), &Value::Null));
    assert_eq!(after["quarter"], Value::Null);
    stage.finish().await;
}

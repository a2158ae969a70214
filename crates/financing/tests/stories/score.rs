//! 创新积分: what the enterprise says makes its score; the operator's dated weights decide; only the grade is seen before consent.

use crate::stage::{Id, Member, grab, profile, step};
use serde_json::{Value, json};

async fn own(firm: &Member) -> Value {
    firm.client.get("/api/enterprise/score").await.expect(200).body
}

fn indicator<'a>(score: &'a Value, name: &str) -> &'a Value {
    let all = score["result"]["indicators"].as_array().expect("indicators");
    all.iter().find(|one| one["indicator"] == name).expect("a known indicator")
}

/// A profile with everything that the score asks for.
fn rich() -> Value {
    let mut rich = profile();
    rich["ip"] = json!({"inventions": 9, "pct": 3});
    rich["innovation"] = json!({"invention_applications": 10, "tech_contracts": 1_000_000_000_i64,
        "hightech_revenue": 3_000_000_000_i64, "master_staff": 20, "graduates": 8, "provincial_platforms": 2,
        "provincial_awards": 1, "provincial_projects": 2, "venture_capital": 0});
    let year = |year: i32, revenue: i64, rd: i64| {
        json!({"year": year, "revenue": revenue, "rd_expense": rd, "profit": 300_000_000_i64, "assets": 5_000_000_000_i64,
            "liabilities": 2_000_000_000_i64})
    };
    rich["finance"] = json!([year(2025, 4_000_000_000, 400_000_000), year(2024, 3_200_000_000, 320_000_000)]);
    rich
}

async fn say(firm: &Member, version: i32, profile: Value) {
    firm.client.if_match(version).put("/api/enterprise/profile", profile).await.expect(200);
}

#[tokio::test]
async fn what_is_said_makes_the_score_and_a_risk_caps_it() {
    let stage = crate::stage::start().await;
    stage.set("score_unverified_most", 100).await;
    let firm = stage.enterprise(1).await;
    let little = own(&firm).await;
    assert_eq!((&little["official"], &little["source"]), (&json!(false), &json!("平台示范权重，待按官方附件替换")));
    assert_eq!((&little["result"]["stage"], &little["result"]["grade"]), (&json!("growing"), &json!("e")));
    let research = indicator(&little, "rd_staff_share");
    assert_eq!(
        (&research["value"], &research["source"], &research["dated"]),
        (&json!(3_488), &json!("own"), &json!("2026-11-23"))
    );
    let unknown = indicator(&little, "graduates");
    assert_eq!((&unknown["value"], &unknown["points"], &unknown["weight"]), (&Value::Null, &json!(0), &json!(3)));

    say(&firm, 1, rich()).await;
    let score = own(&firm).await;
    assert_eq!((&score["result"]["points"], &score["result"]["grade"]), (&json!(88), &json!("a")));
    let expense = indicator(&score, "rd_expense");
    assert_eq!(
        (&expense["value"], &expense["source"], &expense["dated"]),
        (&json!(400_000_000), &json!("own"), &Value::Null)
    );
    let groups = score["result"]["groups"].as_array().expect("groups").clone();
    let sum: i64 = groups.iter().filter_map(|group| group["points"].as_i64()).sum();
    assert_eq!((sum + 50) / 100, 88);
    let weights: i64 = groups.iter().filter_map(|group| group["weight"].as_i64()).sum();
    assert_eq!(weights, 100);
    let shown = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    assert_eq!(
        (&shown["innovation"]["graduates"], &shown["origins"]["graduates"]["on"]),
        (&json!(8), &json!("2026-11-23"))
    );

    // A lasting risk caps it, a repaired one does not; a void score is nothing.
    for (version, kind, repaired, want) in [
        (2, "tax_arrears", Value::Null, 40),
        (3, "serious_violation", Value::Null, 0),
        (4, "tax_arrears", json!("2026-11-01"), 88),
    ] {
        let mut risky = rich();
        risky["risks"] = json!([{"kind": kind, "since": "2026-01-05", "repaired_on": repaired, "note": null}]);
        say(&firm, version, risky).await;
        let score = own(&firm).await;
        assert_eq!((&score["result"]["points"], &score["result"]["raw"]), (&json!(want), &json!(88)), "{kind}");
        assert_eq!(score["result"]["negatives"].as_array().map(Vec::len), Some(usize::from(repaired.is_null())));
    }
    // Without age or revenue there is no stage, so there is no score.
    let mut unsaid = rich();
    unsaid["founded_on"] = Value::Null;
    say(&firm, 5, unsaid).await;
    assert_eq!(own(&firm).await["result"], Value::Null);
    let mut wrong = rich();
    (wrong["innovation"]["master_staff"], wrong["innovation"]["graduates"]) = (json!(999), json!(-1));
    let wrong = firm.client.if_match(6).put("/api/enterprise/profile", wrong).await.expect(422);
    assert_eq!(wrong.fields(), ["innovation.master_staff", "innovation.graduates"]);
    stage.finish().await;
}

#[tokio::test]
async fn weights_count_from_their_day_on() {
    let stage = crate::stage::start().await;
    stage.set("score_unverified_most", 100).await;
    let firm = stage.enterprise(1).await;
    say(&firm, 1, rich()).await;
    let path = "/api/operator/score-weights";
    let tables = stage.operator.get(path).await.expect(200).body;
    let shipped = tables[0].clone();
    assert_eq!(
        (&shipped["shipped"], &shipped["in_force"], &shipped["editable"]),
        (&json!(true), &json!(true), &json!(false))
    );
    let mut table = shipped["table"].clone();
    for row in table["rows"].as_array_mut().expect("rows") {
        row["weight"] = json!(if row["indicator"] == "provincial_awards" { 100 } else { 0 });
    }
    let input = |day: &str, table: &Value| json!({"effective_on": day, "official": true, "source": "官方附件（演示）", "table": table});
    let put = async |version: i32, body: Value| stage.operator.if_match(version).put(path, body).await;
    assert_eq!(put(0, input("2026-11-22", &table)).await.expect(422).fields(), ["effective_on"]);
    let mut wrong = table.clone();
    wrong["rows"][0]["weight"] = json!(1);
    assert_eq!(put(0, input("2026-12-01", &wrong)).await.expect(422).fields(), ["table.rows"]);
    put(0, input("2026-12-01", &table)).await.expect(200);
    assert_eq!(put(0, input("2026-12-01", &table)).await.refused(409), "conflict.stale");
    let tables = put(1, input("2026-12-01", &table)).await.expect(200).body;
    let dates: Vec<_> =
        tables.as_array().expect("tables").iter().map(|one| (&one["effective_on"], &one["in_force"])).collect();
    assert_eq!(dates, [(&json!("2026-12-01"), &json!(false)), (&json!("2024-01-01"), &json!(true))]);
    assert_eq!(own(&firm).await["result"]["points"], 88);
    // Midnight of that day in Shanghai.
    stage.app.clock.set("2026-11-30T16:00:00Z".parse().expect("a moment"));
    let firm = stage.again(&firm, 1).await;
    let score = own(&firm).await;
    assert_eq!((&score["result"]["points"], &score["official"]), (&json!(100), &json!(true)));
    stage.finish().await;
}

#[tokio::test]
async fn institutions_see_the_grade_before_consent_and_the_score_by_it() {
    let stage = crate::stage::start().await;
    stage.set("anonymity_k", 1).await;
    stage.set("score_unverified_most", 100).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    say(&firm, 1, rich()).await;
    let demand = stage.published(&firm, 100).await;
    let masked = bank.client.get(&format!("/api/market/demands/{demand}")).await.expect(200).body;
    assert_eq!(masked["score_grade"], "a");
    let order = grab(&bank, &demand, 100).await.expect(201).id();
    let page = format!("/api/institution/orders/{order}");
    assert_eq!(bank.client.get(&page).await.expect(200).body["enterprise"], Value::Null);
    assert_eq!(bank.client.get("/api/enterprise/score").await.refused(403), "auth.forbidden");

    // Business opens the points, the finances their values too, neither nothing.
    let confirm = json!({"scopes": ["identity", "contact", "business", "finance"], "authorization_version": 1});
    step(&firm, &order, "confirm", confirm).await.expect(200);
    let score = bank.client.get(&page).await.expect(200).body["enterprise"]["score"].clone();
    assert_eq!((&score["points"], score["indicators"].as_array().map(Vec::len)), (&json!(88), Some(18)));
    let consents = firm.client.get("/api/enterprise/consents").await.expect(200).body;
    let id = consents["items"][0]["id"].as_str().expect("an id").to_owned();
    for (version, scopes, want) in
        [(1, json!(["identity", "contact", "business"]), Some(0)), (2, json!(["identity", "contact"]), None)]
    {
        let body = json!({"scopes": scopes});
        firm.client.if_match(version).post(&format!("/api/enterprise/consents/{id}/narrow"), body).await.expect(200);
        let score = bank.client.get(&page).await.expect(200).body["enterprise"]["score"].clone();
        assert_eq!(score["indicators"].as_array().map(Vec::len), want);
        assert_eq!(score.is_null(), want.is_none());
    }
    // What has been published keeps the grade of then.
    let mut risky = rich();
    risky["risks"] = json!([{"kind": "serious_violation", "since": null, "repaired_on": null, "note": null}]);
    say(&firm, 2, risky).await;
    let masked = bank.client.get(&format!("/api/market/demands/{demand}")).await.expect(200).body;
    assert_eq!(masked["score_grade"], "a");
    stage.finish().await;
}

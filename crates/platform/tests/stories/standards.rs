//! Editions of the classification of industries and of the rules of size: imported, counted from their day on.

use crate::{
    account_links::operator_again,
    stage::{Member, Stage, profile},
};
use axum::http::header;
use chrono::TimeDelta;
use jinqiao_platform::enterprises::refresh_sizes;
use serde_json::{Value, json};

/// The edition in force as a sheet.
async fn sheet(stage: &Stage, kind: &str) -> String {
    let reply = stage.operator.get(&format!("/api/operator/standards/{kind}/sheet")).await.expect(200);
    assert_eq!(reply.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    String::from_utf8(reply.bytes.to_vec()).expect("UTF-8")
}

/// The rules of size in which manufacturing needs a hundred people to be small.
async fn stricter(stage: &Stage) -> String {
    let sheet = sheet(stage, "sizes").await;
    let stricter = sheet.replace(
        "\nC,从业人员+营业收入,1000,40000,300,2000,20,300,",
        "\nC,从业人员+营业收入,1000,40000,300,2000,100,300,",
    );
    assert_ne!(stricter, sheet);
    stricter
}

fn edition(csv: &str, valid_from: &str) -> Value {
    json!({"csv": csv, "valid_from": valid_from, "source": "国统字〔2026〕1号"})
}

async fn size(firm: &Member) -> (Value, Value) {
    let profile = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    (profile["size"].clone(), profile["size_computed"].clone())
}

#[tokio::test]
async fn sizes_follow_the_edition_of_the_day() {
    let stage = crate::stage::start().await;
    let (firm, other) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let mut claims = profile();
    (claims["size_override"], claims["size_reason"]) = (json!("medium"), json!("集团合并口径"));
    other.client.if_match(1).put("/api/enterprise/profile", claims).await.expect(200);
    let csv = stricter(&stage).await;
    let preview =
        stage.operator.post("/api/operator/standards/sizes/preview", edition(&csv, "2026-11-25")).await.expect(200);
    assert_eq!(
        preview.body,
        json!({"rows": 47, "added": 0, "removed": 0, "removed_codes": [], "changed": 1, "enterprises": 1,
            "without_size": 0, "replaces": null})
    );
    // What goes, and who would have no size, is said before it counts.
    let narrower: String =
        csv.lines().filter(|line| !line.starts_with("65,")).map(|line| format!("{line}\n")).collect();
    let sizeless = csv.lines().map(|line| match line.split_once(',') {
        Some(("C", _)) => "Ｃ,不划型,,,,,,,国统字〔2026〕1号\n".to_owned(),
        _ => format!("{line}\n"),
    });
    for (sheet, gone, without) in [(narrower, json!(["65"]), 0), (sizeless.collect(), json!([]), 1)] {
        let input = edition(&sheet, "2026-11-25");
        let shown = stage.operator.post("/api/operator/standards/sizes/preview", input).await.expect(200).body;
        assert_eq!((&shown["removed_codes"], &shown["without_size"]), (&gone, &json!(without)));
    }
    let list = stage.operator.get("/api/operator/standards").await.expect(200).body;
    assert_eq!(list.as_array().map(Vec::len), Some(2), "a preview stores nothing");

    // From the day after tomorrow on.
    let list = stage.operator.post("/api/operator/standards/sizes", edition(&csv, "2026-11-25")).await.expect(200).body;
    let sizes: Vec<_> = list.as_array().expect("a list").iter().filter(|one| one["kind"] == "sizes").collect();
    assert_eq!(
        (&sizes[0]["in_force"], &sizes[0]["removable"], &sizes[0]["rows"]),
        (&json!(false), &json!(true), &json!(47))
    );
    assert_eq!((&sizes[1]["in_force"], &sizes[1]["shipped"]), (&json!(true), &json!(true)));
    assert_eq!(size(&firm).await, (json!("small"), json!("small")));
    let again = stage.operator.post("/api/operator/standards/sizes/preview", edition(&csv, "2026-11-25")).await;
    assert_eq!(again.expect(200).body["replaces"], sizes[0]["source"], "what waits for that day would go");
    let read = async |day: &str| {
        let reply = stage.operator.get(&format!("/api/operator/standards/sizes/sheet?on={day}")).await.expect(200);
        String::from_utf8_lossy(&reply.bytes).into_owned()
    };
    assert_ne!(read("2026-11-24").await, read("2026-11-25").await, "each edition can be read");
    stage.app.clock.advance(TimeDelta::days(2));
    let firm = stage.again(&firm, 1).await;
    assert_eq!(refresh_sizes(&stage.app.db).await.expect("refreshed"), 1);
    assert_eq!(size(&firm).await, (json!("micro"), json!("micro")));
    let other = stage.again(&other, 2).await;
    assert_eq!(size(&other).await, (json!("medium"), json!("micro")), "what a firm claims stays");
    assert_eq!(refresh_sizes(&stage.app.db).await.expect("refreshed"), 0);
    let path = "/api/operator/standards/sizes/2026-11-25";
    let operator = operator_again(&stage).await;
    assert_eq!(operator.delete(path).await.refused(409), "enterprises.standard_in_force");

    // One that counts at once, in place of the one of the same day; profiles that are written go by it too.
    let back = csv.replace(",300,2000,100,300,", ",300,2000,20,300,");
    operator.post("/api/operator/standards/sizes", edition(&back, "2026-11-25")).await.expect(200);
    assert_eq!(size(&firm).await, (json!("small"), json!("small")));
    let version = firm.client.get("/api/enterprise/profile").await.body["version"].clone();
    let saved = firm.client.if_match(version).put("/api/enterprise/profile", profile()).await.expect(200).body;
    assert_eq!(saved["size"], "small");
    stage.finish().await;
}

#[tokio::test]
async fn industries_follow_the_edition_of_the_day() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let mut input = profile();
    input["industry_class"] = json!("3521");
    firm.client.if_match(1).put("/api/enterprise/profile", input.clone()).await.expect(200);
    let csv = sheet(&stage, "industries").await;
    let renamed = csv.replace(",3521,炼油、化工生产专用设备制造", ",3521,炼化专用设备制造");
    let renamed = renamed.replace("\n4,C,3522,", "\n4,C,3520,脑机接口设备制造\n4,C,3522,");
    let preview =
        stage.operator.post("/api/operator/standards/industries/preview", edition(&renamed, "2026-11-23")).await;
    assert_eq!(
        preview.expect(200).body,
        json!({"rows": 1_972, "added": 1, "removed": 0, "removed_codes": [], "changed": 1, "enterprises": 1,
            "without_size": 0, "replaces": null})
    );
    stage.operator.post("/api/operator/standards/industries", edition(&renamed, "2026-11-23")).await.expect(200);
    let profile = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    assert_eq!(profile["industry_class_name"], "炼化专用设备制造");
    let query = "/api/industries?q=%E8%84%91%E6%9C%BA%E6%8E%A5%E5%8F%A3";
    let found = firm.client.get(query).await.expect(200).body;
    assert_eq!((&found["classes"][0]["code"], &found["source"]), (&json!("3520"), &json!("国统字〔2026〕1号")));
    assert_eq!(found["effective_on"], "2026-11-23");

    // A class that is gone has to be chosen anew with the next change of the profile.
    let without = renamed.replace("4,C,3521,炼化专用设备制造\n", "");
    stage.operator.post("/api/operator/standards/industries", edition(&without, "2026-11-23")).await.expect(200);
    let refused = firm.client.if_match(2).put("/api/enterprise/profile", input).await.expect(422);
    assert_eq!(refused.fields(), ["industry_class"]);
    stage.finish().await;
}

#[tokio::test]
async fn what_is_wrong_is_named_by_line_and_nothing_is_stored() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let csv = stricter(&stage).await;
    let wrong = csv.replace("\nA,", "\nX,").replace("\n85,从业人员,300", "\n85,从业人员,3");
    // One of its divisions is named, and the others of the section are not.
    let unnamed: String = csv.lines().filter(|line| !line.starts_with("I,")).map(|line| format!("{line}\n")).collect();
    let lines = ["85,", "X,"].map(|start| wrong.lines().position(|line| line.starts_with(start)).expect("a line") + 1);
    let lines = lines.map(|line| format!("csv[{line}]"));
    for (kind, input, fields) in [
        ("sizes", edition(&csv, "2026-11-22"), vec!["valid_from"]),
        ("sizes", json!({"csv": csv, "valid_from": "2026-11-23", "source": "无"}), vec!["source"]),
        ("sizes", edition(&wrong, "2026-11-23"), lines.each_ref().map(String::as_str).to_vec()),
        ("sizes", edition("行业代码,指标\n", "2026-11-23"), vec!["csv"]),
        // Columns are read by their place.
        (
            "sizes",
            edition(&csv.replace(",大型,大型（指标二）,", ",大型（指标二）,大型,"), "2026-11-23"),
            vec!["csv[1]", "csv[1]"],
        ),
        ("industries", edition("层级,代码,门类,名称\n1,A,A,农业", "2026-11-23"), vec!["csv[1]", "csv[1]"]),
        ("sizes", edition("C,\"从业人员\nI,从业人员", "2026-11-23"), vec!["csv[1]"]),
        // Firms of all other sections would lose their size.
        ("sizes", edition(csv.lines().nth(1).expect("a row"), "2026-11-23"), vec!["csv"]),
        ("sizes", edition(&unnamed, "2026-11-23"), vec!["csv"]),
        ("industries", edition("1,A,A,农业\n9,A,01,x", "2026-11-23"), vec!["csv[2]"]),
        ("industries", edition("1,A,A,农业\n2,A,01,农业", "2026-11-23"), vec!["csv"]),
    ] {
        for path in ["", "/preview"] {
            let reply = stage.operator.post(&format!("/api/operator/standards/{kind}{path}"), input.clone()).await;
            assert_eq!(reply.expect(422).fields(), fields, "{kind} {input:.80}");
        }
    }
    let list = stage.operator.get("/api/operator/standards").await.expect(200).body;
    assert_eq!(list.as_array().map(Vec::len), Some(2));
    for client in [&firm.client, &stage.app.visitor()] {
        let reply = client.post("/api/operator/standards/sizes", edition(&csv, "2026-11-23")).await;
        assert!([401, 403].contains(&reply.status.as_u16()));
    }
    // An edition that does not count yet is taken out again.
    stage.operator.post("/api/operator/standards/sizes", edition(&csv, "2026-12-01")).await.expect(200);
    let list = stage.operator.delete("/api/operator/standards/sizes/2026-12-01").await.expect(200).body;
    assert_eq!(list.as_array().map(Vec::len), Some(2));
    assert_eq!(stage.operator.delete("/api/operator/standards/sizes/2026-12-01").await.refused(404), "not_found");
    stage.finish().await;
}

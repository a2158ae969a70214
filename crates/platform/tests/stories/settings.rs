//! What the operator sets and every page shows.

use serde_json::json;

#[tokio::test]
async fn everybody_reads_what_pages_show_and_only_the_operator_sets_it() {
    let stage = crate::stage::start().await;
    let (visitor, operator) = (stage.app.visitor(), &stage.operator);
    let settings = visitor.get("/api/settings").await.expect(200).body;
    assert_eq!((&settings["texts"]["site_name"], &settings["texts"]["site_icp"]), (&json!("金桥"), &json!("")));
    assert_eq!((&settings["numbers"]["review_days"], &settings["numbers"]["consent_days"]), (&json!(1), &json!(90)));
    assert!(settings["numbers"]["storage_megabytes"].is_null(), "what no page shows stays with the operator");
    operator.put("/api/operator/parameters/review_days", json!({"value": 2})).await.expect(200);
    let set = operator.put("/api/operator/texts/site_name", json!({"value": " 渝桥 "})).await.expect(200).body;
    assert_eq!((&set[0]["key"], &set[0]["value"]), (&json!("site_name"), &json!("渝桥")));
    operator.put("/api/operator/texts/site_icp", json!({"value": "渝ICP备12345678号"})).await.expect(200);
    operator.put("/api/operator/texts/site_host", json!({"value": ""})).await.expect(200);
    let settings = visitor.get("/api/settings").await.expect(200).body;
    let texts = &settings["texts"];
    assert_eq!((&texts["site_name"], &texts["site_host"]), (&json!("渝桥"), &json!("")));
    assert_eq!((&texts["site_icp"], &settings["numbers"]["review_days"]), (&json!("渝ICP备12345678号"), &json!(2)));
    for (key, value) in [("site_name", ""), ("site_name", " "), ("site_icp", "一\n二")] {
        let refused = operator.put(&format!("/api/operator/texts/{key}"), json!({"value": value})).await.expect(422);
        assert_eq!(refused.fields(), ["value"], "{key} {value:?}");
    }
    let long = json!({"value": "长".repeat(101)});
    assert_eq!(operator.put("/api/operator/texts/site_name", long).await.expect(422).fields(), ["value"]);
    operator.put("/api/operator/texts/site_motto", json!({"value": "一"})).await.expect(404);
    visitor.put("/api/operator/texts/site_name", json!({"value": "一"})).await.expect(401);
    stage.finish().await;
}

#[tokio::test]
async fn a_mistyped_filter_is_no_filter() {
    let stage = crate::stage::start().await;
    let refused = stage.operator.get("/api/operator/organizations?stat=active&q=a").await.expect(422);
    assert_eq!(refused.fields(), ["stat"]);
    stage.operator.get("/api/operator/organizations?state=active&q=a&page=2&size=10").await.expect(200);
    assert_eq!(stage.app.visitor().get("/api/settings?utm_source=a").await.expect(422).fields(), ["utm_source"]);
    stage.finish().await;
}

//! Days and moments outside 1900–2199 are refused with the field's name, in bodies and queries, on both engines.

use crate::stage::{Id, demand};
use jinqiao_kernel::local_date;
use serde_json::json;

const OUTSIDE: [&str; 6] = ["-5000-01-01", "0000-01-01", "0001-01-01", "1899-12-31", "2200-01-01", "+12345-01-01"];

#[tokio::test]
async fn a_day_of_no_business_is_refused_by_name() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    for day in OUTSIDE.into_iter().chain(["2027-02-29", "2027-1-1", "", "tomorrow"]) {
        let mut body = demand(100);
        body["need_by"] = json!(day);
        assert_eq!(firm.client.post("/api/enterprise/demands", body).await.expect(422).fields(), ["need_by"], "{day}");
        for (path, field) in [
            ("/api/enterprise/consent-accesses?from=", "from"),
            ("/api/enterprise/consent-accesses?until=", "until"),
            ("/api/team/log?from=", "from"),
            ("/api/team/log?to=", "to"),
            ("/api/points/entries?from=", "from"),
        ] {
            // An empty parameter is one that is not set.
            let day = if day.is_empty() { "x" } else { day };
            let moment = format!("{path}{}T00:00:00Z", day.replace('+', "%2B"));
            assert_eq!(firm.client.get(&moment).await.expect(422).fields(), [field], "{moment}");
        }
    }
    let profile = firm.client.get("/api/enterprise/profile").await.expect(200).body;
    for day in OUTSIDE {
        let loans = json!([{"bank": "示范银行", "amount": 100, "due_on": day}]);
        for (field, body) in
            [("founded_on", json!({"founded_on": day})), ("existing_loans[0].due_on", json!({"existing_loans": loans}))]
        {
            let reply =
                firm.client.if_match(&profile["version"]).put("/api/enterprise/profile", body).await.expect(422);
            assert!(reply.fields().iter().any(|named| named == field), "{field} {day}: {}", reply.body);
        }
    }
    stage.finish().await;
}

#[tokio::test]
async fn money_is_not_needed_yesterday() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let today = local_date(stage.app.db.world().now());
    let wanted = |day: chrono::NaiveDate| {
        let mut body = demand(100);
        body["need_by"] = json!(day);
        body
    };
    let yesterday = today.pred_opt().expect("a day");
    let path = "/api/enterprise/demands";
    assert_eq!(firm.client.post(path, wanted(yesterday)).await.expect(422).fields(), ["need_by"]);
    let made = firm.client.post(path, wanted(today)).await.expect(201);
    assert_eq!(made.body["need_by"], json!(today));
    let edit = wanted(yesterday);
    assert_eq!(
        firm.client.if_match(1).put(&format!("{path}/{}", made.id()), edit).await.expect(422).fields(),
        ["need_by"]
    );
    stage.finish().await;
}

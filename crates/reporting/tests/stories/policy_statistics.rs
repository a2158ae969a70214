//! 政策统计: what a department's policies came to, and who reads the figures.

use crate::stage::{Stage, colleague, department, handed_in, paying_item, review, staff, start};
use chrono::TimeDelta;
use jinqiao_db::{Intent, Tx};
use jinqiao_kernel::Role;
use jinqiao_testkit::Client;
use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::{Value, json};

const PATH: &str = "/api/policy-statistics";

async fn figures(client: &Client, query: &str) -> Value {
    client.get(&format!("{PATH}?{query}")).await.expect(200).body
}

fn counts(body: &Value) -> Vec<(String, i64)> {
    let rows = body["states"].as_array().expect("states").iter();
    rows.map(|row| (row["state"].as_str().expect("a state").into(), row["count"].as_i64().expect("a count"))).collect()
}

#[tokio::test]
async fn a_department_reads_what_its_items_came_to() {
    let stage = start().await;
    let (own, other) = (department(&stage, 1).await, department(&stage, 2).await);
    let second = colleague(&stage, &own, "fushen1").await;
    let item = paying_item(&own, &other, "研发补助", 50_000).await;
    let second_item = paying_item(&own, &other, "技改补助", 80_000).await;
    let mut firms = vec![];
    for number in 1..=3 {
        firms.push(stage.enterprise(number).await);
    }
    let granted = handed_in(&firms[0], &item).await;
    review(&own, &granted, "accept").await.expect(200);
    stage.app.clock.advance(TimeDelta::minutes(20));
    review(&own, &granted, "pass_first").await.expect(200);
    review(&second, &granted, "pass_second").await.expect(200);
    let refused = handed_in(&firms[1], &item).await;
    review(&own, &refused, "not_accept").await.expect(200);
    handed_in(&firms[2], &second_item).await;

    // Budgets open by a reaction to the publication.
    stage.app.settle().await;
    let seen = figures(&own, "").await;
    let want = [("submitted", 1), ("approved", 1), ("not_accepted", 1)];
    assert_eq!(counts(&seen), want.map(|(state, count)| (state.to_owned(), count)));
    let months: Vec<i64> =
        seen["states"][0]["months"].as_array().expect("months").iter().filter_map(Value::as_i64).collect();
    assert_eq!((months.len(), months.iter().sum::<i64>()), (12, 1));
    let outcome = json!({"count": 3, "granted": 1, "refused": 1, "rate": 5_000, "corrections": 0, "corrected": 0});
    assert_eq!(seen["outcome"], outcome);
    assert_eq!((seen["reviews"]["first_count"].as_i64(), seen["reviews"]["second_count"].as_i64()), (Some(1), Some(1)));
    assert!(seen["reviews"]["first"].as_i64() >= Some(0), "{}", seen["reviews"]);
    assert_eq!((seen["firms"]["reached"].as_i64(), seen["firms"]["first_time"].as_i64()), (Some(1), Some(1)));
    assert_eq!(seen["firms"]["sections"][0]["amount"], 5_000_000);
    let approved: i64 =
        seen["quarters"].as_array().expect("four").iter().filter_map(|one| one["approved"].as_i64()).sum();
    assert_eq!(approved, 5_000_000);
    assert_eq!(seen["items"].as_array().map(Vec::len), Some(2));
    let funds =
        json!({"items": 2, "total": 4_000_000_000_i64, "reserved": 5_000_000, "listed": 0, "paid": 0, "recovered": 0});
    assert_eq!(seen["funds"], funds);
    let row = seen["items"].as_array().expect("rows").iter().find(|row| row["title"] == "研发补助").expect("the item");
    assert_eq!((row["reserved"].as_i64(), row["paid"].as_i64()), (Some(5_000_000), Some(0)));

    let one = figures(&own, &format!("policy={second_item}")).await;
    assert_eq!(counts(&one), [("submitted".to_owned(), 1)]);
    assert_eq!((one["items"].as_array().map(Vec::len), one["choices"].as_array().map(Vec::len)), (Some(1), Some(2)));
    assert!(counts(&figures(&own, "year=2025").await).is_empty());
    assert_eq!(own.get(&format!("{PATH}?year=1999")).await.expect(422).fields(), ["year"]);
    // Sums are of all items, however many are listed.
    grown(&stage, 300).await;
    stage.app.clock.advance(TimeDelta::minutes(2));
    let many = figures(&own, "").await;
    assert_eq!((many["items"].as_array().map(Vec::len), many["funds"]["items"].as_i64()), (Some(200), Some(302)));
    assert_eq!(many["choices"].as_array().map(Vec::len), Some(302));
    assert_eq!(many["funds"]["paid"], 300 * 700);
    let paid: i64 = many["quarters"].as_array().expect("four").iter().filter_map(|one| one["paid"].as_i64()).sum();
    assert_eq!(paid, 300 * 700);
    stage.finish().await;
}

/// `many` further items of the first department, each of which has paid 700 fen now.
async fn grown(stage: &Stage, many: usize) {
    let fill = |tx: Tx| async move {
        let conn = tx.conn();
        let id =
            if conn.get_database_backend() == DbBackend::Postgres { "gen_random_uuid()" } else { "randomblob(16)" };
        let first = "SELECT * FROM policies WHERE id = (SELECT policy_id FROM policy_budgets LIMIT 1)";
        conn.execute_unprepared(&format!("CREATE TEMP TABLE alike AS {first}")).await?;
        conn.execute_unprepared("CREATE TEMP TABLE funds AS SELECT * FROM policy_budgets LIMIT 1").await?;
        conn.execute_unprepared("UPDATE funds SET total = NULL, reserved = 0, paid = 700").await?;
        conn.execute_unprepared("CREATE TEMP TABLE moves AS SELECT * FROM policy_budget_moves LIMIT 1").await?;
        conn.execute_unprepared("UPDATE moves SET kind = 'pay', amount = 700").await?;
        for number in 0..many {
            for statement in [
                &format!("UPDATE alike SET id = {id}, no = 'SX-209912-{number:05}'"),
                "INSERT INTO policies SELECT * FROM alike",
                "UPDATE funds SET policy_id = (SELECT id FROM alike)",
                "INSERT INTO policy_budgets SELECT * FROM funds",
                &format!("UPDATE moves SET id = {id}, policy_id = (SELECT id FROM alike)"),
                "INSERT INTO policy_budget_moves SELECT * FROM moves",
            ] {
                conn.execute_unprepared(statement).await?;
            }
        }
        Ok(())
    };
    stage.app.db.write(Intent::system("test"), fill).await.expect("rows");
}

#[tokio::test]
async fn departments_see_their_own_and_others_all() {
    let stage = start().await;
    let (own, other) = (department(&stage, 1).await, department(&stage, 2).await);
    let item = paying_item(&own, &other, "研发补助", 50_000).await;
    let firm = stage.enterprise(1).await;
    handed_in(&firm, &item).await;
    stage.app.settle().await;
    let department = figures(&own, "").await["choices"][0]["department_id"].as_str().expect("an id").to_owned();
    // Whatever it asks for, another department reads its own.
    for query in ["", &format!("department={department}"), &format!("policy={item}")] {
        let seen = figures(&other, query).await;
        assert_eq!((counts(&seen), &seen["items"]), (vec![], &json!([])), "{query}");
    }
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "jiandu1", 8).await;
    for client in [&supervisor, &stage.operator] {
        for query in ["", &format!("department={department}")] {
            assert_eq!(counts(&figures(client, query).await), [("submitted".to_owned(), 1)], "{query}");
        }
    }
    for client in [&firm.client, &stage.institution(4).await.client] {
        client.get(PATH).await.expect(403);
    }
    let sheet = own.post(&format!("{PATH}/export"), json!({})).await.expect(200).body;
    assert_eq!(counts(&sheet), [("submitted".to_owned(), 1)]);
    stage.finish().await;
}

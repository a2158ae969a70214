//! 企业全景: who sees which parts of a firm, and that the firm reads who looked.

use crate::stage::{Stage, colleague, confirm, demand, department, handed_in, paying_item, review, staff, start, step};
use jinqiao_kernel::Role;
use jinqiao_testkit::Client;
use serde_json::{Value, json};

const LOOKS: &str = "/api/enterprise/consent-accesses";
const PARTS: [&str; 6] = ["registration", "business", "finance", "financing", "policies", "standing"];

fn page(firm: &str) -> String {
    format!("/api/firms/{firm}/panorama")
}

fn open(body: &Value) -> Vec<&'static str> {
    PARTS.into_iter().filter(|part| !body[*part].is_null()).collect()
}

async fn looks(client: &Client) -> Vec<Value> {
    client.get(LOOKS).await.expect(200).body["items"].as_array().expect("rows").clone()
}

/// An item, and an application of the firm that has been approved for it.
async fn approved(stage: &Stage, firm: &crate::stage::Member, own: &Client) -> String {
    let checker = department(stage, 8).await;
    let second = colleague(stage, own, "fushen1").await;
    let item = paying_item(own, &checker, "研发补助", 50_000).await;
    let id = handed_in(firm, &item).await;
    for (who, action) in [(own, "accept"), (own, "pass_first"), (&second, "pass_second")] {
        review(who, &id, action).await.expect(200);
    }
    id
}

#[tokio::test]
async fn a_department_sees_the_firms_that_apply_to_it_and_the_firm_reads_it() {
    let stage = start().await;
    let (firm, stranger) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let (own, other) = (department(&stage, 7).await, department(&stage, 9).await);
    own.get(&page(&firm.org)).await.expect(404);
    approved(&stage, &firm, &own).await;
    let seen = own.get(&page(&firm.org)).await.expect(200).body;
    assert_eq!((seen["basis"].as_str(), seen["name"].as_str()), (Some("application"), Some(&*firm.name)));
    assert_eq!(open(&seen), PARTS);
    let policies = &seen["policies"];
    assert_eq!((policies["count"].as_i64(), policies["granted"].as_i64()), (Some(1), Some(5_000_000)), "{policies}");
    assert_eq!(policies["newest"][0]["title"], "研发补助");
    assert_eq!(seen["business"]["titles"], json!(["high_tech"]));
    // Nothing of other firms, of what is no firm, and nothing for a department that it did not apply to.
    for path in
        [page(&stranger.org), page(&stage.institution(3).await.org), page("01a20aaa-0000-7000-8000-00000000ffff")]
    {
        own.get(&path).await.expect(404);
    }
    other.get(&page(&firm.org)).await.expect(404);
    for role in [&firm.client, &stage.institution(4).await.client, &stage.app.visitor()] {
        assert!(role.get(&page(&firm.org)).await.status.is_client_error());
    }
    let noted = looks(&firm.client).await;
    assert_eq!(noted.len(), 1, "{noted:?}");
    assert_eq!((noted[0]["part"].as_str(), noted[0]["what"].as_str()), (Some("panorama"), Some("查看企业全景")));
    assert_eq!((&noted[0]["consent_id"], &noted[0]["order_no"]), (&Value::Null, &Value::Null));
    assert!(looks(&stranger.client).await.is_empty());
    stage.finish().await;
}

#[tokio::test]
async fn a_consent_opens_what_it_says_and_ends() {
    let stage = start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (other, lone) = (stage.institution(3).await, department(&stage, 7).await);
    let (_, order) = stage.order_in(&firm, &bank, "grabbed").await;
    let path = format!("/api/institution/orders/{order}/panorama");
    assert_eq!(bank.client.get(&path).await.refused(409), "consents.closed");
    lone.get(&page(&firm.org)).await.expect(404);
    step(&firm, &order, "confirm", confirm()).await.expect(200);
    let seen = bank.client.get(&path).await.expect(200).body;
    assert_eq!(seen["basis"], "consent");
    let parts = open(&seen);
    assert!(parts.contains(&"registration"), "{parts:?}");
    for closed in ["financing", "policies", "standing"] {
        assert!(!parts.contains(&closed), "{closed}: {parts:?}");
    }
    other.client.get(&path).await.expect(404);
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "jiandu7", 8).await;
    for reader in [&lone, &supervisor] {
        let same = reader.get(&page(&firm.org)).await.expect(200).body;
        assert_eq!(
            open(&same),
            ["registration"],
            "a department reads who it is, and nothing that was opened to the bank"
        );
    }
    let noted = looks(&firm.client).await;
    let of_page = noted.iter().filter(|look| look["part"] == "panorama");
    assert_eq!(of_page.clone().count(), 3);
    assert_eq!(of_page.filter(|look| look["order_no"].is_null()).count(), 0, "each look names its order");
    let consents = firm.client.get("/api/enterprise/consents").await.expect(200).body;
    let consent = consents["items"][0]["id"].as_str().expect("a consent").to_owned();
    let revoke = json!({"reason": "不再需要贷款"});
    firm.client.post(&format!("/api/enterprise/consents/{consent}/revoke"), revoke).await.expect(200);
    assert_eq!(bank.client.get(&path).await.refused(409), "consents.closed");
    lone.get(&page(&firm.org)).await.expect(404);
    stage.finish().await;
}

#[tokio::test]
async fn the_firm_and_the_operator_see_all_of_it_in_sums() {
    let stage = start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    stage.published_as(&firm, demand(300)).await;
    stage.order_in(&firm, &bank, "disbursed").await;
    let own = firm.client.get("/api/enterprise/panorama").await.expect(200).body;
    assert_eq!((own["basis"].as_str(), open(&own).len()), (Some("own"), 6));
    assert!(looks(&firm.client).await.iter().all(|look| look["part"] != "panorama"), "the own look is not noted");
    let seen = stage.operator.get(&page(&firm.org)).await.expect(200).body;
    assert_eq!(seen["basis"], "operator");
    for part in PARTS {
        assert_eq!(seen[part], own[part], "the firm sees what others see");
    }
    let financing = &seen["financing"];
    assert_eq!(
        (financing["demands"]["count"].as_i64(), financing["orders"].as_i64()),
        (Some(2), Some(1)),
        "{financing}"
    );
    assert_eq!(financing["newest"][0]["institution"], bank.name);
    assert_eq!(seen["standing"]["complaints"], json!({"made": 0, "made_open": 0, "about": 0, "about_justified": 0}));
    assert_eq!(looks(&firm.client).await.iter().filter(|look| look["part"] == "panorama").count(), 1);
    stage.finish().await;
}

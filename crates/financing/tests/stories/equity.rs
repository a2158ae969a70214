//! An enterprise sells a share: from the demand to the last tranche (到账).

use crate::stage::{Id, Member, confirm, decision, disbursement, equity_demand, grab, step};
use jinqiao_testkit::Reply;
use serde_json::{Value, json};

async fn invest(fund: &Member, demand: &str, wan: i64) -> Reply {
    let offer = json!({"amount": wan * 1_000_000, "pre_money": wan * 4_000_000, "note": "可协助产业资源对接"});
    fund.client.post(&format!("/api/market/demands/{demand}/invest"), offer).await
}

fn sheet(wan: i64) -> Value {
    json!({"amount": wan * 1_000_000, "pre_money": 4_500_000_000_i64, "conditions": "设一名观察员席位",
        "valid_until": "2026-12-31"})
}

fn tranche(wan: i64, last: bool) -> Value {
    json!({"paid_on": "2026-11-23", "amount": wan * 1_000_000, "voucher_no": "TZ20261123001", "last": last})
}

#[tokio::test]
async fn an_enterprise_sells_a_share() {
    let stage = crate::stage::start().await;
    stage.set("anonymity_k", 1).await;
    let firm = stage.enterprise(1).await;
    let (fund, bank) = (stage.fund(2).await, stage.institution(3).await);
    let mut wrong = equity_demand(1_000);
    wrong["term_months"] = json!(12);
    let refused = firm.client.post("/api/enterprise/demands", wrong).await.expect(422);
    assert_eq!(refused.fields(), ["term_months"]);
    let demand = stage.published_as(&firm, equity_demand(1_000)).await;

    // On the market, in its own list, masked; lenders cannot take it and nobody can lend to it.
    let seen = bank.client.get("/api/market/demands?kind=equity").await.expect(200);
    let row = &seen.body["items"][0];
    assert_eq!((&row["round"], &row["share_bp"], &row["term_months"]), (&json!("a"), &json!(2_000), &Value::Null));
    assert!(!String::from_utf8_lossy(&seen.bytes).contains("国产替代，已获"), "highlights stay hidden");
    assert_eq!(bank.client.get("/api/market/demands?kind=debt").await.expect(200).body["total"], 0);
    assert_eq!(invest(&bank, &demand, 1_000).await.refused(409), "orders.wrong_kind");
    assert_eq!(grab(&fund, &demand, 1_000).await.refused(409), "orders.wrong_kind");
    let overview = stage.app.visitor().get("/api/market/overview").await.expect(200);
    assert_eq!(overview.body["groups"][0]["kind"], "equity");

    let order = invest(&fund, &demand, 1_000).await.expect(201);
    assert_eq!(order.body["equity"]["offer"]["share_bp"], 2_000);
    assert_eq!(order.body["offer"], Value::Null);
    let order = order.id();
    step(&firm, &order, "confirm", confirm()).await.expect(200);
    let opened = fund.client.get(&format!("/api/institution/orders/{order}")).await.expect(200);
    assert!(opened.body["enterprise"]["team"].as_str().is_some_and(|team| team.contains("行业龙头")));
    step(&fund, &order, "contact", json!({"method": "visit", "note": "已实地走访"})).await.expect(200);
    step(&fund, &order, "start-review", json!({})).await.expect(200);

    // A lender's words do not fit an investment.
    assert_eq!(step(&fund, &order, "approve", decision(1_000)).await.refused(409), "orders.wrong_kind");
    let too_much = step(&fund, &order, "term-sheet", sheet(1_001)).await.expect(422);
    assert_eq!(too_much.fields(), ["amount"]);
    let proposed = step(&fund, &order, "term-sheet", sheet(1_000)).await.expect(200);
    assert_eq!(proposed.body["equity"]["term_sheet"]["share_bp"], 1_818);
    step(&firm, &order, "accept", json!({"complete": false})).await.expect(200);
    assert_eq!(step(&fund, &order, "disburse", disbursement(1_000)).await.refused(409), "orders.wrong_kind");

    // The money comes in two tranches; once some has come, nobody walks away.
    step(&fund, &order, "tranches", tranche(600, false)).await.expect(200);
    let refusal = json!({"code": "r14", "text": "双方对后续里程碑的认定存在分歧，暂不继续。"});
    assert_eq!(step(&fund, &order, "refuse", refusal).await.refused(409), "orders.already_paid");
    let withdrawn = step(&firm, &order, "withdraw", json!({"reason": "计划有变"})).await;
    assert_eq!(withdrawn.refused(409), "orders.already_paid");
    let own = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
    let told = own.body["actions"].as_array().expect("actions").iter().find(|told| told["action"] == "withdraw");
    assert_eq!(told.map(|told| &told["allowed"]), Some(&json!(false)));
    assert_eq!(step(&fund, &order, "tranches", tranche(401, true)).await.expect(422).fields(), ["amount"]);
    assert_eq!(step(&fund, &order, "tranches", tranche(400, false)).await.expect(422).fields(), ["last"]);
    let paid = step(&fund, &order, "tranches", tranche(400, true)).await.expect(200);
    assert_eq!((&paid.body["state"], &paid.body["equity"]["paid"]), (&json!("disbursed"), &json!(1_000_000_000_i64)));
    let done = step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    assert_eq!(done.body["state"], "closed");
    let demand = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!(
        (&demand.body["state"], &demand.body["disbursed_amount"]),
        (&json!("fulfilled"), &json!(1_000_000_000_i64))
    );
    let texts: Vec<_> =
        done.body["timeline"].as_array().expect("items").iter().map(|item| item["text"].clone()).collect();
    assert_eq!(
        texts,
        [
            "抢单并提交投资意向，1,000.00 万元",
            "确认对接，授权开放企业信息",
            "已联系企业，开始尽职调查",
            "尽调完成，进入投资决策",
            "通过投决，提交投资条款书，1,000.00 万元",
            "接受投资条款，进入签约，1,000.00 万元",
            "登记到账，后续款项待付，600.00 万元",
            "登记到账，款项已付清，400.00 万元",
            "确认到账，对接完成，1,000.00 万元",
        ]
    );
    stage.app.settle().await;
    let told = firm.client.get("/api/messages").await.expect(200);
    assert!(told.body["items"].as_array().expect("items").iter().any(|item| item["title"] == "收到投资条款书"));
    stage.finish().await;
}

#[tokio::test]
async fn several_investors_share_a_round_and_the_rest_may_stay_open() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let funds = [stage.fund(2).await, stage.fund(3).await];
    let demand = stage.published_as(&firm, equity_demand(1_000)).await;
    for fund in &funds {
        let order = invest(fund, &demand, 500).await.expect(201).id();
        step(&firm, &order, "confirm", confirm()).await.expect(200);
        step(fund, &order, "contact", json!({"method": "phone", "note": "已沟通"})).await.expect(200);
        step(fund, &order, "start-review", json!({})).await.expect(200);
        step(fund, &order, "term-sheet", sheet(500)).await.expect(200);
        step(&firm, &order, "accept", json!({"complete": false})).await.expect(200);
        // The investor pays less than was agreed, and no more comes.
        step(fund, &order, "tranches", tranche(450, true)).await.expect(200);
        step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    }
    let own = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!(own.body["state"], "partially_fulfilled");
    assert_eq!(own.body["disbursed_amount"], 900_000_000);
    stage.finish().await;
}

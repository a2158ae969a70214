//! The platform's main job: an enterprise is financed.

use crate::stage::{Id, confirm, decision, disbursement, grab, offer, step};
use serde_json::json;

#[tokio::test]
async fn an_enterprise_is_financed() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let (first, second) = (stage.institution(2).await, stage.institution(3).await);
    let demand = stage.published(&firm, 200).await;

    // Both banks see it masked and make offers.
    let seen = first.client.get(&format!("/api/market/demands/{demand}")).await.expect(200);
    assert!(!String::from_utf8_lossy(&seen.bytes).contains(&firm.name));
    assert_eq!((seen.body["places_left"].as_i64(), seen.body["staff_band"].as_str()), (Some(5), None));
    let mut dear = offer(200);
    dear["fees"] = json!([{"name": "评估费", "payee": "appraiser", "timing": "upfront", "amount": 2_000_000}]);
    let grabbed = first.client.post(&format!("/api/market/demands/{demand}/grab"), dear).await.expect(201);
    // 3.85 % and 2 万元 on 200 万元 over a year.
    assert_eq!(grabbed.body["offer"]["costs"]["annual_cost"], 4_877);
    assert_eq!(grabbed.body["enterprise"], json!(null));
    let order = grabbed.id();
    let other = grab(&second, &demand, 200).await.expect(201).id();
    assert_eq!(grab(&first, &demand, 200).await.refused(409), "orders.already_grabbed");

    // The enterprise compares, confirms one; only then is it known to that one.
    let offers = firm.client.get(&format!("/api/enterprise/demands/{demand}/orders")).await.expect(200);
    assert_eq!(offers.body.as_array().map(Vec::len), Some(2));
    let thin = json!({"scopes": ["identity"], "authorization_version": 1});
    assert_eq!(step(&firm, &order, "confirm", thin).await.expect(422).fields(), ["scopes"]);
    step(&firm, &order, "confirm", confirm()).await.expect(200);
    let opened = first.client.get(&format!("/api/institution/orders/{order}")).await.expect(200);
    assert_eq!(opened.body["enterprise"]["name"], firm.name);
    assert_eq!(opened.body["enterprise"]["mobile_masked"], "138****0001");
    let closed = second.client.get(&format!("/api/institution/orders/{other}")).await.expect(200);
    assert_eq!(closed.body["enterprise"], json!(null));
    let reveal = format!("/api/institution/orders/{other}/reveal-mobile");
    assert_eq!(second.client.post(&reveal, json!({"reason": "想联系"})).await.refused(409), "consents.closed");
    let reveal = format!("/api/institution/orders/{order}/reveal-mobile");
    let number = first.client.post(&reveal, json!({"reason": "首次联系"})).await.expect(200);
    assert_eq!(number.body["mobile"], "13800000001");
    assert_eq!(second.client.post(&reveal, json!({"reason": "首次联系"})).await.refused(404), "not_found");

    // The bank decides, the enterprise accepts: the other order is lost.
    step(&first, &order, "contact", json!({"method": "phone", "note": "已沟通"})).await.expect(200);
    step(&first, &order, "start-review", json!({})).await.expect(200);
    let too_much = step(&first, &order, "approve", decision(201)).await.expect(422);
    assert_eq!(too_much.fields(), ["amount"]);
    step(&first, &order, "approve", decision(200)).await.expect(200);
    step(&firm, &order, "accept", json!({"complete": false, "annual_cost": 3_800})).await.expect(200);
    let lost = second.client.get(&format!("/api/institution/orders/{other}")).await.expect(200);
    assert_eq!(lost.body["state"], "lost");
    let agreed = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!((agreed.body["state"].as_str(), agreed.body["live_orders"].as_i64()), (Some("agreed"), Some(1)));
    second.client.get(&format!("/api/market/demands/{demand}")).await.expect(200);

    // The money comes and is confirmed.
    let too_much = step(&first, &order, "disburse", disbursement(201)).await.expect(422);
    assert_eq!(too_much.fields(), ["amount"]);
    step(&first, &order, "disburse", disbursement(200)).await.expect(200);
    let done = step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    assert_eq!(done.body["state"], "closed");
    assert_eq!(done.body["disbursement"]["matures_on"], "2027-11-23");
    let demand_now = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!(demand_now.body["state"], "fulfilled");
    assert_eq!(demand_now.body["disbursed_amount"], 200_000_000);
    for (key, value) in
        [("disbursed", 200_000_000), ("served_enterprises", 1), ("success_rate", 10_000), ("demands", 0)]
    {
        assert_eq!(stage.figure(key).await, Some(value), "{key}");
    }

    // Everybody can see what happened, in words.
    let texts: Vec<_> =
        done.body["timeline"].as_array().expect("items").iter().map(|item| item["text"].clone()).collect();
    assert_eq!(
        texts,
        [
            "抢单并提交意向报价，200.00 万元",
            "确认对接，授权开放企业信息",
            "已联系企业，开始尽职调查",
            "资料齐备，进入授信审批",
            "同意授信，200.00 万元",
            "接受授信，进入签约，200.00 万元",
            "登记放款，200.00 万元",
            "确认放款，对接完成，200.00 万元",
        ]
    );
    stage.app.settle().await;
    let titles = |page: &jinqiao_testkit::Reply| {
        page.body["items"].as_array().expect("items").iter().map(|m| m["title"].clone()).collect::<Vec<_>>()
    };
    let to_first = first.client.get("/api/messages").await.expect(200);
    assert_eq!(titles(&to_first), ["企业确认放款", "企业接受授信", "企业确认对接", "已通过认证", "注册审核通过"]);
    let to_second = second.client.get("/api/messages").await.expect(200);
    assert_eq!(titles(&to_second)[0], "企业已选择其他机构");
    assert!(!String::from_utf8_lossy(&to_second.bytes).contains(&firm.name));
    let unread = firm.client.get("/api/messages/unread-count").await.expect(200);
    assert_eq!(unread.body["count"], to_firm_count(&firm.client.get("/api/messages").await));
    stage.finish().await;
}

fn to_firm_count(page: &jinqiao_testkit::Reply) -> serde_json::Value {
    page.body["total"].clone()
}

#[tokio::test]
async fn the_enterprise_sees_who_looked_and_can_close_the_door() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, order) = stage.order_in(&firm, &bank, "contacting").await;
    let path = format!("/api/institution/orders/{order}");
    bank.client.post(&format!("{path}/reveal-mobile"), json!({"reason": "预约上门"})).await.expect(200);
    let consents = firm.client.get("/api/enterprise/consents").await.expect(200);
    let consent = &consents.body["items"][0];
    assert_eq!(
        (consent["state"].as_str(), consent["institution_name"].as_str()),
        (Some("active"), Some(bank.name.as_str()))
    );
    let id = consent["id"].as_str().expect("an id");
    let log = firm.client.get(&format!("/api/enterprise/consent-accesses?consent={id}")).await.expect(200);
    assert_eq!(log.body["items"][0]["reason"], "预约上门");
    let stranger = stage.enterprise(3).await;
    let theirs = stranger.client.get(&format!("/api/enterprise/consent-accesses?consent={id}")).await.expect(200);
    assert_eq!(theirs.body["total"], 0);
    let revoke = format!("/api/enterprise/consents/{id}/revoke");
    stranger.client.post(&revoke, json!({"reason": "撤回"})).await.expect(404);
    firm.client.post(&revoke, json!({"reason": "暂不合作"})).await.expect(200);
    assert_eq!(firm.client.post(&revoke, json!({"reason": "暂不合作"})).await.refused(409), "consents.ended");
    let closed = bank.client.get(&path).await.expect(200);
    assert_eq!(
        (closed.body["enterprise"].clone(), closed.body["consent"]["active"].as_bool()),
        (json!(null), Some(false))
    );
    assert!(!String::from_utf8_lossy(&closed.bytes).contains(&firm.name));
    let reveal = bank.client.post(&format!("{path}/reveal-mobile"), json!({"reason": "预约上门"})).await;
    assert_eq!(reveal.refused(409), "consents.closed");
    stage.finish().await;
}

#[tokio::test]
async fn a_consent_opens_only_what_was_ticked_and_expires() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let demand = stage.published(&firm, 100).await;
    let order = grab(&bank, &demand, 100).await.expect(201).id();
    let scopes = json!({"scopes": ["identity", "contact"], "authorization_version": 1});
    step(&firm, &order, "confirm", scopes).await.expect(200);
    let path = format!("/api/institution/orders/{order}");
    let opened = bank.client.get(&path).await.expect(200);
    assert_eq!(opened.body["enterprise"]["contact_name"], "联系人1");
    for hidden in ["revenue", "reg_capital", "tax_grade", "staff", "main_business", "use_text", "repayment_source"] {
        assert_eq!(opened.body["enterprise"][hidden], json!(null), "{hidden}");
    }
    stage.app.clock.advance(chrono::TimeDelta::days(91));
    let mut again = stage.app.visitor();
    again.login(json!({"login": "user-2", "password": crate::stage::PASSWORD})).await.expect(200);
    let expired = again.get(&path).await.expect(200);
    assert_eq!(expired.body["enterprise"], json!(null));
    stage.finish().await;
}

#[tokio::test]
async fn two_grants_make_up_the_amount_and_never_more() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let demand = stage.published(&firm, 100).await;
    let mut orders = vec![];
    for (number, wan) in [(2, 60), (3, 40), (4, 50)] {
        let bank = stage.institution(number).await;
        let order = grab(&bank, &demand, wan).await.expect(201).id();
        step(&firm, &order, "confirm", confirm()).await.expect(200);
        step(&bank, &order, "contact", json!({"method": "visit", "note": "上门"})).await.expect(200);
        step(&bank, &order, "start-review", json!({})).await.expect(200);
        step(&bank, &order, "approve", decision(wan)).await.expect(200);
        orders.push((bank, order));
    }
    step(&firm, &orders[0].1, "accept", json!({"complete": false, "annual_cost": 3_800})).await.expect(200);
    let over = step(&firm, &orders[2].1, "accept", json!({"complete": false, "annual_cost": 3_800})).await;
    assert_eq!(over.refused(409), "orders.over_demand");
    step(&firm, &orders[1].1, "accept", json!({"complete": false, "annual_cost": 3_800})).await.expect(200);
    let lost = firm.client.get(&format!("/api/enterprise/orders/{}", orders[2].1)).await.expect(200);
    assert_eq!(lost.body["state"], "lost");
    // One of the two fails at signing: the demand takes offers again.
    let reason = json!({"code": "r15", "text": "总行政策调整，本笔业务暂停办理，深表歉意请谅解。"});
    step(&orders[0].0, &orders[0].1, "refuse", reason).await.expect(200);
    let open = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!(
        (open.body["state"].as_str(), open.body["accepted_amount"].as_i64()),
        (Some("negotiating"), Some(40_000_000))
    );
    firm.client
        .if_match(&open.body["version"])
        .post(&format!("/api/enterprise/demands/{demand}/complete"), json!({}))
        .await
        .expect(200);
    step(&orders[1].0, &orders[1].1, "disburse", disbursement(40)).await.expect(200);
    step(&firm, &orders[1].1, "confirm-disbursement", json!({})).await.expect(200);
    let ended = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    assert_eq!(ended.body["state"], "partially_fulfilled");
    stage.finish().await;
}

#[tokio::test]
async fn a_withdrawn_demand_takes_its_orders_along() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let (first, second) = (stage.institution(2).await, stage.institution(3).await);
    let demand = stage.published(&firm, 100).await;
    let order = grab(&first, &demand, 100).await.expect(201).id();
    grab(&second, &demand, 100).await.expect(201);
    let retract = json!({"reason": "额度已用完"});
    step(&first, &order, "retract", retract).await.expect(200);
    let version = firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.body["version"].clone();
    let withdraw = json!({"reason": "改用自有资金"});
    firm.client
        .if_match(version)
        .post(&format!("/api/enterprise/demands/{demand}/withdraw"), withdraw)
        .await
        .expect(200);
    let orders = second.client.get("/api/institution/orders").await.expect(200);
    assert_eq!(orders.body["items"][0]["state"], "withdrawn");
    let third = stage.institution(4).await;
    grab(&third, &demand, 100).await.expect(404);
    stage.app.settle().await;
    let told = second.client.get("/api/messages").await.expect(200);
    assert_eq!(told.body["items"][0]["title"], "需求已撤回");
    stage.finish().await;
}

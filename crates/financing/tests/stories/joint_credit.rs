//! Several institutions lend together under a lead: shares to the fen, each with a consent, an order and a payment of its own.

use crate::stage::joint::{
    Joint, WAN, accept_sheet, act, demand_of, inviting, led, opening, own_order, pay, proposal, propose, reviewed,
    seen, share, sums,
};
use crate::stage::{Id, Member, confirm, disbursed, disbursement, grab, served_enterprises, step, step_at};
use serde_json::{Value, json};

#[tokio::test]
async fn a_joint_credit_with_a_guarantor_is_formed_and_paid() {
    let stage = crate::stage::start().await;
    let (firm, lead, member) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let guarantor = stage.institution_of(4, "guarantor").await;
    let (demand, order) = led(&stage, &firm, &lead, 1_000).await;
    let mut input = proposal(1_000, 300, &[&member, &guarantor]);
    input["guaranteed"] = json!(400 * WAN);
    // The lead takes 15 % at least, leaves 30 % to others, and names nobody.
    for share in [150 * WAN - 1, 700 * WAN + 1] {
        let mut wrong = input.clone();
        wrong["share"] = json!(share);
        assert_eq!(propose(&lead, &order, wrong).await.expect(422).fields(), ["share"], "{share}");
    }
    let mut telling = input.clone();
    telling["note"] = json!(format!("{}需要资金", firm.name));
    assert_eq!(propose(&lead, &order, telling).await.expect(422).fields(), ["note"]);
    let id = propose(&lead, &order, input.clone()).await.expect(201).id();
    let joint = Joint { demand, order, id };
    let again = propose(&lead, &joint.order, input).await;
    assert_eq!(again.refused(409), "joint_credits.already_running");
    // Before the enterprise agrees, nobody who is to be invited knows of it.
    let path = format!("/api/institution/joint-credits/{}", joint.id);
    assert_eq!(member.client.get(&path).await.refused(404), "not_found");
    act(&firm, &joint.id, "consent", json!({})).await.expect(200);

    // Invited: figures, but not who it is.
    let invited = member.client.get(&path).await.expect(200);
    let text = String::from_utf8_lossy(&invited.bytes).into_owned();
    assert!(!text.contains(&firm.name) && !text.contains(&firm.org), "masked until the enterprise opens its data");
    assert_eq!((&invited.body["role"], &invited.body["own"]["state"]), (&json!("lender"), &json!("invited")));
    let list = member.client.get("/api/institution/joint-credits?part=member").await.expect(200);
    assert_eq!(list.body["items"][0]["id"], joint.id);
    act(&member, &joint.id, "commit", share(700, 420)).await.expect(200);
    assert_eq!(act(&lead, &joint.id, "form", json!({})).await.refused(409), "joint_credits.not_full");
    let dear = json!({"amount": 400 * WAN, "rate": null, "fee": 401 * WAN});
    assert_eq!(act(&guarantor, &joint.id, "commit", dear).await.expect(422).fields(), ["fee"]);
    let fee = json!({"amount": 400 * WAN, "rate": null, "fee": 4 * WAN});
    act(&guarantor, &joint.id, "commit", fee).await.expect(200);
    assert_eq!(act(&member, &joint.id, "form", json!({})).await.refused(403), "joint_credits.not_lead");
    let formed = act(&lead, &joint.id, "form", json!({})).await.expect(200);
    assert_eq!(formed.body["state"], "formed");

    // The enterprise opens its data to each of them, with a consent and an order of its own.
    let text = String::from_utf8_lossy(&member.client.get(&path).await.expect(200).bytes).into_owned();
    assert!(!text.contains(&firm.name), "still masked");
    act(&firm, &joint.id, "open-data", opening()).await.expect(200);
    let opened = seen(&member, &joint.id).await;
    assert_eq!((&opened["state"], &opened["enterprise_name"]), (&json!("joint_review"), &json!(firm.name)));
    assert_eq!(opened["members"].as_array().map(Vec::len), Some(3));
    let consents = firm.client.get("/api/enterprise/consents").await.expect(200).body;
    assert_eq!(consents["total"], 3);
    let order = own_order(&member, &joint.id).await;
    let page = member.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
    assert_eq!((&page["enterprise"]["name"], &page["state"]), (&json!(firm.name), &json!("contacting")));
    reviewed(&member, &joint.id).await;
    let alone = step(&member, &order, "approve", crate::stage::decision(700)).await;
    assert_eq!(alone.refused(409), "orders.in_joint_credit");

    // Each decides; the last one makes the sheet.
    for who in [&lead, &member, &guarantor] {
        act(who, &joint.id, "approve", json!({"conditions": "按季提供报表"})).await.expect(200);
    }
    let sheet = seen(&firm, &joint.id).await;
    assert_eq!(sheet["state"], "joint_offer");
    // 30 % at 3.80 and 70 % at 4.20; 4 万元 on 1,000 万元 over a year.
    assert_eq!(
        (&sheet["sheet"]["weighted_rate"], &sheet["sheet"]["costs"]["annual_cost"]),
        (&json!(4_080), &json!(4_490))
    );
    assert_eq!(sheet["sheet"]["agent"], lead.org);
    let alone = step(&firm, &joint.order, "accept", json!({"complete": false, "annual_cost": 3_800})).await;
    assert_eq!(alone.refused(409), "orders.in_joint_credit");
    accept_sheet(&firm, &joint.id, false).await.expect(200);
    let agreed = demand_of(&firm, &joint.demand).await;
    assert_eq!((&agreed["state"], &agreed["accepted_amount"]), (&json!("agreed"), &json!(1_000 * WAN)));
    let nothing = own_order(&guarantor, &joint.id).await;
    let nothing = step(&guarantor, &nothing, "disburse", disbursement(400)).await;
    assert_eq!(nothing.refused(409), "orders.in_joint_credit");
    pay(&firm, &lead, &joint.id, 300 * WAN).await;
    sums(&firm, &joint).await;
    assert_eq!(demand_of(&firm, &joint.demand).await["state"], "agreed");
    pay(&firm, &member, &joint.id, 700 * WAN).await;
    sums(&firm, &joint).await;

    let done = seen(&firm, &joint.id).await;
    assert_eq!(done["state"], "closed");
    let demand = demand_of(&firm, &joint.demand).await;
    assert_eq!((&demand["state"], &demand["disbursed_amount"]), (&json!("fulfilled"), &json!(1_000 * WAN)));
    let guarantees = own_order(&guarantor, &joint.id).await;
    let guarantees = guarantor.client.get(&format!("/api/institution/orders/{guarantees}")).await.expect(200).body;
    assert_eq!(guarantees["state"], "closed");
    assert_eq!(served_enterprises(&stage).await, 1);
    assert_eq!(disbursed(&stage).await, 1_000 * WAN);
    stage.app.settle().await;
    for who in [&firm, &lead, &member, &guarantor] {
        let mail = who.client.get("/api/messages?topic=order&size=100").await.expect(200).body;
        let titles: Vec<_> =
            mail["items"].as_array().expect("items").iter().map(|item| item["title"].clone()).collect();
        assert!(titles.contains(&json!("联合授信完成")), "{}: {titles:?}", who.name);
    }
    stage.finish().await;
}

#[tokio::test]
async fn too_much_is_cut_to_the_fen_after_the_lead() {
    let stage = crate::stage::start().await;
    let (firm, lead) = (stage.enterprise(1).await, stage.institution(2).await);
    let others = [stage.institution(3).await, stage.institution(4).await, stage.institution(5).await];
    let mut input = proposal(1_000, 300, &[]);
    input["open"] = json!(true);
    let joint = inviting(&stage, &firm, &lead, 1_000, input).await;
    let call = others[0].client.get("/api/institution/joint-credits?part=open").await.expect(200).body;
    assert_eq!(call["items"][0]["id"], joint.id);
    for (member, wan) in others.iter().zip([700, 500, 300]) {
        act(member, &joint.id, "commit", share(wan, 400)).await.expect(200);
    }
    // One thinks better of it; the version is that of its own part, so the others don't get in its way.
    act(&others[2], &joint.id, "commit", share(200, 390)).await.expect(200);
    let lent = act(&lead, &joint.id, "commit", share(350, 385)).await.expect(200);
    assert_eq!(lent.body["committed"], 1_750 * WAN);
    act(&lead, &joint.id, "form", json!({})).await.expect(200);
    let view = seen(&firm, &joint.id).await;
    let shares: Vec<_> =
        view["members"].as_array().expect("members").iter().filter_map(|member| member["share"].as_i64()).collect();
    // 650 among 700, 500 and 200: the lead keeps its own.
    assert_eq!(shares, [350 * WAN, 325_000_000, 232_142_857, 92_857_143]);
    assert_eq!(shares.iter().sum::<i64>(), 1_000 * WAN);
    act(&firm, &joint.id, "open-data", opening()).await.expect(200);
    for who in [&lead, &others[0], &others[1], &others[2]] {
        act(who, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    }
    sums(&firm, &joint).await;
    accept_sheet(&firm, &joint.id, false).await.expect(200);
    pay(&firm, &others[1], &joint.id, 232_142_857).await;
    // One backs out after all: the others go on, and the demand knows what is left.
    let order = own_order(&others[0], &joint.id).await;
    let refuse = json!({"code": "r07", "text": "签约前复核发现企业新增对外担保，超出本行准入要求。"});
    step(&others[0], &order, "refuse", refuse).await.expect(200);
    sums(&firm, &joint).await;
    assert_eq!(seen(&firm, &joint.id).await["total"], 675_000_000, "what the others give");
    pay(&firm, &lead, &joint.id, 350 * WAN).await;
    pay(&firm, &others[2], &joint.id, 92_857_143).await;
    assert_eq!(seen(&firm, &joint.id).await["state"], "closed");
    let demand = demand_of(&firm, &joint.demand).await;
    assert_eq!(demand["disbursed_amount"], 675_000_000);
    assert_eq!(demand["state"], "negotiating", "the rest is still wanted");
    stage.finish().await;
}

#[tokio::test]
async fn a_guarantor_is_paid_for_what_it_covers() {
    let stage = crate::stage::start().await;
    let (firm, lead, bank) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let sureties = [stage.institution_of(4, "guarantor").await, stage.institution_of(5, "guarantor").await];
    let mut input = proposal(1_000, 400, &[&bank, &sureties[0], &sureties[1]]);
    input["guaranteed"] = json!(500 * WAN);
    let joint = inviting(&stage, &firm, &lead, 1_000, input).await;
    act(&bank, &joint.id, "pass", json!({"reason": "暂无额度"})).await.expect(200);
    act(&bank, &joint.id, "commit", share(600, 400)).await.expect(200);
    assert_eq!(seen(&bank, &joint.id).await["own"]["reason"], Value::Null, "it has changed its mind");
    for surety in &sureties {
        let cover = json!({"amount": 400 * WAN, "rate": null, "fee": 400 * WAN});
        act(surety, &joint.id, "commit", cover).await.expect(200);
    }
    act(&lead, &joint.id, "form", json!({})).await.expect(200);
    let view = seen(&firm, &joint.id).await;
    let covers = view["members"].as_array().expect("members").iter().filter(|member| member["role"] == "guarantor");
    let covers: Vec<_> = covers.map(|member| (member["share"].clone(), member["fee"].clone())).collect();
    assert_eq!(covers, vec![(json!(250 * WAN), json!(250 * WAN)); 2]);
    act(&firm, &joint.id, "open-data", opening()).await.expect(200);
    for who in [&lead, &bank, &sureties[0], &sureties[1]] {
        act(who, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    }
    assert_eq!(seen(&firm, &joint.id).await["sheet"]["guarantee_fees"], 500 * WAN);
    accept_sheet(&firm, &joint.id, false).await.expect(200);
    // Once money has been lent under it, neither side ends the guarantee.
    pay(&firm, &lead, &joint.id, 400 * WAN).await;
    let refuse = json!({"code": "r07", "text": "签约前复核发现企业新增对外担保，超出本行准入要求。"});
    let covers = own_order(&sureties[0], &joint.id).await;
    let ended = step(&sureties[0], &covers, "refuse", refuse.clone()).await;
    assert_eq!(ended.refused(409), "joint_credits.guarantee_stands");
    let ended = step(&firm, &covers, "withdraw", json!({"reason": "不再需要担保"})).await;
    assert_eq!(ended.refused(409), "joint_credits.guarantee_stands");
    // A lender leaves after the acceptance: what is guaranteed, and paid for that, follows the loan.
    let order = own_order(&bank, &joint.id).await;
    step(&bank, &order, "refuse", refuse).await.expect(200);
    let left = seen(&firm, &joint.id).await;
    assert_eq!((&left["total"], &left["guaranteed"]), (&json!(400 * WAN), &json!(200 * WAN)));
    let sheet = &left["sheet"];
    assert_eq!((&sheet["guaranteed"], &sheet["guarantee_fees"]), (&json!(200 * WAN), &json!(200 * WAN)));
    stage.app.settle().await;
    let mail = sureties[0].client.get("/api/messages?topic=order&size=100").await.expect(200).body;
    let told = mail["items"].as_array().expect("items").iter().any(|item| item["title"] == "成员不同意授信");
    assert!(told, "the guarantor knows that its share is smaller: {mail}");
    stage.finish().await;
}

/// What has come together is formed, opened, granted by all of `parts` and accepted by the firm.
async fn agreed(firm: &Member, lead: &Member, parts: &[&Member], joint: &Joint) {
    act(lead, &joint.id, "form", json!({})).await.expect(200);
    act(firm, &joint.id, "open-data", opening()).await.expect(200);
    for who in parts {
        act(who, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    }
    accept_sheet(firm, &joint.id, false).await.expect(200);
}

/// Texts of all letters that `who` got under `title`.
async fn letters(who: &Member, title: &str) -> Vec<String> {
    let mail = who.client.get("/api/messages?topic=order&size=100").await.expect(200).body;
    let items = mail["items"].as_array().expect("items").iter().filter(|item| item["title"] == title);
    items.map(|item| item["body"].as_str().expect("a text").to_owned()).collect()
}

#[tokio::test]
async fn what_was_promised_follows_what_is_lent() {
    let stage = crate::stage::start().await;
    let (firm, lead, bank) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let surety = stage.institution_of(4, "guarantor").await;
    let mut input = proposal(1_000, 600, &[&bank, &surety]);
    input["guaranteed"] = json!(500 * WAN);
    let joint = inviting(&stage, &firm, &lead, 1_000, input).await;
    act(&bank, &joint.id, "commit", share(400, 300)).await.expect(200);
    let cover = json!({"amount": 500 * WAN, "rate": null, "fee": 5 * WAN});
    act(&surety, &joint.id, "commit", cover).await.expect(200);
    agreed(&firm, &lead, &[&lead, &bank, &surety], &joint).await;
    stage.app.settle().await;
    let asked = letters(&surety, "企业接受联合授信方案").await;
    assert!(asked[0].contains("签订担保合同") && !asked[0].contains("签约和放款"), "{asked:?}");
    // The cheap bank leaves: everybody reads what is left, and what it costs now.
    let lent = own_order(&lead, &joint.id).await;
    let path = format!("/api/institution/orders/{lent}");
    let before = lead.client.get(&path).await.expect(200).body["version"].clone();
    let order = own_order(&bank, &joint.id).await;
    let refuse = json!({"code": "r07", "text": "签约前复核发现企业新增对外担保，超出本行准入要求。"});
    step(&bank, &order, "refuse", refuse).await.expect(200);
    stage.app.settle().await;
    let whole = "现贷款总额 600.00 万元，担保总额 300.00 万元（担保费 3.00 万元），综合年化成本由 3.991% 变为 4.312%。";
    for (who, own) in [
        (&firm, "如不再合适，尚未放款的对接单可以退出。"),
        (&lead, "贵机构份额现为 600.00 万元。"),
        (&surety, "贵机构担保份额现为 300.00 万元，担保费 3.00 万元。"),
    ] {
        let told = letters(who, "成员不同意授信").await.remove(0);
        assert!(told.contains(&format!("：{}不同意授信，其份额为 400.00 万元。{whole}{own}", bank.name)), "{told}");
    }
    // The lead pays no more than half of what it granted, and that is all: the guarantee and its fee are for that.
    let order = own_order(&lead, &joint.id).await;
    let granted =
        lead.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body["decision"].clone();
    let mut paid = disbursement(300);
    for same in ["rate", "term_months", "repayment", "guarantee"] {
        paid[same] = granted[same].clone();
    }
    paid["differs_because"] = json!("企业首期用款需求减少，按实际用款放款。");
    let unseen = step_at(&lead, &order, "disburse", paid.clone(), before).await;
    assert_eq!(unseen.refused(409), "conflict.stale", "nobody pays what it has not seen");
    step(&lead, &order, "disburse", paid).await.expect(200);
    step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    let done = seen(&firm, &joint.id).await;
    assert_eq!(
        (&done["state"], &done["total"], &done["guaranteed"]),
        (&json!("closed"), &json!(300 * WAN), &json!(150 * WAN))
    );
    let sheet = &done["sheet"];
    assert_eq!((&sheet["total"], &sheet["guaranteed"]), (&json!(300 * WAN), &json!(150 * WAN)));
    assert_eq!((&sheet["guarantee_fees"], &sheet["costs"]["annual_cost"]), (&json!(1_500_000), &json!(4_312)));
    let last = done["timeline"].as_array().and_then(|items| items.last()).expect("an end");
    assert_eq!(
        (&last["kind"], &last["side"], &last["actor"]),
        (&json!("joint_credits.closed"), &json!("system"), &Value::Null)
    );
    sums(&firm, &joint).await;
    // The lead's own list names whom it lends to.
    let list = lead.client.get("/api/institution/joint-credits?part=lead").await.expect(200).body;
    assert_eq!(list["items"][0]["enterprise_name"], firm.name.as_str());
    stage.finish().await;
}

#[tokio::test]
async fn without_its_guarantor_a_loan_is_given_on_credit() {
    let stage = crate::stage::start().await;
    let (firm, lead, bank) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let surety = stage.institution_of(4, "guarantor").await;
    let mut input = proposal(1_000, 600, &[&bank, &surety]);
    (input["guaranteed"], input["guarantee"]) = (json!(500 * WAN), json!("guarantee_company"));
    let joint = inviting(&stage, &firm, &lead, 1_000, input).await;
    act(&bank, &joint.id, "commit", share(400, 300)).await.expect(200);
    let cover = json!({"amount": 500 * WAN, "rate": null, "fee": 5 * WAN});
    act(&surety, &joint.id, "commit", cover).await.expect(200);
    agreed(&firm, &lead, &[&lead, &bank, &surety], &joint).await;
    let order = own_order(&surety, &joint.id).await;
    let refuse = json!({"code": "r07", "text": "签约前复核发现企业新增对外担保，超出本行准入要求。"});
    step(&surety, &order, "refuse", refuse).await.expect(200);
    let left = seen(&firm, &joint.id).await;
    let (guarantee, guaranteed) = (&left["guarantee"], &left["guaranteed"]);
    assert_eq!((guarantee, guaranteed, &left["sheet"]["guarantee_fees"]), (&json!("credit"), &json!(0), &json!(0)));
    // Who pays as if it were guaranteed says why, and the firm sees it.
    let order = own_order(&bank, &joint.id).await;
    let mut paid = disbursement(400);
    for (field, value) in [("rate", json!(3_000)), ("guarantee", json!("guarantee_company"))] {
        paid[field] = value;
    }
    assert_eq!(step(&bank, &order, "disburse", paid).await.expect(422).fields(), ["differs_because"]);
    pay(&firm, &bank, &joint.id, 400 * WAN).await;
    pay(&firm, &lead, &joint.id, 600 * WAN).await;
    assert_eq!(seen(&firm, &joint.id).await["state"], "closed");
    stage.finish().await;
}

#[tokio::test]
async fn draws_that_follow_stay_under_what_was_promised() {
    let stage = crate::stage::start().await;
    let (firm, lead, bank) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let joint = inviting(&stage, &firm, &lead, 1_000, proposal(1_000, 600, &[&bank])).await;
    act(&bank, &joint.id, "commit", share(1_000, 400)).await.expect(200);
    agreed(&firm, &lead, &[&lead, &bank], &joint).await;
    // The lead pays in part and says that more follows: it owes its whole share still.
    let order = own_order(&lead, &joint.id).await;
    let path = format!("/api/institution/orders/{order}");
    let granted = lead.client.get(&path).await.expect(200).body["decision"].clone();
    let mut paid = disbursement(200);
    paid["more_follows"] = json!(true);
    paid["differs_because"] = json!("首笔按优惠利率放款，其余按授信决定执行。");
    for same in ["rate", "term_months", "repayment", "guarantee"] {
        paid[same] = granted[same].clone();
    }
    paid["rate"] = json!(2_000);
    step(&lead, &order, "disburse", paid).await.expect(200);
    step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    pay(&firm, &bank, &joint.id, 400 * WAN).await;
    let done = seen(&firm, &joint.id).await;
    assert_eq!((&done["state"], &done["total"]), (&json!("closed"), &json!(1_000 * WAN)));
    assert_eq!(done["sheet"]["lines"][0]["rate"], 3_800, "what follows is paid as it was granted");
    stage.app.settle().await;
    let told = letters(&firm, "联合授信完成").await.remove(0);
    assert!(told.contains("合计 600.00 万元，其余 400.00 万元 分次提款"), "{told}");
    sums(&firm, &joint).await;
    stage.finish().await;
}

#[tokio::test]
async fn a_member_that_refuses_late_is_replaced() {
    let stage = crate::stage::start().await;
    let (firm, lead) = (stage.enterprise(1).await, stage.institution(2).await);
    let (fickle, heir) = (stage.institution(3).await, stage.institution(4).await);
    let joint = inviting(&stage, &firm, &lead, 1_000, proposal(1_000, 400, &[&fickle])).await;
    act(&fickle, &joint.id, "commit", share(600, 400)).await.expect(200);
    act(&lead, &joint.id, "form", json!({})).await.expect(200);
    act(&firm, &joint.id, "open-data", opening()).await.expect(200);
    act(&lead, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    let order = own_order(&fickle, &joint.id).await;
    let thin = json!({"code": "r10", "text": "不行"});
    assert_eq!(step(&fickle, &order, "refuse", thin).await.expect(422).fields(), ["text"]);
    let refuse = json!({"code": "r10", "text": "企业可供抵押资产不足，无法满足本行担保要求。"});
    step(&fickle, &order, "refuse", refuse).await.expect(200);

    // Its share is placed again; the lead's grant stands.
    let view = seen(&lead, &joint.id).await;
    assert_eq!((&view["state"], &view["committed"]), (&json!("inviting"), &json!(400 * WAN)));
    let gone = view["members"][1].clone();
    // Others read the words, and no code.
    assert_eq!((&gone["state"], &gone["refusal_code"]), (&json!("refused"), &Value::Null));
    assert!(gone["reason"].as_str().is_some_and(|reason| reason.contains("抵押资产不足")), "{gone}");
    let back = act(&fickle, &joint.id, "commit", share(600, 400)).await;
    assert_eq!(back.refused(409), "joint_credits.wrong_state");
    act(&lead, &joint.id, "invite", json!({"institutions": [heir.org], "open": false})).await.expect(200);
    act(&heir, &joint.id, "commit", share(700, 410)).await.expect(200);
    act(&lead, &joint.id, "form", json!({})).await.expect(200);
    let opened = act(&firm, &joint.id, "open-data", opening()).await.expect(200);
    assert_eq!(opened.body["state"], "joint_review");
    act(&heir, &joint.id, "approve", json!({"conditions": null})).await.expect(200);
    let offer = seen(&firm, &joint.id).await;
    assert_eq!((&offer["state"], &offer["sheet"]["lines"][1]["share"]), (&json!("joint_offer"), &json!(600 * WAN)));
    sums(&firm, &joint).await;

    // The enterprise declines: all orders that were offered end, and so does the demand's waiting.
    act(&firm, &joint.id, "decline", json!({"reason": "综合成本偏高"})).await.expect(200);
    let lead_order = lead.client.get(&format!("/api/institution/orders/{}", joint.order)).await.expect(200).body;
    assert_eq!(lead_order["state"], "declined_offer");
    assert_eq!(demand_of(&firm, &joint.demand).await["state"], "open");
    // Whoever was turned down before it knew the enterprise reads nothing of its words.
    stage.finish().await;
}

#[tokio::test]
async fn a_bank_that_offered_by_itself_takes_part_with_its_own_order() {
    let stage = crate::stage::start().await;
    let (firm, lead, rival) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let (demand, order) = led(&stage, &firm, &lead, 1_000).await;
    let own = grab(&rival, &demand, 500).await.expect(201).id();
    let id = propose(&lead, &order, proposal(1_000, 600, &[&rival])).await.expect(201).id();
    act(&firm, &id, "consent", json!({})).await.expect(200);
    act(&rival, &id, "commit", share(400, 400)).await.expect(200);
    act(&lead, &id, "form", json!({})).await.expect(200);
    act(&firm, &id, "open-data", opening()).await.expect(200);
    assert_eq!(own_order(&rival, &id).await, own, "one order for each institution");
    let page = rival.client.get(&format!("/api/institution/orders/{own}")).await.expect(200).body;
    assert_eq!((&page["state"], &page["enterprise"]["name"]), (&json!("contacting"), &json!(firm.name)));

    // The lead gives it up: both go on alone.
    act(&lead, &id, "cancel", json!({"reason": "内部额度调整"})).await.expect(200);
    reviewed(&rival, &id).await;
    for (who, order, wan) in [(&lead, &order, 600), (&rival, &own, 400)] {
        let free = who.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
        assert_eq!((&free["state"], &free["joint_id"]), (&json!("credit_review"), &Value::Null));
        step(who, order, "approve", crate::stage::decision(wan)).await.expect(200);
        step(&firm, order, "accept", json!({"complete": false, "annual_cost": 3_800})).await.expect(200);
    }
    assert_eq!(demand_of(&firm, &demand).await["accepted_amount"], 1_000 * WAN);
    stage.finish().await;
}

#[tokio::test]
async fn it_ends_with_what_it_hangs_on() {
    let stage = crate::stage::start().await;
    let (firm, lead, member) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    // The demand is taken back while both review.
    let joint = inviting(&stage, &firm, &lead, 1_000, proposal(1_000, 400, &[&member])).await;
    act(&member, &joint.id, "commit", share(600, 400)).await.expect(200);
    act(&lead, &joint.id, "form", json!({})).await.expect(200);
    act(&firm, &joint.id, "open-data", opening()).await.expect(200);
    let version = demand_of(&firm, &joint.demand).await["version"].clone();
    let withdraw = json!({"reason": "项目暂缓"});
    firm.client
        .if_match(version)
        .post(&format!("/api/enterprise/demands/{}/withdraw", joint.demand), withdraw)
        .await
        .expect(200);
    assert_eq!(seen(&lead, &joint.id).await["state"], "failed");
    let order = own_order(&member, &joint.id).await;
    let order = member.client.get(&format!("/api/institution/orders/{order}")).await.expect(200).body;
    assert_eq!(order["state"], "withdrawn");

    // Another bank's offer is accepted meanwhile: everybody else is lost.
    let other = stage.institution(4).await;
    let joint = inviting(&stage, &firm, &lead, 800, proposal(800, 400, &[&member])).await;
    let rival = grab(&other, &joint.demand, 800).await.expect(201).id();
    act(&member, &joint.id, "commit", share(400, 400)).await.expect(200);
    act(&lead, &joint.id, "form", json!({})).await.expect(200);
    act(&firm, &joint.id, "open-data", opening()).await.expect(200);
    step(&firm, &rival, "confirm", confirm()).await.expect(200);
    step(&other, &rival, "contact", json!({"method": "phone", "note": "已沟通"})).await.expect(200);
    step(&other, &rival, "start-review", json!({})).await.expect(200);
    step(&other, &rival, "approve", crate::stage::decision(800)).await.expect(200);
    step(&firm, &rival, "accept", json!({"complete": false, "annual_cost": 3_800})).await.expect(200);
    assert_eq!(seen(&firm, &joint.id).await["state"], "failed");
    let demand = demand_of(&firm, &joint.demand).await;
    assert_eq!((&demand["state"], &demand["live_orders"]), (&json!("agreed"), &json!(1)));
    stage.finish().await;
}

#[tokio::test]
async fn who_has_no_part_sees_nothing() {
    let stage = crate::stage::start().await;
    let (firm, lead, member) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let joint = inviting(&stage, &firm, &lead, 1_000, proposal(1_000, 400, &[&member])).await;
    let (stranger, fund) = (stage.institution(4).await, stage.fund(5).await);
    let path = format!("/api/institution/joint-credits/{}", joint.id);
    assert_eq!(stranger.client.get(&path).await.refused(404), "not_found");
    let other = stage.enterprise(6).await;
    assert_eq!(
        other.client.get(&format!("/api/enterprise/joint-credits/{}", joint.id)).await.refused(404),
        "not_found"
    );
    let first = json!({"amount": 600 * WAN, "rate": 4_000, "fee": 0});
    assert_eq!(
        stranger.client.if_match(0).post(&format!("{path}/commit"), first.clone()).await.refused(404),
        "not_found"
    );
    // An open call is for those who are certified and lend.
    act(&lead, &joint.id, "invite", json!({"institutions": [], "open": true})).await.expect(200);
    stranger.client.get(&path).await.expect(200);
    assert_eq!(
        fund.client.if_match(0).post(&format!("{path}/commit"), first).await.refused(409),
        "joint_credits.wrong_type"
    );
    let newcomer = stage.applicant("institution", 7).await;
    stage.decide(&newcomer, 1, "approve", json!({})).await.expect(200);
    assert_eq!(newcomer.client.get(&path).await.refused(404), "not_found");
    // Candidates are certified, lend or guarantee, and are not oneself.
    let found = lead.client.get("/api/institution/joint-candidates?size=100").await.expect(200).body;
    let names: Vec<_> = found["items"].as_array().expect("items").iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, [json!(member.name), json!(stranger.name)]);
    // The enterprise does not want one of them: it never learns who asked.
    act(&member, &joint.id, "commit", share(300, 400)).await.expect(200);
    act(&stranger, &joint.id, "commit", share(300, 400)).await.expect(200);
    act(&lead, &joint.id, "form", json!({})).await.expect(200);
    let view = seen(&firm, &joint.id).await;
    let dropped = |reason: &str| json!({"member_id": view["members"][2]["id"], "reason": reason});
    let telling = format!("{}不考虑", firm.name);
    assert_eq!(act(&firm, &joint.id, "drop-member", dropped(&telling)).await.expect(422).fields(), ["reason"]);
    act(&firm, &joint.id, "drop-member", dropped("暂不考虑")).await.expect(200);
    stage.app.settle().await;
    for path in [path, "/api/messages".to_owned(), "/api/institution/joint-credits".to_owned()] {
        let text = String::from_utf8_lossy(&stranger.client.get(&path).await.bytes).into_owned();
        assert!(!text.contains(&firm.name) && !text.contains(&firm.org), "{path}");
    }
    stage.finish().await;
}

#[tokio::test]
async fn a_bank_whose_offer_lapsed_may_still_take_part() {
    let stage = crate::stage::start().await;
    let (firm, lead, idle) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let (demand, order) = led(&stage, &firm, &lead, 1_000).await;
    let own = grab(&idle, &demand, 500).await.expect(201).id();
    // The enterprise does not answer in time: that offer has lapsed.
    let id = propose(&lead, &order, proposal(1_000, 600, &[&idle])).await.expect(201).id();
    stage.app.clock.advance(chrono::TimeDelta::days(3));
    stage.app.settle().await;
    let (firm, lead, idle) = (stage.again(&firm, 1).await, stage.again(&lead, 2).await, stage.again(&idle, 3).await);
    let lapsed = idle.client.get(&format!("/api/institution/orders/{own}")).await.expect(200).body;
    assert_eq!(lapsed["state"], "expired_ent");
    assert_eq!(seen(&firm, &id).await["state"], "failed", "the invitation was not agreed to in time either");
    let id = propose(&lead, &order, proposal(1_000, 600, &[&idle])).await.expect(201).id();
    act(&firm, &id, "consent", json!({})).await.expect(200);
    act(&idle, &id, "commit", share(400, 400)).await.expect(200);
    act(&lead, &id, "form", json!({})).await.expect(200);
    act(&firm, &id, "open-data", opening()).await.expect(200);
    assert_eq!(own_order(&idle, &id).await, own, "one order for each institution");
    let again = idle.client.get(&format!("/api/institution/orders/{own}")).await.expect(200).body;
    assert_eq!((&again["state"], &again["closed_at"]), (&json!("contacting"), &Value::Null));
    assert_eq!(again["offer"]["amount"], 400 * WAN);
    // With the joint credit it ends again.
    act(&lead, &id, "cancel", json!({"reason": "内部额度调整"})).await.expect(200);
    let over = idle.client.get(&format!("/api/institution/orders/{own}")).await.expect(200).body;
    assert_eq!(over["state"], "withdrawn");
    stage.finish().await;
}

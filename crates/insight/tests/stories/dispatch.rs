//! 派单: the best institutions first, round after round, then the market; and the further round that an enterprise asks for.

use crate::stage::{Member, Stage, grab, loan, step};
use jinqiao_kernel::DateTime;
use serde_json::{Value, json};

struct Scene {
    stage: Stage,
    firm: Member,
    /// The cheapest first.
    banks: Vec<Member>,
}

/// A firm and `many` banks with a product each, ever dearer.
async fn scene(many: u32) -> Scene {
    let stage = crate::stage::start().await;
    stage.set("dispatch_institutions", 3).await;
    let firm = stage.enterprise(1).await;
    let mut banks = vec![];
    for number in 0..many {
        let bank = stage.institution(10 + number).await;
        let mut content = loan(&format!("产品{number}"));
        // A point of the score is worth some 0.7 %.
        content["rate_min"] = json!((1_600 + 700 * number).min(4_400));
        stage.shelved(&bank, content).await;
        banks.push(bank);
    }
    Scene { stage, firm, banks }
}

impl Scene {
    async fn published(&self) -> String {
        let id = self.stage.published(&self.firm, 100).await;
        self.stage.app.settle().await;
        id
    }

    async fn at(&mut self, moment: &str) {
        self.stage.app.clock.set(moment.parse::<DateTime>().expect("a time"));
        self.stage.app.settle().await;
        self.firm = self.stage.again(&self.firm, 1).await;
        for (number, bank) in self.banks.iter_mut().enumerate() {
            *bank = self.stage.again(bank, 10 + u32::try_from(number).expect("few")).await;
        }
    }

    async fn state(&self, demand: &str) -> Value {
        self.firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200).body["state"].clone()
    }

    /// Which banks have the demand dispatched to them now, in order.
    async fn invited(&self) -> Vec<usize> {
        let mut found = vec![];
        for (number, bank) in self.banks.iter().enumerate() {
            let orders = bank.client.get("/api/institution/orders?state=invited").await.expect(200).body;
            if orders["total"] == 1 {
                found.push(number);
            }
        }
        found
    }

    async fn order_of(&self, bank: usize) -> String {
        let orders = self.banks[bank].client.get("/api/institution/orders").await.expect(200).body;
        orders["items"][0]["id"].as_str().expect("an order").to_owned()
    }

    async fn sees(&self, bank: usize, demand: &str) -> bool {
        self.banks[bank].client.get(&format!("/api/market/demands/{demand}")).await.status == 200
    }
}

#[tokio::test]
async fn three_rounds_of_one_working_day_then_the_open_market() {
    let mut scene = scene(11).await;
    // Monday 23 November, ten o'clock.
    let demand = scene.published().await;
    assert_eq!((scene.state(&demand).await, scene.invited().await), (json!("dispatched"), vec![0, 1, 2]));
    assert!(scene.sees(0, &demand).await && !scene.sees(5, &demand).await, "only those of the round see it");
    assert_eq!(grab(&scene.banks[5], &demand, 100).await.refused(404), "not_found");
    let told = scene.banks[0].client.get("/api/messages").await.expect(200).body;
    assert!(told.to_string().contains("平台派单") && !told.to_string().contains(&scene.firm.name));
    let mut asked = vec![0, 1, 2];
    for day in ["24", "25"] {
        scene.at(&format!("2026-11-{day}T02:00:00Z")).await;
        let next = scene.invited().await;
        assert_eq!((scene.state(&demand).await, next.len()), (json!("dispatched"), 3));
        assert!(next.iter().all(|bank| !asked.contains(bank)), "nobody is asked twice: {asked:?} {next:?}");
        asked.extend(next);
    }
    scene.at("2026-11-26T02:00:00Z").await;
    assert_eq!((scene.state(&demand).await, scene.invited().await), (json!("open"), vec![]));
    assert!(scene.sees(10, &demand).await, "everybody sees it now");
    let rounds = scene.firm.client.get(&format!("/api/enterprise/demands/{demand}/dispatches")).await.expect(200).body;
    let numbers: Vec<_> = rounds.as_array().expect("rounds").iter().map(|round| round["round"].clone()).collect();
    assert_eq!(numbers, [3, 2, 1]);
    assert_eq!(rounds[2]["institutions"][0]["state"], "passed");
    // What was passed may be taken while everybody may.
    grab(&scene.banks[0], &demand, 100).await.expect(201);
    assert_eq!(scene.state(&demand).await, "negotiating");
    scene.stage.finish().await;
}

#[tokio::test]
async fn who_takes_it_ends_the_dispatch_when_the_others_have_answered() {
    let scene = scene(4).await;
    let demand = scene.published().await;
    grab(&scene.banks[1], &demand, 100).await.expect(201);
    scene.stage.app.settle().await;
    assert_eq!(scene.state(&demand).await, "negotiating");
    assert!(!scene.sees(3, &demand).await, "the others of the round still have their day");
    assert_eq!(grab(&scene.banks[1], &demand, 100).await.refused(409), "orders.already_grabbed");
    let reason = json!({"reason": "本月额度已用完"});
    step(&scene.banks[0], &scene.order_of(0).await, "pass", reason.clone()).await.expect(200);
    grab(&scene.banks[2], &demand, 100).await.expect(201);
    scene.stage.app.settle().await;
    assert!(scene.sees(3, &demand).await, "then everybody may offer");
    let offers = scene.firm.client.get(&format!("/api/enterprise/demands/{demand}/orders")).await.expect(200).body;
    assert_eq!(offers.as_array().map(Vec::len), Some(2), "what was passed is no offer");
    let passed = scene.order_of(0).await;
    scene.firm.client.get(&format!("/api/enterprise/orders/{passed}")).await.expect(404);
    assert_eq!(step(&scene.banks[0], &passed, "pass", reason).await.refused(409), "orders.wrong_state");
    scene.stage.finish().await;
}

#[tokio::test]
async fn nobody_suits_so_everybody_may() {
    let scene = scene(0).await;
    let demand = scene.published().await;
    assert_eq!(scene.state(&demand).await, "open");
    let again = scene.firm.client.post(&format!("/api/enterprise/demands/{demand}/rematch"), json!({})).await;
    assert_eq!(again.refused(409), "matching.nobody_left");
    scene.stage.finish().await;
}

#[tokio::test]
async fn a_refusal_leads_to_a_further_round() {
    let scene = scene(5).await;
    let demand = scene.published().await;
    for bank in 0..3 {
        grab(&scene.banks[bank], &demand, 100).await.expect(201);
    }
    scene.stage.app.settle().await;
    let order = scene.order_of(0).await;
    step(&scene.firm, &order, "confirm", crate::stage::confirm()).await.expect(200);
    let refuse = json!({"code": "r10", "text": "抵押物评估值不足以覆盖申请额度，建议补充担保。"});
    step(&scene.banks[0], &order, "refuse", refuse).await.expect(200);
    let path = format!("/api/enterprise/demands/{demand}/rematch");
    let found = scene.firm.client.post(&path, json!({})).await.expect(200).body;
    assert_eq!(found["institutions"], 2);
    scene.stage.app.settle().await;
    assert_eq!(scene.invited().await, [3, 4]);
    assert_eq!(scene.firm.client.post(&path, json!({})).await.refused(409), "matching.round_running");
    let stranger = scene.stage.enterprise(2).await;
    assert_eq!(stranger.client.post(&path, json!({})).await.refused(404), "not_found");
    scene.stage.finish().await;
}

#[tokio::test]
async fn withdrawing_ends_the_round() {
    let scene = scene(3).await;
    let demand = scene.published().await;
    let version = scene.firm.client.get(&format!("/api/enterprise/demands/{demand}")).await.body["version"].clone();
    let withdraw = json!({"reason": "已通过其他渠道解决"});
    scene
        .firm
        .client
        .if_match(version)
        .post(&format!("/api/enterprise/demands/{demand}/withdraw"), withdraw)
        .await
        .expect(200);
    assert_eq!(scene.invited().await, Vec::<usize>::new());
    assert_eq!(grab(&scene.banks[0], &demand, 100).await.refused(409), "orders.already_grabbed");
    let copy =
        scene.firm.client.post(&format!("/api/enterprise/demands/{demand}/copy"), json!({})).await.expect(201).body;
    assert_eq!((&copy["state"], &copy["amount"]), (&json!("draft"), &json!(100_000_000)));
    scene.stage.finish().await;
}

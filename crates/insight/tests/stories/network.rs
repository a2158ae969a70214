//! 复杂网络与企业分群: what similar firms chose counts in both directions, is explained, can be tuned, and is shown to the government.

use crate::stage::{Id, Member, Stage, demand, grab, loan, profile, staff, step};
use chrono::TimeDelta;
use jinqiao_insight::matching::network_round;
use jinqiao_kernel::Role;
use serde_json::{Value, json};

/// Two trades, and two banks for each.
struct Scene {
    stage: Stage,
    /// Six software firms, the last of which only the first bank served.
    software: Vec<Member>,
    /// The first two serve software firms, the others makers.
    banks: Vec<Member>,
    products: Vec<String>,
}

async fn firm(stage: &Stage, number: u32, (section, division): (&str, &str)) -> Member {
    let firm = stage.applicant("enterprise", number).await;
    stage.decide(&firm, 1, "approve", json!({})).await.expect(200);
    let mut whole = profile();
    whole["industry_section"] = json!(section);
    whole["industry_division"] = json!(division);
    firm.client.if_match(0).put("/api/enterprise/profile", whole).await.expect(200);
    firm
}

const SOFTWARE: (&str, &str) = ("i", "65");
const MAKER: (&str, &str) = ("c", "35");

async fn scene() -> Scene {
    let stage = crate::stage::start().await;
    let (mut banks, mut products, mut software) = (vec![], vec![], vec![]);
    for number in 0..4 {
        let bank = stage.institution(50 + number).await;
        products.push(stage.shelved(&bank, loan(&format!("产品{number}"))).await);
        banks.push(bank);
    }
    for number in 0..6 {
        let one = firm(&stage, 1 + number, SOFTWARE).await;
        let wanted = stage.published(&one, 100).await;
        grab(&banks[0], &wanted, 100).await.expect(201);
        if number < 5 {
            grab(&banks[1], &wanted, 100).await.expect(201);
        }
        software.push(one);
        let maker = firm(&stage, 20 + number, MAKER).await;
        let wanted = stage.published(&maker, 100).await;
        grab(&banks[2], &wanted, 100).await.expect(201);
        grab(&banks[3], &wanted, 100).await.expect(201);
    }
    Scene { stage, software, banks, products }
}

impl Scene {
    /// By product: points of the network, and what is said of it.
    async fn found(&self, firm: &Member) -> Vec<(i64, Value)> {
        let draft = firm.client.post("/api/enterprise/demands", demand(100)).await.expect(201).id();
        let found = firm.client.get(&format!("/api/enterprise/demands/{draft}/matches")).await.expect(200).body;
        let matches = found["matches"].as_array().expect("matches");
        let of = |product: &String| {
            let one = matches.iter().find(|one| one["product"]["id"] == **product).expect("it suits");
            (points(one), one["similar"].clone())
        };
        self.products.iter().map(of).collect()
    }
}

fn points(found: &Value) -> i64 {
    let parts = found["parts"].as_array().expect("parts");
    let network = parts.iter().find(|part| part["part"] == "network").expect("the network counts");
    network["points"].as_i64().expect("points")
}

#[tokio::test]
async fn what_similar_firms_chose_counts_and_is_explained() {
    let scene = scene().await;
    let newcomer = firm(&scene.stage, 40, SOFTWARE).await;
    let before = scene.found(&newcomer).await;
    assert!(before.iter().all(|(points, text)| *points == 3 && text.is_null()), "nothing is known yet: {before:?}");
    assert!(network_round(&scene.stage.app.db).await.expect("it is computed"));
    assert!(!network_round(&scene.stage.app.db).await.expect("it is not due"));

    let found = scene.found(&newcomer).await;
    assert!(found[0].0 > found[2].0 && found[1].0 > found[3].0, "{found:?}");
    assert_eq!(found[0].1, Value::Null, "nobody has agreed on anything yet");
    assert_eq!(found[2].1, Value::Null, "what others choose is no reason");

    // What the firm did itself says more, and says it of the newest order at once.
    let found = scene.found(&scene.software[5]).await;
    assert_eq!(found[0].1, "贵企业与该机构有过对接");
    let name = &scene.banks[0].name;
    assert_eq!(found[1].1, format!("与“{name}”有过对接的企业（包括贵企业）也常选择该机构"));
    assert!(found[1].0 > found[2].0, "{found:?}");
    let wanted = scene.stage.published(&newcomer, 100).await;
    grab(&scene.banks[3], &wanted, 100).await.expect(201);
    let found = scene.found(&newcomer).await;
    assert_eq!(found[3].1, "贵企业与该机构有过对接");
    assert!(found[2].1.as_str().is_some_and(|text| text.contains(&scene.banks[3].name)), "{found:?}");

    // Whoever said no, or was told no, is not shown each other first.
    let other = firm(&scene.stage, 42, SOFTWARE).await;
    let wanted = scene.stage.published(&other, 100).await;
    grab(&scene.banks[0], &wanted, 100).await.expect(201);
    let before = scene.found(&other).await[1].0;
    let order = grab(&scene.banks[1], &wanted, 100).await.expect(201).id();
    step(&other, &order, "decline", json!({"reason": "计划有变"})).await.expect(200);
    let found = scene.found(&other).await;
    assert!(found[1].0 < before && found[1].1.is_null(), "{found:?}");

    // The institution reads the same of a masked demand, and not who it is.
    let fresh = firm(&scene.stage, 41, SOFTWARE).await;
    scene.stage.published(&fresh, 100).await;
    let path = format!("/api/institution/products/{}/matches", scene.products[0]);
    let found = scene.banks[0].client.get(&path).await.expect(200).body;
    assert!(!found.to_string().contains(&fresh.name), "{found}");
    scene.stage.finish().await;
}

#[tokio::test]
async fn a_round_goes_to_whom_similar_firms_chose_and_comes_out_the_same_again() {
    let scene = scene().await;
    scene.stage.set("dispatch_institutions", 2).await;
    let operator = &scene.stage.operator;
    assert!(network_round(&scene.stage.app.db).await.expect("it is computed"));
    let newcomer = firm(&scene.stage, 40, SOFTWARE).await;
    let wanted = scene.stage.published(&newcomer, 100).await;
    scene.stage.app.settle().await;
    let rounds = async || {
        let found = operator.get(&format!("/api/operator/demands/{wanted}/dispatches")).await.expect(200).body;
        found[0].clone()
    };
    let round = rounds().await;
    let names: Vec<_> =
        round["institutions"].as_array().expect("two").iter().map(|one| &one["institution_name"]).collect();
    assert!(names.contains(&&json!(scene.banks[0].name)) && names.contains(&&json!(scene.banks[1].name)), "{round}");
    assert_eq!(round["replayed"], true);

    // Another λ is tried on the rounds of thirty days before it counts, and then makes a new run due.
    let known = operator.get("/api/operator/matching/settings").await.expect(200).body;
    let mut settings = known[0]["settings"].clone();
    settings["network"] = json!({"half_life": 20, "lambda": 1_001});
    let refused = operator.post("/api/operator/matching/effect", settings.clone()).await;
    assert_eq!(refused.fields(), ["settings.network.half_life", "settings.network.lambda"]);
    settings["network"] = json!({"half_life": 90});
    let refused = operator.post("/api/operator/matching/effect", settings.clone()).await;
    assert_eq!(refused.fields(), ["network.lambda"], "what is left out is not guessed");
    settings["network"] = json!({"half_life": 90, "lambda": 200});
    let effect = operator.post("/api/operator/matching/effect", settings.clone()).await.expect(200).body;
    assert_eq!((&effect["rounds"], &effect["changed"]), (&json!(1), &json!(0)), "{effect}");
    let save = json!({"reason": "按评估结果调整网络参数", "settings": settings});
    operator.if_match(0).put("/api/operator/matching/settings", save).await.expect(200);
    assert!(network_round(&scene.stage.app.db).await.expect("it is due"));
    assert_eq!(rounds().await["replayed"], true, "by what was told then");
    scene.stage.finish().await;
}

#[tokio::test]
async fn the_operator_sees_how_it_was_computed_and_asks_for_it_anew() {
    let scene = scene().await;
    let operator = &scene.stage.operator;
    const PATH: &str = "/api/operator/matching/network";
    let before = operator.get(PATH).await.expect(200).body;
    assert_eq!((&before["at"], &before["graphs"]), (&Value::Null, &json!([])));
    operator.post(PATH, json!({})).await.expect(200);
    assert!(network_round(&scene.stage.app.db).await.expect("it is computed"));
    let view = operator.get(PATH).await.expect(200).body;
    let graph = &view["graphs"][1];
    assert_eq!(
        (&graph["side"], &graph["firms"], &graph["items"], &graph["links"]),
        (&json!("institutions"), &json!(12), &json!(4), &json!(23))
    );
    assert_eq!((&graph["trials"], &view["firms"], &view["asked"]), (&json!([]), &json!(12), &json!(false)));
    assert_eq!(operator.post(PATH, json!({})).await.expect(200).body["asked"], true);
    assert_eq!(operator.post(PATH, json!({})).await.expect(200).body["asked"], true, "twice is once");
    assert!(network_round(&scene.stage.app.db).await.expect("somebody asked"));
    assert_eq!(operator.get(PATH).await.expect(200).body["asked"], false);
    assert!(!network_round(&scene.stage.app.db).await.expect("nobody asked"));
    scene.stage.app.clock.advance(TimeDelta::hours(2));
    assert!(network_round(&scene.stage.app.db).await.expect("a small one is due every hour"));
    scene.software[0].client.get(PATH).await.expect(401);
    scene.stage.finish().await;
}

#[tokio::test]
async fn the_government_reads_clusters_without_telling_few_firms_apart() {
    let scene = scene().await;
    let (government, _) = staff(&scene.stage.app, Role::Government, "government", 90_002).await;
    const PATH: &str = "/api/government/segments";
    assert_eq!(government.get(PATH).await.expect(200).body["at"], Value::Null);
    let lonely = firm(&scene.stage, 44, ("a", "01")).await;
    scene.stage.published(&lonely, 100).await;
    assert!(network_round(&scene.stage.app.db).await.expect("it is computed"));
    let view = government.get(PATH).await.expect(200).body;
    assert_eq!((&view["firms"], &view["others"]), (&json!(12), &Value::Null), "one firm alone is not counted: {view}");
    let segments = view["segments"].as_array().expect("segments");
    assert_eq!(segments.len(), 2);
    for one in segments {
        assert_eq!(
            (&one["firms"], &one["with_demand"], &one["lent"], &one["paid"]),
            (&json!(6), &json!(6), &json!(0), &json!(0))
        );
        assert_eq!(one["titles"], json!([{"title": "high_tech", "firms": 6}]));
    }
    let text = view.to_string();
    assert!(text.contains("软件和信息业") && !text.contains("农林牧渔业"), "one firm alone is not described: {text}");
    for member in [&lonely, &scene.banks[0]] {
        member.client.get(PATH).await.expect(403);
    }
    scene.stage.operator.get(PATH).await.expect(403);
    let labels = |view: &Value| -> Vec<Value> {
        view["segments"]
            .as_array()
            .expect("segments")
            .iter()
            .map(|one| json!([one["label"], one["description"]]))
            .collect()
    };
    let before = labels(&view);
    firm(&scene.stage, 45, SOFTWARE).await;
    scene.stage.app.clock.advance(TimeDelta::hours(1));
    assert!(network_round(&scene.stage.app.db).await.expect("it is due"));
    let (government, _) = staff(&scene.stage.app, Role::Government, "government-two", 90_004).await;
    let mut after = labels(&government.get(PATH).await.expect(200).body);
    after.sort_by_key(|one| one[0].as_i64());
    let mut before = before;
    before.sort_by_key(|one| one[0].as_i64());
    assert_eq!(after, before, "a cluster keeps its number");
    scene.stage.finish().await;
}

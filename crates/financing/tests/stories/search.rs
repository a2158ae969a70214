//! The shelf is searched as people write: other scripts and forms, parts of words, properties, synonyms; nothing is dropped silently.

use crate::stage::joint::{inviting, proposal};
use crate::stage::{Id as _, Member, Stage, demand, loan};
use serde_json::{Value, json};

/// `text` as it stands in an address.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn names(stage: &Stage, asked: &str) -> Vec<String> {
    let page = stage.app.visitor().get(&format!("/api/products?size=100&q={}", escaped(asked))).await.expect(200);
    let items = page.body["items"].as_array().expect("items").clone();
    items.iter().map(|item| item["name"].as_str().expect("a name").to_owned()).collect()
}

fn product(name: &str, change: Value) -> Value {
    let mut content = loan(name);
    content["summary"] = json!("面向中小企业的贷款");
    content["product_type"] = json!("working_capital");
    content["guarantees"] = json!(["mortgage"]);
    for (key, value) in change.as_object().expect("fields") {
        content[key] = value.clone();
    }
    content
}

async fn stocked() -> Stage {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    stage.operator.post("/api/operator/lpr", json!({"csv": "2026-10-20,3.00,3.50"})).await.expect(200);
    stage.app.settle().await;
    let lpr = json!({"rate_type": "lpr", "lpr_tenor": "one_year", "lpr_spread": 45, "lpr_spread_max": 150});
    let different = |from: u32, many: u32| (from..from + many).filter_map(char::from_u32).collect::<String>();
    let steps: Vec<_> = (0..10).map(|step| different(0x6000 + step * 60, 60)).collect();
    for (name, change) in [
        ("知识产权质押贷", json!({})),
        ("知识产权质押融资贷款", json!({})),
        ("首贷通", json!({"first_loan_friendly": true})),
        ("金融科创贷", json!({})),
        ("BlueSky 贷", json!({"description": "服务于使用 node.js 的企业，按 GB/T4754 分类。"})),
        ("小微开票贷", json!({})),
        ("云快贷", json!({"pure_online": true})),
        ("浮动贷", lpr),
        ("信易贷", json!({"guarantees": ["credit"]})),
        ("长文贷", json!({"description": different(0x4e00, 1_990), "steps": steps})),
    ] {
        stage.app.clock.advance(chrono::TimeDelta::minutes(1));
        stage.shelved(&bank, product(name, change)).await;
    }
    stage
}

#[tokio::test]
async fn what_is_meant_is_found() {
    let stage = stocked().await;
    for (asked, found) in [
        ("知識產權", "知识产权质押贷"),
        ("首貸", "首贷通"),
        ("⾦融", "金融科创贷"),
        ("\u{2fa6}融科\u{200b}创", "金融科创贷"),
        ("blue", "BlueSky 贷"),
        ("sky", "BlueSky 贷"),
        ("nodejs", "BlueSky 贷"),
        ("Node.JS", "BlueSky 贷"),
        ("GB/T 4754", "BlueSky 贷"),
        ("纯线上", "云快贷"),
        ("LPR", "浮动贷"),
        ("ｌｐｒ", "浮动贷"),
        ("首次贷款", "首贷通"),
        ("无抵押", "信易贷"),
        ("发票贷", "小微开票贷"),
        ("专利贷款", "知识产权质押融资贷款"),
        ("长文贷", "长文贷"),
    ] {
        let names = names(&stage, asked).await;
        assert!(names.iter().any(|name| name == found), "{asked}: {names:?}");
    }
    for asked in ["！！！", "%", "_", "*", "%%", "？", "不存在的产品"] {
        assert!(names(&stage, asked).await.is_empty(), "{asked}");
    }
    stage.finish().await;
}

#[tokio::test]
async fn the_nearest_come_first_and_every_word_counts() {
    let stage = stocked().await;
    let found = names(&stage, "知识产权质押融资贷款").await;
    assert_eq!(found[..2], ["知识产权质押融资贷款", "知识产权质押贷"], "the phrase itself, then the near one");
    assert_eq!(names(&stage, "首贷通 快贷").await, Vec::<String>::new(), "no word is dropped");
    assert_eq!(names(&stage, "首贷通 中小企业").await, ["首贷通"]);
    // Whoever orders by something keeps that order.
    let path = format!("/api/products?sort=-shelved_at&q={}", escaped("知识产权质押融资贷款"));
    let newest = stage.app.visitor().get(&path).await.expect(200).body;
    assert_eq!(newest["items"][0]["name"], "知识产权质押融资贷款");
    stage.finish().await;
}

#[tokio::test]
async fn what_the_operator_asks_for_is_taken_as_it_is() {
    let stage = stocked().await;
    stage.enterprise(2).await;
    for (asked, found) in [("第1号", 1), ("%", 0), ("_", 0), ("第_号", 0), ("\\", 0)] {
        let page = stage.operator.get(&format!("/api/operator/organizations?q={}", escaped(asked))).await.expect(200);
        assert_eq!(page.body["total"], found, "{asked}");
    }
    stage.finish().await;
}

/// How many rows of the list at `path` somebody finds by `words`.
async fn found(who: &Member, path: &str, words: &str) -> Value {
    let sign = if path.contains('?') { '&' } else { '?' };
    who.client.get(&format!("{path}{sign}q={}", escaped(words))).await.expect(200).body["total"].clone()
}

async fn finds(who: &Member, path: &str, expected: &[(&str, u64)]) {
    for (words, total) in expected {
        assert_eq!(found(who, path, words).await, *total, "{path}: {words}");
    }
}

/// The number of the record at `path`, without hyphens and in full width.
async fn wide_number(who: &Member, path: &str) -> String {
    let no = who.client.get(path).await.expect(200).body["no"].as_str().expect("a number").replace('-', "");
    no.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c)).collect()
}

#[tokio::test]
async fn demands_are_found_by_number_and_by_what_they_say_to_the_reader() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let mut wanted = demand(100);
    wanted["use_text"] = json!("引进五轴联动机床，扩大产能");
    let id = stage.published_as(&firm, wanted.clone()).await;
    let draft = firm.client.post("/api/enterprise/demands", demand(50)).await.expect(201).id();
    let no = wide_number(&firm, &format!("/api/enterprise/demands/{id}")).await;
    let own = "/api/enterprise/demands";
    finds(&firm, own, &[(&no, 1), ("五轴联动", 1), ("原材料", 1), ("订单稳定", 2), ("贷款", 0), ("%", 0)]).await;
    // What is written anew is found by that alone.
    wanted["use_text"] = json!("建设中试车间，购置检测设备");
    firm.client.if_match(1).put(&format!("{own}/{draft}"), wanted).await.expect(200);
    finds(&firm, own, &[("中试", 1), ("原材料", 0)]).await;
    // The market knows the operator's words and the tags, not the enterprise's own, nor who it is, nor drafts.
    let market = "/api/market/demands";
    finds(&bank, market, &[(&no, 1), ("原材料", 1), ("稳定", 1), ("五轴联动", 0), ("中试", 0), (&firm.name, 0)]).await;
    finds(&bank, &format!("{market}?kind=equity"), &[("原材料", 0)]).await;
    stage.finish().await;
}

#[tokio::test]
async fn products_are_found_by_their_institution_and_by_the_operator() {
    let stage = stocked().await;
    let bank = stage.institution(2).await;
    let own = "/api/institution/products";
    let draft = bank.client.post(own, loan("专精特新贷")).await.expect(201).id();
    let no = wide_number(&bank, &format!("{own}/{draft}")).await;
    finds(&bank, own, &[(&no, 1), ("專精特新", 1), ("首贷通", 0), ("_", 0)]).await;
    bank.client.if_match(1).put(&format!("{own}/{draft}"), loan("小巨人贷")).await.expect(200);
    finds(&bank, own, &[("小巨人", 1), ("专精特新", 0)]).await;
    for (words, total) in [("首贷通", 1), ("小巨人", 0), (no.as_str(), 0)] {
        let path = format!("/api/operator/products?q={}", escaped(words));
        assert_eq!(stage.operator.get(&path).await.expect(200).body["total"], total, "{words}");
    }
    stage.finish().await;
}

#[tokio::test]
async fn joint_credits_are_found_by_number_lead_and_whom_the_reader_may_know() {
    let stage = crate::stage::start().await;
    let (firm, lead, member) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let joint = inviting(&stage, &firm, &lead, 1_000, proposal(1_000, 300, &[&member])).await;
    let path = |side: &str| format!("/api/{side}/joint-credits");
    let no = wide_number(&firm, &format!("{}/{}", path("enterprise"), joint.id)).await;
    finds(&firm, &path("enterprise"), &[(&no, 1), (&lead.name, 1), (&member.name, 0), ("%", 0)]).await;
    finds(&lead, &path("institution"), &[(&no, 1), (&firm.name, 1)]).await;
    finds(&member, &path("institution"), &[(&no, 1), (&lead.name, 1), (&firm.name, 0)]).await;
    stage.finish().await;
}

//! Rule sheets: written and tried by the institution, computed for the enterprise, read by nobody else.

use crate::stage::{Id, Member, demand, loan, profile};
use serde_json::{Value, json};

const SHEET: &str =
    "# 科创贷\n基数 = 0.05 × 营业收入 + 2 × tax_paid\n加分 = max(需求期限 − 6, 0) × 3\n额度 = min(480, 基数 + 加分)";

fn with_sheet(name: &str, sheet: &str) -> Value {
    let mut content = loan(name);
    content["sheet"] = json!(sheet);
    content
}

/// The profile with the figures of 2025: 营业收入 4,500 万元, 纳税 10 万元.
fn with_figures() -> Value {
    let mut whole = profile();
    whole["finance"] = json!([{"year": 2025, "revenue": 4_500_000_000_i64, "profit": 5_000_000,
        "assets": 2_000_000_000_i64, "liabilities": null, "tax_paid": 10_000_000, "rd_expense": 30_000_000}]);
    whole
}

/// What the enterprise reads of the products that suit its demand, by their names.
async fn matches(firm: &Member, demand: &str) -> Value {
    firm.client.get(&format!("/api/enterprise/demands/{demand}/matches")).await.expect(200).body
}

fn of<'a>(found: &'a Value, name: &str) -> &'a Value {
    let all = found["matches"].as_array().expect("matches");
    &all.iter().find(|one| one["product"]["name"] == name).expect("the product")["indicative"]
}

#[tokio::test]
async fn a_bad_sheet_is_refused_with_its_place_and_a_good_one_is_tried() {
    let stage = crate::stage::start().await;
    let (bank, firm) = (stage.institution(1).await, stage.enterprise(2).await);
    let products = "/api/institution/products";
    let bad = with_sheet("科创贷", "基数 = 0.1 × 营业收入\n额度 = (基数");
    let refused = bank.client.post(products, bad.clone()).await.expect(422);
    assert_eq!(refused.fields(), ["sheet"]);
    let told = refused.body["errors"][0]["message"].as_str().expect("a message").to_owned();
    assert_eq!(told, "第 2 行第 9 个字符处：缺少右括号，该行为“额度 = (基数”");
    let made = bank.client.post(products, with_sheet("科创贷", SHEET)).await.expect(201).id();
    let path = format!("{products}/{made}");
    let edit = bank.client.if_match(1).put(&path, bad).await.expect(422);
    assert_eq!(edit.fields(), ["sheet"]);
    assert_eq!(bank.client.get(&path).await.body["content"]["sheet"], SHEET);

    let names = bank.client.get("/api/institution/products/sheet").await.expect(200).body;
    assert_eq!(
        (&names[0]["word"], &names[0]["plain"], &names[0]["unit"]),
        (&json!("营业收入"), &json!("revenue"), &json!("wan"))
    );
    let trial = |sheet: String, values: Value| {
        let body = json!({"sheet": sheet, "values": values});
        let client = &bank.client;
        async move { client.post("/api/institution/products/sheet", body).await }
    };
    let values = json!([{"name": "营业收入", "value": 2_000_000_000_i64}, {"name": "纳税额", "value": 35_500_000},
        {"name": "需求期限", "value": 12}]);
    let tried = trial(SHEET.into(), values.clone()).await.expect(200).body;
    let lines =
        json!([{"name": "基数", "value": "171"}, {"name": "加分", "value": "18"}, {"name": "额度", "value": "189"}]);
    assert_eq!((&tried["amount"], &tried["lines"]), (&json!(189_000_000), &lines));
    let missing = trial(SHEET.into(), json!([])).await.expect(422);
    assert_eq!(missing.fields(), ["values"]);
    for hostile in [
        "x".repeat(10_000),
        format!("额度 = {}1", "(".repeat(3_000)),
        format!("额度 = {}1", "1+".repeat(1_500)),
        "a = 1\n".repeat(600),
        "额度 = 1 / (需求期限 - 12)".into(),
        "额度 = 营业收入 × 1000000000000000 × 1000000000000000".into(),
    ] {
        let reply = trial(hostile.clone(), values.clone()).await.expect(422);
        let told = reply.body["errors"].to_string();
        assert!(reply.fields() == ["sheet"] && told.chars().count() < 300, "{told}");
    }
    let far = trial(SHEET.into(), json!([{"name": "需求期限", "value": i64::MAX}])).await.expect(422);
    assert_eq!(far.fields(), ["values[0].value"]);

    firm.client.post("/api/institution/products/sheet", json!({"sheet": SHEET, "values": values})).await.expect(403);
    firm.client.get("/api/institution/products/sheet").await.expect(403);
    let reader = stage.colleague(&bank, "bank-reader", json!({"access": "read"})).await;
    reader.client.post("/api/institution/products/sheet", json!({"sheet": SHEET, "values": []})).await.expect(403);
    stage.finish().await;
}

#[tokio::test]
async fn the_enterprise_sees_amounts_from_its_own_figures() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    for content in [
        with_sheet("科创贷", SHEET),
        with_sheet("封顶贷", "额度 = 营业收入"),
        with_sheet("门槛贷", "额度 = if(从业人数 > 100, 300, 0)"),
        with_sheet("除零贷", "额度 = 100 / (从业人数 - 86)"),
        loan("无规则贷"),
    ] {
        stage.shelved(&bank, content).await;
    }
    let draft = firm.client.post("/api/enterprise/demands", demand(100)).await.expect(201).id();
    // The profile has no taxes yet: that is no zero.
    let found = matches(&firm, &draft).await;
    let lacking = of(&found, "科创贷");
    assert_eq!((&lacking["state"], &lacking["amount"]), (&json!("missing"), &Value::Null));
    assert_eq!(lacking["missing"], json!(["纳税额"]));

    firm.client.if_match(1).put("/api/enterprise/profile", with_figures()).await.expect(200);
    let found = matches(&firm, &draft).await;
    // 0.05 × 4,500 + 2 × 10 = 245, and (12 − 6) × 3 = 18: more than the 100 that are asked for.
    let amount = of(&found, "科创贷");
    assert_eq!((&amount["state"], &amount["number"]), (&json!("computed"), &json!(1)));
    assert_eq!((&amount["amount"], &amount["beyond"]), (&json!(100_000_000), &json!(263_000_000)));
    let lines =
        json!([{"name": "基数", "value": "245"}, {"name": "加分", "value": "18"}, {"name": "额度", "value": "263"}]);
    assert_eq!(amount["lines"], lines);
    let inputs = json!([{"name": "营业收入", "unit": "wan", "value": 4_500_000_000_i64},
        {"name": "纳税额", "unit": "wan", "value": 10_000_000}, {"name": "需求期限", "unit": "months", "value": 12}]);
    assert_eq!(amount["inputs"], inputs);
    assert_eq!(of(&found, "封顶贷")["beyond"], 500_000_000, "at most what the product gives");
    let below = of(&found, "门槛贷");
    assert_eq!((&below["state"], &below["amount"]), (&json!("below"), &Value::Null));
    let zero = of(&found, "除零贷");
    assert_eq!((&zero["state"], &zero["amount"], &zero["lines"]), (&json!("unavailable"), &Value::Null, &json!([])));
    assert_eq!(of(&found, "无规则贷"), &Value::Null);
    let range = json!({"products": 2, "least": 100_000_000, "most": 100_000_000});
    assert_eq!(found["indicative"], range);
    assert!(!found.to_string().contains('×') && !found.to_string().contains("min("), "the rule itself is not told");
    stage.finish().await;
}

#[tokio::test]
async fn nobody_but_its_institution_and_the_operator_reads_a_sheet() {
    let stage = crate::stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    firm.client.if_match(1).put("/api/enterprise/profile", with_figures()).await.expect(200);
    let id = stage.shelved(&bank, with_sheet("科创贷", SHEET)).await;
    let demand = stage.published(&firm, 100).await;
    let own = bank.client.get(&format!("/api/institution/products/{id}")).await.expect(200).body;
    assert_eq!(own["content"]["sheet"], SHEET);
    let review = stage.operator.get(&format!("/api/operator/products/{id}")).await.expect(200).body;
    assert_eq!(review["product"]["content"]["sheet"], SHEET);
    let visitor = stage.app.visitor();
    for client in [&visitor, &firm.client, &other.client] {
        let shown = client.get(&format!("/api/products/{id}")).await.expect(200).body;
        assert_eq!((&shown["content"]["sheet"], &shown["estimates"]), (&Value::Null, &json!(true)));
        let list = client.get("/api/products").await.expect(200).body;
        assert_eq!(list["items"][0]["estimates"], true);
        assert!(![shown, list].iter().any(|body| body.to_string().contains("tax_paid")), "no line of it");
    }
    other.client.get(&format!("/api/institution/products/{id}")).await.expect(404);
    firm.client.get(&format!("/api/institution/products/{id}")).await.expect(403);
    // The bank sees the demand as before: neither values nor an amount.
    let market = bank.client.get(&format!("/api/institution/products/{id}/matches")).await.expect(200).body;
    assert_eq!(market["matches"][0]["demand"]["id"], demand);
    assert!(!market.to_string().contains("indicative") && !market.to_string().contains("4500000000"), "{market}");
    bank.client.get(&format!("/api/enterprise/demands/{demand}/matches")).await.expect(403);
    stage.finish().await;
}

#[tokio::test]
async fn a_visitor_tries_what_it_might_get_and_nothing_is_kept() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    stage.shelved(&bank, with_sheet("测算贷", SHEET)).await;
    stage.shelved(&bank, with_sheet("评分贷", "额度 = 创新积分 × 2")).await;
    let visitor = stage.app.visitor();
    let ask = |rest: &str| format!("/api/matching/estimate?amount=150000000&term=12{rest}");
    let known = "&industry=c&age_months=60&revenue=3000000000&tax_paid=10000000";
    let found = visitor.get(&ask(known)).await.expect(200).body;
    // 0.05 × 3,000 + 2 × 10 + 6 × 3 = 188, which is more than it asked for.
    let computed = of(&found, "测算贷");
    assert_eq!((&computed["state"], &computed["amount"]), (&json!("computed"), &json!(188_000_000)));
    assert_eq!((&computed["beyond"], &computed["lines"]), (&json!(null), &json!([])), "no line of the sheet");
    assert_eq!(of(&found, "评分贷")["missing"], json!(["创新积分"]), "what only a profile tells");
    assert_eq!(found["indicative"], json!({"products": 1, "least": 188_000_000, "most": 188_000_000}));
    let without = visitor.get(&ask("")).await.expect(200).body;
    assert_eq!(of(&without, "测算贷")["missing"], json!(["营业收入", "纳税额"]), "never taken for zero");
    let all_wrong = "/api/matching/estimate?amount=0&term=0&age_months=-1&revenue=-1&tax_paid=1000000000000001";
    let fields = ["amount", "term", "age_months", "revenue", "tax_paid"];
    assert_eq!(visitor.get(all_wrong).await.expect(422).fields(), fields);
    stage.finish().await;
}

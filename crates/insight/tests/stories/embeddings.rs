//! Vectors of an outside service in the matching: with a service that answers, that fails, that changes, and without one.

use crate::{
    stage::{Member, Stage, demand, loan, staff},
    texts::{text_points, worded},
};
use axum::{http::StatusCode, response::IntoResponse};
use jinqiao_insight::matching::{EmbeddingSettings, OpenAiEmbedder, embed_round, start_embedding};
use jinqiao_kernel::Role;
use jinqiao_testkit::{EmbeddingCall, FakeEmbeddings};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU16, Ordering},
    },
    time::Duration,
};

const STATE: &str = "/api/operator/matching/embeddings";
/// What the enterprise writes, and what the operator makes of it.
const OWN: &str = "为渝北厂区采购原材料，用于交付已经签订的订单";
const PUBLIC: &str = "采购原材料，交付已签订单";

/// Each story has a model of its own: what is kept in the process outlives a story.
fn service(fake: &FakeEmbeddings, model: &str) -> OpenAiEmbedder {
    let settings = EmbeddingSettings {
        url: fake.url.clone(),
        key: "k".into(),
        model: model.into(),
        timeout: Duration::from_secs(5),
    };
    OpenAiEmbedder::new(settings).expect("settings")
}

/// Materials in one direction, everything else in another.
fn vector(text: &str) -> Vec<f32> {
    if text.contains("采购原材料") || text.contains("备货") { vec![0.9, 0.1] } else { vec![-0.1, 0.9] }
}

async fn rounds(stage: &Stage, service: &OpenAiEmbedder) {
    while embed_round(&stage.app.db, service).await.expect("the database answers") {}
}

async fn state(stage: &Stage) -> Value {
    stage.operator.get(STATE).await.expect(200).body
}

/// Two products on the shelf and a demand on the market. Returns the demand and the first product.
async fn market(stage: &Stage, firm: &Member, bank: &Member) -> (String, String) {
    let near = stage.shelved(bank, worded("备货贷", "为已签订单备货", "旺季之前备货，按订单交付之后归还。")).await;
    stage.shelved(bank, worded("房产贷", "采购办公用房，已签合同即可", "采购办公用房，交付之前即可申请按揭。")).await;
    let mut input = demand(100);
    input["use_text"] = json!(OWN);
    let id = stage.submitted_as(firm, input).await;
    let approve = json!({"public_text": PUBLIC});
    stage.operator.if_match(2).post(&format!("/api/operator/demands/{id}/approve"), approve).await.expect(200);
    stage.app.settle().await;
    (id, near)
}

async fn points(firm: &Member, demand: &str) -> (i64, i64) {
    let found = firm.client.get(&format!("/api/enterprise/demands/{demand}/matches")).await.expect(200).body;
    (text_points(&found, "备货贷"), text_points(&found, "房产贷"))
}

async fn kept(stage: &Stage) -> i64 {
    let conn = stage.app.db.read();
    let count = Statement::from_string(conn.get_database_backend(), "SELECT count(*) AS n FROM embeddings");
    let row = conn.query_one_raw(count).await.expect("a count").expect("a row");
    row.try_get("", "n").expect("a number")
}

#[tokio::test]
async fn vectors_of_published_texts_count_and_nothing_else_goes_out() {
    let stage = crate::stage::start().await;
    stage.set("dispatch_institutions", 1).await;
    let fake = FakeEmbeddings::start(|call| call.answer(vector)).await;
    let service = service(&fake, "story-counts");
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    // What is published before the service is configured is caught up with, the rest is noted as it is published.
    stage.shelved(&bank, worded("早贷", "早先上架的产品介绍", "服务配置之前已经上架的产品。")).await;
    stage.app.settle().await;
    start_embedding(&stage.app.db, Some(&service)).await.expect("it starts");
    assert_eq!(state(&stage).await["texts"], 0);
    bank.client.post("/api/institution/products", loan("草稿里的产品")).await.expect(201);
    let (id, _) = market(&stage, &firm, &bank).await;
    assert_eq!(state(&stage).await["texts"], 3, "noted with the publication");
    let before = points(&firm, &id).await;
    assert!(fake.calls().is_empty(), "nobody waits for the service");

    rounds(&stage, &service).await;
    let after = points(&firm, &id).await;
    assert!(after.0 > before.0 && after.1 < before.1, "{before:?} {after:?}");
    assert_eq!(points(&firm, &id).await, after, "the same question, the same answer");
    let shown = state(&stage).await;
    assert_eq!(
        (&shown["model"], &shown["texts"], &shown["with_vector"]),
        (&json!("story-counts"), &json!(4), &json!(4))
    );
    assert_eq!((&shown["failure"], &shown["again_at"]), (&Value::Null, &Value::Null));
    assert!(shown["answered_at"].is_string());
    let seen: Vec<String> = fake.calls().iter().flat_map(EmbeddingCall::texts).collect();
    assert_eq!(seen.len(), 4, "each text once: {seen:?}");
    assert!(seen.iter().any(|text| text == PUBLIC) && seen.iter().any(|text| text.starts_with("早先上架")), "{seen:?}");
    assert!(seen.iter().all(|text| !text.contains("渝北") && !text.contains("草稿")), "{seen:?}");

    // The dispatch was decided without vectors, and stays what it was.
    let rounds_of =
        || async { stage.operator.get(&format!("/api/operator/demands/{id}/dispatches")).await.expect(200).body };
    assert_eq!(rounds_of().await[0]["replayed"], true);
    assert_eq!(embed_round(&stage.app.db, &service).await.ok(), Some(false), "nothing is left to ask");
    assert_eq!(fake.calls().len(), 1);

    // Without the service all is as before.
    start_embedding(&stage.app.db, None).await.expect("it stops");
    assert_eq!(points(&firm, &id).await, before);
    assert_eq!(state(&stage).await["model"], Value::Null);
    assert_eq!(embed_round(&stage.app.db, &service).await.ok(), Some(false));
    firm.client.get(STATE).await.expect(403);
    stage.finish().await;
}

#[tokio::test]
async fn a_service_that_fails_disturbs_nothing_and_is_asked_again_later() {
    let stage = crate::stage::start().await;
    stage.set("dispatch_institutions", 1).await;
    let status = Arc::new(AtomicU16::new(500));
    let now = status.clone();
    let fake = FakeEmbeddings::start(move |call| match now.load(Ordering::Relaxed) {
        200 => call.answer(vector),
        wrong => StatusCode::from_u16(wrong).expect("a status").into_response(),
    })
    .await;
    let service = service(&fake, "story-fails");
    start_embedding(&stage.app.db, Some(&service)).await.expect("it starts");
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    rounds(&stage, &service).await;
    let (id, near) = market(&stage, &firm, &bank).await;
    rounds(&stage, &service).await;
    let before = points(&firm, &id).await;
    let path = format!("/api/operator/demands/{id}/dispatches");
    assert_eq!(stage.operator.get(&path).await.expect(200).body[0]["replayed"], true);
    bank.client.get(&format!("/api/institution/products/{near}/matches")).await.expect(200);
    let shown = state(&stage).await;
    assert_eq!((&shown["failure"], &shown["texts"], &shown["with_vector"]), (&json!("failing"), &json!(3), &json!(0)));
    assert_eq!((&shown["answered_at"], shown["again_at"].is_string()), (&Value::Null, true));

    rounds(&stage, &service).await;
    assert_eq!(fake.calls().len(), 1, "a pause");
    stage.app.clock.advance(chrono::TimeDelta::seconds(2));
    status.store(401, Ordering::Relaxed);
    rounds(&stage, &service).await;
    assert_eq!((fake.calls().len(), &state(&stage).await["failure"]), (2, &json!("unauthorized")));
    stage.app.clock.advance(chrono::TimeDelta::seconds(3));
    rounds(&stage, &service).await;
    assert_eq!(fake.calls().len(), 2, "a longer pause");
    stage.app.clock.advance(chrono::TimeDelta::seconds(1));
    status.store(200, Ordering::Relaxed);
    rounds(&stage, &service).await;
    let shown = state(&stage).await;
    assert_eq!((&shown["with_vector"], &shown["again_at"]), (&json!(3), &Value::Null));
    assert_eq!(shown["failure"], "unauthorized", "what it was stays to be read");
    assert_ne!(points(&firm, &id).await, before);
    stage.finish().await;
}

#[tokio::test]
async fn a_text_that_is_refused_holds_up_no_other() {
    let stage = crate::stage::start().await;
    let fake = FakeEmbeddings::start(|call| {
        let bad = call.texts().iter().any(|text| text.contains("办公用房"));
        if bad { StatusCode::BAD_REQUEST.into_response() } else { call.answer(vector) }
    })
    .await;
    let service = service(&fake, "story-refused");
    start_embedding(&stage.app.db, Some(&service)).await.expect("it starts");
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (id, _) = market(&stage, &firm, &bank).await;
    rounds(&stage, &service).await;
    let shown = state(&stage).await;
    assert_eq!((&shown["with_vector"], &shown["refused"], &shown["failure"]), (&json!(2), &json!(1), &Value::Null));
    assert_eq!(fake.calls().len(), 4, "together, then each alone");
    points(&firm, &id).await;
    start_embedding(&stage.app.db, Some(&service)).await.expect("it starts again");
    rounds(&stage, &service).await;
    assert_eq!(fake.calls().len(), 6, "a new start asks again for what was refused");
    stage.finish().await;
}

#[tokio::test]
async fn another_model_or_other_vectors_begin_anew_and_old_ones_go() {
    let stage = crate::stage::start().await;
    let length = Arc::new(AtomicU16::new(2));
    let now = length.clone();
    let fake = FakeEmbeddings::start(move |call| {
        let zeros = usize::from(now.load(Ordering::Relaxed)) - 2;
        call.answer(|text| [vector(text), vec![0.0; zeros]].concat())
    })
    .await;
    let first = service(&fake, "story-first");
    start_embedding(&stage.app.db, Some(&first)).await.expect("it starts");
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (id, _) = market(&stage, &firm, &bank).await;
    rounds(&stage, &first).await;
    let counted = points(&firm, &id).await;

    length.store(3, Ordering::Relaxed);
    stage.shelved(&bank, worded("新产品贷", "后来上架的产品介绍", "服务运行期间新上架的产品。")).await;
    stage.app.settle().await;
    rounds(&stage, &first).await;
    let shown = state(&stage).await;
    assert_eq!((&shown["failure"], &shown["with_vector"]), (&json!("length_changed"), &json!(0)));
    stage.app.clock.advance(chrono::TimeDelta::hours(1));
    rounds(&stage, &first).await;
    let firm = stage.again(&firm, 1).await;
    let (operator, _) = staff(&stage.app, Role::Operator, "operator-two", 90_002).await;
    assert_eq!(operator.get(STATE).await.expect(200).body["with_vector"], 4);
    assert_eq!(points(&firm, &id).await, counted, "longer, but they say the same");

    let second = service(&fake, "story-second");
    start_embedding(&stage.app.db, Some(&second)).await.expect("it starts");
    assert_eq!(embed_round(&stage.app.db, &first).await.ok(), Some(false), "the model of another node counts no more");
    rounds(&stage, &second).await;
    assert_eq!(operator.get(STATE).await.expect(200).body["with_vector"], 4);
    assert_eq!(kept(&stage).await, 8);
    stage.app.clock.advance(chrono::TimeDelta::days(15));
    rounds(&stage, &second).await;
    stage.app.clock.advance(chrono::TimeDelta::days(16));
    rounds(&stage, &second).await;
    assert_eq!(kept(&stage).await, 4, "what is in use stays");
    stage.finish().await;
}

//! The client against a service on this machine that behaves well and badly.

use super::{Embedder, EmbeddingFailure, EmbeddingSettings, OpenAiEmbedder};
use axum::{
    body::Body,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jinqiao_testkit::{EmbeddingCall, FakeEmbeddings};
use std::{error::Error, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

fn settings(url: &str) -> EmbeddingSettings {
    EmbeddingSettings { url: url.into(), key: "k-123".into(), model: "m".into(), timeout: Duration::from_millis(500) }
}

async fn asked(url: &str, many: usize) -> Result<Vec<Vec<f32>>, EmbeddingFailure> {
    let texts: Vec<String> = (0..many).map(|number| format!("采购设备 {number}")).collect();
    OpenAiEmbedder::new(settings(url)).expect("settings").embed(&texts).await
}

async fn of(
    answer: impl Fn(&EmbeddingCall) -> Response + Send + Sync + 'static,
) -> Result<Vec<Vec<f32>>, EmbeddingFailure> {
    asked(&FakeEmbeddings::start(answer).await.url, 3).await
}

#[tokio::test]
async fn a_right_answer_is_put_in_order() {
    let number = |text: &str| text.chars().last().and_then(|c| c.to_digit(10)).expect("a digit") as f32;
    let fake = FakeEmbeddings::start(move |call| call.answer(|text| vec![number(text), 1.0])).await;
    assert_eq!(asked(&fake.url, 3).await, Ok(vec![vec![0.0, 1.0], vec![1.0, 1.0], vec![2.0, 1.0]]));
    let call = fake.calls().remove(0);
    assert_eq!(call.authorization.as_deref(), Some("Bearer k-123"));
    assert_eq!((&call.body["model"], call.texts().len()), (&"m".into(), 3));
    let without = OpenAiEmbedder::new(EmbeddingSettings { key: String::new(), ..settings(&fake.url) });
    assert!(without.expect("settings").embed(&["采购设备 7".into()]).await.is_ok());
    assert_eq!(fake.calls()[1].authorization, None);
}

#[tokio::test]
async fn wrong_answers_are_told_apart() {
    use EmbeddingFailure as F;
    for (status, failure) in [
        (400, F::Refused),
        (401, F::Unauthorized),
        (403, F::Unauthorized),
        (404, F::NotFound),
        (408, F::TimedOut),
        (413, F::Refused),
        (429, F::Busy),
        (500, F::Failing),
        (503, F::Failing),
    ] {
        let status = StatusCode::from_u16(status).expect("a status");
        assert_eq!(of(move |_| (status, "采购设备").into_response()).await, Err(failure), "{status}");
    }
    assert_eq!(
        of(|call| call.answer(|text| vec![1.0; text.len() % 2 + text.matches('1').count()])).await,
        Err(F::BadLength)
    );
    assert_eq!(of(|call| call.answer(|_| vec![f32::NAN])).await, Err(F::Unreadable), "NaN is no JSON");
    assert_eq!(of(|call| call.answer(|_| vec![0.0, 0.0])).await, Err(F::BadNumbers));
    assert_eq!(of(|_| "<html>登录</html>".into_response()).await, Err(F::Unreadable));
    let elsewhere = FakeEmbeddings::start(|call| call.answer(|_| vec![1.0])).await;
    let url = elsewhere.url.clone();
    assert_eq!(of(move |_| Redirect::temporary(&url).into_response()).await, Err(F::Failing));
    assert!(elsewhere.calls().is_empty(), "texts and key go nowhere else");
}

#[tokio::test]
async fn an_endless_answer_is_cut_off() {
    let endless = |_: &EmbeddingCall| {
        let pieces = futures_util::stream::repeat_with(|| Ok::<_, std::io::Error>("9".repeat(1 << 20)));
        Response::new(Body::from_stream(pieces))
    };
    let fake = FakeEmbeddings::start(endless).await;
    let patient = EmbeddingSettings { timeout: Duration::from_secs(20), ..settings(&fake.url) };
    let found = OpenAiEmbedder::new(patient).expect("settings").embed(&["采购设备".into()]).await;
    assert_eq!(found, Err(EmbeddingFailure::TooLarge));
}

#[tokio::test]
async fn a_service_that_is_silent_breaks_off_or_is_not_there() {
    let silent = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = silent.local_addr().expect("an address");
    assert_eq!(asked(&format!("http://{address}/"), 1).await, Err(EmbeddingFailure::TimedOut));
    let breaks_off = tokio::spawn(async move {
        loop {
            let (mut stream, _) = silent.accept().await.expect("a connection");
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{\"data\":").await;
        }
    });
    let found = asked(&format!("http://{address}/"), 1).await;
    assert!(matches!(found, Err(EmbeddingFailure::Unreachable | EmbeddingFailure::TimedOut)), "{found:?}");
    breaks_off.abort();
    let _ = breaks_off.await;
    assert_eq!(asked(&format!("http://{address}/"), 1).await, Err(EmbeddingFailure::Unreachable));
}

#[tokio::test]
async fn https_speaks_tls() {
    let server = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = server.local_addr().expect("an address");
    let hello = tokio::spawn(async move {
        let (mut stream, _) = server.accept().await.expect("a connection");
        let mut first = [0; 3];
        stream.read_exact(&mut first).await.expect("bytes");
        first
    });
    assert_eq!(asked(&format!("https://{address}/v1/embeddings"), 1).await, Err(EmbeddingFailure::Unreachable));
    assert_eq!(hello.await.expect("a hello"), [0x16, 3, 1], "a handshake of TLS, nothing in clear");
}

#[test]
fn wrong_settings_are_named_without_their_values() {
    let wrong = |change: fn(&mut EmbeddingSettings)| {
        let mut one = settings("http://127.0.0.1:1/v1/embeddings");
        change(&mut one);
        let error = OpenAiEmbedder::new(one).err().expect("it is refused");
        error.source().expect("a cause").to_string()
    };
    let told = wrong(|one| one.url = "secret.example/v1".into());
    assert!(told.contains("embeddings_url") && !told.contains("secret"), "{told}");
    let told = wrong(|one| one.url = "file:///etc/secret".into());
    assert!(told.contains("embeddings_url") && !told.contains("secret"), "{told}");
    let told = wrong(|one| one.key = "secret\n".into());
    assert!(told.contains("embeddings_key") && !told.contains("secret"), "{told}");
    assert!(wrong(|one| one.model = " ".into()).contains("embeddings_model"));
}

//! A small service for embeddings on this machine, for tests: what it answers is up to the test.

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::{net::TcpListener, task::JoinHandle};

/// What the service was asked.
#[derive(Clone, Debug)]
pub struct EmbeddingCall {
    /// The header of the key; none when there was none.
    pub authorization: Option<String>,
    /// The body as it came.
    pub body: Value,
}

impl EmbeddingCall {
    /// The texts in it.
    pub fn texts(&self) -> Vec<String> {
        let texts = self.body["input"].as_array().cloned().unwrap_or_default();
        texts.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    /// A right answer with `vector` of each text, the last text first.
    pub fn answer(&self, vector: impl Fn(&str) -> Vec<f32>) -> Response {
        let one =
            |(index, text): (usize, &String)| json!({"object": "embedding", "index": index, "embedding": vector(text)});
        let data: Vec<Value> = self.texts().iter().enumerate().rev().map(one).collect();
        (
            [(header::CONTENT_TYPE, "application/json")],
            json!({"object": "list", "data": data, "model": self.body["model"]}).to_string(),
        )
            .into_response()
    }
}

/// Listens on a port of its own until it is dropped.
pub struct FakeEmbeddings {
    /// The whole address.
    pub url: String,
    calls: Arc<Mutex<Vec<EmbeddingCall>>>,
    server: JoinHandle<()>,
}

impl FakeEmbeddings {
    /// Answers each request with `answer`.
    ///
    /// # Panics
    /// When no port is free.
    pub async fn start(answer: impl Fn(&EmbeddingCall) -> Response + Send + Sync + 'static) -> Self {
        let (calls, answer) = (Arc::<Mutex<Vec<EmbeddingCall>>>::default(), Arc::new(answer));
        let noted = calls.clone();
        let handler = move |headers: HeaderMap, body: Bytes| {
            let (noted, answer) = (noted.clone(), answer.clone());
            async move {
                let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
                let Ok(body) = serde_json::from_slice(&body) else { return StatusCode::BAD_REQUEST.into_response() };
                let call = EmbeddingCall { authorization: authorization.map(str::to_owned), body };
                noted.lock().unwrap_or_else(PoisonError::into_inner).push(call.clone());
                answer(&call)
            }
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/v1/embeddings", listener.local_addr().expect("an address"));
        let app = Router::new().route("/v1/embeddings", post(handler));
        let server = tokio::spawn(async move { axum::serve(listener, app).await.expect("it serves") });
        Self { url, calls, server }
    }

    /// What it was asked so far.
    pub fn calls(&self) -> Vec<EmbeddingCall> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for FakeEmbeddings {
    fn drop(&mut self) {
        self.server.abort();
    }
}

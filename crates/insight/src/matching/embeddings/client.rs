//! A service that speaks OpenAI's protocol for embeddings: `POST …/v1/embeddings` with `{"model", "input": […]}`.

use super::{Embedded, Embedder, EmbeddingFailure, answer};
use jinqiao_kernel::{Error, Result};
use reqwest::{
    Client, StatusCode, Url,
    header::{AUTHORIZATION, HeaderMap, HeaderValue},
    redirect::Policy,
};
use rustls::crypto::ring;
use serde_json::json;
use std::time::Duration;

/// Bytes of an answer: a batch of the longest vectors, each number in 24 characters, takes 6 MB.
const LARGEST: usize = 8 * 1024 * 1024;

/// Where the service is and what it is asked for.
pub struct EmbeddingSettings {
    /// The whole address, such as `https://api.example.com/v1/embeddings`.
    pub url: String,
    /// Sent as a bearer token; nothing is sent when it is empty.
    pub key: String,
    /// Its name at the service.
    pub model: String,
    /// For one request, from connecting to the last byte.
    pub timeout: Duration,
}

/// The service behind an address.
pub struct OpenAiEmbedder {
    client: Client,
    url: Url,
    model: String,
}

impl OpenAiEmbedder {
    /// Checks the settings; asks nothing yet.
    ///
    /// # Errors
    /// Naming the setting that is wrong, never its value: an address may hold a secret too.
    pub fn new(settings: EmbeddingSettings) -> Result<Self> {
        let wrong = |why: &str| Error::internal(format!("configuration: {why}"));
        let url = Url::parse(&settings.url).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        let url = url.ok_or_else(|| wrong("embeddings_url must be a whole address, http://… or https://…"))?;
        let model = settings.model.trim();
        if model.is_empty() || model.chars().count() > 200 {
            return Err(wrong("embeddings_model must name the model, in at most 200 characters"));
        }
        let mut headers = HeaderMap::new();
        if !settings.key.is_empty() {
            let bearer = HeaderValue::try_from(format!("Bearer {}", settings.key));
            let mut bearer = bearer.map_err(|_| wrong("embeddings_key has characters that no key has"))?;
            bearer.set_sensitive(true);
            headers.insert(AUTHORIZATION, bearer);
        }
        // Somebody may have chosen another one for the whole process; then that one serves.
        let _ = ring::default_provider().install_default();
        let client = Client::builder()
            .default_headers(headers)
            .timeout(settings.timeout)
            .connect_timeout(settings.timeout.min(Duration::from_secs(10)))
            // Texts and key go to the configured address and nowhere else.
            .redirect(Policy::none());
        // A plain address needs no certificates; a machine without any can serve it.
        let client = if url.scheme() == "http" { client.tls_certs_only([]) } else { client };
        let client = client.build().map_err(Error::internal)?;
        Ok(Self { client, url, model: model.to_owned() })
    }

    async fn ask(&self, texts: &[String]) -> Result<Vec<Vec<f32>>, EmbeddingFailure> {
        let request = self.client.post(self.url.clone()).json(&json!({"model": self.model, "input": texts}));
        let mut response = request.send().await.map_err(told)?;
        if let Some(failure) = of_status(response.status()) {
            return Err(failure);
        }
        let mut body = vec![];
        while let Some(piece) = response.chunk().await.map_err(told)? {
            if body.len() + piece.len() > LARGEST {
                return Err(EmbeddingFailure::TooLarge);
            }
            body.extend_from_slice(&piece);
        }
        answer::read(&body, texts.len())
    }
}

impl Embedder for OpenAiEmbedder {
    fn model(&self) -> &str {
        &self.model
    }

    fn embed<'a>(&'a self, texts: &'a [String]) -> Embedded<'a> {
        Box::pin(self.ask(texts))
    }
}

fn told(error: reqwest::Error) -> EmbeddingFailure {
    let failure = if error.is_timeout() { EmbeddingFailure::TimedOut } else { EmbeddingFailure::Unreachable };
    // An address may hold a secret.
    tracing::debug!(error = ?error.without_url(), "embedding service");
    failure
}

fn of_status(status: StatusCode) -> Option<EmbeddingFailure> {
    match status.as_u16() {
        200..=299 => None,
        401 | 403 => Some(EmbeddingFailure::Unauthorized),
        404 => Some(EmbeddingFailure::NotFound),
        408 => Some(EmbeddingFailure::TimedOut),
        429 => Some(EmbeddingFailure::Busy),
        400..=499 => Some(EmbeddingFailure::Refused),
        _ => Some(EmbeddingFailure::Failing),
    }
}

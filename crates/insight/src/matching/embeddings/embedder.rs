//! The outside service as the platform sees it, and how it may fail.

use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use std::{future::Future, pin::Pin};
use utoipa::ToSchema;

/// Why there is no vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum EmbeddingFailure {
    /// No connection: wrong address, service down, or a certificate that is not trusted.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// 401 or 403: the key is missing, wrong or spent.
    Unauthorized,
    /// 404: there is no such address, or no such model.
    NotFound,
    /// Another 4xx: the texts, or the request as a whole.
    Refused,
    /// 429: too many requests, or nothing left of a quota.
    Busy,
    /// Anything else that is no success.
    Failing,
    /// The answer is larger than any right answer can be.
    TooLarge,
    /// The answer is no list of vectors, one for each text.
    Unreadable,
    /// A vector with what is no finite number, or of zeros only.
    BadNumbers,
    /// Vectors of different lengths, or longer than is kept.
    BadLength,
    /// Vectors of another length than those that the same model gave before; these are computed anew.
    LengthChanged,
}

/// What the service answers: a vector for each text, in their order.
pub type Embedded<'a> = Pin<Box<dyn Future<Output = Result<Vec<Vec<f32>>, EmbeddingFailure>> + Send + 'a>>;

/// An outside service that turns texts into vectors. It sees published texts only.
pub trait Embedder: Send + Sync {
    /// Which model; vectors of different models are never compared.
    fn model(&self) -> &str;

    /// The vectors of `texts`, in their order.
    fn embed<'a>(&'a self, texts: &'a [String]) -> Embedded<'a>;
}

//! What happens to the time.

use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{DateTime, Role};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The platform's time was moved on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TimeMoved {
    /// What it is now.
    pub now: DateTime,
}

impl FactKind for TimeMoved {
    fn kind(&self) -> String {
        "training.moved".into()
    }

    fn subject(&self) -> Uuid {
        Uuid::nil()
    }

    /// Everybody's pages tell the time.
    fn audience(&self) -> Vec<Audience> {
        Role::iter().map(Audience::Role).collect()
    }
}

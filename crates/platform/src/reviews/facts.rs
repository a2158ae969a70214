//! That a review is nearly, or already, late; and that who has it in hand has changed.

use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{ReviewId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A waiting review whose limit is near or over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReviewFact {
    /// The entry of the queue.
    pub review: ReviewId,
    /// What the reviewer reads in the queue.
    pub title: String,
    /// The limit is over, not only near.
    pub over: bool,
}

impl FactKind for ReviewFact {
    fn kind(&self) -> String {
        if self.over { "reviews.overdue" } else { "reviews.reminded" }.into()
    }

    fn subject(&self) -> Uuid {
        self.review.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Role(Role::Operator)]
    }
}

/// Who has a waiting review in hand has changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ClaimFact {
    /// The entry of the queue.
    pub review: ReviewId,
}

impl FactKind for ClaimFact {
    fn kind(&self) -> String {
        "reviews.claimed".into()
    }

    fn subject(&self) -> Uuid {
        self.review.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Role(Role::Operator)]
    }
}

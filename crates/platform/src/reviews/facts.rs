//! That a review is nearly, or already, late.

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

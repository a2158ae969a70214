//! What happens to a call-back.

use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{CallbackId, OrderId, OrgId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An enterprise was drawn for a call-back, or has answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CallbackFact {
    /// Which call-back.
    pub callback: CallbackId,
    /// Of which order.
    pub order: OrderId,
    /// Whom it is about.
    pub institution: OrgId,
    /// Satisfied on the whole; none before the answer.
    pub satisfied: Option<bool>,
}

impl FactKind for CallbackFact {
    fn kind(&self) -> String {
        if self.satisfied.is_some() { "callbacks.answered" } else { "callbacks.drawn" }.into()
    }

    fn subject(&self) -> Uuid {
        self.callback.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Role(Role::Operator)]
    }
}

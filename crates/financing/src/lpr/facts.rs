//! What happens to the table.

use super::LprQuote;
use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{ProductId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The LPR that holds is another one than before.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LprFact {
    /// What holds now.
    pub quote: LprQuote,
    /// Products up to this one have their new rate already; none at first.
    pub after: Option<ProductId>,
}

impl FactKind for LprFact {
    fn kind(&self) -> String {
        "lpr.changed".into()
    }

    fn subject(&self) -> Uuid {
        Uuid::nil()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Role(Role::Operator)]
    }
}

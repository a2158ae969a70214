//! What happens to a profile.

use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::OrgId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A profile became complete.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProfileCompleted {
    /// Whose.
    pub org: OrgId,
}

impl FactKind for ProfileCompleted {
    fn kind(&self) -> String {
        "enterprises.completed".into()
    }

    fn subject(&self) -> Uuid {
        self.org.into()
    }

    /// Whoever completed it sees it on the page that answers.
    fn audience(&self) -> Vec<Audience> {
        vec![]
    }
}

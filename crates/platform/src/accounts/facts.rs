//! What happens with accounts and concerns others.

use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{AccountId, OrgId, OrgKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Sessions of an account were ended: pages that were open in them close.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SessionsEnded {
    /// Whose.
    pub account: AccountId,
}

impl FactKind for SessionsEnded {
    fn kind(&self) -> String {
        "accounts.sessions_ended".into()
    }

    fn subject(&self) -> Uuid {
        self.account.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Account(self.account)]
    }
}

/// The first login of a day, in Shanghai, by anybody of an enterprise, institution or agency whose registration is
/// approved.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FirstLogin {
    /// Who logged in.
    pub account: AccountId,
    /// Of which organisation …
    pub org: OrgId,
    /// … of which kind.
    pub kind: OrgKind,
}

impl FactKind for FirstLogin {
    fn kind(&self) -> String {
        "accounts.first_login".into()
    }

    /// The account: the organisation's own facts are read with its registration, and a login a day would crowd them.
    fn subject(&self) -> Uuid {
        self.account.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![]
    }
}

//! What a write is for and on whose behalf: the content of its audit row.

use jinqiao_kernel::{AccountId, Actor, OrgId, RequestMeta, Role};
use uuid::Uuid;

/// Who wants what done. Every write needs one, so that none goes unaudited.
#[derive(Clone, Debug)]
pub struct Intent {
    pub(crate) action: &'static str,
    pub(crate) account: Option<AccountId>,
    pub(crate) org: Option<OrgId>,
    pub(crate) role: Option<Role>,
    pub(crate) request: RequestMeta,
    pub(crate) subject: Option<Uuid>,
    pub(crate) detail: Option<String>,
    pub(crate) audited: bool,
}

impl Intent {
    /// `actor` wants `action` (`concept.verb`) done.
    pub fn by(actor: &Actor, action: &'static str) -> Self {
        Self {
            account: Some(actor.account),
            org: Some(actor.org),
            role: Some(actor.role),
            ..Self::visitor(&actor.request, action)
        }
    }

    /// Somebody without a session wants `action` done.
    pub fn visitor(request: &RequestMeta, action: &'static str) -> Self {
        Self {
            action,
            account: None,
            org: None,
            role: None,
            request: request.clone(),
            subject: None,
            detail: None,
            audited: true,
        }
    }

    /// The platform itself does `action`: commands at the server's console.
    pub fn system(action: &'static str) -> Self {
        let request = RequestMeta { address: "console".into(), ..RequestMeta::default() };
        Self::visitor(&request, action)
    }

    /// Work without an audit row: what follows from a fact whose own write was audited, and bookkeeping without content,
    /// such as when a session was last seen.
    pub fn bookkeeping(action: &'static str) -> Self {
        Self { audited: false, ..Self::system(action) }
    }

    /// Names the account, where a visitor turned out to be one (a login).
    #[must_use]
    pub fn for_account(mut self, account: AccountId, org: OrgId, role: Role) -> Self {
        (self.account, self.org, self.role) = (Some(account), Some(org), Some(role));
        self
    }

    /// Names the record that the write is about.
    #[must_use]
    pub fn on(mut self, subject: impl Into<Uuid>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Adds words for the auditor: a reason, a changed field. Never a secret.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

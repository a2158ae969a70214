//! Who acts. An actor is made by the web layer from a valid session and passed down; nothing invents one.

use crate::{
    AccountId, OrgId, UnitId,
    permission::{Access, Owed, Permission, Standing},
};
use std::sync::Arc;

/// Role of an account; decides its centre and, through `permissions`, what it may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sql", derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum))]
#[cfg_attr(feature = "sql", sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Enterprise user (企业用户).
    Enterprise,
    /// User of a bank or other financial institution (机构用户).
    Institution,
    /// Government user (政府用户).
    Government,
    /// User of an intermediary agency (第三方中介机构用户).
    Agency,
    /// Operator's staff (平台运营管理单位用户).
    Operator,
    /// Supervisor, reads and oversees (平台管理监督人员).
    Supervisor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] =
        [Self::Enterprise, Self::Institution, Self::Government, Self::Agency, Self::Operator, Self::Supervisor];

    /// Roles that see other people's data must log in with a second factor.
    pub fn needs_totp(self) -> bool {
        matches!(self, Self::Government | Self::Operator | Self::Supervisor)
    }
}

/// Kind of an organisation (单位类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sql", derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum))]
#[cfg_attr(feature = "sql", sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrgKind {
    /// Enterprise (企业).
    Enterprise,
    /// Financial institution (金融机构).
    Institution,
    /// Government department (政府部门).
    Department,
    /// Intermediary agency (中介机构).
    Agency,
    /// The platform's operator (运营管理单位).
    Operator,
}

/// A client's promise to send one intent under one key, so that a repeated request is answered, not repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnceKey {
    /// The client's `Idempotency-Key`.
    pub key: String,
    /// Method and path: the same key on another route is another intent.
    pub route: String,
    /// Keyed hash of the body and of the version that was seen, so that a stored hash reveals nothing of a password in it.
    pub body: String,
}

/// Where a request came from.
#[derive(Clone, Debug, Default)]
pub struct RequestMeta {
    /// Network address of the client.
    pub address: String,
    /// The client is on the server's own machine, as far as its peer address and the proxies' headers tell.
    pub local: bool,
    /// Browser, as it calls itself.
    pub agent: String,
    /// Id of the request, in the log and in the audit row.
    pub request_id: String,
    /// Idempotency key, if the client sent one.
    pub once: Option<OnceKey>,
}

/// A logged-in account.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// The person's name, as written into records that outlive the account.
    pub name: String,
    /// Its organisation.
    pub org: OrgId,
    /// Its branch or department.
    pub unit: UnitId,
    /// Kind of the organisation.
    pub org_kind: OrgKind,
    /// Its role.
    pub role: Role,
    /// The registration of its organisation is approved.
    pub registered: bool,
    /// Primary account of its organisation (主账号).
    pub primary: bool,
    /// How far it may go.
    pub access: Access,
    /// What it owes before it goes on.
    pub owes: Option<Owed>,
    /// The organisation is certified (认证).
    pub certified: bool,
    /// Units whose records it sees: its own and those below. None means all of the organisation.
    pub reach: Option<Arc<[UnitId]>>,
    /// The session it came with.
    pub session: crate::SessionId,
    /// Where the request came from.
    pub request: RequestMeta,
}

impl Actor {
    /// What decides about its permissions.
    pub fn standing(&self) -> Standing {
        let Self { role, registered, primary, access, owes, .. } = *self;
        Standing { role, registered, primary, access, owes }
    }

    /// May this actor do it, at least by reading?
    pub fn may(&self, permission: Permission) -> bool {
        self.standing().may(permission)
    }

    /// May this actor change something by it?
    pub fn may_write(&self, permission: Permission) -> bool {
        self.standing().may_write(permission)
    }

    /// Does this actor see records of `unit`?
    pub fn reaches(&self, unit: UnitId) -> bool {
        self.reach.as_ref().is_none_or(|units| units.contains(&unit))
    }
}

//! What an account may do. Each concept declares its permissions with the roles that have them; who may do what follows from
//! the permission and the account's standing alone.

use crate::Role;

/// How far a sub-account may go (子账号权限).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sql", derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum))]
#[cfg_attr(feature = "sql", sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Handles business (经办).
    #[default]
    Handle,
    /// Sees what its unit sees (只读).
    Read,
}

/// How far an account must have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// No further than the door: it owes something before it goes on.
    Door,
    /// Owing nothing; the registration of its organisation may still be reviewed.
    Registration,
    /// As far as the approval of that registration.
    Approval,
}

/// What an account owes before anything else is open to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// It came with a one-time password and has to choose its own.
    Password,
    /// It has not accepted an agreement of its role in the version in force.
    Agreements,
}

/// Something that an account may do, and which accounts.
#[derive(Clone, Copy, Debug)]
pub struct Permission {
    /// Its name, `concept.deed`.
    pub name: &'static str,
    /// Who may.
    pub roles: &'static [Role],
    /// From when on.
    pub from: Entry,
    /// The primary account only.
    pub primary: bool,
    /// It concerns nobody but the person, and so stays open to read-only accounts.
    pub personal: bool,
}

impl Permission {
    /// For every account of `roles` in a registered organisation.
    pub const fn of(name: &'static str, roles: &'static [Role]) -> Self {
        Self { name, roles, from: Entry::Approval, primary: false, personal: false }
    }
}

/// What decides about an account's permissions.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Its role.
    pub role: Role,
    /// The registration of its organisation is approved.
    pub registered: bool,
    /// Primary account of its organisation (主账号).
    pub primary: bool,
    /// How far it may go.
    pub access: Access,
    /// What it owes first.
    pub owes: Option<Owed>,
}

impl Standing {
    /// The primary account of a registered organisation.
    pub const fn primary(role: Role) -> Self {
        Self { role, registered: true, primary: true, access: Access::Handle, owes: None }
    }

    fn entry(self) -> Entry {
        match self {
            Self { owes: Some(_), .. } => Entry::Door,
            Self { registered: false, .. } => Entry::Registration,
            _ => Entry::Approval,
        }
    }

    /// Is it only for agreements that such an account may not do it?
    pub fn must_agree(self, permission: Permission) -> bool {
        self.owes == Some(Owed::Agreements) && !self.may(permission) && Self { owes: None, ..self }.may(permission)
    }

    /// May such an account do it, at least by reading?
    pub fn may(self, permission: Permission) -> bool {
        permission.roles.contains(&self.role)
            && permission.from <= self.entry()
            && (self.primary || !permission.primary)
    }

    /// May it change something by it?
    pub fn may_write(self, permission: Permission) -> bool {
        self.may(permission) && (self.access == Access::Handle || permission.personal)
    }
}

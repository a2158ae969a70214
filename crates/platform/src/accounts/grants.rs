//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Entry, Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[ACCOUNT_OWN, TEAM_MANAGE, ACCOUNTS_MANAGE];

/// Change the own password, accept agreements, see and end own sessions: what is open to whoever owes something else.
pub const ACCOUNT_OWN: Permission =
    Permission { from: Entry::Door, personal: true, ..Permission::of("account.own", &Role::ALL) };

/// Make sub-accounts and units, see what sub-accounts did.
pub const TEAM_MANAGE: Permission = Permission {
    primary: true,
    ..Permission::of("accounts.team", &[Role::Enterprise, Role::Institution, Role::Agency, Role::Government])
};

/// Disable and enable accounts, let people back in, suspend organisations.
pub const ACCOUNTS_MANAGE: Permission = Permission::of("accounts.manage", &[Role::Operator]);

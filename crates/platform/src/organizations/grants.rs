//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Entry, Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[REGISTRATION_OWN, ORGANIZATIONS_MANAGE];

/// See and correct the own registration.
pub const REGISTRATION_OWN: Permission =
    Permission { from: Entry::Registration, ..Permission::of("registration.own", &Role::ALL) };

/// See and certify organisations.
pub const ORGANIZATIONS_MANAGE: Permission = Permission::of("organizations.manage", &[Role::Operator]);

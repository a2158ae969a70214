//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[LOANS_ENTERPRISE, LOANS_INSTITUTION, LOANS_OVERSIGHT];

/// See the own loans, and answer what institutions record.
pub const LOANS_ENTERPRISE: Permission = Permission::of("servicing.enterprise", &[Role::Enterprise]);

/// Keep the book of loans.
pub const LOANS_INSTITUTION: Permission = Permission::of("servicing.institution", &[Role::Institution]);

/// See what institutions have lent and how it is repaid, added up by institution.
pub const LOANS_OVERSIGHT: Permission =
    Permission::of("servicing.oversight", &[Role::Government, Role::Supervisor, Role::Operator]);

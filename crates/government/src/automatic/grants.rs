//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[AUTOMATIC_DEPARTMENT, AUTOMATIC_OWN];

/// Find, check and drop lists for the own department's items.
pub const AUTOMATIC_DEPARTMENT: Permission = Permission::of("automatic.department", &[Role::Government]);

/// Confirm what the own firm is named for.
pub const AUTOMATIC_OWN: Permission = Permission::of("automatic.own", &[Role::Enterprise]);

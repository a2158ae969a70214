//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[POLICY_STATISTICS];

/// See policies in figures: a department its own, others all.
pub const POLICY_STATISTICS: Permission =
    Permission::of("policy_statistics.read", &[Role::Government, Role::Supervisor, Role::Operator]);

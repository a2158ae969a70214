//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[POLICIES_MATCH];

/// See which policies the own profile suits.
pub const POLICIES_MATCH: Permission = Permission::of("policies.match", &[Role::Enterprise]);

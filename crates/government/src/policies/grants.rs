//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[POLICIES_OWN, POLICIES_CHECK];

/// Write, publish, suspend and end the own department's items.
pub const POLICIES_OWN: Permission = Permission::of("policies.own", &[Role::Government]);

/// Check items before they are published (合法性核校), never one's own.
pub const POLICIES_CHECK: Permission = Permission::of("policies.check", &[Role::Government]);

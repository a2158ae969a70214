//! What can be permitted in this concept.

use jinqiao_kernel::{Permission, Role};

/// Everything of this concept.
pub const PERMISSIONS: &[Permission] = &[AGREEMENTS_PUBLISH];

/// Publishing further versions of agreements.
pub const AGREEMENTS_PUBLISH: Permission = Permission::of("agreements.publish", &[Role::Operator]);

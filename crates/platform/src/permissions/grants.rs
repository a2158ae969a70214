//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[PARAMETERS_MANAGE];

/// See and set parameters.
pub const PARAMETERS_MANAGE: Permission = Permission::of("parameters.manage", &[Role::Operator]);

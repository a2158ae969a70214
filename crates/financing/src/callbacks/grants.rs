//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[CALLBACKS_MANAGE];

/// Call enterprises and note what they say.
pub const CALLBACKS_MANAGE: Permission = Permission::of("callbacks.manage", &[Role::Operator]);

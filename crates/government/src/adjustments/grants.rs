//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[ADJUSTMENTS_OWN, ADJUSTMENTS_HANDLE];

/// Report that a policy has changed.
pub const ADJUSTMENTS_OWN: Permission = Permission::of("adjustments.own", &[Role::Government]);

/// See to it that the portal says so.
pub const ADJUSTMENTS_HANDLE: Permission = Permission::of("adjustments.handle", &[Role::Operator]);

//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[LPR_MANAGE];

/// Keep the table of the LPR.
pub const LPR_MANAGE: Permission = Permission::of("lpr.manage", &[Role::Operator]);

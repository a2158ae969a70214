//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[CALENDAR_MANAGE];

/// See and keep the holiday table.
pub const CALENDAR_MANAGE: Permission = Permission::of("calendar.manage", &[Role::Operator]);

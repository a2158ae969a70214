//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[REVIEWS_HANDLE];

/// Approve, return and refuse what waits.
pub const REVIEWS_HANDLE: Permission = Permission::of("reviews.handle", &[Role::Operator]);

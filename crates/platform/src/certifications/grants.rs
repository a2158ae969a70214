//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[ORGANIZATION_CARD];

/// Write the own card, and apply to be certified.
pub const ORGANIZATION_CARD: Permission = Permission::of("organizations.card", &[Role::Institution, Role::Agency]);

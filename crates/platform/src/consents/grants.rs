//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[CONSENTS_OWN];

/// See and revoke own consents.
pub const CONSENTS_OWN: Permission = Permission::of("consents.own", &[Role::Enterprise]);

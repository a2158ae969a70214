//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[MESSAGES_READ];

/// Read own messages.
pub const MESSAGES_READ: Permission = Permission { personal: true, ..Permission::of("messages.read", &Role::ALL) };

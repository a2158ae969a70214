//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[SUPPLY_READ];

/// See what enterprises look for, and what came of it.
pub const SUPPLY_READ: Permission = Permission::of("supply.read", &[Role::Government, Role::Supervisor]);

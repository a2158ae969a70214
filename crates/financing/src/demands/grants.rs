//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[DEMANDS_OWN, UNMATCHED_READ];

/// Write, submit and withdraw own demands.
pub const DEMANDS_OWN: Permission = Permission::of("demands.own", &[Role::Enterprise]);

/// See, without names, demands that nobody has answered.
pub const UNMATCHED_READ: Permission = Permission::of("demands.unmatched", &[Role::Government, Role::Supervisor]);

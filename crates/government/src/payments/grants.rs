//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[PAYMENTS_OWN];

/// List payments of the own department, and report what became of them.
pub const PAYMENTS_OWN: Permission = Permission::of("payments.own", &[Role::Government]);

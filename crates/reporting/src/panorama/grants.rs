//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[PANORAMA_READ, PANORAMA_OWN, PANORAMA_ORDERS];

/// See firms on one page, by role.
pub const PANORAMA_READ: Permission =
    Permission::of("panorama.read", &[Role::Government, Role::Supervisor, Role::Operator]);

/// See what others see of the own firm.
pub const PANORAMA_OWN: Permission = Permission::of("panorama.own", &[Role::Enterprise]);

/// See the firm of an order on one page, as far as its consent opens it.
pub const PANORAMA_ORDERS: Permission = Permission::of("panorama.orders", &[Role::Institution]);

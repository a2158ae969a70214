//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[ORDERS_ENTERPRISE, MARKET_READ, ORDERS_INSTITUTION, OVERDUE_READ];

/// Handle orders as the enterprise.
pub const ORDERS_ENTERPRISE: Permission = Permission::of("orders.enterprise", &[Role::Enterprise]);

/// See the market of masked demands.
pub const MARKET_READ: Permission = Permission::of("market.read", &[Role::Institution]);

/// Grab demands and handle orders as the institution.
pub const ORDERS_INSTITUTION: Permission = Permission::of("orders.institution", &[Role::Institution]);

/// See what institutions are late with.
pub const OVERDUE_READ: Permission = Permission::of("orders.overdue", &[Role::Operator, Role::Supervisor]);

//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[PRODUCTS_OWN];

/// Write and submit own products, put them on the shelf and take them off.
pub const PRODUCTS_OWN: Permission = Permission::of("products.own", &[Role::Institution]);

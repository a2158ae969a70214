//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[FORECASTS_OWN, FORECASTS_SUBSCRIBE];

/// Write, publish and withdraw the own department's forecasts.
pub const FORECASTS_OWN: Permission = Permission::of("forecasts.own", &[Role::Government]);

/// Be told when a forecast changes.
pub const FORECASTS_SUBSCRIBE: Permission = Permission::of("forecasts.subscribe", &[Role::Enterprise]);

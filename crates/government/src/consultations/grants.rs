//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[CONSULTATIONS];

/// Ask other departments about an application of the own one, and answer what they ask.
pub const CONSULTATIONS: Permission = Permission::of("consultations.own", &[Role::Government]);

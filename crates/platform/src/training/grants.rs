//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[TRAINING_MOVE];

/// Move the time on.
pub const TRAINING_MOVE: Permission = Permission::of("training.move", &[Role::Operator]);

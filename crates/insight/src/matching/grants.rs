//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[SEGMENTS_READ, MATCHING_TUNE];

/// Read what clusters of firms are made of (企业分群).
pub const SEGMENTS_READ: Permission = Permission::of("enterprises.segments", &[Role::Government, Role::Supervisor]);

/// See and tune the matching, and see who got the dispatches.
pub const MATCHING_TUNE: Permission = Permission::of("matching.tune", &[Role::Operator]);

//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[FILES_OWN];

/// Upload files, and see those of the own organisation.
pub const FILES_OWN: Permission = Permission::of(
    "files.own",
    &[Role::Enterprise, Role::Institution, Role::Agency, Role::Government, Role::Supervisor],
);

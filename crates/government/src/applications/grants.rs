//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[APPLICATIONS_OWN, APPLICATIONS_REVIEW, APPLICATIONS_OBJECT];

/// Apply for what policy items give.
pub const APPLICATIONS_OWN: Permission = Permission::of("applications.own", &[Role::Enterprise]);

/// Read and review applications for the own department's items.
pub const APPLICATIONS_REVIEW: Permission = Permission::of("applications.review", &[Role::Government]);

/// Object to an application while it is public.
pub const APPLICATIONS_OBJECT: Permission =
    Permission::of("applications.object", &[Role::Enterprise, Role::Institution, Role::Agency]);

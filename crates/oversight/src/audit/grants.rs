//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[AUDIT_READ, JOBS_MANAGE];

/// Read the audit trail.
pub const AUDIT_READ: Permission = Permission::of("audit.read", &[Role::Operator, Role::Supervisor]);

/// See and retry jobs.
pub const JOBS_MANAGE: Permission = Permission::of("jobs.manage", &[Role::Operator]);

//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[COMPLAINTS_OWN, COMPLAINTS_HANDLE, COMPLAINTS_OVERSEE];

/// Complain, dispute, object, give feedback or record an incident, each role what is open to it; answer what others
/// complain of.
pub const COMPLAINTS_OWN: Permission =
    Permission::of("complaints.own", &[Role::Enterprise, Role::Institution, Role::Supervisor]);

/// Assign and answer complaints.
pub const COMPLAINTS_HANDLE: Permission = Permission::of("complaints.handle", &[Role::Operator]);

/// Read the complaints that are copied to the government, and how institutions put right what was found.
pub const COMPLAINTS_OVERSEE: Permission = Permission::of("complaints.oversee", &[Role::Government, Role::Supervisor]);

//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[POINTS_OWN, GRADES_READ, POINTS_MANAGE, ASSESSMENT_READ];

/// See the own points, their rules and the own grade.
pub const POINTS_OWN: Permission = Permission::of("points.own", &[Role::Enterprise, Role::Institution, Role::Agency]);

/// See the grades of institutions beside their offers.
pub const GRADES_READ: Permission = Permission::of("points.grades", &[Role::Enterprise]);

/// Change rules for points, note findings, correct entries.
pub const POINTS_MANAGE: Permission = Permission::of("points.manage", &[Role::Operator]);

/// Read the quarterly assessment of institutions.
pub const ASSESSMENT_READ: Permission = Permission::of("points.assessment", &[Role::Government, Role::Supervisor]);

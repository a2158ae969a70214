//! What can be permitted in this concept, and to whom.

use jinqiao_kernel::{Permission, Role};

/// All of it.
pub const PERMISSIONS: &[Permission] = &[ENTERPRISE_PROFILE, SCORE_MANAGE, EVIDENCE_CONFIRM, STANDARDS_MANAGE];

/// See and edit the own enterprise profile.
pub const ENTERPRISE_PROFILE: Permission = Permission::of("enterprise.profile", &[Role::Enterprise]);

/// See and write the weights of the innovation score (创新积分).
pub const SCORE_MANAGE: Permission = Permission::of("enterprises.score", &[Role::Operator]);

/// Import editions of the classification of industries and of the rules of size.
pub const STANDARDS_MANAGE: Permission = Permission::of("enterprises.standards", &[Role::Operator]);

/// Confirm what was seen in a firm's documents.
pub const EVIDENCE_CONFIRM: Permission = Permission::of("enterprises.evidence", &[Role::Operator]);

//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "joint_credits.already_running",
    "joint_credits.extended",
    "joint_credits.guarantee_stands",
    "joint_credits.has_order",
    "joint_credits.is_lead",
    "joint_credits.member_gone",
    "joint_credits.not_full",
    "joint_credits.not_lead",
    "joint_credits.not_ready",
    "joint_credits.too_few",
    "joint_credits.wrong_state",
    "joint_credits.wrong_type",
];

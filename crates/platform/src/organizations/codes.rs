//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "organizations.code_taken",
    "organizations.code_unconfirmed",
    "organizations.full",
    "organizations.not_certifiable",
    "organizations.not_certified",
    "organizations.not_suspendable",
    "organizations.root_unit",
    "organizations.suspended",
    "organizations.unit_closed",
    "organizations.unit_in_use",
    "organizations.wrong_state",
];

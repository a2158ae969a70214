//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "applications.appeal_over",
    "applications.appealed",
    "applications.claimed",
    "applications.conflicting",
    "applications.corrections_used",
    "applications.not_eligible",
    "applications.not_open",
    "applications.running",
    "applications.same_person",
    "applications.wrong_state",
];

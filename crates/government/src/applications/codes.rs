//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "applications.appeal_over",
    "applications.appealed",
    "applications.claimed",
    "applications.conflicting",
    "applications.corrections_used",
    "applications.nobody_left",
    "applications.not_eligible",
    "applications.not_open",
    "applications.payee_listed",
    "applications.running",
    "applications.same_person",
    "applications.wrong_state",
];

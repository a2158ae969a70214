//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "second_credits.already_running",
    "second_credits.matured",
    "second_credits.not_yours",
    "second_credits.wrong_side",
    "second_credits.wrong_state",
];

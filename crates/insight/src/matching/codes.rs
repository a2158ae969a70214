//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "matching.all_full",
    "matching.nobody_left",
    "matching.not_on_market",
    "matching.nothing_wanted",
    "matching.round_running",
    "matching.trial_running",
    "matching.unknown_firm",
];

//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "files.attached",
    "files.broken_off",
    "files.busy",
    "files.no_room",
    "files.storage_full",
    "files.strangers_full",
    "files.too_large",
    "files.wrong_state",
];

//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] =
    &["automatic.nobody", "automatic.not_automatic", "automatic.same_person", "automatic.wrong_state"];

//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "accounts.bad_credentials",
    "accounts.busy",
    "accounts.disabled_by_platform",
    "accounts.last_operator",
    "accounts.link_void",
    "accounts.no_authenticator",
    "accounts.not_suited",
    "accounts.organization_suspended",
    "accounts.other_person",
    "accounts.own_account",
    "accounts.password_due",
    "accounts.password_expired",
    "accounts.primary",
    "accounts.proof_required",
    "accounts.quota_full",
    "accounts.reset_open",
    "accounts.same_person",
    "accounts.signature_needed",
    "accounts.too_many_codes",
    "accounts.totp_invalid",
    "accounts.totp_required",
    "accounts.wait",
    "accounts.wrong_state",
];

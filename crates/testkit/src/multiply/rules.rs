//! What is not simply copied, and why.

/// Tables of which nothing is copied.
const LEFT: &[(&str, &str)] = &[
    ("account_links", "ends by itself, and its secret is known to nobody"),
    ("authenticator_resets", "work on one account of the platform"),
    ("contact_codes", "ends by itself, and its secret is known to one person"),
    ("demo_accounts", "the accounts that the login page offers"),
    ("embeddings", "one for each text, whoever wrote it"),
    ("files", "their bytes are not in the database; records share those of the original"),
    ("jobs", "would all be done again"),
    ("login_devices", "its secret is one browser's"),
    ("login_failures", "ends by itself"),
    ("match_clusters", "computed anew by the next run of the network"),
    ("match_networks", "computed anew by the next run of the network"),
    ("once_keys", "ends by itself"),
    ("probes", "work of one server"),
    ("recovery_codes", "its secret is one person's"),
    ("sessions", "its secret is one browser's"),
    ("stranger_files", "ends by itself"),
    ("used_codes", "ends by itself"),
    ("used_proofs", "ends by itself"),
];

/// Is nothing of `table` copied?
pub fn left(table: &str) -> bool {
    LEFT.iter().any(|(name, _)| *name == table)
}

/// Rows that stay one: their table, the column of their id, which of them, and why.
pub const STILL: &[(&str, &str, &str, &str)] = &[
    ("organizations", "id", "kind <> 'enterprise'", "the platform, its departments and the institutions"),
    ("units", "id", "org_id IN (SELECT id FROM organizations WHERE kind <> 'enterprise')", "theirs"),
    ("accounts", "id", "org_id IN (SELECT id FROM organizations WHERE kind <> 'enterprise')", "theirs"),
    ("agreements", "id", "1 = 1", "texts, accepted by all"),
    ("point_rules", "id", "1 = 1", "a table of the platform"),
    ("files", "id", "1 = 1", "nothing of them is copied"),
];

/// The table whose rows are copied up to a number of their own, without what refers to them: orders keep the product they have.
pub const SHELF: &str = "products";
/// The column that says whose a product is, and how many an institution may have (`docs/bounds-of-storage.md`).
pub const SHELF_OF: (&str, u64) = ("institution_id", 300);

/// Tables that are looked at through one subject or account; beyond so many rows they grow no more, as the disk would fill first.
pub const LOGS: &[&str] = &["facts", "messages", "audit_rows"];
/// Rows of each of them.
pub const LOGS_MOST: u64 = 1_200_000;

/// Names of organisations: table, column, and the column that says whose it is.
pub const NAMED: &[(&str, &str, &str)] =
    &[("organizations", "name", "id"), ("units", "name", "org_id"), ("reviews", "org_name", "org_id")];

/// Names of accounts: unique, and free in form.
pub const LOGINS: &[(&str, &str)] = &[("accounts", "login")];

/// Addresses of mail.
pub const MAIL: &[(&str, &str)] = &[("organizations", "email")];

/// Keyed hashes of what is sealed, which cannot be sealed anew here: no two firms look like one. What is sealed stays the original's.
pub const HASHED: &[(&str, &str)] = &[("organizations", "mobile_hash"), ("enterprises", "legal_person_id_hash")];

/// Unified social credit codes, which have check digits.
pub const CODES: &[(&str, &str)] = &[("organizations", "uscc"), ("organizations", "claimed_uscc")];

/// Seconds by which all moments of a copy are earlier than those of the one before: where many have the same, lists would have to
/// sort them, as they never do with real data.
pub const EARLIER: u32 = 7;

/// Moments that are put off by four years (so that leap days stay), or all copies would be due at once while something is measured.
pub const PUT_OFF: &[(&str, &str)] = &[("timers", "due_at")];

/// Numbers that people quote.
pub fn quoted(column: &str) -> bool {
    column == "no" || column.ends_with("_no")
}

//! What may read or sort more than a page, and why.

/// Tables that hold as much after ten years as on the first day, or that only the operator adds to, a few rows a year.
pub const FIXED: &[&str] = &[
    "agreements",
    "calendar_days",
    "calendar_years",
    "demo_accounts",
    "institution_capacities",
    "match_networks",
    "match_settings",
    "match_synonyms",
    "numbers",
    "parameters",
    "point_rules",
    "probes",
    "score_tables",
    "standard_editions",
    "text_parameters",
];

/// Part of a statement, and why what it does is allowed. Each has to occur.
pub const ALLOWED: &[(&str, &str)] = &[
    // Computed once a minute for all who ask (`jinqiao_db::shared`).
    (r#"GROUP BY "demands"."state""#, "public figures, once a minute"),
    (r#"SUM("demands"."disbursed_amount")"#, "public figures, once a minute"),
    (r#"COUNT(DISTINCT "enterprise_id")"#, "public figures, once a minute"),
    (r#"GROUP BY "firms"."industry_division""#, "what became of similar firms, once a minute"),
    (r#"CAST(COALESCE(SUM((CASE WHEN ("draws"."state""#, "loans of each institution, once a minute"),
    // The operator's check recomputes everything on purpose; what comes here is at most a hundred differences.
    (r#"FROM "points_balances" LEFT JOIN"#, "check of the ledger"),
    (r#"NOT IN (SELECT "points_balances"."org_id""#, "check of the ledger"),
    (r#"(SELECT "points_balances"."org_id", "points_balances"."side""#, "check of the ledger"),
    // Bounded by what one organisation has.
    (r#"WHERE ("complaints"."complainant_org" = ? OR"#, "complaints of one organisation"),
    (r#"WHERE "complaints"."complainant_org" = ? OR"#, "complaints of one organisation"),
    (r#"WHERE "complaints"."order_id" = ?"#, "complaints about one order"),
    (r#"FROM "joint_members" WHERE "joint_members"."institution_id" = ?"#, "joint credits of one institution"),
    // Bounded by what waits for somebody.
    (r#""complaints"."state" IN (?, ?, ?) ORDER BY "complaints"."due_at""#, "complaints that wait"),
    (r#""demands"."unanswered_at" > ? UNION ALL"#, "demands unanswered, and closed for it in 90 days"),
    // Bounded by how many institutions there are.
    (r#"ORDER BY "organizations"."name" ASC"#, "certified institutions"),
    // Bounded by what has the words.
    (r#""search_terms"."term") >= ?) OR "products"."id" IN"#, "products on the shelf that have the words"),
    (r#"WHERE "organizations"."id" IN (SELECT "search_terms"."subject""#, "organisations that have the words"),
    (r#"WHERE "accounts"."no" = ? OR"#, "accounts that have the words"),
    (r#"WHERE "complaints"."id" IN (SELECT "search_terms"."subject""#, "complaints that have the words"),
];

/// As [`ALLOWED`], where all is read that is alike by columns of few values.
pub const ALIKE: &[(&str, &str)] = &[
    (r#""m0", CAST(COALESCE(SUM"#, "trends, once a minute"),
    (r#"FROM "second_credits" WHERE "second_credits"."state" = ?) AS "sub_query""#, "public figures, once a minute"),
    (
        r#""organizations"."state" = ? AND "organizations"."certified" = ?) AS "sub_query""#,
        "public figures, once a minute",
    ),
    (r#""organizations"."kind" = ? AND "organizations"."state" = ?) AS "sub_query""#, "public figures, once a minute"),
    (r#"SELECT DISTINCT "draws"."institution_id" FROM "draws""#, "loans of each institution, once a minute"),
    (r#"WHERE "products"."on_shelf" = ?"#, "the shelf: its figures, rates and institutions, once a minute"),
    // Bounded by what waits, or by who is suspended.
    (r#"COUNT("reviews"."id") AS "waiting""#, "what waits for a review"),
    (r#"FROM "adjustments" WHERE "adjustments"."waits" = ?"#, "notices that wait"),
    (
        r#"NOT IN (SELECT "organizations"."id" FROM "organizations" WHERE "organizations"."state" = ?)"#,
        "who is suspended",
    ),
    // Bounded by how many institutions there are, and people of the platform and the departments.
    (r#"SELECT "organizations"."id" FROM "organizations" WHERE "organizations"."kind" = ?"#, "institutions"),
    (
        r#"FROM "accounts" WHERE "accounts"."role" = ? AND "accounts"."active" = ?"#,
        "people of the platform, or of departments",
    ),
];

/// Statements that an answer may ask.
pub const MOST: usize = 10;

/// More of them, and how many: what matches reads both sides of many pairs, points come from four
/// books, and an order of an institution shows whatever was opened, paid and asked for.
pub const MORE: &[(&str, usize)] = &[
    ("/api/enterprise/matches", 21),
    ("/api/enterprise/demands/{id}/matches", 20),
    ("/api/institution/matches", 17),
    ("/api/institution/products/{id}/matches", 17),
    // What was handed in each time, what was said, who else used the same papers, and for a draft what is known of the firm.
    ("/api/enterprise/applications/{id} ", 15),
    ("/api/government/applications/{id} ", 17),
    ("/api/institution/joint-credits/{id}", 12),
    ("/api/institution/joint-credits", 12),
    ("/api/complaints?q=", 11),
    ("/api/operator/demands/{id} ", 11),
    ("/api/institution/orders/{id} ", 13),
    // All of a firm: what it is, and what five chapters know of it.
    ("/api/enterprise/panorama", 18),
    ("/api/firms/{id}/panorama", 19),
    // Counted once a minute for all who ask the same.
    ("/api/policy-statistics", 13),
    ("/api/points ", 20),
    ("/api/operator/points/organizations/{id} ", 20),
];

/// How often an answer may ask the same: for both sides of something, and not for each row.
pub const MOST_ALIKE: usize = 3;

/// Files are streamed by their id; some things the demo data have only if it was loaded at another hour.
pub const UNVISITED: &[&str] = &[
    "/api/files/{id}/content",
    "/api/operator/rating-appeals/{id}",
    "/api/operator/second-credits/{id}",
    "/api/government/applications/{id}/files/{file}",
    "/api/enterprise/draws/{id}/files/{file}",
    "/api/enterprise/orders/{id}/payment-files/{file}",
    "/api/government/complaints/{id}/attachments/{file}",
    "/api/institution/draws/{id}/files/{file}",
    "/api/government/policies/{id}/attachments/{file}",
    "/api/institution/orders/{id}/attachments/{file}",
    "/api/institution/orders/{id}/materials/{file}",
    "/api/institutions/{id}/mark/{file}",
    "/api/operator/certifications/{id}/attachments/{file}",
    "/api/operator/complaints/{id}/attachments/{file}",
    "/api/operator/demands/{id}/attachments/{file}",
    "/api/operator/enterprises/{id}/attachments/{file}",
    "/api/operator/organizations/{id}/papers/{file}",
    "/api/policies/{id}/versions/{number}/attachments/{file}",
];

/// As [`ALLOWED`], in writes and what follows from them.
pub const ALLOWED_IN_WRITES: &[(&str, &str)] = &[
    (r#""accounts"."org_id" = ? ORDER BY "accounts"."primary_account" DESC"#, "accounts of one organisation"),
    (r#"WHERE "login_devices"."account_id" = ? ORDER BY"#, "devices of one account, of which few are kept"),
    (r#"FROM "point_rules" WHERE"#, "versions of one rule"),
];

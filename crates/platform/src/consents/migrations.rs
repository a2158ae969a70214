//! Tables `consents` and `looks`.

use jinqiao_db::schema::{Make, Step, column, index};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    big_pk_auto, integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000060_consents", make: consents },
        Step { name: "m20261203_000110_consent_centre", make: centre },
        Step { name: "m20261213_000060_accesses_of_enterprises", make: accesses_of_enterprises },
        Step { name: "m20261217_000010_accesses_of_accounts", make: accesses_of_accounts },
        Step { name: "m20270104_000010_looks_by_role", make: looks_by_role },
    ]
}

/// Whoever sees data by role has no consent to name. A column cannot lose its NOT NULL on SQLite, so the looks move to a table that
/// never had it.
fn looks_by_role() -> Vec<Make> {
    let looks = Table::create()
        .table("looks")
        .col(big_pk_auto("seq"))
        .col(uuid_null("consent_id"))
        .col(uuid_null("enterprise_id"))
        .col(uuid("org_id"))
        .col(uuid("account_id"))
        .col(text("account_name"))
        .col(timestamp_with_time_zone("at"))
        .col(text("what"))
        .col(text_null("reason"))
        .col(text("part"))
        .foreign_key(ForeignKey::create().name("fk_looks_consent").from("looks", "consent_id").to("consents", "id"))
        .to_owned();
    const COLUMNS: &str = "consent_id, enterprise_id, org_id, account_id, account_name, at, what, reason, part";
    vec![
        Make::table(looks),
        Make::sql(format!("INSERT INTO looks ({COLUMNS}) SELECT {COLUMNS} FROM consent_accesses ORDER BY seq")),
        Make::sql("DROP TABLE consent_accesses"),
        index("looks", &["consent_id", "seq"]),
        index("looks", &["enterprise_id", "seq"]),
        index("looks", &["org_id", "seq"]),
        index("looks", &["account_id", "part", "at"]),
    ]
}

/// Whether somebody was shown a name in a list lately is looked for whenever a list is read.
fn accesses_of_accounts() -> Vec<Make> {
    vec![index("consent_accesses", &["account_id", "part", "at"])]
}

/// An enterprise reads who has looked at its data under all of its consents, the newest first.
fn accesses_of_enterprises() -> Vec<Make> {
    vec![
        column("consent_accesses", uuid_null("enterprise_id")),
        Make::sql(
            "UPDATE consent_accesses SET enterprise_id = \
             (SELECT enterprise_id FROM consents WHERE consents.id = consent_accesses.consent_id)",
        ),
        index("consent_accesses", &["enterprise_id", "seq"]),
    ]
}

fn centre() -> Vec<Make> {
    vec![
        column("consents", integer("version").default(1)),
        column("consents", timestamp_with_time_zone_null("replaced_at")),
        column("consents", timestamp_with_time_zone_null("order_ended_at")),
        column("consent_accesses", text("part").default("profile")),
        index("consents", &["enterprise_id", "grantee_id", "granted_at"]),
        index("consent_accesses", &["org_id", "seq"]),
    ]
}

fn consents() -> Vec<Make> {
    let consents = Table::create()
        .table("consents")
        .col(pk_uuid("id"))
        .col(uuid("enterprise_id"))
        .col(uuid("grantee_id"))
        .col(uuid("demand_id"))
        .col(uuid("order_id"))
        .col(text("order_no"))
        .col(text("scopes"))
        .col(text("purpose"))
        .col(integer("text_version"))
        .col(text("text_hash"))
        .col(uuid("signer_id"))
        .col(text("method"))
        .col(timestamp_with_time_zone("granted_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(text_null("revoke_reason"))
        .foreign_key(
            ForeignKey::create().name("fk_consents_org").from("consents", "enterprise_id").to("organizations", "id"),
        )
        .foreign_key(
            ForeignKey::create().name("fk_consents_grantee").from("consents", "grantee_id").to("organizations", "id"),
        )
        .to_owned();
    let accesses = Table::create()
        .table("consent_accesses")
        .col(big_pk_auto("seq"))
        .col(uuid("consent_id"))
        .col(uuid("org_id"))
        .col(uuid("account_id"))
        .col(text("account_name"))
        .col(timestamp_with_time_zone("at"))
        .col(text("what"))
        .col(text_null("reason"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_accesses_consent")
                .from("consent_accesses", "consent_id")
                .to("consents", "id"),
        )
        .to_owned();
    vec![
        Make::table(consents),
        index("consents", &["enterprise_id", "granted_at"]),
        index("consents", &["order_id", "granted_at"]),
        Make::table(accesses),
        index("consent_accesses", &["consent_id", "seq"]),
    ]
}

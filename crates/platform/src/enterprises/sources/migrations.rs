//! Tables `enterprise_register_grants` and `enterprise_evidence`, and what a profile keeps beside them.

use jinqiao_db::schema::{Make, Step, column, index};
use sea_orm_migration::prelude::{ForeignKey, ForeignKeyCreateStatement, Index, Table};
use sea_orm_migration::schema::{
    date, date_null, integer, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261212_000100_enterprise_evidence", make: evidence }]
}

fn owner(name: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(name).from(table, "org_id").to("organizations", "id").to_owned()
}

fn evidence() -> Vec<Make> {
    let grants = Table::create()
        .table("enterprise_register_grants")
        .col(uuid("org_id"))
        .col(text("register"))
        .col(integer("text_version"))
        .col(text("text_hash"))
        .col(uuid("signer_id"))
        .col(timestamp_with_time_zone("granted_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(timestamp_with_time_zone_null("asked_at"))
        .col(timestamp_with_time_zone_null("refresh_at"))
        .col(date_null("as_of"))
        .col(text_null("failure"))
        .col(text("faults").default("[]"))
        .primary_key(Index::create().col("org_id").col("register"))
        .foreign_key(&mut owner("fk_register_grants_org", "enterprise_register_grants"))
        .to_owned();
    let evidence = Table::create()
        .table("enterprise_evidence")
        .col(uuid("org_id"))
        .col(text("key"))
        .col(text("source"))
        .col(text("value"))
        .col(date("as_of"))
        .col(date("expires_on"))
        .col(timestamp_with_time_zone("taken_at"))
        .col(text("verifier"))
        .col(uuid_null("file_id"))
        .primary_key(Index::create().col("org_id").col("key").col("source"))
        .foreign_key(&mut owner("fk_enterprise_evidence_org", "enterprise_evidence"))
        .to_owned();
    vec![
        Make::table(grants),
        Make::table(evidence),
        index("enterprise_register_grants", &["refresh_at"]),
        column("enterprises", text("typed").default("{}")),
        column("enterprise_finance", text("origins").default("{}")),
        // What a firm itself called audited or filed was seen by nobody.
        Make::sql("ALTER TABLE enterprise_finance DROP COLUMN source"),
        Make::sql("ALTER TABLE enterprise_finance DROP COLUMN dated"),
    ]
}

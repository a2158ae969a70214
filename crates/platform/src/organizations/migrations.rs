//! Tables `organizations` and `units`.

use jinqiao_db::schema::{Make, Step, column, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    boolean, integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000040_organizations", make: organizations },
        Step { name: "m20261124_000500_units", make: units },
        Step { name: "m20261210_000102_claimed_codes", make: claimed_codes },
        Step { name: "m20261210_000301_suspension", make: suspension },
        Step { name: "m20261213_000040_organization_lists", make: lists },
        Step { name: "m20261217_000040_registration_papers", make: papers },
        Step { name: "m20261231_000305_marks", make: marks },
    ]
}

/// The operator's list by each of its conditions.
fn lists() -> Vec<Make> {
    vec![
        index("organizations", &["kind", "created_at", "id"]),
        index("organizations", &["state", "created_at", "id"]),
        index("organizations", &["certified", "created_at", "id"]),
    ]
}

fn marks() -> Vec<Make> {
    vec![column("organizations", uuid_null("mark"))]
}

fn papers() -> Vec<Make> {
    vec![
        column("organizations", timestamp_with_time_zone_null("mobile_verified_at")),
        column("organizations", timestamp_with_time_zone_null("email_verified_at")),
        column("organizations", text_null("legal_person")),
        column("organizations", text_null("address")),
        column("organizations", text_null("permit_no")),
        column("organizations", uuid_null("licence")),
        column("organizations", uuid_null("permit")),
    ]
}

fn suspension() -> Vec<Make> {
    vec![
        column("organizations", timestamp_with_time_zone_null("suspended_at")),
        column("organizations", text_null("suspension")),
        index("organizations", &["state"]),
    ]
}

fn claimed_codes() -> Vec<Make> {
    vec![column("organizations", text_null("claimed_uscc")), index("organizations", &["claimed_uscc"])]
}

fn units() -> Vec<Make> {
    vec![column("units", boolean("closed").default(false))]
}

fn organizations() -> Vec<Make> {
    let organizations = Table::create()
        .table("organizations")
        .col(pk_uuid("id"))
        .col(text("kind"))
        .col(text("name"))
        .col(text_null("uscc"))
        .col(text_null("institution_type"))
        .col(text("state"))
        .col(boolean("certified"))
        .col(text("contact_name"))
        .col(text("mobile"))
        .col(text("mobile_hash"))
        .col(text_null("email"))
        .col(integer("version"))
        .col(integer("round"))
        .col(text("defects"))
        .col(text_null("refusal"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("submitted_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .to_owned();
    let units = Table::create()
        .table("units")
        .col(pk_uuid("id"))
        .col(uuid("org_id"))
        .col(uuid_null("parent_id"))
        .col(text("name"))
        .foreign_key(ForeignKey::create().name("fk_units_org").from("units", "org_id").to("organizations", "id"))
        .to_owned();
    vec![
        Make::table(organizations),
        unique("organizations", &["uscc"]),
        index("organizations", &["kind", "state", "certified"]),
        index("organizations", &["created_at"]),
        index("organizations", &["mobile_hash"]),
        Make::table(units),
        index("units", &["org_id"]),
    ]
}

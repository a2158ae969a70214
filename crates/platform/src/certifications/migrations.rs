//! Table `certifications`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{integer, pk_uuid, text, text_null, timestamp_with_time_zone_null};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261124_000204_certifications", make: certifications }]
}

fn certifications() -> Vec<Make> {
    let table = Table::create()
        .table("certifications")
        .col(pk_uuid("org_id"))
        .col(integer("version"))
        .col(text_null("introduction"))
        .col(text_null("address"))
        .col(text_null("service_phone"))
        .col(text_null("website"))
        .col(text_null("licence_no"))
        .col(text_null("service_scope"))
        .col(text("attachments"))
        .col(text("state"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone_null("applied_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(timestamp_with_time_zone_null("updated_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_certifications_org")
                .from("certifications", "org_id")
                .to("organizations", "id"),
        )
        .to_owned();
    vec![Make::table(table)]
}

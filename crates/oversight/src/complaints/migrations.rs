//! Table `complaints`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    boolean, date_null, integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261203_000101_complaints", make: complaints },
        Step { name: "m20261213_000101_complaint_lists", make: lists },
    ]
}

/// The operator's list by each of its conditions.
fn lists() -> Vec<Make> {
    vec![
        index("complaints", &["handler_id", "opened_at", "id"]),
        index("complaints", &["kind", "opened_at", "id"]),
        index("complaints", &["state", "opened_at", "id"]),
    ]
}

fn complaints() -> Vec<Make> {
    let table = Table::create()
        .table("complaints")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(text("kind"))
        .col(text("state"))
        .col(integer("version"))
        .col(uuid("complainant_org"))
        .col(uuid("complainant_id"))
        .col(text("complainant_role"))
        .col(uuid_null("about_org"))
        .col(uuid_null("order_id"))
        .col(text_null("order_no"))
        .col(text_null("figure"))
        .col(text_null("claimed"))
        .col(text_null("objection_to"))
        .col(text("title"))
        .col(text("text"))
        .col(text("attachments"))
        .col(boolean("copied"))
        .col(text("limits"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(text_null("statement"))
        .col(timestamp_with_time_zone_null("stated_at"))
        .col(uuid_null("handler_id"))
        .col(text_null("answer"))
        .col(text_null("finding"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(text_null("found_month"))
        .col(integer("reopened"))
        .col(text_null("rectification"))
        .col(date_null("rectified_on"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_complaints_complainant")
                .from("complaints", "complainant_org")
                .to("organizations", "id"),
        )
        .foreign_key(
            ForeignKey::create().name("fk_complaints_about").from("complaints", "about_org").to("organizations", "id"),
        )
        .foreign_key(ForeignKey::create().name("fk_complaints_order").from("complaints", "order_id").to("orders", "id"))
        .to_owned();
    vec![
        Make::table(table),
        unique("complaints", &["no"]),
        index("complaints", &["complainant_org", "opened_at"]),
        index("complaints", &["about_org", "opened_at"]),
        index("complaints", &["order_id"]),
        index("complaints", &["opened_at"]),
        index("complaints", &["state", "due_at"]),
        index("complaints", &["copied", "opened_at"]),
        index("complaints", &["found_month", "about_org"]),
    ]
}

//! Table `material_requests`, and the order's own mark that one is open.

use jinqiao_db::schema::{Make, Step, column, index};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261124_000440_material_requests", make: requests },
        Step { name: "m20261201_000101_lapsed_material_requests", make: lapsed },
    ]
}

fn lapsed() -> Vec<Make> {
    vec![column("material_requests", timestamp_with_time_zone_null("lapsed_at"))]
}

fn requests() -> Vec<Make> {
    let table = Table::create()
        .table("material_requests")
        .col(pk_uuid("id"))
        .col(uuid("order_id"))
        .col(text("items"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(timestamp_with_time_zone_null("recalled_at"))
        .col(text("files"))
        .col(text_null("note"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_material_requests_order")
                .from("material_requests", "order_id")
                .to("orders", "id"),
        )
        .to_owned();
    vec![
        Make::table(table),
        index("material_requests", &["order_id", "asked_at"]),
        column("orders", timestamp_with_time_zone_null("awaiting_since")),
    ]
}

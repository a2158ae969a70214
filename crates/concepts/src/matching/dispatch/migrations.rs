//! Table `dispatches`.

use jinqiao_db::schema::{Make, Step, index};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{integer, pk_uuid, text, timestamp_with_time_zone, uuid};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261201_000104_dispatches", make: dispatches }]
}

fn dispatches() -> Vec<Make> {
    let table = Table::create()
        .table("dispatches")
        .col(pk_uuid("id"))
        .col(uuid("demand_id"))
        .col(integer("round"))
        .col(timestamp_with_time_zone("at"))
        .col(integer("demand_version"))
        .col(text("compared"))
        .col(text("picks"))
        .foreign_key(
            ForeignKey::create().name("fk_dispatches_demand").from("dispatches", "demand_id").to("demands", "id"),
        )
        .to_owned();
    vec![Make::table(table), index("dispatches", &["demand_id", "at"])]
}

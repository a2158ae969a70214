//! Tables `dispatches`, `dispatch_shares` and `institution_capacities`.

use jinqiao_db::schema::{Make, Step, column, index};
use sea_orm_migration::prelude::{ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    date, integer, integer_null, pk_uuid, text, text_null, timestamp_with_time_zone, uuid,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261201_000104_dispatches", make: dispatches },
        Step { name: "m20261210_000141_dispatch_basis", make: basis },
        Step { name: "m20261212_000170_institution_capacities", make: capacities },
    ]
}

fn capacities() -> Vec<Make> {
    let table = Table::create()
        .table("institution_capacities")
        .col(pk_uuid("institution_id"))
        .col(integer("version"))
        .col(integer_null("capacity"))
        .to_owned();
    vec![Make::table(table)]
}

fn basis() -> Vec<Make> {
    let shares = Table::create()
        .table("dispatch_shares")
        .col(date("day"))
        .col(uuid("institution_id"))
        .col(integer("count"))
        .col(integer("led"))
        .primary_key(Index::create().col("day").col("institution_id"))
        .to_owned();
    vec![column("dispatches", text_null("basis")), Make::table(shares), index("dispatches", &["at"])]
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

//! Table `parameters`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{big_integer, text, timestamp_with_time_zone};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261123_000030_parameters", make: parameters }]
}

fn parameters() -> Vec<Make> {
    let table = Table::create()
        .table("parameters")
        .col(text("key").primary_key().take())
        .col(big_integer("value"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned();
    vec![Make::table(table)]
}

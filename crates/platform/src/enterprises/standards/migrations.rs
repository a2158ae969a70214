//! Table `standard_editions`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::{Index, Table};
use sea_orm_migration::schema::{date, integer, text, timestamp_with_time_zone};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261215_000400_standard_editions", make: editions }]
}

fn editions() -> Vec<Make> {
    let table = Table::create()
        .table("standard_editions")
        .col(text("kind"))
        .col(date("valid_from"))
        .col(text("source"))
        .col(text("body"))
        .col(integer("rows"))
        .col(timestamp_with_time_zone("updated_at"))
        .primary_key(Index::create().col("kind").col("valid_from"))
        .to_owned();
    vec![Make::table(table)]
}

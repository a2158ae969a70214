//! Table `score_tables`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{boolean, date, integer, text, timestamp_with_time_zone};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261203_000120_score_tables", make: tables }]
}

fn tables() -> Vec<Make> {
    let tables = Table::create()
        .table("score_tables")
        .col(date("effective_on").primary_key().take())
        .col(boolean("official"))
        .col(text("source"))
        .col(text("body"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned();
    vec![Make::table(tables)]
}

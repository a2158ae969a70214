//! Tables `parameters` and `text_parameters`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{big_integer, text, timestamp_with_time_zone};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000030_parameters", make: parameters },
        Step { name: "m20261129_000700_text_parameters", make: text_parameters },
    ]
}

fn text_parameters() -> Vec<Make> {
    let table = Table::create()
        .table("text_parameters")
        .col(text("key").primary_key().take())
        .col(text("value"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned();
    vec![Make::table(table)]
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

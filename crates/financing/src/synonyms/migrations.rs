//! Table `match_synonyms`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{integer, text, timestamp_with_time_zone};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261210_000145_match_synonyms", make: synonyms }]
}

fn synonyms() -> Vec<Make> {
    let table = Table::create()
        .table("match_synonyms")
        .col(integer("version").primary_key().take())
        .col(timestamp_with_time_zone("at"))
        .col(text("reason"))
        .col(text("body"))
        .to_owned();
    vec![Make::table(table)]
}

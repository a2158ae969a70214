//! Table `lpr_quotes`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{date, integer, timestamp_with_time_zone};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261211_000090_lpr", make: lpr }]
}

fn lpr() -> Vec<Make> {
    let quotes = Table::create()
        .table("lpr_quotes")
        .col(date("published_on").primary_key().take())
        .col(integer("one_year"))
        .col(integer("five_years"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned();
    vec![Make::table(quotes)]
}

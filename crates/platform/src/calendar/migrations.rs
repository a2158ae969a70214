//! Tables `calendar_years` and `calendar_days`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{boolean, date, integer, text, timestamp_with_time_zone};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261124_000020_calendar", make: calendar }]
}

fn calendar() -> Vec<Make> {
    let years = Table::create()
        .table("calendar_years")
        .col(integer("year").primary_key().take())
        .col(boolean("confirmed"))
        .col(text("source"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned();
    let days = Table::create()
        .table("calendar_days")
        .col(date("day").primary_key().take())
        .col(text("kind"))
        .col(text("name"))
        .to_owned();
    vec![Make::table(years), Make::table(days)]
}

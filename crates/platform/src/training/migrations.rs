//! Table `training_clock`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{big_integer, integer};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261212_000030_training", make: training }]
}

fn training() -> Vec<Make> {
    let clock = Table::create()
        .table("training_clock")
        .col(integer("id").primary_key().take())
        .col(big_integer("seconds"))
        .to_owned();
    vec![Make::table(clock)]
}

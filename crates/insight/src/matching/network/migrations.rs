//! Tables `match_networks` and `match_clusters`.

use jinqiao_db::schema::{Make, Step};
use sea_orm_migration::prelude::{Index, Table};
use sea_orm_migration::schema::{
    big_integer, binary, integer, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261212_000160_match_networks", make: networks }]
}

fn networks() -> Vec<Make> {
    let runs = Table::create()
        .table("match_networks")
        .col(integer("number").primary_key().take())
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("asked_at"))
        .col(text("settings"))
        .col(integer("firms"))
        .col(integer("silhouette"))
        .col(big_integer("millis"))
        .col(big_integer("next_label"))
        .col(text("sides"))
        .col(binary("products"))
        .col(binary("institutions"))
        .to_owned();
    let clusters = Table::create()
        .table("match_clusters")
        .col(integer("number"))
        .col(big_integer("label"))
        .col(text("description"))
        .col(text("medoid"))
        .col(text("members"))
        .col(text("likings"))
        .primary_key(Index::create().col("number").col("label"))
        .to_owned();
    vec![Make::table(runs), Make::table(clusters)]
}

//! Tables `match_networks` and `match_clusters`.

use jinqiao_db::schema::{Make, Step, column};
use sea_orm_migration::prelude::{Index, Table};
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, integer, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261212_000160_match_networks", make: networks },
        Step { name: "m20261230_000161_match_network_figures", make: figures },
    ]
}

/// What is told of the clusters is kept with their run. A run without it is computed anew.
fn figures() -> Vec<Make> {
    vec![column("match_networks", text_null("segments")), column("match_networks", big_integer_null("told_for"))]
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

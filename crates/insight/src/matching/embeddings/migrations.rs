//! Tables `embeddings` and `embedding_service`.

use jinqiao_db::schema::{Make, Step, index};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{
    binary_null, boolean, integer, integer_null, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261211_000150_embeddings", make: embeddings }]
}

fn embeddings() -> Vec<Make> {
    let vectors = Table::create()
        .table("embeddings")
        .col(text("key").primary_key().take())
        .col(text("model"))
        .col(text("text"))
        .col(boolean("waiting"))
        .col(integer("refusals"))
        .col(timestamp_with_time_zone("used_at"))
        .col(integer_null("dimensions"))
        .col(binary_null("vector"))
        .to_owned();
    let service = Table::create()
        .table("embedding_service")
        .col(integer("id").primary_key().take())
        .col(text_null("model"))
        .col(timestamp_with_time_zone("next_at"))
        .col(integer("failures"))
        .col(text_null("failure"))
        .col(timestamp_with_time_zone_null("failed_at"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(timestamp_with_time_zone_null("caught_up_at"))
        .col(integer("generation"))
        .to_owned();
    vec![
        Make::table(vectors),
        // What waits for the service, those first that it has not refused; and the counts of the operator's page.
        index("embeddings", &["model", "waiting", "refusals", "key"]),
        index("embeddings", &["used_at"]),
        Make::table(service),
    ]
}

//! Table `callbacks`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{
    integer, pk_uuid, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261212_000020_callbacks", make: callbacks },
        Step { name: "m20261213_000020_callback_lists", make: lists },
    ]
}

/// The list in its order: all of it, of one state, of one institution.
fn lists() -> Vec<Make> {
    vec![
        index("callbacks", &["due_at", "id"]),
        index("callbacks", &["state", "due_at", "id"]),
        index("callbacks", &["institution_id", "due_at", "id"]),
    ]
}

fn callbacks() -> Vec<Make> {
    let table = Table::create()
        .table("callbacks")
        .col(pk_uuid("id"))
        .col(uuid("order_id"))
        .col(text("order_no"))
        .col(uuid("enterprise_id"))
        .col(uuid("institution_id"))
        .col(text("state"))
        .col(integer("version"))
        .col(text("answers"))
        .col(integer("missed"))
        .col(timestamp_with_time_zone("due_at"))
        .col(timestamp_with_time_zone("drawn_at"))
        .col(uuid_null("called_by"))
        .col(timestamp_with_time_zone_null("called_at"))
        .to_owned();
    vec![Make::table(table), unique("callbacks", &["order_id"]), index("callbacks", &["state", "due_at"])]
}

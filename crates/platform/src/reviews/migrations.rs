//! Table `reviews`.

use jinqiao_db::schema::{Make, Step, column, index, unique};
use sea_orm_migration::prelude::Table;
use sea_orm_migration::schema::{
    integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000010_reviews", make: reviews },
        Step { name: "m20261124_000505_review_limits", make: limits },
        Step { name: "m20261213_000010_review_orders", make: orders },
        Step { name: "m20261214_000010_review_claims", make: claims },
    ]
}

/// The queue in its order: all of it, of one kind, in one state.
fn orders() -> Vec<Make> {
    vec![
        index("reviews", &["submitted_at", "id"]),
        index("reviews", &["kind", "submitted_at", "id"]),
        index("reviews", &["state", "submitted_at", "id"]),
    ]
}

fn claims() -> Vec<Make> {
    vec![
        column("reviews", uuid_null("claimed_by")),
        column("reviews", text_null("claimed_name")),
        column("reviews", timestamp_with_time_zone_null("claimed_until")),
        index("reviews", &["claimed_by", "submitted_at", "id"]),
        index("reviews", &["claimed_until", "claimed_name"]),
        index("reviews", &["decided_at", "decided_by"]),
    ]
}

fn limits() -> Vec<Make> {
    vec![column("reviews", timestamp_with_time_zone_null("due_at"))]
}

fn reviews() -> Vec<Make> {
    let table = Table::create()
        .table("reviews")
        .col(pk_uuid("id"))
        .col(text("kind"))
        .col(uuid("subject_id"))
        .col(uuid("org_id"))
        .col(text("org_name"))
        .col(text("title"))
        .col(integer("round"))
        .col(text("state"))
        .col(timestamp_with_time_zone("submitted_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(text_null("decided_by"))
        .to_owned();
    vec![
        Make::table(table),
        unique("reviews", &["kind", "subject_id"]),
        index("reviews", &["state", "kind", "submitted_at"]),
    ]
}

//! Table `messages`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    big_integer, pk_uuid, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261123_000200_messages", make: messages }]
}

fn messages() -> Vec<Make> {
    let table = Table::create()
        .table("messages")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(big_integer("fact_seq"))
        .col(text("kind"))
        .col(text("title"))
        .col(text("body"))
        .col(text("link"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("read_at"))
        .foreign_key(
            ForeignKey::create().name("fk_messages_account").from("messages", "account_id").to("accounts", "id"),
        )
        .to_owned();
    vec![
        Make::table(table),
        unique("messages", &["account_id", "fact_seq"]),
        index("messages", &["account_id", "created_at"]),
        index("messages", &["account_id", "read_at"]),
    ]
}

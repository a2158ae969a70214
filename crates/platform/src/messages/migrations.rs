//! Table `messages`.

use jinqiao_db::schema::{Make, Step, column, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    big_integer, pk_uuid, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000200_messages", make: messages },
        Step { name: "m20261211_000203_message_topics", make: topics },
        Step { name: "m20261214_000020_message_settings", make: settings },
    ]
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

fn settings() -> Vec<Make> {
    let table = Table::create()
        .table("message_settings")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text("topic"))
        .col(text("way"))
        .col(text("home"))
        .col(timestamp_with_time_zone_null("digest_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_message_settings_account")
                .from("message_settings", "account_id")
                .to("accounts", "id"),
        )
        .to_owned();
    vec![
        Make::table(table),
        unique("message_settings", &["account_id", "topic"]),
        index("messages", &["account_id", "topic", "read_at"]),
    ]
}

/// Until then the subject was read off the kind of the fact, which needed one list of the kinds of all concepts.
fn topics() -> Vec<Make> {
    const KNOWN: [(&str, &[&str]); 8] = [
        ("demand", &["demands"]),
        ("order", &["orders", "joint_credits", "joint_members", "second_credits", "ratings", "consents"]),
        ("product", &["products"]),
        ("review", &["reviews"]),
        ("complaint", &["complaints"]),
        ("organization", &["organizations", "certifications", "account_admin"]),
        ("points", &["points"]),
        ("platform", &["files"]),
    ];
    let known = KNOWN.iter().flat_map(|(topic, concepts)| concepts.iter().map(move |concept| (topic, concept)));
    let filled = known.map(|(topic, concept)| {
        Make::sql(format!("UPDATE messages SET topic = '{topic}' WHERE kind LIKE '{concept}.%'"))
    });
    // Letters that wait to be written are written by their concept.
    let waiting = [
        "reviews",
        "files",
        "organizations",
        "account_admin",
        "certifications",
        "products",
        "demands",
        "orders",
        "joint_credits",
        "joint_members",
        "second_credits",
        "ratings",
        "complaints",
        "points",
        "consents",
    ]
    .map(|concept| {
        Make::sql(format!(
            "UPDATE jobs SET reaction = '{concept}.letters' WHERE reaction = 'messages.write' \
             AND fact_seq IN (SELECT seq FROM facts WHERE kind LIKE '{concept}.%')"
        ))
    });
    let made = [column("messages", text("topic").default("platform"))].into_iter();
    made.chain(filled).chain(waiting).chain([index("messages", &["account_id", "topic", "created_at"])]).collect()
}

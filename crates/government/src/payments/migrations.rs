//! Tables of payments.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    big_integer, date_null, integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261231_000503_payments", make: payments }]
}

fn payments() -> Vec<Make> {
    let to = |column: &'static str, table: &'static str| {
        ForeignKey::create()
            .name(format!("fk_payment_lines_{column}"))
            .from("payment_lines", column)
            .to(table, "id")
            .to_owned()
    };
    let batches = Table::create()
        .table("payment_batches")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("department_id"))
        .col(integer("count"))
        .col(big_integer("total"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned();
    let lines = Table::create()
        .table("payment_lines")
        .col(uuid("application_id"))
        .col(integer("attempt"))
        .col(uuid("batch_id"))
        .col(integer("place"))
        .col(text("no"))
        .col(text("title"))
        .col(text("enterprise"))
        .col(text("uscc"))
        .col(text("payee"))
        .col(big_integer("amount"))
        .col(text("state"))
        .col(text_null("voucher"))
        .col(date_null("paid_on"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone_null("reported_at"))
        .primary_key(Index::create().col("application_id").col("attempt"))
        .foreign_key(&mut to("application_id", "policy_applications"))
        .foreign_key(&mut to("batch_id", "payment_batches"))
        .to_owned();
    vec![
        Make::table(batches),
        unique("payment_batches", &["no"]),
        index("payment_batches", &["department_id", "created_at", "id"]),
        Make::table(lines),
        unique("payment_lines", &["batch_id", "place"]),
    ]
}

//! Tables `draws`, `receipts` and `use_checks`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table, TableCreateStatement};
use sea_orm_migration::schema::{
    big_integer, date, date_null, integer, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261212_000011_servicing", make: servicing },
        Step { name: "m20261213_000011_draw_lists", make: lists },
        Step { name: "m20261231_000303_draws_by_day", make: by_day },
    ]
}

/// What was paid in the last months.
fn by_day() -> Vec<Make> {
    vec![index("draws", &["recorded_at"])]
}

/// What each side reads in the order in which it ends.
fn lists() -> Vec<Make> {
    ["institution_id", "enterprise_id"]
        .into_iter()
        .flat_map(|side| {
            [
                index("draws", &[side, "matures_on", "id"]),
                index("draws", &[side, "state", "matures_on", "id"]),
                index("draws", &[side, "stage", "matures_on", "id"]),
            ]
        })
        .chain([index("draws", &["order_no"])])
        .collect()
}

fn servicing() -> Vec<Make> {
    vec![
        Make::table(draws()),
        unique("draws", &["order_id", "place"]),
        index("draws", &["institution_id", "state", "matures_on"]),
        index("draws", &["institution_id", "voucher_no"]),
        index("draws", &["enterprise_id", "updated_at"]),
        index("draws", &["state", "stage"]),
        Make::table(receipts()),
        unique("receipts", &["institution_id", "counted_no"]),
        index("receipts", &["draw_id", "paid_on"]),
        Make::table(checks()),
        index("use_checks", &["draw_id", "checked_on"]),
    ]
}

fn draws() -> TableCreateStatement {
    Table::create()
        .table("draws")
        .col(pk_uuid("id"))
        .col(uuid("order_id"))
        .col(text("order_no"))
        .col(uuid("demand_id"))
        .col(uuid("enterprise_id"))
        .col(uuid("institution_id"))
        .col(integer("place"))
        .col(text("state"))
        .col(integer("version"))
        .col(text("terms"))
        .col(text("voucher_no"))
        .col(big_integer("amount"))
        .col(text("extensions"))
        .col(date("matures_on"))
        .col(big_integer("owed"))
        .col(big_integer("interest_paid"))
        .col(big_integer("other_paid"))
        .col(date_null("next_on"))
        .col(big_integer("next_amount"))
        .col(date_null("late_since"))
        .col(big_integer("late_amount"))
        .col(text_null("stage"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone("recorded_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(ForeignKey::create().name("fk_draws_order").from("draws", "order_id").to("orders", "id"))
        .to_owned()
}

fn receipts() -> TableCreateStatement {
    Table::create()
        .table("receipts")
        .col(pk_uuid("id"))
        .col(uuid("draw_id"))
        .col(uuid("institution_id"))
        .col(text("serial_no"))
        .col(text_null("counted_no"))
        .col(date("paid_on"))
        .col(text("kind"))
        .col(big_integer("principal"))
        .col(big_integer("interest"))
        .col(big_integer("other"))
        .col(uuid("recorded_by"))
        .col(timestamp_with_time_zone("recorded_at"))
        .col(text_null("reversed_because"))
        .col(timestamp_with_time_zone_null("reversed_at"))
        .foreign_key(ForeignKey::create().name("fk_receipts_draw").from("receipts", "draw_id").to("draws", "id"))
        .to_owned()
}

fn checks() -> TableCreateStatement {
    Table::create()
        .table("use_checks")
        .col(pk_uuid("id"))
        .col(uuid("draw_id"))
        .col(date("checked_on"))
        .col(text("finding"))
        .col(text("note"))
        .col(text("attachments"))
        .col(uuid("recorded_by"))
        .col(timestamp_with_time_zone("recorded_at"))
        .foreign_key(ForeignKey::create().name("fk_use_checks_draw").from("use_checks", "draw_id").to("draws", "id"))
        .to_owned()
}

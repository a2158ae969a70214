//! Tables `joint_credits` and `joint_members`, and the order's own mark that it belongs to one.

use jinqiao_db::schema::{Make, Step, column, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, integer_null, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Rates are kept in 0.001 %.
fn rates() -> Vec<Make> {
    vec![Make::sql("UPDATE joint_members SET rate = rate * 10")]
}

/// The limit of a member stands still while the enterprise owes it materials.
fn awaiting() -> Vec<Make> {
    vec![column("joint_members", big_integer_null("left_minutes"))]
}

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261204_000101_joint_credits", make: joint_credits },
        Step { name: "m20261211_000104_joint_rates", make: rates },
        Step { name: "m20261216_000101_members_awaiting", make: awaiting },
    ]
}

fn joint_credits() -> Vec<Make> {
    let joint = Table::create()
        .table("joint_credits")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("demand_id"))
        .col(uuid("enterprise_id"))
        .col(uuid("lead_id"))
        .col(uuid("order_id"))
        .col(text("state"))
        .col(integer("version"))
        .col(big_integer("total"))
        .col(big_integer("guaranteed"))
        .col(integer("term_months"))
        .col(text("repayment"))
        .col(text("guarantee"))
        .col(text_null("note"))
        .col(boolean("open"))
        .col(boolean("extended"))
        .col(text("rules"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(text_null("ended_because"))
        .col(timestamp_with_time_zone_null("consented_at"))
        .col(timestamp_with_time_zone_null("offered_at"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(
            ForeignKey::create().name("fk_joint_credits_demand").from("joint_credits", "demand_id").to("demands", "id"),
        )
        .foreign_key(
            ForeignKey::create().name("fk_joint_credits_order").from("joint_credits", "order_id").to("orders", "id"),
        )
        .to_owned();
    let member = Table::create()
        .table("joint_members")
        .col(pk_uuid("id"))
        .col(uuid("joint_id"))
        .col(uuid("institution_id"))
        .col(integer("place"))
        .col(text("role"))
        .col(text("state"))
        .col(integer("version"))
        .col(uuid_null("order_id"))
        .col(boolean("adopted"))
        .col(big_integer_null("minutes"))
        .col(uuid_null("officer_id"))
        .col(uuid_null("unit_id"))
        .col(big_integer("wanted"))
        .col(big_integer("share"))
        .col(integer_null("rate"))
        .col(big_integer("fee"))
        .col(text_null("conditions"))
        .col(text_null("refusal_code"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(timestamp_with_time_zone("invited_at"))
        .col(timestamp_with_time_zone_null("committed_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_joint_members_joint")
                .from("joint_members", "joint_id")
                .to("joint_credits", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .name("fk_joint_members_institution")
                .from("joint_members", "institution_id")
                .to("organizations", "id"),
        )
        .to_owned();
    vec![
        Make::table(joint),
        unique("joint_credits", &["no"]),
        index("joint_credits", &["demand_id"]),
        index("joint_credits", &["enterprise_id", "updated_at"]),
        index("joint_credits", &["open", "state", "updated_at"]),
        Make::table(member),
        unique("joint_members", &["joint_id", "institution_id"]),
        index("joint_members", &["institution_id", "joint_id"]),
        index("joint_members", &["order_id"]),
        column("orders", uuid_null("joint_id")),
    ]
}

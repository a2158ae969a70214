//! Tables `adjustments` and `adjustment_items`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{Expr, ExprTrait as _, ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    boolean, date, integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261231_000702_adjustments", make: adjustments }]
}

fn adjustments() -> Vec<Make> {
    let adjustments = Table::create()
        .table("adjustments")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("department_id"))
        .col(text("state"))
        .col(boolean("waits"))
        .col(integer("version"))
        .col(text("basis"))
        .col(text("link"))
        .col(text("change"))
        .col(date("effective_on"))
        .col(uuid("reported_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("due_at"))
        .col(uuid_null("taken_by"))
        .col(timestamp_with_time_zone_null("taken_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(text_null("explanation"))
        .col(text_null("reason"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_adjustments_department")
                .from("adjustments", "department_id")
                .to("organizations", "id"),
        )
        // An explanation says something, and what goes back says why.
        .check(Expr::col("state").ne("explained").or(Expr::col("explanation").is_not_null()))
        .check(Expr::col("state").ne("returned").or(Expr::col("reason").is_not_null()))
        .to_owned();
    let items = Table::create()
        .table("adjustment_items")
        .col(uuid("adjustment_id"))
        .col(uuid("policy_id"))
        .col(integer("number"))
        .col(timestamp_with_time_zone_null("explained_at"))
        .primary_key(Index::create().col("adjustment_id").col("policy_id"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_adjustment_items_adjustment")
                .from("adjustment_items", "adjustment_id")
                .to("adjustments", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .name("fk_adjustment_items_policy")
                .from("adjustment_items", "policy_id")
                .to("policies", "id"),
        )
        .to_owned();
    vec![
        Make::table(adjustments),
        unique("adjustments", &["no"]),
        index("adjustments", &["department_id", "created_at", "id"]),
        index("adjustments", &["waits", "due_at", "id"]),
        index("adjustments", &["created_at", "id"]),
        Make::table(items),
        index("adjustment_items", &["policy_id", "explained_at", "adjustment_id"]),
    ]
}

//! Table of consultations.

use jinqiao_db::schema::{Make, Step, index};
use sea_orm_migration::prelude::{Expr, ExprTrait as _, ForeignKey, Table};
use sea_orm_migration::schema::{
    boolean, integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261231_000506_policy_consultations", make: consultations }]
}

fn consultations() -> Vec<Make> {
    const TABLE: &str = "policy_consultations";
    let table = Table::create()
        .table(TABLE)
        .col(pk_uuid("id"))
        .col(uuid("application_id"))
        .col(integer("round"))
        .col(text("no"))
        .col(text("title"))
        .col(uuid("enterprise_id"))
        .col(uuid("department_id"))
        .col(uuid("asked_by"))
        .col(uuid("asked_id"))
        .col(text("question"))
        .col(text("state"))
        .col(boolean("waits"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone("due_at"))
        .col(text_null("verdict"))
        .col(text_null("opinion"))
        .col(uuid_null("answered_by"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_policy_consultations_application")
                .from(TABLE, "application_id")
                .to("policy_applications", "id"),
        )
        // Others are asked; and what is answered says what.
        .check(Expr::col("asked_id").ne(Expr::col("department_id")))
        .check(Expr::col("state").ne("answered").or(Expr::col("verdict").is_not_null()))
        .to_owned();
    vec![
        Make::table(table),
        index(TABLE, &["application_id", "asked_at"]),
        index(TABLE, &["asked_id", "waits", "due_at", "id"]),
        index(TABLE, &["asked_id", "asked_at", "id"]),
    ]
}

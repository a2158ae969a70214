//! Tables of 免申即享.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{Expr, ExprTrait as _, ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    big_integer_null, boolean, integer, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261231_000504_automatic", make: automatic }]
}

fn automatic() -> Vec<Make> {
    let lists = Table::create()
        .table("automatic_lists")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("policy_id"))
        .col(integer("number"))
        .col(text("title"))
        .col(uuid("department_id"))
        .col(text("state"))
        .col(integer("version"))
        .col(integer("firms"))
        .col(boolean("more"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid_null("checked_by"))
        .col(text_null("opinion"))
        .col(timestamp_with_time_zone_null("checked_at"))
        .col(timestamp_with_time_zone_null("due_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_automatic_lists_policy")
                .from("automatic_lists", "policy_id")
                .to("policies", "id"),
        )
        // Whoever found it does not check it, whatever a program does; and nobody is asked unchecked.
        .check(Expr::col("checked_by").is_null().or(Expr::col("checked_by").ne(Expr::col("created_by"))))
        .check(Expr::col("state").ne("notified").or(Expr::col("checked_by").is_not_null()))
        .to_owned();
    let entries = Table::create()
        .table("automatic_entries")
        .col(uuid("list_id"))
        .col(uuid("enterprise_id"))
        .col(text("state"))
        .col(text_null("reason"))
        .col(big_integer_null("amount"))
        .col(uuid_null("application_id"))
        .col(timestamp_with_time_zone("updated_at"))
        .primary_key(Index::create().col("list_id").col("enterprise_id"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_automatic_entries_list")
                .from("automatic_entries", "list_id")
                .to("automatic_lists", "id"),
        )
        .to_owned();
    vec![
        Make::table(lists),
        unique("automatic_lists", &["no"]),
        index("automatic_lists", &["department_id", "created_at", "id"]),
        index("automatic_lists", &["policy_id", "state"]),
        Make::table(entries),
        index("automatic_entries", &["list_id", "state", "enterprise_id"]),
        index("automatic_entries", &["enterprise_id", "updated_at", "list_id"]),
    ]
}

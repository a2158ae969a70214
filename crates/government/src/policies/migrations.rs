//! Tables `policies`, `policy_versions` and `policy_windows`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{Expr, ExprTrait as _, ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    boolean, date, date_null, integer, integer_null, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261230_000101_policies", make: policies },
        Step { name: "m20261231_000703_policy_windows", make: windows },
    ]
}

fn windows() -> Vec<Make> {
    let windows = Table::create()
        .table("policy_windows")
        .col(uuid("policy_id"))
        .col(integer("place"))
        .col(date("opens_on"))
        .col(date_null("closes_on"))
        .primary_key(Index::create().col("policy_id").col("place"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_policy_windows_policy")
                .from("policy_windows", "policy_id")
                .to("policies", "id"),
        )
        .to_owned();
    vec![Make::table(windows)]
}

fn policies() -> Vec<Make> {
    let policies = Table::create()
        .table("policies")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("department_id"))
        .col(text("state"))
        .col(integer("version"))
        .col(integer("latest"))
        .col(text("latest_state"))
        .col(text("latest_title"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(integer_null("published"))
        .col(boolean("listed"))
        .col(text_null("card"))
        .col(text_null("level"))
        .col(text_null("class"))
        .col(text_null("mode"))
        .col(date_null("opens_on"))
        .col(date_null("closes_on"))
        .col(timestamp_with_time_zone_null("published_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_policies_department")
                .from("policies", "department_id")
                .to("organizations", "id"),
        )
        .to_owned();
    // Whoever checks is neither who wrote last nor who submitted, and nothing is published unchecked, whatever a program does.
    let apart = |from| Expr::col("checked_by").is_null().or(Expr::col("checked_by").ne(Expr::col(from)));
    let unchecked = Expr::col("state").is_not_in(["checked", "scheduled", "published"]);
    let both = Expr::col("checked_by").is_not_null().and(Expr::col("submitted_by").is_not_null());
    let versions = Table::create()
        .table("policy_versions")
        .col(uuid("policy_id"))
        .col(integer("number"))
        .col(text("state"))
        .col(text("content"))
        .col(text("authors"))
        .col(uuid("written_by"))
        .col(uuid_null("submitted_by"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(uuid_null("checked_by"))
        .col(timestamp_with_time_zone_null("checked_at"))
        .col(text_null("opinion"))
        .col(timestamp_with_time_zone_null("publish_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .primary_key(Index::create().col("policy_id").col("number"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_policy_versions_policy")
                .from("policy_versions", "policy_id")
                .to("policies", "id"),
        )
        .check(apart("written_by"))
        .check(apart("submitted_by"))
        .check(unchecked.or(both))
        .to_owned();
    vec![
        Make::table(policies),
        unique("policies", &["no"]),
        index("policies", &["department_id", "updated_at", "id"]),
        index("policies", &["latest_state", "updated_at", "id"]),
        index("policies", &["listed", "published_at", "id"]),
        index("policies", &["listed", "level", "published_at", "id"]),
        index("policies", &["listed", "class", "published_at", "id"]),
        index("policies", &["listed", "mode", "published_at", "id"]),
        Make::table(versions),
    ]
}

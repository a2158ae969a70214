//! Tables `forecasts` and `forecast_subscriptions`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{Expr, ExprTrait as _, ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    boolean, date_null, integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261231_000701_forecasts", make: forecasts }]
}

fn forecasts() -> Vec<Make> {
    let forecasts = Table::create()
        .table("forecasts")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("department_id"))
        .col(text("state"))
        .col(integer("version"))
        .col(boolean("listed"))
        .col(boolean("ended"))
        .col(text("content"))
        .col(text_null("level"))
        .col(text_null("class"))
        .col(date_null("opens_month"))
        .col(uuid_null("policy_id"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_forecasts_department")
                .from("forecasts", "department_id")
                .to("organizations", "id"),
        )
        .foreign_key(
            ForeignKey::create().name("fk_forecasts_policy").from("forecasts", "policy_id").to("policies", "id"),
        )
        // What has become an item names it.
        .check(Expr::col("state").ne("opened").or(Expr::col("policy_id").is_not_null()))
        .to_owned();
    let subscriptions = Table::create()
        .table("forecast_subscriptions")
        .col(uuid("forecast_id"))
        .col(uuid("enterprise_id"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("forecast_id").col("enterprise_id"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_forecast_subscriptions_forecast")
                .from("forecast_subscriptions", "forecast_id")
                .to("forecasts", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .name("fk_forecast_subscriptions_enterprise")
                .from("forecast_subscriptions", "enterprise_id")
                .to("organizations", "id"),
        )
        .to_owned();
    vec![
        Make::table(forecasts),
        unique("forecasts", &["no"]),
        index("forecasts", &["department_id", "updated_at", "id"]),
        index("forecasts", &["listed", "ended", "opens_month", "id"]),
        index("forecasts", &["policy_id"]),
        Make::table(subscriptions),
        index("forecast_subscriptions", &["enterprise_id", "created_at", "forecast_id"]),
    ]
}

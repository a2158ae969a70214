//! Tables of budgets.

use jinqiao_db::schema::{Make, Step, index};
use sea_orm_migration::prelude::{Expr, ExprTrait as _, ForeignKey, Table};
use sea_orm_migration::schema::{
    big_integer, big_integer_null, pk_uuid, text, timestamp_with_time_zone, uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261231_000502_policy_budgets", make: budgets }]
}

fn budgets() -> Vec<Make> {
    let used = || Expr::col("reserved").add(Expr::col("listed")).add(Expr::col("paid"));
    let mut budgets = Table::create()
        .table("policy_budgets")
        .col(pk_uuid("policy_id"))
        .col(uuid("department_id"))
        .col(big_integer_null("total"))
        .col(big_integer("reserved"))
        .col(big_integer("listed"))
        .col(big_integer("paid"))
        .col(big_integer("recovered"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_policy_budgets_policy")
                .from("policy_budgets", "policy_id")
                .to("policies", "id"),
        )
        // Whatever a program does, no more is promised than there is.
        .check(Expr::col("total").is_null().or(used().lte(Expr::col("total"))))
        .to_owned();
    for column in ["reserved", "listed", "paid", "recovered"] {
        budgets.check(Expr::col(column).gte(0));
    }
    let moves = Table::create()
        .table("policy_budget_moves")
        .col(pk_uuid("id"))
        .col(uuid("policy_id"))
        .col(uuid("application_id"))
        .col(text("kind"))
        .col(big_integer("amount"))
        .col(big_integer_null("left"))
        .col(uuid_null("account_id"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_policy_budget_moves_policy")
                .from("policy_budget_moves", "policy_id")
                .to("policy_budgets", "policy_id"),
        )
        .to_owned();
    vec![
        Make::table(budgets),
        index("policy_budgets", &["department_id", "updated_at", "policy_id"]),
        Make::table(moves),
        index("policy_budget_moves", &["policy_id", "at", "id"]),
    ]
}

//! Tables of links and resets, and what the list of all accounts is read by.

use jinqiao_db::schema::{Make, Step, column, index, unique};
use sea_orm_migration::prelude::{Expr, ExprTrait, ForeignKey, ForeignKeyCreateStatement, Table};
use sea_orm_migration::schema::{
    integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261210_000302_account_admin", make: account_admin },
        Step { name: "m20261210_000303_account_lists", make: account_lists },
        Step { name: "m20261217_000302_resets_of_all_kinds", make: resets_of_all_kinds },
    ]
}

fn to_account(table: &'static str, column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("fk_{table}_{column}")).from(table, column).to("accounts", "id").to_owned()
}

fn account_admin() -> Vec<Make> {
    let links = Table::create()
        .table("account_links")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text("kind"))
        .col(text("token_hash"))
        .col(uuid("made_by"))
        .col(timestamp_with_time_zone("made_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(integer("tries"))
        .col(text_null("seed"))
        .foreign_key(&mut to_account("account_links", "account_id"))
        .foreign_key(&mut to_account("account_links", "made_by"))
        .check(Expr::col("made_by").ne(Expr::col("account_id")))
        .to_owned();
    // The second person is another one, and nobody decides about themselves, whatever a program does.
    let resets = Table::create()
        .table("authenticator_resets")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text("state"))
        .col(uuid("asked_by"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(text("reason"))
        .col(uuid_null("decided_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .foreign_key(&mut to_account("authenticator_resets", "account_id"))
        .foreign_key(&mut to_account("authenticator_resets", "asked_by"))
        .foreign_key(&mut to_account("authenticator_resets", "decided_by"))
        .check(Expr::col("asked_by").ne(Expr::col("account_id")))
        .check(Expr::col("decided_by").is_null().or(Expr::col("decided_by").ne(Expr::col("asked_by"))))
        .check(Expr::col("decided_by").is_null().or(Expr::col("decided_by").ne(Expr::col("account_id"))))
        .to_owned();
    vec![
        Make::table(links),
        unique("account_links", &["token_hash"]),
        index("account_links", &["account_id", "kind"]),
        Make::table(resets),
        index("authenticator_resets", &["account_id", "state"]),
    ]
}

fn resets_of_all_kinds() -> Vec<Make> {
    vec![
        column("authenticator_resets", text("kind").default("authenticator")),
        column("authenticator_resets", text_null("proof")),
    ]
}

fn account_lists() -> Vec<Make> {
    vec![
        column("accounts", timestamp_with_time_zone_null("disabled_at")),
        column("accounts", text_null("disabled_reason")),
        index("accounts", &["created_at", "id"]),
        index("accounts", &["role", "created_at", "id"]),
        index("accounts", &["active", "created_at", "id"]),
        index("accounts", &["role", "active", "created_at", "id"]),
    ]
}

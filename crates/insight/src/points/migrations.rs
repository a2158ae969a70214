//! Tables of points and of what they are reckoned from.

use jinqiao_db::schema::{Make, Step, covering, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean_null, integer, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261202_000110_points", make: points },
        Step { name: "m20261202_000111_service_records", make: service_records },
        Step { name: "m20261213_000111_balances", make: balances },
        Step { name: "m20261231_000401_points_by_time", make: by_time },
    ]
}

/// What is summed over a month or a quarter, without a look at the rows.
fn by_time() -> Vec<Make> {
    let settled = ["settled_at", "institution_id", "kind", "kept", "done_at", "minutes"];
    vec![
        covering("turnover", "points_ledger", &["org_id", "at", "points"]),
        covering("settled", "service_records", &settled),
        Make::sql("DROP INDEX ix_service_records_settled_at_institution_id"),
    ]
}

/// Organisations of both sides by their balance.
fn balances() -> Vec<Make> {
    vec![index("points_balances", &["balance", "org_id"])]
}

fn points() -> Vec<Make> {
    let rules = Table::create()
        .table("point_rules")
        .col(pk_uuid("id"))
        .col(text("event"))
        .col(text("side"))
        .col(integer("number"))
        .col(text("terms"))
        .col(timestamp_with_time_zone("valid_from"))
        .col(text_null("note"))
        .col(uuid_null("account_id"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned();
    let ledger = Table::create()
        .table("points_ledger")
        .col(uuid("org_id"))
        .col(big_integer("number"))
        .col(text("side"))
        .col(text("event"))
        .col(uuid("rule_id"))
        .col(uuid("subject"))
        .col(text("reference"))
        .col(integer("points"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone("entered_at"))
        .col(text_null("reason"))
        .col(uuid_null("account_id"))
        .col(big_integer_null("reverses"))
        .primary_key(Index::create().col("org_id").col("number"))
        .foreign_key(
            ForeignKey::create().name("fk_points_ledger_org").from("points_ledger", "org_id").to("organizations", "id"),
        )
        .foreign_key(
            ForeignKey::create().name("fk_points_ledger_rule").from("points_ledger", "rule_id").to("point_rules", "id"),
        )
        .to_owned();
    let balances = Table::create()
        .table("points_balances")
        .col(pk_uuid("org_id"))
        .col(text("side"))
        .col(big_integer("balance"))
        .col(big_integer("entries"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_points_balances_org")
                .from("points_balances", "org_id")
                .to("organizations", "id"),
        )
        .to_owned();
    vec![
        Make::table(rules),
        unique("point_rules", &["event", "side", "number"]),
        Make::table(ledger),
        // Each occasion once, whatever is tried again.
        unique("points_ledger", &["org_id", "event", "subject", "reference"]),
        unique("points_ledger", &["org_id", "reverses"]),
        index("points_ledger", &["org_id", "at", "number"]),
        index("points_ledger", &["org_id", "event", "at"]),
        index("points_ledger", &["side", "at"]),
        Make::table(balances),
        index("points_balances", &["side", "balance"]),
    ]
}

fn service_records() -> Vec<Make> {
    let table = Table::create()
        .table("service_records")
        .col(uuid("order_id"))
        .col(text("kind"))
        .col(uuid("institution_id"))
        .col(timestamp_with_time_zone("started_at"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(boolean_null("kept"))
        .col(timestamp_with_time_zone_null("done_at"))
        .col(big_integer_null("minutes"))
        .primary_key(Index::create().col("order_id").col("kind"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_service_records_order")
                .from("service_records", "order_id")
                .to("orders", "id"),
        )
        .to_owned();
    vec![Make::table(table), index("service_records", &["settled_at", "institution_id"])]
}

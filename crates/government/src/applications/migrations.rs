//! Tables of applications.

use jinqiao_db::schema::{Make, Step, column, index, unique};
use sea_orm_migration::prelude::{
    Expr, ExprTrait as _, ForeignKey, ForeignKeyCreateStatement, Index, Table, TableCreateStatement,
};
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, boolean_null, integer, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261231_000501_policy_applications", make: applications },
        Step { name: "m20261231_000505_appealed_from", make: appealed_from },
    ]
}

/// Where an application stood when it was appealed; of those under way the last decision says it.
fn appealed_from() -> Vec<Make> {
    let last =
        "SELECT led_to FROM policy_opinions WHERE application_id = policy_applications.id ORDER BY at DESC LIMIT 1";
    vec![
        column("policy_applications", text_null("appealed_from")),
        Make::sql(format!("UPDATE policy_applications SET appealed_from = ({last}) WHERE state = 'appealing'")),
    ]
}

fn to(table: &'static str, column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("fk_{table}_{column}")).from(table, column).to(other, "id").to_owned()
}

fn application() -> TableCreateStatement {
    const TABLE: &str = "policy_applications";
    Table::create()
        .table(TABLE)
        .col(pk_uuid("id"))
        .col(text_null("no"))
        .col(uuid("policy_id"))
        .col(integer("number"))
        .col(text("title"))
        .col(uuid("department_id"))
        .col(uuid("enterprise_id"))
        .col(text("state"))
        .col(boolean("in_pool"))
        .col(integer("version"))
        .col(integer("round"))
        .col(integer("corrections"))
        .col(boolean("appealed"))
        .col(boolean("pays"))
        .col(integer("publicity_days"))
        .col(text("content"))
        .col(text("known"))
        .col(text("faults"))
        .col(big_integer_null("computed"))
        .col(big_integer_null("amount"))
        .col(big_integer("held"))
        .col(text_null("reason"))
        .col(uuid_null("claimed_by"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(big_integer_null("left_minutes"))
        .col(timestamp_with_time_zone_null("public_until"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(&mut to(TABLE, "policy_id", "policies"))
        .foreign_key(&mut to(TABLE, "enterprise_id", "organizations"))
        .check(Expr::col("held").gte(0))
        .check(Expr::col("corrections").lte(super::model::MOST_CORRECTIONS))
        .to_owned()
}

fn applications() -> Vec<Make> {
    let submissions = Table::create()
        .table("policy_submissions")
        .col(uuid("application_id"))
        .col(integer("round"))
        .col(text("content"))
        .col(text("judged"))
        .col(uuid("by"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("application_id").col("round"))
        .foreign_key(&mut to("policy_submissions", "application_id", "policy_applications"))
        .to_owned();
    // One place for each person at each application; an opinion names a place that its writer has. So the second review by somebody
    // who sat at the first is refused whatever a program does.
    let seats = Table::create()
        .table("policy_seats")
        .col(uuid("application_id"))
        .col(uuid("account_id"))
        .col(text("seat"))
        .primary_key(Index::create().col("application_id").col("account_id"))
        .foreign_key(&mut to("policy_seats", "application_id", "policy_applications"))
        .to_owned();
    let opinions = Table::create()
        .table("policy_opinions")
        .col(pk_uuid("id"))
        .col(uuid("application_id"))
        .col(integer("round"))
        .col(text("seat"))
        .col(uuid("account_id"))
        .col(text("led_to"))
        .col(text("text"))
        .col(text("faults"))
        .col(big_integer_null("amount"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_policy_opinions_seat")
                .from("policy_opinions", ("application_id", "account_id", "seat"))
                .to("policy_seats", ("application_id", "account_id", "seat")),
        )
        .to_owned();
    let traces = Table::create()
        .table("policy_traces")
        .col(uuid("application_id"))
        .col(text("kind"))
        .col(text("value"))
        .col(text("label"))
        .primary_key(Index::create().col("application_id").col("kind").col("value"))
        .foreign_key(&mut to("policy_traces", "application_id", "policy_applications"))
        .to_owned();
    let objections = Table::create()
        .table("policy_objections")
        .col(pk_uuid("id"))
        .col(uuid("application_id"))
        .col(uuid("org_id"))
        .col(uuid("account_id"))
        .col(text("text"))
        .col(timestamp_with_time_zone("at"))
        .col(text_null("answer"))
        .col(boolean_null("upheld"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .foreign_key(&mut to("policy_objections", "application_id", "policy_applications"))
        .to_owned();
    vec![
        Make::table(application()),
        unique("policy_applications", &["no"]),
        index("policy_applications", &["enterprise_id", "updated_at", "id"]),
        index("policy_applications", &["enterprise_id", "policy_id", "state"]),
        index("policy_applications", &["department_id", "in_pool", "due_at", "id"]),
        index("policy_applications", &["department_id", "state", "updated_at", "id"]),
        index("policy_applications", &["department_id", "updated_at", "id"]),
        index("policy_applications", &["claimed_by", "due_at", "id"]),
        index("policy_applications", &["policy_id", "state"]),
        index("policy_applications", &["state", "public_until", "id"]),
        Make::table(submissions),
        Make::table(seats),
        unique("policy_seats", &["application_id", "account_id", "seat"]),
        Make::table(opinions),
        index("policy_opinions", &["application_id", "at"]),
        Make::table(traces),
        index("policy_traces", &["kind", "value"]),
        Make::table(objections),
        index("policy_objections", &["application_id"]),
        index("policy_objections", &["org_id", "answered_at"]),
    ]
}

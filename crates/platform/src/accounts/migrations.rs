//! Tables of accounts and what belongs to them.

use super::{admin, contact};
use jinqiao_db::schema::{Make, Step, column, index, unique};
use sea_orm_migration::prelude::{ForeignKey, ForeignKeyCreateStatement, Index, Table};
use sea_orm_migration::schema::{
    big_integer, boolean, date, integer, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    let mut steps = vec![
        Step { name: "m20261123_000050_accounts", make: accounts },
        Step { name: "m20261124_000501_sub_accounts", make: sub_accounts },
        Step { name: "m20261202_000101_org_logins", make: org_logins },
        Step { name: "m20261210_000101_guard", make: guard },
        Step { name: "m20261212_000200_signatures", make: signatures },
    ];
    steps.extend(admin::migrations());
    steps.extend(contact::migrations());
    steps
}

fn guard() -> Vec<Make> {
    let proofs = Table::create()
        .table("used_proofs")
        .col(text("nonce").primary_key().take())
        .col(timestamp_with_time_zone("until"))
        .col(text_null("request"))
        .to_owned();
    let codes = Table::create()
        .table("used_codes")
        .col(uuid("account_id"))
        .col(big_integer("step"))
        .primary_key(Index::create().col("account_id").col("step"))
        .foreign_key(&mut of_account("used_codes"))
        .to_owned();
    let devices = Table::create()
        .table("login_devices")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text("token_hash"))
        .col(timestamp_with_time_zone("seen_at"))
        .foreign_key(&mut of_account("login_devices"))
        .to_owned();
    vec![
        index("login_failures", &["since"]),
        Make::table(proofs),
        index("used_proofs", &["until"]),
        Make::table(codes),
        Make::table(devices),
        unique("login_devices", &["account_id", "token_hash"]),
        index("login_devices", &["token_hash"]),
        index("login_devices", &["seen_at"]),
        index("sessions", &["created_at"]),
    ]
}

fn org_logins() -> Vec<Make> {
    let table = Table::create()
        .table("org_logins")
        .col(pk_uuid("org_id"))
        .col(date("day"))
        .foreign_key(
            ForeignKey::create().name("fk_org_logins_org").from("org_logins", "org_id").to("organizations", "id"),
        )
        .to_owned();
    vec![Make::table(table)]
}

fn sub_accounts() -> Vec<Make> {
    vec![
        column("accounts", text("access").default("handle")),
        column("accounts", timestamp_with_time_zone_null("password_until")),
        column("accounts", text_null("mobile")),
    ]
}

fn of_account(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("fk_{table}_account")).from(table, "account_id").to("accounts", "id").to_owned()
}

fn accounts() -> Vec<Make> {
    let accounts = Table::create()
        .table("accounts")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("org_id"))
        .col(uuid("unit_id"))
        .col(text("role"))
        .col(boolean("primary_account"))
        .col(text("name"))
        .col(text("login"))
        .col(text("password"))
        .col(text_null("totp_seed"))
        .col(big_integer("totp_last_step"))
        .col(boolean("active"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("last_login_at"))
        .foreign_key(ForeignKey::create().name("fk_accounts_org").from("accounts", "org_id").to("organizations", "id"))
        .foreign_key(ForeignKey::create().name("fk_accounts_unit").from("accounts", "unit_id").to("units", "id"))
        .to_owned();
    let sessions = Table::create()
        .table("sessions")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text("token_hash"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("seen_at"))
        .col(text("address"))
        .col(text("agent"))
        .foreign_key(&mut of_account("sessions"))
        .to_owned();
    let failures = Table::create()
        .table("login_failures")
        .col(text("key").primary_key().take())
        .col(integer("failures"))
        .col(timestamp_with_time_zone("since"))
        .col(timestamp_with_time_zone_null("locked_until"))
        .to_owned();
    let recovery = Table::create()
        .table("recovery_codes")
        .col(uuid("account_id"))
        .col(text("code_hash"))
        .primary_key(Index::create().col("account_id").col("code_hash"))
        .foreign_key(&mut of_account("recovery_codes"))
        .to_owned();
    let demo = Table::create()
        .table("demo_accounts")
        .col(pk_uuid("account_id"))
        .col(text("password"))
        .foreign_key(&mut of_account("demo_accounts"))
        .to_owned();
    vec![
        Make::table(accounts),
        unique("accounts", &["login"]),
        unique("accounts", &["no"]),
        index("accounts", &["org_id"]),
        index("accounts", &["role"]),
        Make::table(sessions),
        unique("sessions", &["token_hash"]),
        index("sessions", &["account_id", "created_at"]),
        Make::table(failures),
        Make::table(recovery),
        Make::table(demo),
    ]
}

fn signatures() -> Vec<Make> {
    vec![column("sessions", timestamp_with_time_zone_null("signed_at"))]
}

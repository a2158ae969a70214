//! Table of codes on their way.

use jinqiao_db::schema::{Make, Step, index};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid_null,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![Step { name: "m20261217_000100_contact_codes", make: contact_codes }]
}

fn contact_codes() -> Vec<Make> {
    let account = ForeignKey::create()
        .name("fk_contact_codes_account")
        .from("contact_codes", "account_id")
        .to("accounts", "id")
        .to_owned();
    let table = Table::create()
        .table("contact_codes")
        .col(pk_uuid("id"))
        .col(text("purpose"))
        .col(text("target_hash"))
        .col(uuid_null("account_id"))
        .col(text("code_hash"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(integer("tries"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(text_null("request"))
        .foreign_key(&mut account.clone())
        .to_owned();
    vec![
        Make::table(table),
        index("contact_codes", &["target_hash", "purpose"]),
        index("contact_codes", &["expires_at"]),
    ]
}

//! Table `second_credits`, and what orders know of it and of the end of their loan.

use jinqiao_db::schema::{Documents, Make, Step, Value, column, index, scale, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    date, date_null, integer, integer_null, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Rates are kept in 0.001 %.
fn rates() -> Vec<Make> {
    let change = |document: &mut Value| scale(document, &["rate"], 10);
    let column = |column| Make::Documents(Documents { table: "second_credits", column, change });
    vec![column("wanted"), column("last"), column("decision")]
}

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261204_000111_second_credits", make: second_credits },
        Step { name: "m20261211_000105_second_rates", make: rates },
    ]
}

fn second_credits() -> Vec<Make> {
    let table = Table::create()
        .table("second_credits")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(text("kind"))
        .col(text("asked_by"))
        .col(text("state"))
        .col(integer("version"))
        .col(uuid("first_order_id"))
        .col(uuid("enterprise_id"))
        .col(uuid("institution_id"))
        .col(date("matures_on"))
        .col(text("wanted"))
        .col(text("last"))
        .col(text_null("note"))
        .col(text("scopes"))
        .col(integer_null("text_version"))
        .col(text_null("text_hash"))
        .col(uuid_null("signer_id"))
        .col(uuid_null("order_id"))
        .col(text("decision"))
        .col(text_null("refusal_code"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_second_credits_first_order")
                .from("second_credits", "first_order_id")
                .to("orders", "id"),
        )
        .to_owned();
    vec![
        Make::table(table),
        unique("second_credits", &["no"]),
        index("second_credits", &["first_order_id"]),
        index("second_credits", &["enterprise_id", "updated_at"]),
        index("second_credits", &["institution_id", "updated_at"]),
        column("orders", uuid_null("second_id")),
        column("orders", date_null("matures_on")),
        index("orders", &["second_id", "state"]),
        index("second_credits", &["state"]),
    ]
}

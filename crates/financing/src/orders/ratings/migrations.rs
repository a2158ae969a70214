//! Table `ratings`.

use jinqiao_db::schema::{Make, Step, covering, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    integer, pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

/// Steps of this part.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261124_000410_ratings", make: ratings },
        Step { name: "m20261231_000402_reputations", make: reputations },
    ]
}

/// What a reputation is summed from, without a look at the rows: an institution has thousands.
fn reputations() -> Vec<Make> {
    vec![
        covering("reputation", "ratings", &["to_org", "opens_at", "appeal_state", "overall", "id"]),
        Make::sql("DROP INDEX ix_ratings_to_org_opens_at"),
    ]
}

fn ratings() -> Vec<Make> {
    let table = Table::create()
        .table("ratings")
        .col(pk_uuid("id"))
        .col(uuid("order_id"))
        .col(text("party"))
        .col(uuid("from_org"))
        .col(uuid("to_org"))
        .col(uuid("account_id"))
        .col(text("marks"))
        .col(integer("overall"))
        .col(text_null("text"))
        .col(timestamp_with_time_zone("given_at"))
        .col(timestamp_with_time_zone("opens_at"))
        .col(text_null("reply"))
        .col(timestamp_with_time_zone_null("replied_at"))
        .col(text_null("appeal"))
        .col(text_null("appeal_state"))
        .col(timestamp_with_time_zone_null("appealed_at"))
        .col(text_null("ruling"))
        .col(timestamp_with_time_zone_null("ruled_at"))
        .foreign_key(ForeignKey::create().name("fk_ratings_order").from("ratings", "order_id").to("orders", "id"))
        .to_owned();
    vec![Make::table(table), unique("ratings", &["order_id", "party"]), index("ratings", &["to_org", "opens_at"])]
}

//! Tables `agreements` and `agreement_acceptances`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{big_pk_auto, integer, pk_uuid, text, timestamp_with_time_zone, uuid, uuid_null};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000020_agreements", make: agreements },
        Step { name: "m20261216_000020_acceptances_once", make: once },
    ]
}

/// An account accepts a version once, unless it is for one record: the first row of several stays.
fn once() -> Vec<Make> {
    vec![
        Make::sql(
            "DELETE FROM agreement_acceptances WHERE subject IS NULL AND EXISTS (SELECT 1 FROM agreement_acceptances AS first \
             WHERE first.subject IS NULL AND first.agreement_id = agreement_acceptances.agreement_id \
             AND first.account_id = agreement_acceptances.account_id AND first.seq < agreement_acceptances.seq)",
        ),
        Make::sql(
            "CREATE UNIQUE INDEX ux_agreement_acceptances_once ON agreement_acceptances (account_id, agreement_id) \
             WHERE subject IS NULL",
        ),
    ]
}

fn agreements() -> Vec<Make> {
    let agreements = Table::create()
        .table("agreements")
        .col(pk_uuid("id"))
        .col(text("kind"))
        .col(integer("version"))
        .col(text("title"))
        .col(text("body"))
        .col(text("hash"))
        .col(timestamp_with_time_zone("effective_at"))
        .to_owned();
    let acceptances = Table::create()
        .table("agreement_acceptances")
        .col(big_pk_auto("seq"))
        .col(uuid("agreement_id"))
        .col(uuid("account_id"))
        .col(uuid("org_id"))
        .col(uuid_null("subject"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_acceptances_agreement")
                .from("agreement_acceptances", "agreement_id")
                .to("agreements", "id"),
        )
        .to_owned();
    vec![
        Make::table(agreements),
        unique("agreements", &["kind", "version"]),
        Make::table(acceptances),
        index("agreement_acceptances", &["org_id", "agreement_id"]),
    ]
}

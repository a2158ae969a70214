//! Table `demands`.

use jinqiao_db::schema::{Documents, Make, Step, Value, column, covering, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, date_null, integer, integer_null, pk_uuid, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

/// Rates are kept in 0.001 %.
fn rates() -> Vec<Make> {
    vec![Make::sql("UPDATE demands SET rate_max = rate_max * 10")]
}

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000090_demands", make: demands },
        Step { name: "m20261124_000202_demand_attachments", make: attachments },
        Step { name: "m20261124_000420_equity_demands", make: equity },
        Step { name: "m20261124_000460_direct_demands", make: direct },
        Step { name: "m20261201_000102_demand_limits", make: limits },
        Step { name: "m20261210_000305_held_demands", make: held },
        Step { name: "m20261211_000103_demand_rates", make: rates },
        Step { name: "m20261212_000210_demand_places", make: places },
        Step { name: "m20261231_000304_demands_by_publication", make: by_publication },
        Step { name: "m20261231_000306_demands_of_the_market", make: of_market },
        Step { name: "m20261231_000403_unmatched_demands", make: unmatched },
        Step { name: "m20261231_000601_demands_by_submission", make: by_submission },
    ]
}

/// What everybody has looked for, in the order of the government's list, with what its filters ask for.
fn by_submission() -> Vec<Make> {
    let columns = [
        "submitted_at",
        "id",
        "published_at",
        "direct",
        "state",
        "kind",
        "industry_section",
        "amount",
        "term_months",
        "disbursed_amount",
        "guarantees",
    ];
    vec![covering("submitted", "demands", &columns)]
}

/// What nobody has answered and what was closed for it, each in the order of one list.
fn unmatched() -> Vec<Make> {
    let closed = ["state", "updated_at", "id", "published_at", "unanswered_at"];
    vec![
        covering("unanswered", "demands", &["unanswered_at", "updated_at", "id"]),
        covering("by_state", "demands", &closed),
        Make::sql("DROP INDEX ix_demands_state_updated_at"),
    ]
}

/// What the market's filters ask for, in the order of its list.
fn of_market() -> Vec<Make> {
    let columns = [
        "on_market",
        "published_at",
        "id",
        "enterprise_id",
        "kind",
        "industry_section",
        "use_kind",
        "amount",
        "term_months",
        "first_loan",
        "guarantees",
    ];
    vec![covering("market", "demands", &columns)]
}

/// What was published in the last months.
fn by_publication() -> Vec<Make> {
    vec![index("demands", &["published_at"])]
}

/// Places were typed, and could be the name of the firm. What is shown of those that are open is decided anew at the next start.
fn places() -> Vec<Make> {
    let change = |document: &mut Value| {
        if let Some(masked) = document.as_object_mut() {
            masked.remove("place");
        }
    };
    vec![Make::Documents(Documents { table: "demands", column: "masked", change })]
}

fn held() -> Vec<Make> {
    vec![column("demands", timestamp_with_time_zone_null("held_since"))]
}

fn limits() -> Vec<Make> {
    vec![
        column("demands", integer("dispatch_round").default(0)),
        column("demands", timestamp_with_time_zone_null("due_at")),
        column("demands", timestamp_with_time_zone_null("unanswered_at")),
        index("demands", &["unanswered_at"]),
        index("demands", &["state", "updated_at"]),
    ]
}

fn direct() -> Vec<Make> {
    vec![column("demands", boolean("direct").default(false))]
}

fn attachments() -> Vec<Make> {
    vec![column("demands", text("attachments").default("[]"))]
}

fn demands() -> Vec<Make> {
    let table = Table::create()
        .table("demands")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("enterprise_id"))
        .col(text("state"))
        .col(integer("version"))
        .col(boolean("on_market"))
        .col(big_integer_null("amount"))
        .col(integer_null("term_months"))
        .col(date_null("need_by"))
        .col(text_null("use_kind"))
        .col(text_null("use_text"))
        .col(text("guarantees"))
        .col(text_null("collateral"))
        .col(integer_null("rate_max"))
        .col(text("repayments"))
        .col(boolean("first_loan"))
        .col(text_null("repayment_source"))
        .col(boolean("accept_partial"))
        .col(text("tags"))
        .col(text_null("public_text"))
        .col(text_null("masked"))
        .col(text_null("industry_section"))
        .col(text_null("amount_band"))
        .col(text_null("term_band"))
        .col(text("defects"))
        .col(text_null("refusal"))
        .col(integer("live_orders"))
        .col(big_integer("accepted_amount"))
        .col(big_integer("disbursed_amount"))
        .col(boolean("closing"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_demands_enterprise")
                .from("demands", "enterprise_id")
                .to("organizations", "id"),
        )
        .to_owned();
    vec![
        Make::table(table),
        unique("demands", &["no"]),
        index("demands", &["enterprise_id", "created_at"]),
        index("demands", &["on_market", "published_at"]),
        index("demands", &["on_market", "amount"]),
        index("demands", &["on_market", "term_months"]),
        index("demands", &["on_market", "industry_section", "amount_band", "term_band"]),
    ]
}

fn equity() -> Vec<Make> {
    vec![
        column("demands", text("kind").default("debt")),
        column("demands", text_null("round")),
        column("demands", big_integer_null("valuation")),
        column("demands", integer_null("share_bp")),
        column("demands", text_null("highlights")),
        column("demands", text_null("team")),
        index("demands", &["on_market", "kind", "published_at"]),
    ]
}

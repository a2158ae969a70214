//! Table `orders`.

use jinqiao_db::schema::{Documents, Make, Step, Value, column, index, scale, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{
    big_integer, boolean, integer, integer_null, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000100_orders", make: orders },
        Step { name: "m20261124_000430_equity_orders", make: equity },
        Step { name: "m20261124_000470_applications", make: applications },
        Step { name: "m20261124_000502_officers", make: officers },
        Step { name: "m20261124_000504_order_limits", make: limits },
        Step { name: "m20261201_000103_overdue_orders", make: overdue },
        Step { name: "m20261203_000100_order_disputes", make: disputes },
        Step { name: "m20261210_000304_held_orders", make: held },
        Step { name: "m20261211_000102_order_rates", make: rates },
        Step { name: "m20261211_000106_vouchers", make: vouchers },
        Step { name: "m20261212_000010_extended_rate", make: extended_rate },
        Step { name: "m20261231_000302_orders_by_payment", make: by_payment },
        Step { name: "m20261231_000701_corrected_orders", make: corrected },
        Step { name: "m20270105_000010_orders_by_limit", make: by_limit },
    ]
}

/// Rates are kept in 0.001 %; a fee says when it falls due, and who gets it; an offer says how it is repaid. What was not asked
/// before is taken as it was reckoned then: fees at once, the principal held to the end.
fn rates() -> Vec<Make> {
    let offer = |document: &mut Value| {
        if document.is_null() {
            return;
        }
        terms(document);
        (document["repayment"], document["guarantee"]) = ("interest_first".into(), "credit".into());
        document["valid_until"] = "2026-12-31".into();
    };
    let product = |document: &mut Value| crate::products::rescale(&mut document["content"]);
    vec![
        Make::Documents(Documents { table: "orders", column: "offer", change: offer }),
        Make::Documents(Documents { table: "orders", column: "decision", change: terms }),
        Make::Documents(Documents { table: "orders", column: "disbursement", change: terms }),
        Make::Documents(Documents { table: "orders", column: "product", change: product }),
    ]
}

/// Vouchers are used once; a payment says its contract, and what else it differs in from the grant.
fn vouchers() -> Vec<Make> {
    let table = Table::create()
        .table("vouchers")
        .col(pk_uuid("record"))
        .col(uuid("institution_id"))
        .col(text("voucher_no"))
        .to_owned();
    let paid = |document: &mut Value| {
        (document["repayment"], document["guarantee"]) = ("interest_first".into(), "credit".into());
        (document["contract_no"], document["contract_on"]) = ("未登记".into(), document["paid_on"].clone());
    };
    vec![
        Make::table(table),
        unique("vouchers", &["institution_id", "voucher_no"]),
        Make::Documents(Documents { table: "orders", column: "disbursement", change: paid }),
    ]
}

fn terms(document: &mut Value) {
    scale(document, &["rate"], 10);
    for fee in document["fees"].as_array_mut().into_iter().flatten() {
        (fee["timing"], fee["payee"]) = ("upfront".into(), "lender".into());
    }
}

fn held() -> Vec<Make> {
    vec![column("orders", timestamp_with_time_zone_null("held_since"))]
}

fn overdue() -> Vec<Make> {
    vec![index("orders", &["due_at"])]
}

fn orders() -> Vec<Make> {
    let table = Table::create()
        .table("orders")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("demand_id"))
        .col(uuid("enterprise_id"))
        .col(uuid("institution_id"))
        .col(uuid("unit_id"))
        .col(uuid("officer_id"))
        .col(text("state"))
        .col(integer("version"))
        .col(text("offer"))
        .col(text_null("contact"))
        .col(text_null("decision"))
        .col(text_null("disbursement"))
        .col(text_null("refusal_code"))
        .col(text_null("ended_because"))
        .col(big_integer("granted_amount"))
        .col(big_integer("disbursed_amount"))
        .col(timestamp_with_time_zone_null("contacted_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(timestamp_with_time_zone_null("disbursed_at"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(ForeignKey::create().name("fk_orders_demand").from("orders", "demand_id").to("demands", "id"))
        .foreign_key(
            ForeignKey::create().name("fk_orders_enterprise").from("orders", "enterprise_id").to("organizations", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .name("fk_orders_institution")
                .from("orders", "institution_id")
                .to("organizations", "id"),
        )
        .foreign_key(ForeignKey::create().name("fk_orders_officer").from("orders", "officer_id").to("accounts", "id"))
        .to_owned();
    vec![
        Make::table(table),
        unique("orders", &["no"]),
        // One grab per institution and demand, whatever happens.
        unique("orders", &["demand_id", "institution_id"]),
        index("orders", &["enterprise_id", "updated_at"]),
        index("orders", &["institution_id", "updated_at"]),
        index("orders", &["institution_id", "state", "updated_at"]),
    ]
}

/// What was paid in the last months, by kind.
fn by_payment() -> Vec<Make> {
    vec![index("orders", &["kind", "disbursed_at"])]
}

/// What one side has, by its limit; what has none by its last change.
fn by_limit() -> Vec<Make> {
    ["institution_id", "enterprise_id"].map(|side| index("orders", &[side, "due_at", "updated_at", "id"])).into()
}

fn extended_rate() -> Vec<Make> {
    vec![column("orders", integer_null("extended_rate"))]
}

fn limits() -> Vec<Make> {
    vec![
        column("orders", text_null("limits")),
        column("orders", timestamp_with_time_zone_null("due_at")),
        column("orders", timestamp_with_time_zone_null("decide_by")),
    ]
}

fn disputes() -> Vec<Make> {
    vec![column("orders", boolean("disputed").default(false))]
}

/// What is disputed now counts as not put right, as it did.
fn corrected() -> Vec<Make> {
    vec![column("orders", boolean("corrected").default(false))]
}

fn officers() -> Vec<Make> {
    vec![index("orders", &["officer_id", "state"]), index("orders", &["institution_id", "unit_id", "updated_at"])]
}

fn applications() -> Vec<Make> {
    vec![
        column("orders", text_null("product")),
        column("orders", uuid_null("product_id")),
        column("orders", integer_null("decision_wd")),
        column("orders", integer_null("disburse_wd")),
        index("orders", &["product_id", "enterprise_id"]),
    ]
}

fn equity() -> Vec<Make> {
    vec![column("orders", text("kind").default("debt")), column("orders", text_null("equity"))]
}

//! Tables `products` and `product_versions`.

use jinqiao_db::schema::{Days, Documents, Make, Step, Value, column, index, scale, unique};
use sea_orm_migration::prelude::{ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    big_integer_null, boolean, date_null, integer, integer_null, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

/// Terms of before there was one normal form; the next start indexes anew.
fn terms() -> Vec<Make> {
    vec![Make::sql("DELETE FROM search_terms WHERE kind = 'products'")]
}

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261124_000450_products", make: products },
        Step { name: "m20261210_000202_product_days", make: days },
        Step { name: "m20261211_000101_product_rates", make: rates },
        Step { name: "m20261212_000220_product_terms", make: terms },
    ]
}

/// Rates are kept in 0.001 %; a fee says when it falls due, and who gets it. The cards are made anew at the next start.
fn rates() -> Vec<Make> {
    let card = |document: &mut Value| scale(document, &["rate_min", "rate_max", "annual_cost_min"], 10);
    vec![
        Make::Documents(Documents { table: "product_versions", column: "content", change: rescale }),
        Make::Documents(Documents { table: "products", column: "card", change: card }),
        Make::sql("UPDATE products SET rate_min = rate_min * 10, rate_max = rate_max * 10"),
        column("products", integer_null("cost_min")),
        index("products", &["on_shelf", "kind", "cost_min"]),
    ]
}

/// The content of a product with rates in 0.001 %, and fees that say when they fall due.
pub fn rescale(content: &mut Value) {
    scale(content, &["rate_min", "rate_max"], 10);
    for fee in content["fees"].as_array_mut().into_iter().flatten() {
        let (basis, timing, factor) = match fee["basis"].as_str() {
            Some("once") => ("share", "upfront", 10),
            Some("yearly") => ("share", "yearly", 10),
            _ => ("fixed", "upfront", 1),
        };
        scale(fee, &["value"], factor);
        (fee["basis"], fee["timing"], fee["payee"]) = (basis.into(), timing.into(), "lender".into());
    }
}

fn days() -> Vec<Make> {
    vec![Make::Days(Days { table: "product_versions", column: "content", keys: &["valid_from", "valid_to"] })]
}

fn products() -> Vec<Make> {
    let products = Table::create()
        .table("products")
        .col(pk_uuid("id"))
        .col(text("no"))
        .col(uuid("institution_id"))
        .col(text("kind"))
        .col(text("state"))
        .col(integer("version"))
        .col(integer("latest"))
        .col(text_null("forced_off"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("shelved_at"))
        .col(integer_null("shelf_version"))
        .col(boolean("on_shelf"))
        .col(text_null("card"))
        .col(text_null("product_type"))
        .col(text_null("channel"))
        .col(text_null("equity_type"))
        .col(big_integer_null("amount_min"))
        .col(big_integer_null("amount_max"))
        .col(integer_null("term_min"))
        .col(integer_null("term_max"))
        .col(integer_null("rate_min"))
        .col(integer_null("rate_max"))
        .col(text("guarantees"))
        .col(text("stages"))
        .col(text("sections"))
        .col(integer_null("decision_days"))
        .col(boolean("first_loan_friendly"))
        .col(boolean("pure_online"))
        .col(date_null("valid_from"))
        .col(date_null("valid_to"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_products_institution")
                .from("products", "institution_id")
                .to("organizations", "id"),
        )
        .to_owned();
    let versions = Table::create()
        .table("product_versions")
        .col(uuid("product_id"))
        .col(integer("number"))
        .col(text("state"))
        .col(text("content"))
        .col(text("defects"))
        .col(text_null("refusal"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .primary_key(Index::create().col("product_id").col("number"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_product_versions_product")
                .from("product_versions", "product_id")
                .to("products", "id"),
        )
        .to_owned();
    vec![
        Make::table(products),
        unique("products", &["no"]),
        index("products", &["institution_id", "updated_at"]),
        index("products", &["on_shelf", "shelved_at"]),
        index("products", &["on_shelf", "kind", "shelved_at"]),
        index("products", &["on_shelf", "kind", "rate_min"]),
        index("products", &["on_shelf", "kind", "amount_max"]),
        index("products", &["on_shelf", "kind", "decision_days"]),
        index("products", &["state", "updated_at"]),
        Make::table(versions),
    ]
}

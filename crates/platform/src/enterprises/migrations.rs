//! Table `enterprises`.

use jinqiao_db::schema::{Days, Documents, Make, Step, Value, column, index, scale};
use sea_orm_migration::prelude::{ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    big_integer_null, date_null, integer, integer_null, pk_uuid, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000070_enterprises", make: enterprises },
        Step { name: "m20261124_000203_enterprise_details", make: details },
        Step { name: "m20261210_000201_enterprise_days", make: days },
        Step { name: "m20261211_000100_enterprise_rates", make: rates },
        Step { name: "m20261212_000200_enterprise_pictures", make: pictures },
    ]
}

/// What firms share is counted by these.
fn pictures() -> Vec<Make> {
    let table = Table::create()
        .table("enterprise_pictures")
        .col(pk_uuid("org_id"))
        .col(text("section"))
        .col(text("division"))
        .col(text_null("district"))
        .col(text_null("park"))
        .col(text_null("years"))
        .col(text_null("staff"))
        .col(text_null("revenue"))
        .col(text_null("grade"))
        .col(text("titles"))
        .col(timestamp_with_time_zone("made_at"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_enterprise_pictures_org")
                .from("enterprise_pictures", "org_id")
                .to("organizations", "id"),
        )
        .to_owned();
    vec![Make::table(table), index("enterprise_pictures", &["section", "division", "revenue", "years"])]
}

/// Rates of loans are kept in 0.001 %.
fn rates() -> Vec<Make> {
    let change = |document: &mut Value| scale(document, &["rate"], 10);
    vec![Make::Documents(Documents { table: "enterprises", column: "extras", change })]
}

fn days() -> Vec<Make> {
    vec![Make::Days(Days { table: "enterprises", column: "extras", keys: &["due_on", "since", "repaired_on"] })]
}

fn details() -> Vec<Make> {
    let finance = Table::create()
        .table("enterprise_finance")
        .col(uuid("org_id"))
        .col(integer("year"))
        .col(big_integer_null("revenue"))
        .col(big_integer_null("profit"))
        .col(big_integer_null("assets"))
        .col(big_integer_null("liabilities"))
        .col(big_integer_null("tax_paid"))
        .col(big_integer_null("rd_expense"))
        .col(text("source"))
        .col(date_null("dated"))
        .primary_key(Index::create().col("org_id").col("year"))
        .foreign_key(
            ForeignKey::create()
                .name("fk_enterprise_finance_org")
                .from("enterprise_finance", "org_id")
                .to("organizations", "id"),
        )
        .to_owned();
    vec![
        column("enterprises", text_null("size")),
        column("enterprises", text("extras").default("{}")),
        column("enterprises", text("origins").default("{}")),
        column("enterprises", text("attachments").default("[]")),
        Make::table(finance),
    ]
}

fn enterprises() -> Vec<Make> {
    let table = Table::create()
        .table("enterprises")
        .col(pk_uuid("org_id"))
        .col(integer("version"))
        .col(text_null("org_type"))
        .col(text_null("legal_person"))
        .col(text_null("legal_person_id"))
        .col(text_null("legal_person_id_hash"))
        .col(big_integer_null("reg_capital"))
        .col(big_integer_null("paid_capital"))
        .col(date_null("founded_on"))
        .col(text_null("district"))
        .col(text_null("park"))
        .col(text_null("address"))
        .col(text_null("industry_section"))
        .col(text_null("industry_division"))
        .col(text_null("main_business"))
        .col(integer_null("staff"))
        .col(integer_null("rd_staff"))
        .col(big_integer_null("revenue"))
        .col(text_null("tax_grade"))
        .col(text("titles"))
        .col(timestamp_with_time_zone_null("updated_at"))
        .foreign_key(
            ForeignKey::create().name("fk_enterprises_org").from("enterprises", "org_id").to("organizations", "id"),
        )
        .to_owned();
    vec![
        Make::table(table),
        index("enterprises", &["park", "industry_division"]),
        index("enterprises", &["legal_person_id_hash"]),
    ]
}

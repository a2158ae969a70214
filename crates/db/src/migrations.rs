//! Tables of this crate's own.

use crate::schema::{Make, Step, column, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Index, Table};
use sea_orm_migration::schema::{
    big_integer, big_pk_auto, boolean, integer, text, text_null, timestamp_with_time_zone, uuid, uuid_null,
};

/// Steps, oldest first.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261123_000001_db", make: core },
        Step { name: "m20261124_000002_search", make: search },
        Step { name: "m20261124_000003_audience", make: audience },
        Step { name: "m20261124_000503_work_log", make: work_log },
        Step { name: "m20261124_000506_timers", make: timers },
        Step { name: "m20261210_000001_probes", make: probes },
        Step { name: "m20261213_000001_audit_conditions", make: audit_conditions },
        Step { name: "m20261220_000001_due_jobs", make: due_jobs },
    ]
}

/// Jobs in their order: however many wait, the first of them are found without the others. Few wait for a later time.
fn due_jobs() -> Vec<Make> {
    // The engine would take the older one, and put all that is due in order.
    vec![index("jobs", &["parked", "seq"]), Make::sql("DROP INDEX ix_jobs_parked_run_at")]
}

/// The audit log by how it ended and by time; rows are read in the order of their numbers.
fn audit_conditions() -> Vec<Make> {
    vec![
        index("audit_rows", &["outcome", "seq"]),
        index("audit_rows", &["at", "seq"]),
        index("audit_rows", &["org_id", "at", "seq"]),
    ]
}

fn probes() -> Vec<Make> {
    let table = Table::create()
        .table("probes")
        .col(text("name").primary_key().take())
        .col(text("value"))
        .col(timestamp_with_time_zone("at"))
        .to_owned();
    vec![Make::table(table)]
}

fn timers() -> Vec<Make> {
    let table = Table::create()
        .table("timers")
        .col(big_pk_auto("seq"))
        .col(uuid("subject"))
        .col(text("kind"))
        .col(timestamp_with_time_zone("due_at"))
        .col(text("data"))
        .col(text("audience"))
        .to_owned();
    vec![Make::table(table), unique("timers", &["subject", "kind"]), index("timers", &["due_at"])]
}

fn work_log() -> Vec<Make> {
    vec![index("audit_rows", &["org_id", "seq"])]
}

fn audience() -> Vec<Make> {
    vec![column("facts", text("audience").default("[]"))]
}

fn search() -> Vec<Make> {
    let terms = Table::create()
        .table("search_terms")
        .col(text("kind"))
        .col(text("term"))
        .col(uuid("subject"))
        .primary_key(Index::create().col("kind").col("term").col("subject"))
        .to_owned();
    vec![Make::table(terms), index("search_terms", &["subject", "kind"])]
}

fn core() -> Vec<Make> {
    let audit_rows = Table::create()
        .table("audit_rows")
        .col(big_pk_auto("seq"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("account_id"))
        .col(uuid_null("org_id"))
        .col(text_null("role"))
        .col(text("action"))
        .col(uuid_null("subject"))
        .col(text("outcome"))
        .col(text("address"))
        .col(text("request_id"))
        .col(text_null("detail"))
        .to_owned();
    let facts = Table::create()
        .table("facts")
        .col(big_pk_auto("seq"))
        .col(text("kind"))
        .col(uuid("subject"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("account_id"))
        .col(uuid_null("org_id"))
        .col(text_null("role"))
        .col(text("data"))
        .to_owned();
    let jobs = Table::create()
        .table("jobs")
        .col(big_pk_auto("seq"))
        .col(big_integer("fact_seq"))
        .col(text("reaction"))
        .col(uuid("subject"))
        .col(integer("attempts"))
        .col(timestamp_with_time_zone("run_at"))
        .col(boolean("parked"))
        .col(text_null("last_error"))
        .foreign_key(ForeignKey::create().name("fk_jobs_fact").from("jobs", "fact_seq").to("facts", "seq"))
        .to_owned();
    let once_keys = Table::create()
        .table("once_keys")
        .col(uuid("account"))
        .col(text("route"))
        .col(text("key"))
        .col(text("body"))
        .col(text_null("answer"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("account").col("route").col("key"))
        .to_owned();
    let numbers =
        Table::create().table("numbers").col(text("series").primary_key().take()).col(big_integer("last")).to_owned();
    vec![
        Make::table(audit_rows),
        index("audit_rows", &["action", "seq"]),
        index("audit_rows", &["account_id", "seq"]),
        index("audit_rows", &["at"]),
        Make::table(facts),
        index("facts", &["subject", "seq"]),
        Make::table(jobs),
        index("jobs", &["subject", "reaction", "seq"]),
        index("jobs", &["parked", "run_at"]),
        Make::table(once_keys),
        index("once_keys", &["at"]),
        Make::table(numbers),
    ]
}

//! Table `files`.

use jinqiao_db::schema::{Make, Step, index, unique};
use sea_orm_migration::prelude::{ForeignKey, Table};
use sea_orm_migration::schema::{big_integer, pk_uuid, text, timestamp_with_time_zone, uuid, uuid_null};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20261124_000201_files", make: files },
        Step { name: "m20261210_000203_file_sizes", make: sizes },
        Step { name: "m20261217_000200_stranger_files", make: stranger_files },
    ]
}

/// What an organisation keeps is added up with each upload, from the index alone.
fn sizes() -> Vec<Make> {
    vec![index("files", &["org_id", "size"])]
}

fn stranger_files() -> Vec<Make> {
    let table = Table::create()
        .table("stranger_files")
        .col(pk_uuid("id"))
        .col(text("name"))
        .col(text("kind"))
        .col(big_integer("size"))
        .col(text("sha256"))
        .col(text("key"))
        .col(text("state"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned();
    vec![Make::table(table), unique("stranger_files", &["key"]), index("stranger_files", &["created_at"])]
}

fn files() -> Vec<Make> {
    let table = Table::create()
        .table("files")
        .col(pk_uuid("id"))
        .col(uuid("org_id"))
        .col(uuid("uploader_id"))
        .col(text("name"))
        .col(text("kind"))
        .col(big_integer("size"))
        .col(text("sha256"))
        .col(text("key"))
        .col(text("state"))
        .col(uuid_null("subject"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(ForeignKey::create().name("fk_files_org").from("files", "org_id").to("organizations", "id"))
        .foreign_key(ForeignKey::create().name("fk_files_uploader").from("files", "uploader_id").to("accounts", "id"))
        .to_owned();
    vec![
        Make::table(table),
        unique("files", &["key"]),
        index("files", &["org_id", "state"]),
        index("files", &["state", "created_at"]),
    ]
}

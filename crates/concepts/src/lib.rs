//! The business, one folder per concept of the plan (docs/concepts.md). A concept may call only concepts above it in
//! this list; what happens in it reaches later ones as facts.

pub mod permissions;

pub mod calendar;

pub mod reviews;

pub mod agreements;

pub mod organizations;

pub mod accounts;

pub mod files;

pub mod certifications;

pub mod consents;

pub mod enterprises;

pub mod products;

pub mod demands;

pub mod orders;

pub mod points;

pub mod matching;

pub mod complaints;

pub mod messages;

pub mod live;

pub mod stats;

pub mod audit;

use jinqiao_db::{Reaction, schema::Step};
use jinqiao_http::Routes;

/// Routes of all concepts, relative to `/api`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(permissions::routes())
        .merge(calendar::routes())
        .merge(reviews::routes())
        .merge(agreements::routes())
        .merge(organizations::routes())
        .merge(accounts::routes())
        .merge(files::routes(FILE_HOLDERS))
        .merge(certifications::routes())
        .merge(consents::routes())
        .merge(enterprises::routes())
        .merge(products::routes())
        .merge(demands::routes())
        .merge(orders::routes())
        .merge(points::routes())
        .merge(matching::routes())
        .merge(complaints::routes())
        .merge(messages::routes())
        .merge(live::routes())
        .merge(stats::routes())
        .merge(audit::routes())
}

/// Concepts whose records are not for everybody of an organisation, asked before one of their files is sent.
const FILE_HOLDERS: &[files::Holder] = &[complaints::holds_files];

/// Migration steps of the database crate and of all concepts.
pub fn migrations() -> Vec<Step> {
    [
        jinqiao_db::migrations(),
        permissions::migrations(),
        calendar::migrations(),
        reviews::migrations(),
        agreements::migrations(),
        organizations::migrations(),
        accounts::migrations(),
        files::migrations(),
        certifications::migrations(),
        consents::migrations(),
        enterprises::migrations(),
        products::migrations(),
        demands::migrations(),
        orders::migrations(),
        points::migrations(),
        matching::migrations(),
        complaints::migrations(),
        messages::migrations(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Reactions of all concepts to facts.
pub fn reactions() -> Vec<Reaction> {
    [
        products::reactions(),
        demands::reactions(),
        orders::reactions(),
        points::reactions(),
        matching::reactions(),
        complaints::reactions(),
        messages::reactions(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

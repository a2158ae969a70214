//! 培训时钟: on a server with demo data the operator moves the platform's time on to the next working day, so that limits, reminders and
//! their consequences can be seen and taught. It is kept, it never goes back, and every page says so. Sessions, codes and locks keep
//! the real time. There is no such thing without demo data: [`jinqiao_kernel::World`] has no shift then.

mod entity;
mod facts;
mod grants;
mod http;
mod migrations;
mod service;

pub use service::{follow, prepare};

use crate::{concept::Concept, words::Words};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes: http::routes,
    migrations: migrations::migrations,
    permissions: grants::PERMISSIONS,
    codes: &["training.too_far"],
    words: &[Words {
        actions: &[("training.next_working_day", "培训时钟移到下一个工作日")],
        facts: &[("training.moved", "培训时钟前移")],
        reactions: &[],
    }],
    ..Concept::new("training")
};

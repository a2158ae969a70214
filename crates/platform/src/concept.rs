//! How the program is put together: each concept says what it brings, and the same table serves the server and the tests.

use crate::{
    files::{Holder, Holders},
    letter::Writer,
    messages::delivering,
};
use axum::Extension;
use jinqiao_db::{Db, Followers, Hook, Reaction, schema::Step};
use jinqiao_http::Routes;
use jinqiao_kernel::{Machine, Result};
use std::pin::Pin;
use utoipa::openapi::OpenApi;

/// What a concept does at every start.
pub type Start = for<'a> fn(&'a Db) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// What a concept brings to the program.
pub struct Concept {
    /// Name of its folder.
    pub name: &'static str,
    /// Routes, relative to `/api`.
    pub routes: fn() -> Routes,
    /// Migration steps.
    pub migrations: fn() -> Vec<Step>,
    /// What it does when something has happened.
    pub reactions: fn() -> Vec<Reaction>,
    /// What it does within the writes of earlier concepts.
    pub hooks: &'static [Hook],
    /// Its state machines, for the documents.
    pub machines: &'static [Machine],
    /// What it writes to people when something has happened.
    pub letters: &'static [Writer],
    /// Who of an organisation may fetch the files of its records, where that is not everybody.
    pub holder: Option<Holder>,
    /// Codes of its errors, sorted. A code is listed once, by the concept that it is named after.
    pub codes: &'static [&'static str],
    /// What it makes ready at every start, after the migrations.
    pub start: Option<Start>,
}

impl Concept {
    /// A concept that brings nothing yet.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            routes: Routes::new,
            migrations: Vec::new,
            reactions: Vec::new,
            hooks: &[],
            machines: &[],
            letters: &[],
            holder: None,
            codes: &[],
            start: None,
        }
    }
}

/// Chapters (篇章) of the plan, each a list of concepts: the whole program, or as much of it as a chapter's own tests need.
#[derive(Clone, Copy)]
pub struct Chapters(pub &'static [&'static [Concept]]);

impl Chapters {
    fn concepts(self) -> impl Iterator<Item = &'static Concept> {
        self.0.iter().copied().flatten()
    }

    /// Routes of all concepts, relative to `/api`.
    pub fn routes(self) -> Routes {
        let holders = Holders(self.concepts().filter_map(|concept| concept.holder).collect());
        self.concepts().fold(Routes::new(), |all, concept| all.merge((concept.routes)())).layer(Extension(holders))
    }

    /// Codes of all errors, sorted: those of the crates below the concepts, and of all concepts.
    pub fn codes(self) -> Vec<&'static str> {
        let below = [jinqiao_kernel::CODES, jinqiao_db::CODES, jinqiao_http::CODES];
        let mut codes: Vec<_> =
            below.into_iter().chain(self.concepts().map(|concept| concept.codes)).flatten().copied().collect();
        codes.sort_unstable();
        codes
    }

    /// The OpenAPI document of all concepts.
    pub fn openapi(self) -> OpenApi {
        jinqiao_http::openapi(self.routes(), &self.codes())
    }

    /// Migration steps of the database crate and of all concepts.
    pub fn migrations(self) -> Vec<Step> {
        jinqiao_db::migrations().into_iter().chain(self.concepts().flat_map(|concept| (concept.migrations)())).collect()
    }

    /// What all concepts do when something happens: reactions to facts, the delivery of letters among them, and hooks.
    pub fn followers(self) -> Followers {
        let of = |concept: &Concept| {
            (concept.reactions)().into_iter().chain(concept.letters.iter().copied().map(delivering)).collect::<Vec<_>>()
        };
        let hooks = self.concepts().flat_map(|concept| concept.hooks.iter().copied());
        Followers { reactions: self.concepts().flat_map(of).collect(), hooks: hooks.collect() }
    }

    /// State machines of all concepts.
    pub fn machines(self) -> impl Iterator<Item = &'static Machine> {
        self.concepts().flat_map(|concept| concept.machines)
    }

    /// Makes a migrated database ready: the first versions of agreements, rules, tables.
    pub async fn start(self, db: &Db) -> Result<()> {
        for start in self.concepts().filter_map(|concept| concept.start) {
            start(db).await?;
        }
        Ok(())
    }
}

//! How the program is put together: each concept says what it brings, and the same table serves the server and the tests.

use crate::{
    agreements::{Agreement, publish_first_versions},
    files::{Holder, Holders},
    letter::Writer,
    messages::delivering,
    organizations::Bound,
    permissions::Parameter,
    reviews::ReviewKind,
    words::{Word, Words},
};
use axum::Extension;
use jinqiao_db::{Db, Followers, Hook, Reaction, schema::Step};
use jinqiao_http::{Routes, name_values};
use jinqiao_kernel::{Machine, Permission, Result};
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
    /// What can be permitted in it.
    pub permissions: &'static [Permission],
    /// Numbers of its own that the operator sets, by part.
    pub parameters: &'static [&'static [Parameter]],
    /// What of it waits in the operator's queue.
    pub reviews: &'static [ReviewKind],
    /// How much of it one organisation can keep.
    pub bounds: &'static [Bound],
    /// Texts that its users accept.
    pub agreements: &'static [Agreement],
    /// What people read for its codes, by part.
    pub words: &'static [Words],
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
            permissions: &[],
            parameters: &[],
            reviews: &[],
            bounds: &[],
            agreements: &[],
            words: &[],
            holder: None,
            codes: &[],
            start: None,
        }
    }
}

/// Chapters (篇章) of the plan, each a list of concepts: the whole program, or as much of it as a chapter's own tests need.
/// Handlers that need what all concepts have registered get it as an extension.
#[derive(Clone, Copy)]
pub struct Chapters(pub &'static [&'static [Concept]]);

impl Chapters {
    fn concepts(self) -> impl Iterator<Item = &'static Concept> {
        self.0.iter().copied().flatten()
    }

    /// Routes of all concepts, relative to `/api`.
    pub fn routes(self) -> Routes {
        let holders = Holders(self.concepts().filter_map(|concept| concept.holder).collect());
        let mut all = self.concepts().fold(Routes::new(), |all, concept| all.merge((concept.routes)()));
        name_values(&mut all, "Parameter", self.parameters().map(|parameter| parameter.name));
        name_values(&mut all, "ReviewKind", self.reviews().map(|kind| kind.name));
        name_values(&mut all, "AgreementKind", self.agreements().map(|agreement| agreement.name));
        all.layer(Extension(holders)).layer(Extension(self))
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

    /// What can be permitted.
    pub fn permissions(self) -> impl Iterator<Item = Permission> {
        self.concepts().flat_map(|concept| concept.permissions.iter().copied())
    }

    /// How much one organisation can keep.
    pub fn bounds(self) -> impl Iterator<Item = Bound> {
        self.concepts().flat_map(|concept| concept.bounds.iter().copied())
    }

    /// Numbers that the operator sets.
    pub fn parameters(self) -> impl Iterator<Item = Parameter> {
        self.concepts().flat_map(|concept| concept.parameters.iter().copied().flatten().copied())
    }

    /// What waits in the operator's queue.
    pub fn reviews(self) -> impl Iterator<Item = ReviewKind> {
        self.concepts().flat_map(|concept| concept.reviews.iter().copied())
    }

    /// Texts that users accept.
    pub fn agreements(self) -> impl Iterator<Item = Agreement> {
        self.concepts().flat_map(|concept| concept.agreements.iter().copied())
    }

    /// Actions of the audit trail with what people read for them.
    pub fn actions(self) -> impl Iterator<Item = Word> {
        self.words().flat_map(|words| words.actions.iter().copied())
    }

    /// Kinds of facts with what people read for them.
    pub fn facts(self) -> impl Iterator<Item = Word> {
        self.words().flat_map(|words| words.facts.iter().copied())
    }

    /// Names of reactions with what people read for them.
    pub fn reaction_words(self) -> impl Iterator<Item = Word> {
        let letters = self.concepts().flat_map(|concept| concept.letters).map(|writer| (writer.name, "发送站内消息"));
        self.words().flat_map(|words| words.reactions.iter().copied()).chain(letters)
    }

    fn words(self) -> impl Iterator<Item = Words> {
        self.concepts().flat_map(|concept| concept.words.iter().copied())
    }

    /// Makes a migrated database ready: the first versions of agreements, rules, tables.
    pub async fn start(self, db: &Db) -> Result<()> {
        publish_first_versions(db, self.agreements()).await?;
        for start in self.concepts().filter_map(|concept| concept.start) {
            start(db).await?;
        }
        Ok(())
    }
}

//! Wiring: which concepts, reactions and pages the program is made of.

use crate::config::Config;
use axum::Router;
use jinqiao_concepts::{
    accounts::SessionAuthenticator,
    agreements, calendar,
    matching::{Embedder, OpenAiEmbedder},
    points,
};
use jinqiao_db::Db;
use jinqiao_http::{AppState, FileStore, LocalFiles};
use jinqiao_kernel::{Result, World};
use rust_embed::RustEmbed;
use std::sync::Arc;

/// The built pages; none when the web side was not built.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Pages;

/// Opens the database and makes it ready: migrations, and the first versions of the agreements.
pub async fn open_ready(config: &Config) -> Result<Db> {
    open_ready_in(config, World::system()).await
}

/// As [`open_ready`], in a world of one's own (demo data have a past).
pub async fn open_ready_in(config: &Config, world: World) -> Result<Db> {
    let db = Db::open(&config.database()?, world, jinqiao_concepts::reactions()).await?;
    db.migrate(jinqiao_concepts::migrations).await?;
    agreements::publish_first_versions(&db).await?;
    calendar::publish_known_years(&db).await?;
    points::publish_first_rules(&db).await?;
    Ok(db)
}

/// Where uploaded files are kept.
pub fn files(config: &Config) -> Result<Arc<dyn FileStore>> {
    Ok(Arc::new(LocalFiles::open(&config.files_url)?))
}

/// The service for embeddings, where one is configured.
pub fn embedder(config: &Config) -> Result<Option<Box<dyn Embedder>>> {
    let service = config.embeddings().map(OpenAiEmbedder::new).transpose()?;
    Ok(service.map(|service| Box::new(service) as Box<dyn Embedder>))
}

/// The application on `db`.
pub fn router(config: &Config, db: Db, files: Arc<dyn FileStore>) -> Result<Router> {
    let state = AppState {
        db,
        files,
        vault: Arc::new(config.vault()?),
        settings: Arc::new(config.settings()),
        authenticate: Arc::new(SessionAuthenticator),
    };
    Ok(jinqiao_http::app::<Pages>(jinqiao_concepts::routes(), state))
}

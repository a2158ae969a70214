//! Wiring: which concepts, reactions and pages the program is made of.

use crate::config::Config;
use axum::{Extension, Router};
use jinqiao_concepts::CHAPTERS;
use jinqiao_db::{Db, Options};
use jinqiao_http::{AppState, Couriers, FileStore, LocalFiles};
use jinqiao_insight::matching::{Embedder, OpenAiEmbedder};
use jinqiao_kernel::{Error, Kind, Result, Vault, World};
use jinqiao_platform::{
    accounts::SessionAuthenticator,
    enterprises::{Folder, Simulator, Sources},
    organizations,
};
use rust_embed::RustEmbed;
use std::sync::Arc;

/// The built pages; none when the web side was not built. Scripts and styles are in it packed alone.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[exclude = ".vite/*"]
#[exclude = "assets/*.css"]
#[exclude = "assets/*.js"]
#[allow_missing = true]
struct Pages;

/// The database, made ready, with the key that its sealed values were written with.
pub struct Ready {
    pub db: Db,
    pub vault: Arc<Vault>,
}

/// Opens the database and makes it ready: migrations, the first versions of the agreements; and makes sure of the key.
pub async fn open_ready(config: &Config) -> Result<Ready> {
    open_ready_with(config, &config.database()?, World::system()).await
}

/// As [`open_ready`], with options and in a world of one's own: demo data have a past, and a time that can be moved on.
pub async fn open_ready_with(config: &Config, options: &Options, world: World) -> Result<Ready> {
    let db = Db::open(options, world, CHAPTERS.followers()).await?;
    db.migrate(CHAPTERS.migrations()).await?;
    let vault = Arc::new(verified_key(config, &db).await?);
    CHAPTERS.start(&db).await?;
    Ok(Ready { db, vault })
}

/// A new key is made for an empty database only; any other must open what was sealed.
async fn verified_key(config: &Config, db: &Db) -> Result<Vault> {
    let known = db.has_key().await?;
    let sealed = if known { None } else { organizations::any_sealed(db).await? };
    let vault = config.vault(!known && sealed.is_none())?;
    let cure = |cause: Error| {
        Error::internal(format!(
            "the master key ({}) is not the one that this database's values were sealed with. Put the right key back, or \
             point JINQIAO_DATABASE_URL at the database that belongs to it ({cause})",
            config.key_place()
        ))
    };
    // A database from before keys were proved: any of its sealed values is the proof.
    if let Some(sealed) = sealed {
        vault.open(&sealed).map_err(cure)?;
    }
    db.check_key(&vault).await.map_err(|error| if error.kind() == Kind::Internal { cure(error) } else { error })?;
    Ok(vault)
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

/// Where the answers of registers come from: the configured folder; a database of demo data has simulated ones.
pub fn sources(config: &Config, db: &Db, demo: bool) -> Sources {
    let folder = config.sources_folder.trim();
    Sources(if !folder.is_empty() {
        Some(Arc::new(Folder::new(folder)))
    } else if demo {
        Some(Arc::new(Simulator::new(db.clone())))
    } else {
        None
    })
}

/// The application on `ready`.
pub fn router(config: &Config, ready: &Ready, files: Arc<dyn FileStore>, sources: Sources) -> Result<Router> {
    let state = AppState {
        db: ready.db.clone(),
        files,
        couriers: Couriers::named(&config.sms, &config.mail)?,
        vault: ready.vault.clone(),
        settings: Arc::new(config.settings()?),
        authenticate: Arc::new(SessionAuthenticator),
    };
    let routes: Router<AppState> = CHAPTERS.routes().into();
    Ok(jinqiao_http::app::<Pages>(routes.layer(Extension(sources)), state))
}

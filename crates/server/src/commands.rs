//! Serving, and printing the OpenAPI document.

use crate::{anonymity, config::Config, demo, disk, parts};
use jinqiao_concepts::CHAPTERS;
use jinqiao_db::Db;
use jinqiao_http::{Connections, FileStore, Settings};
use jinqiao_insight::matching;
use jinqiao_kernel::{Error, Result, World};
use jinqiao_platform::{
    accounts::{DemoAccount, demo_accounts},
    enterprises, training,
};
use std::time::Duration;
use tokio::net::TcpListener;

/// The OpenAPI document, as committed.
pub fn openapi() -> Result<String> {
    let document = CHAPTERS.openapi();
    // Through a value, whose maps are sorted: the same document is always the same text.
    let document = serde_json::to_value(&document)?;
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}

/// For the last words with the database.
const FAREWELL: Duration = Duration::from_secs(1);

/// Serves until told to stop.
pub async fn serve(config: &Config, with_demo: bool) -> Result<()> {
    if with_demo {
        demo::child::load().await?;
    }
    let settings = config.settings()?;
    if settings.https() && !settings.behind_proxy {
        tracing::warn!(
            "people come by https, so a proxy is in front: declare it with JINQIAO_BEHIND_PROXY=true, or all addresses are its own \
             and limits per address are limits for everybody"
        );
    }
    let world = if with_demo { World::system().for_training() } else { World::system() };
    let ready = parts::open_ready_with(config, &config.database()?, world).await?;
    let db = ready.db.clone();
    training::prepare(&db).await?;
    let accounts = demo_accounts(&db, &ready.vault).await?;
    if !accounts.is_empty() && !config.listen.ip().is_loopback() && !config.demo_anywhere {
        return Err(Error::internal(
            "this database holds demo accounts with public passwords: listen on a loopback address, \
             or set JINQIAO_DEMO_ANYWHERE=true if everybody may use them",
        ));
    }
    let files = parts::files(config)?;
    let embedder = parts::embedder(config)?;
    matching::start_embedding(&db, embedder.as_deref()).await?;
    let sources = parts::sources(config, &db, !accounts.is_empty());
    let app = parts::router(config, &ready, files.clone(), sources.clone())?;
    let listener = TcpListener::bind(config.listen).await.map_err(Error::internal)?;
    announce(&settings, &accounts);
    let worker = tokio::spawn({
        let db = db.clone();
        async move { db.work().await }
    });
    let sweeper = tokio::spawn({
        let db = db.clone();
        async move { sweep(&db, files.as_ref()).await }
    });
    let disk = tokio::spawn({
        let (db, folders) = (db.clone(), config.data_folders());
        async move { disk::watch(&db, &folders).await }
    });
    let watcher = tokio::spawn({
        let db = db.clone();
        async move { db.watch().await }
    });
    let embedding = tokio::spawn({
        let db = db.clone();
        async move {
            if let Some(service) = embedder {
                matching::keep_embedding(&db, service.as_ref()).await;
            }
        }
    });
    let time = tokio::spawn({
        let db = db.clone();
        async move { training::follow(&db).await }
    });
    let registers = tokio::spawn({
        let db = db.clone();
        async move {
            if let Some(source) = sources.0 {
                enterprises::keep_refreshing(&db, source.as_ref()).await;
            }
        }
    });
    let network = tokio::spawn({
        let db = db.clone();
        async move { matching::keep_network(&db).await }
    });
    // Open streams would hold up the end for as long as their pages are open.
    let streams = db.clone();
    let connections = Connections::new(if settings.behind_proxy { &settings.proxies } else { &[] });
    let served = jinqiao_http::serve(listener, app, connections, move || streams.end_streams()).await;
    // A job in the middle of its transaction is rolled back and taken up at the next start.
    for task in [worker, sweeper, disk, watcher, embedding, registers, network, time] {
        task.abort();
        let _ = task.await;
    }
    served.map_err(Error::internal)?;
    // A database that does not answer any more need not be waited for.
    tokio::time::timeout(FAREWELL, db.close()).await.unwrap_or(Ok(()))
}

/// Every hour, removes uploads that nothing took up, and what is kept of logins only for a while; once a day, keeps firms anonymous.
async fn sweep(db: &Db, files: &dyn FileStore) {
    for hour in 0_u64.. {
        if hour % 24 == 0 {
            match anonymity::renew(db).await {
                Ok(0) => {}
                Ok(changed) => tracing::info!(changed, "demands show other properties of their firms"),
                Err(error) => tracing::error!(?error, "what institutions see of firms"),
            }
        }
        match jinqiao_platform::files::sweep(db, files).await {
            Ok(0) => {}
            Ok(removed) => tracing::info!(removed, "files that nothing needs"),
            Err(error) => tracing::error!(?error, "sweep"),
        }
        if let Err(error) = jinqiao_platform::accounts::sweep(db).await {
            tracing::error!(?error, "sweep of logins");
        }
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
}

fn announce(settings: &Settings, accounts: &[DemoAccount]) {
    println!("Jinqiao 金桥  {}", settings.public_url);
    if accounts.is_empty() {
        println!("No demo data. Create the first operator with: jinqiao admin create --help");
        return;
    }
    if !settings.loopback() && !settings.demo_anywhere {
        println!("Its demo accounts are closed: people reach the platform under another address than this machine's.");
        return;
    }
    println!("Demo accounts (the codes change every 30 seconds; the login page shows current ones):");
    for account in accounts {
        let code = account.totp.as_deref().map(|code| format!("  code {code}")).unwrap_or_default();
        println!(
            "  {:<12} {:<14} {}{code}",
            format!("{:?}", account.role).to_lowercase(),
            account.login,
            account.password
        );
    }
}

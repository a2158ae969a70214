//! A round: what is in use and has no vector is sent to the service in batches. It runs beside requests and jobs, and no transaction
//! is open while the service is asked.

use super::{
    Embedder, EmbeddingFailure,
    entity::Model,
    published, service,
    store::{self, AT_ONCE},
};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Result, local_date};
use std::time::Duration;

/// Texts of one request.
const BATCH: u64 = 32;
/// Requests of one round, so that a turn has an end.
const REQUESTS: usize = 10;
/// So many texts refused alone, one after the other: then it is not the texts.
const ALONE: usize = 3;
/// Between two looks whether there is anything to do.
const PAUSE: Duration = Duration::from_secs(2);

/// A server was started, with a service or without. What the service refused before is asked for again.
pub async fn start(db: &Db, service: Option<&dyn Embedder>) -> Result<()> {
    let model = service.map(Embedder::model);
    service::start(db, model).await?;
    db.write(Intent::bookkeeping("matching.embeddings_start"), |tx| async move {
        if let Some(model) = model {
            store::again(&tx, model, false).await?;
        }
        store::purge(&tx).await
    })
    .await
}

/// Gives vectors to what lacks them, for ever.
pub async fn run_forever(db: &Db, service: &dyn Embedder) {
    tracing::info!(model = service.model(), "published texts are sent to the embedding service");
    loop {
        match round(db, service).await {
            Ok(true) => {}
            Ok(false) => tokio::time::sleep(PAUSE).await,
            Err(error) => {
                tracing::error!(?error, "embeddings");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// One round. Returns whether there may be more to do at once; a service that fails is no error here.
pub async fn round(db: &Db, service: &dyn Embedder) -> Result<bool> {
    let (conn, now, model) = (db.read(), db.world().now(), service.model());
    let Some(state) = service::current(conn).await?.filter(|state| state.may_ask(model, now)) else {
        return Ok(false);
    };
    let looks = state.looks(now);
    if !looks && store::waiting(conn, model, 1).await?.is_empty() || !service::take_turn(db, model).await? {
        return Ok(false);
    }
    if looks {
        look(db, model).await?;
    }
    let Asked { vectors, failure } = ask(db, service).await?;
    let pause = service::end_turn(db, looks, vectors > 0, failure).await?;
    if let Some((failure, pause)) = failure.zip(pause) {
        tracing::warn!(?failure, again_in = pause.num_seconds(), "the embedding service gives no vectors");
    }
    Ok(vectors > 0 && failure.is_none())
}

/// Looks through the texts in use: new ones will be asked for, old ones go.
async fn look(db: &Db, model: &str) -> Result<()> {
    let texts = published::in_use(db.read(), local_date(db.world().now())).await?;
    for some in texts.chunks(AT_ONCE) {
        db.write(
            Intent::bookkeeping("matching.embeddings_look"),
            |tx| async move { store::want(&tx, model, some).await },
        )
        .await?;
    }
    db.write(Intent::bookkeeping("matching.embeddings_look"), |tx| async move { store::purge(&tx).await }).await
}

/// What became of the requests of a round.
struct Asked {
    vectors: usize,
    failure: Option<EmbeddingFailure>,
}

async fn ask(db: &Db, service: &dyn Embedder) -> Result<Asked> {
    let (mut vectors, mut alone) = (0, 0);
    for _ in 0..REQUESTS {
        let mut rows = store::waiting(db.read(), service.model(), BATCH).await?;
        if rows.first().is_some_and(|row| row.refusals > 0) {
            rows.truncate(1);
        }
        if rows.is_empty() {
            break;
        }
        let texts: Vec<String> = rows.iter().map(|row| row.text.clone()).collect();
        let failure = match service.embed(&texts).await {
            Ok(found) => keep(db, service.model(), &rows, &found).await?,
            Err(failure) => Some(failure),
        };
        match failure {
            None => (vectors, alone) = (vectors + rows.len(), 0),
            Some(EmbeddingFailure::Refused) => {
                let rows = &rows;
                let refused = Intent::bookkeeping("matching.embeddings_refused");
                db.write(refused, |tx| async move { store::refused(&tx, rows).await }).await?;
                alone += usize::from(rows.len() == 1);
                if alone >= ALONE {
                    return Ok(Asked { vectors, failure });
                }
            }
            Some(_) => return Ok(Asked { vectors, failure }),
        }
    }
    Ok(Asked { vectors, failure: None })
}

/// Keeps vectors, unless they don't fit to those that the model gave before: then all are computed anew.
async fn keep(db: &Db, model: &str, rows: &[Model], found: &[Vec<f32>]) -> Result<Option<EmbeddingFailure>> {
    if found.len() != rows.len() {
        return Ok(Some(EmbeddingFailure::Unreadable));
    }
    db.write(Intent::bookkeeping("matching.embeddings_keep"), |tx| async move {
        let before = store::dimensions(tx.conn(), model).await?;
        if before.is_some_and(|before| found.iter().any(|vector| vector.len() != before)) {
            store::again(&tx, model, true).await?;
            service::begin_again(&tx).await?;
            return Ok(Some(EmbeddingFailure::LengthChanged));
        }
        store::fill(&tx, rows, found).await?;
        Ok(None)
    })
    .await
}

//! Listening, and leaving in good order.

use axum::Router;
use std::{net::SocketAddr, time::Duration};
use tokio::net::TcpListener;

/// Requests under way get this long after the signal to stop.
const GRACE: Duration = Duration::from_secs(20);

/// Serves `app` until SIGTERM or Ctrl-C; requests under way are finished first. `on_stop` ends what would not end by itself.
///
/// # Errors
/// When the listener fails.
pub async fn serve(listener: TcpListener, app: Router, on_stop: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    let (stop, mut stopping) = tokio::sync::watch::channel(false);
    let server = axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move {
            signal().await;
            tracing::info!("stopping");
            on_stop();
            let _ = stop.send(true);
        })
        .into_future();
    tokio::select! {
        served = server => served,
        () = async {
            let _ = stopping.wait_for(|stopping| *stopping).await;
            tokio::time::sleep(GRACE).await;
        } => Ok(()),
    }
}

async fn signal() {
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}

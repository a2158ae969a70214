//! Listening, with a limit on everything that a client can hold open, and leaving in good order.

use crate::connections::{Connections, Place};
use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{net::SocketAddr, pin::pin, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    time::timeout,
};
use tokio_io_timeout::TimeoutStream;
use tower::Service;

/// Time for the head of a request, and for the next request on an open connection.
const HEAD: Duration = Duration::from_secs(10);
/// A client that takes nothing of its answer for so long is gone.
const STUCK: Duration = Duration::from_secs(30);
/// Largest head; the longest cookies and addresses take a few kilobytes.
const HEAD_BYTES: usize = 32 * 1024;
/// Requests under way get this long after the signal to stop.
const GRACE: Duration = Duration::from_secs(6);
/// Out of file descriptors: wait for one rather than spin.
const BREATH: Duration = Duration::from_millis(100);

/// Serves `app` until SIGTERM or Ctrl-C; requests under way are finished first, for some seconds. `on_stop` ends what would
/// not end by itself.
///
/// # Errors
/// When the signals cannot be listened for.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    connections: Connections,
    on_stop: impl FnOnce() + Send + 'static,
) -> std::io::Result<()> {
    let (stop, stopping) = watch::channel(false);
    let mut told = pin!(signal());
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            told = &mut told => break told?,
        };
        match accepted {
            // A client beyond its number is hung up on: an answer would cost what the limit is to save.
            Ok((stream, peer)) => {
                if let Some(place) = connections.enter(peer.ip()) {
                    tokio::spawn(one(stream, peer, app.clone(), stopping.clone(), place));
                }
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    tracing::info!("stopping");
    drop(listener);
    on_stop();
    let _ = stop.send(true);
    // Each connection holds a receiver until it has ended.
    drop(stopping);
    if timeout(GRACE, stop.closed()).await.is_err() {
        tracing::warn!(open = stop.receiver_count(), "connections that did not end in time are cut off");
    }
    Ok(())
}

async fn one(stream: TcpStream, peer: SocketAddr, app: Router, mut stopping: watch::Receiver<bool>, _place: Place) {
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(STUCK));
    let service = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let request: Request = request.map(Body::new);
        app.clone().call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(HEAD_BYTES)
        .half_close(false)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = &mut connection => ended,
        () = told(&mut stopping) => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, %peer, "a connection broke off");
    }
}

/// Waits for the end of the server.
async fn told(stopping: &mut watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

async fn signal() -> std::io::Result<()> {
    let mut terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminated.recv() => Ok(()),
    }
}

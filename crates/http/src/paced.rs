//! A body that has to come at a certain speed: who sends a byte now and then would hold a connection and a file for days.

use axum::body::{Body, Bytes, HttpBody};
use http_body_util::BodyExt;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Time that any body gets …
const FIRST: Duration = Duration::from_secs(20);
/// … and how much must have come for each further second: a bad mobile connection is ten times faster.
const BYTES_A_SECOND: u64 = 4 * 1024;

/// `body`, with an error as soon as it is too slow.
pub(crate) fn paced(body: Body) -> Body {
    if body.is_end_stream() {
        return body;
    }
    let begun = Instant::now();
    let pieces = futures_util::stream::try_unfold((body, 0_u64), move |(mut body, came)| async move {
        let until = begun + FIRST + Duration::from_secs(came / BYTES_A_SECOND);
        loop {
            let frame = timeout_at(until, body.frame())
                .await
                .map_err(|_| std::io::Error::from(std::io::ErrorKind::TimedOut))?;
            let Some(frame) = frame else { return Ok(None) };
            let frame = frame.map_err(std::io::Error::other)?;
            // Trailers mean nothing here.
            let Ok(piece): Result<Bytes, _> = frame.into_data() else { continue };
            let came = came + piece.len() as u64;
            return Ok::<_, std::io::Error>(Some((piece, (body, came))));
        }
    });
    Body::from_stream(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream;

    fn drip(pieces: usize, size: usize, every: Duration) -> Body {
        Body::from_stream(stream::unfold(0, move |sent| async move {
            tokio::time::sleep(every).await;
            (sent < pieces).then(|| (Ok::<_, std::io::Error>(Bytes::from(vec![0; size])), sent + 1))
        }))
    }

    #[tokio::test(start_paused = true)]
    async fn slow_is_fine_and_dripping_is_not() {
        let second = Duration::from_secs(1);
        let slow = paced(drip(60, 8 * 1024, second)).collect().await.expect("slow, but it comes");
        assert_eq!(slow.to_bytes().len(), 60 * 8 * 1024);
        assert!(paced(drip(600, 1, second)).collect().await.is_err(), "a byte a second");
        assert!(paced(drip(1, 1, Duration::from_secs(3_600))).collect().await.is_err(), "nothing at all");
    }
}

//! A bounded queue for work that costs much: so much at a time, so much waiting, and the rest is told at once.

use jinqiao_kernel::{Error, Result};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Such a queue. Its clones are one queue.
#[derive(Clone, Debug)]
pub struct Bounded {
    places: Arc<Semaphore>,
    running: Arc<Semaphore>,
}

/// A place in the queue, held until the work has ended or the place is dropped.
#[derive(Debug)]
pub struct Place {
    place: OwnedSemaphorePermit,
    running: Arc<Semaphore>,
}

impl Bounded {
    /// Runs `parallel` at a time, and lets `waiting` more wait.
    pub fn new(parallel: usize, waiting: usize) -> Self {
        Self { places: Arc::new(Semaphore::new(parallel + waiting)), running: Arc::new(Semaphore::new(parallel)) }
    }

    /// Runs one a core at a time, and lets `waiting` more wait.
    pub fn per_core(waiting: usize) -> Self {
        Self::new(std::thread::available_parallelism().map_or(1, usize::from), waiting)
    }

    /// A place, unless the queue is full.
    pub fn place(&self) -> Option<Place> {
        let place = self.places.clone().try_acquire_owned().ok()?;
        Some(Place { place, running: self.running.clone() })
    }
}

impl Place {
    /// Waits for its turn and runs `work` beside the async threads. Work that has begun keeps its place even when nobody
    /// waits for it any more: a client that went away does not end it.
    ///
    /// # Errors
    /// When `work` panics.
    pub async fn run<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let turn = self.running.acquire_owned().await.map_err(Error::internal)?;
        let held = (self.place, turn);
        let done = tokio::task::spawn_blocking(move || {
            let _held = held;
            work()
        });
        done.await.map_err(Error::internal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    };

    #[tokio::test]
    async fn so_much_at_a_time_so_much_waiting_and_the_rest_is_told() -> Result<()> {
        let queue = Bounded::new(2, 3);
        let (go, gate) = mpsc::channel::<()>();
        let (gate, inside, most) =
            (Arc::new(Mutex::new(gate)), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let places: Vec<Place> = (0..5).filter_map(|_| queue.place()).collect();
        assert_eq!(places.len(), 5);
        assert!(queue.place().is_none(), "the sixth is told at once");
        let tasks: Vec<_> = places
            .into_iter()
            .map(|place| {
                let (gate, inside, most) = (gate.clone(), inside.clone(), most.clone());
                tokio::spawn(place.run(move || {
                    most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    let _ = gate.lock().map(|gate| gate.recv());
                    inside.fetch_sub(1, Ordering::SeqCst);
                }))
            })
            .collect();
        for _ in 0..5 {
            go.send(()).map_err(Error::internal)?;
        }
        for task in tasks {
            task.await.map_err(Error::internal)??;
        }
        assert!(most.load(Ordering::SeqCst) <= 2);
        assert!(queue.place().is_some());
        Ok(())
    }

    #[tokio::test]
    async fn a_client_that_went_away_keeps_its_place_until_the_work_has_ended() -> Result<()> {
        let queue = Bounded::new(1, 0);
        let (go, gate) = mpsc::channel::<()>();
        let (begun, began) = tokio::sync::oneshot::channel();
        let place = queue.place().ok_or_else(Error::not_found)?;
        let client = tokio::spawn(place.run(move || {
            let _ = begun.send(());
            let _ = gate.recv();
        }));
        began.await.map_err(Error::internal)?;
        client.abort();
        assert!(client.await.is_err_and(|end| end.is_cancelled()));
        assert!(queue.place().is_none(), "the work goes on");
        go.send(()).map_err(Error::internal)?;
        while queue.place().is_none() {
            tokio::task::yield_now().await;
        }
        Ok(())
    }
}

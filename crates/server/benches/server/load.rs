//! Asks the same again and again, and keeps how long each answer took.

use std::{
    future::Future,
    time::{Duration, Instant},
};

/// Enough to tell the slowest in a hundred.
const FEWEST: usize = 12;
/// Nothing is waited for longer than so many times what was meant.
const PATIENCE: u32 = 4;

/// How long answers took.
#[derive(Clone, Default)]
pub struct Took {
    sorted: Vec<Duration>,
    /// Answers a second.
    pub rate: f64,
}

impl Took {
    /// Of these answers, which came within `whole`.
    pub fn of(mut answers: Vec<Duration>, whole: Duration) -> Self {
        answers.sort();
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let rate = answers.len() as f64 / whole.as_secs_f64().max(1e-9);
        Self { sorted: answers, rate }
    }

    /// The time within which so many of a hundred answers came, in milliseconds.
    pub fn percent(&self, percent: usize) -> f64 {
        let place = (self.sorted.len() * percent).div_ceil(100).max(1) - 1;
        self.sorted.get(place).map_or(f64::NAN, |took| took.as_secs_f64() * 1000.0)
    }

    /// How many answers there were.
    pub fn count(&self) -> usize {
        self.sorted.len()
    }
}

/// One client asks for `each`, and as often as it takes to say something.
pub async fn alone<F: Future<Output = ()>>(each: Duration, ask: impl Fn(usize) -> F) -> Took {
    for warm in 0..2 {
        ask(warm).await;
    }
    let (begun, mut answers) = (Instant::now(), vec![]);
    while begun.elapsed() < each || (answers.len() < FEWEST && begun.elapsed() < each * PATIENCE) {
        let asked = Instant::now();
        ask(answers.len()).await;
        answers.push(asked.elapsed());
    }
    Took::of(answers, begun.elapsed())
}

/// So many `clients` ask at once for `each`; each is told its number and how often it has asked.
pub async fn together<F: Future<Output = ()> + Send + 'static>(
    clients: usize,
    each: Duration,
    ask: impl Fn(usize, usize) -> F + Clone + Send + Sync + 'static,
) -> Took {
    let begun = Instant::now();
    let tasks = (0..clients).map(|client| {
        let ask = ask.clone();
        tokio::spawn(async move {
            let mut answers = vec![];
            while begun.elapsed() < each {
                let asked = Instant::now();
                ask(client, answers.len()).await;
                answers.push(asked.elapsed());
            }
            answers
        })
    });
    let mut all = vec![];
    for task in tasks.collect::<Vec<_>>() {
        all.extend(task.await.expect("a client"));
    }
    Took::of(all, begun.elapsed())
}

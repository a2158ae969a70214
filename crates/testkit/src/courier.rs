//! A courier that keeps what it is given, for stories about codes.

use jinqiao_http::{Mail, Sending, Sms};
use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// Takes short messages and mail. As long as it is not told otherwise it delivers nothing, as the log.
#[derive(Default)]
pub struct TestCourier {
    delivers: AtomicBool,
    sent: Mutex<Vec<(String, String)>>,
}

impl TestCourier {
    /// From now on what is sent arrives.
    pub fn deliver(&self) {
        self.delivers.store(true, Ordering::Relaxed);
    }

    /// What was sent to `to`, oldest first.
    pub fn sent_to(&self, to: &str) -> Vec<String> {
        let sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        sent.iter().filter(|(address, _)| address == to).map(|(_, text)| text.clone()).collect()
    }

    /// The six digits of the message number `count` to `to`, which is sent beside the answer.
    ///
    /// # Panics
    /// When it does not come within some seconds.
    pub async fn code(&self, to: &str, count: usize) -> String {
        for _ in 0..500 {
            if let Some(text) = self.sent_to(to).get(count - 1) {
                return text
                    .split(|c: char| !c.is_ascii_digit())
                    .find(|part| part.len() == 6)
                    .expect("six digits")
                    .into();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("nothing was sent to {to}");
    }

    fn keep(&self, to: &str, text: &str) -> Sending<'static> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).push((to.to_owned(), text.to_owned()));
        Box::pin(async { Ok(()) })
    }
}

impl Sms for TestCourier {
    fn delivers(&self) -> bool {
        self.delivers.load(Ordering::Relaxed)
    }

    fn send_sms<'a>(&'a self, mobile: &'a str, text: &'a str) -> Sending<'a> {
        self.keep(mobile, text)
    }
}

impl Mail for TestCourier {
    fn delivers(&self) -> bool {
        self.delivers.load(Ordering::Relaxed)
    }

    fn send_mail<'a>(&'a self, address: &'a str, _: &'a str, text: &'a str) -> Sending<'a> {
        self.keep(address, text)
    }
}

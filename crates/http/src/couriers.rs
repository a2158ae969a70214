//! Texts that leave the platform, to a phone or to a mailbox. The configuration names who takes them; the server's own log is
//! the only one there is today.

use jinqiao_kernel::{Error, Result, mask_mobile};
use std::{future::Future, pin::Pin, sync::Arc};

/// A text on its way.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Takes short messages to phones.
pub trait Sms: Send + Sync {
    /// Does what is sent arrive at the phone? If not, a code proves nothing about who holds it.
    fn delivers(&self) -> bool;

    /// Sends `text` to `mobile`.
    fn send_sms<'a>(&'a self, mobile: &'a str, text: &'a str) -> Sending<'a>;
}

/// Takes letters to mailboxes.
pub trait Mail: Send + Sync {
    /// Does what is sent arrive at the mailbox?
    fn delivers(&self) -> bool;

    /// Sends `text` to `address`, under `subject`.
    fn send_mail<'a>(&'a self, address: &'a str, subject: &'a str, text: &'a str) -> Sending<'a>;
}

/// Who takes what.
#[derive(Clone)]
pub struct Couriers {
    /// For phones.
    pub sms: Arc<dyn Sms>,
    /// For mailboxes.
    pub mail: Arc<dyn Mail>,
}

impl Couriers {
    /// The providers of these names.
    ///
    /// # Errors
    /// Naming the one that is unknown.
    pub fn named(sms: &str, mail: &str) -> Result<Self> {
        for (entry, name) in [("sms", sms), ("mail", mail)] {
            if name != "log" {
                return Err(Error::internal(format!("configuration: {entry}: {name:?} is no provider; there is: log")));
            }
        }
        Ok(Self { sms: Arc::new(Log), mail: Arc::new(Log) })
    }
}

/// Writes into the server's log what would have been sent, for whoever runs it; it reaches nobody else.
struct Log;

impl Sms for Log {
    fn delivers(&self) -> bool {
        false
    }

    fn send_sms<'a>(&'a self, mobile: &'a str, text: &'a str) -> Sending<'a> {
        tracing::info!(to = mask_mobile(mobile), text, "a short message, not sent");
        Box::pin(async { Ok(()) })
    }
}

impl Mail for Log {
    fn delivers(&self) -> bool {
        false
    }

    fn send_mail<'a>(&'a self, address: &'a str, subject: &'a str, text: &'a str) -> Sending<'a> {
        let host = address.split_once('@').map_or("", |(_, host)| host);
        tracing::info!(to = format!("…@{host}"), subject, text, "an e-mail, not sent");
        Box::pin(async { Ok(()) })
    }
}

#[cfg(test)]
mod tests {
    use super::Couriers;

    #[test]
    fn only_known_providers() {
        assert!(Couriers::named("log", "log").is_ok_and(|known| !known.sms.delivers() && !known.mail.delivers()));
        assert!(Couriers::named("carrier pigeon", "log").is_err());
        assert!(Couriers::named("log", "").is_err());
    }
}

//! From a cookie to an actor.

use super::{sessions, store};
use jinqiao_db::Db;
use jinqiao_http::Authenticate;
use jinqiao_kernel::{Actor, RequestMeta, Result};
use std::{future::Future, pin::Pin};

/// Looks sessions up in the database at every request, so that a disabled account, a suspended organisation or a changed role
/// takes effect at once.
pub struct SessionAuthenticator;

impl Authenticate for SessionAuthenticator {
    fn authenticate<'a>(
        &'a self,
        db: &'a Db,
        token: &'a str,
        request: &'a RequestMeta,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Actor>>> + Send + 'a>> {
        Box::pin(async move {
            let Some((session, account, org)) = sessions::of_token(db, token).await? else { return Ok(None) };
            Ok(Some(store::actor_in(db.read(), account, org, session.id, request).await?))
        })
    }
}

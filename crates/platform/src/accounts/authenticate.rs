//! From a cookie to an actor.

use super::{
    sessions::{self, Opened},
    store,
};
use jinqiao_db::Db;
use jinqiao_http::Authenticate;
use jinqiao_kernel::{Actor, RequestMeta, Result};
use std::{future::Future, pin::Pin};

/// Looks sessions up in the database at every request, so that a disabled account, a suspended organisation, a changed role
/// or a new version of an agreement takes effect at once.
pub struct SessionAuthenticator;

impl Authenticate for SessionAuthenticator {
    fn authenticate<'a>(
        &'a self,
        db: &'a Db,
        token: &'a str,
        request: &'a RequestMeta,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Actor>>> + Send + 'a>> {
        Box::pin(async move {
            let Some(opened) = sessions::of_token(db, token).await? else { return Ok(None) };
            let Opened { session, account, org, must_agree } = opened;
            let standing = store::standing(&account, &org, must_agree);
            Ok(Some(store::actor_in(db.read(), (account, org, standing), session.id, request).await?))
        })
    }
}

//! A request that is sent again under its key is answered again, not done again.

use crate::stage::{database, end, open_with, stroke, strokes, texts};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{AccountId, Error, OnceKey, OrgId, RequestMeta, Result, Role};
use jinqiao_testkit::test_world;
use uuid::Uuid;

/// A request of an account, with its key, route and body.
#[derive(Clone, Copy)]
struct Sent {
    account: u128,
    key: &'static str,
    route: &'static str,
    body: &'static str,
}

const FIRST: Sent = Sent { account: 1, key: "k1", route: "POST /strokes", body: "red" };

impl Sent {
    fn intent(self) -> Intent {
        let once = (!self.key.is_empty()).then(|| OnceKey {
            key: self.key.into(),
            route: self.route.into(),
            body: self.body.into(),
        });
        let request = RequestMeta { once, ..RequestMeta::default() };
        let (account, org) = (Uuid::from_u128(self.account), Uuid::from_u128(9));
        Intent::visitor(&request, "strokes.make").for_account(AccountId(account), OrgId(org), Role::Enterprise)
    }

    /// Makes a stroke; the answer is its number.
    async fn send(self, db: &Db) -> Result<i64> {
        db.write_once(self.intent(), |tx| async move {
            stroke(&tx, self.body).await?;
            tx.next_in("strokes").await
        })
        .await
    }
}

#[tokio::test]
async fn the_same_is_answered_again_and_something_else_is_done() {
    let database = database().await;
    let db = open_with(&database, test_world(1).0, vec![]).await;
    for (sent, answer) in [
        (FIRST, Ok(1)),
        (FIRST, Ok(1)),
        (Sent { body: "blue", ..FIRST }, Err("idempotency.mismatch")),
        (Sent { key: "k2", ..FIRST }, Ok(2)),
        (Sent { route: "POST /others", ..FIRST }, Ok(3)),
        (Sent { account: 2, ..FIRST }, Ok(4)),
        (FIRST, Ok(1)),
        (Sent { key: "", ..FIRST }, Ok(5)),
        (Sent { key: "", ..FIRST }, Ok(6)),
    ] {
        let got = sent.send(&db).await;
        assert_eq!(got.as_ref().map_err(Error::code), answer.as_ref().map_err(|code| *code));
    }
    assert_eq!(strokes(&db).await.len(), 6);
    let rows = texts(&db, "SELECT action FROM audit_rows WHERE action = 'strokes.make'").await;
    assert_eq!(rows.len(), 6, "what was only answered again is no second deed");
    end(database, [db]).await;
}

#[tokio::test]
async fn what_failed_may_be_tried_again_under_its_key() {
    let database = database().await;
    let db = open_with(&database, test_world(1).0, vec![]).await;
    let failed = db
        .write_once(FIRST.intent(), |tx| async move {
            stroke(&tx, "half").await?;
            Err::<i64, _>(Error::stale())
        })
        .await;
    assert_eq!(failed.expect_err("refused").code(), "conflict.stale");
    assert_eq!(FIRST.send(&db).await.expect("nothing stands under the key"), 1);
    assert_eq!(strokes(&db).await, ["red"]);
    end(database, [db]).await;
}

#[tokio::test]
async fn of_many_at_once_one_is_done_and_all_have_its_answer() {
    let database = database().await;
    let db = open_with(&database, test_world(1).0, vec![]).await;
    let sent: Vec<_> = (0..8)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move { FIRST.send(&db).await })
        })
        .collect();
    for one in sent {
        assert_eq!(one.await.expect("no panic").expect("an answer"), 1);
    }
    assert_eq!(strokes(&db).await, ["red"]);
    end(database, [db]).await;
}

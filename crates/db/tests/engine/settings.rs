//! Settings are read once until somebody changes one, on whatever node.

use crate::stage::{database, end, open};
use jinqiao_db::{Db, Intent, Reading, settings};
use jinqiao_kernel::{Error, Result};
use sea_orm::Statement;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The colours in the made-up table, as a concept keeps its settings, and how often they were read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Colours(Vec<String>);

static READ: AtomicUsize = AtomicUsize::new(0);

async fn colours(conn: &impl Reading) -> Result<Vec<String>> {
    let read = async {
        READ.fetch_add(1, Ordering::Relaxed);
        let backend = conn.get_database_backend();
        let rows = conn.query_all_raw(Statement::from_string(backend, "SELECT colour FROM strokes ORDER BY seq"));
        let texts = rows.await?.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?;
        Ok(Colours(texts))
    };
    Ok(settings(conn, read).await?.0)
}

async fn add(db: &Db, colour: &str, fails: bool) -> Result<()> {
    db.write(Intent::system("test.add"), |tx| async move {
        // It was read in the same write before.
        colours(tx.conn()).await?;
        crate::stage::stroke(&tx, colour).await?;
        tx.settings_changed().await?;
        assert_eq!(colours(tx.conn()).await?.last().map(String::as_str), Some(colour));
        if fails { Err(Error::internal("it is taken back")) } else { Ok(()) }
    })
    .await
}

#[tokio::test]
async fn a_change_on_one_node_is_seen_by_the_other_at_once() {
    let database = database().await;
    let (one, two) = (open(&database, 2, None).await, open(&database, 2, None).await);
    let reads = || READ.load(Ordering::Relaxed);
    assert_eq!(colours(one.read()).await.expect("none"), Vec::<String>::new());
    assert_eq!(colours(two.read()).await.expect("none"), Vec::<String>::new());
    let before = reads();
    colours(one.read()).await.expect("known");
    one.write(Intent::system("test.look"), |tx| async move { colours(tx.conn()).await }).await.expect("known");
    assert_eq!(reads(), before, "what nobody has changed is not read again");

    add(&one, "red", false).await.expect("kept");
    for node in [&two, &one] {
        assert_eq!(colours(node.read()).await.expect("read anew"), ["red"]);
    }
    // Each write has its own stamp, so what was taken back is not mistaken for what comes next.
    add(&one, "green", true).await.expect_err("taken back");
    for node in [&one, &two] {
        assert_eq!(colours(node.read()).await.expect("as before"), ["red"]);
    }
    add(&two, "blue", false).await.expect("kept");
    for node in [&one, &two] {
        assert_eq!(colours(node.read()).await.expect("read anew"), ["red", "blue"]);
    }

    // One answer looks once, and does not change its mind half-way.
    let answer = one.answer();
    assert_eq!(colours(&answer).await.expect("known"), ["red", "blue"]);
    add(&two, "white", false).await.expect("kept");
    assert_eq!(colours(&answer).await.expect("known"), ["red", "blue"]);
    assert_eq!(colours(&one.answer()).await.expect("read anew"), ["red", "blue", "white"]);
    end(database, [one, two]).await;
}

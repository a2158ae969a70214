//! Pages of lists: what is known to be long is not counted for every look, and rows that either of two conditions finds come in one order, or
//! one kind after the other.

use crate::stage::{database, end, open};
use jinqiao_db::{Db, Intent, page_of, page_of_either, page_of_two};
use jinqiao_kernel::{COUNT_CAP, PageQuery};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

mod stroke {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "strokes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        pub colour: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

use stroke::{Column, Entity};

const fn asked(page: u32, size: u32) -> PageQuery {
    PageQuery { page: Some(page), size: Some(size) }
}

async fn run(db: &Db, sql: &str) {
    let done = db.write(Intent::bookkeeping("test.strokes"), |tx| async move {
        tx.conn().execute_unprepared(sql).await?;
        Ok(())
    });
    done.await.expect(sql);
}

async fn total(db: &Db, colour: &str) -> (u64, bool, usize) {
    let select = Entity::find().filter(Column::Colour.eq(colour)).order_by_desc(Column::Seq);
    let page = page_of(db.read(), select, &asked(1, 10)).await.expect("a page");
    (page.total, page.capped, page.items.len())
}

#[tokio::test]
async fn a_long_list_is_counted_once() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    for (colour, more) in [("red", 1), ("blue", 0)] {
        let rows = vec![format!("('{colour}')"); usize::try_from(COUNT_CAP + more).expect("a number")].join(", ");
        run(&db, &format!("INSERT INTO strokes (colour) VALUES {rows}")).await;
    }
    assert_eq!([total(&db, "red").await, total(&db, "blue").await], [(COUNT_CAP, true, 10), (COUNT_CAP, false, 10)]);
    run(&db, "DELETE FROM strokes WHERE seq > 3 AND colour = 'red'").await;
    run(&db, "DELETE FROM strokes WHERE colour = 'blue'").await;
    // What was long is taken to be long for a while; its rows are those of now. Anything else is counted.
    assert_eq!([total(&db, "red").await, total(&db, "blue").await], [(COUNT_CAP, true, 3), (0, false, 0)]);
    end(database, [db]).await;
}

#[tokio::test]
async fn what_either_condition_finds_comes_in_one_order() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    run(&db, "INSERT INTO strokes (colour) VALUES ('red'), ('blue'), ('green'), ('red'), ('blue')").await;
    let of = |colour: &str| Entity::find().filter(Column::Colour.eq(colour));
    for (page, seqs) in [(1, vec![4_i64, 1]), (2, vec![5, 2]), (3, vec![])] {
        let wanted = asked(page, 2);
        let found = page_of_either(db.read(), [of("red"), of("blue")], [Column::Seq, Column::Colour], &wanted);
        let found = found.await.expect("a page");
        assert_eq!((found.items, found.total), (seqs, 4), "red comes after blue");
    }
    end(database, [db]).await;
}

#[tokio::test]
async fn one_kind_comes_after_the_other() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    run(&db, "INSERT INTO strokes (colour) VALUES ('red'), ('blue'), ('green'), ('red'), ('blue')").await;
    let of = |colour: &str| Entity::find().filter(Column::Colour.eq(colour));
    let both = || [of("red").order_by_asc(Column::Seq), of("blue").order_by_desc(Column::Seq)];
    let pages: [(u32, &[&[i64]]); 3] =
        [(1, &[&[1], &[4], &[5], &[2], &[]]), (3, &[&[1, 4, 5], &[2]]), (4, &[&[1, 4, 5, 2]])];
    for (size, pages) in pages {
        for (page, seqs) in (1..).zip(pages) {
            let found = page_of_two(db.read(), both(), &asked(page, size)).await.expect("a page");
            let shown: Vec<_> = found.items.iter().map(|row| row.seq).collect();
            assert_eq!((&shown[..], found.total), (*seqs, 4), "page {page} of {size}");
        }
    }
    let none = page_of_two(db.read(), [of("grey"), of("red").order_by_asc(Column::Seq)], &asked(2, 1)).await;
    assert_eq!(none.expect("a page").items[0].seq, 4, "nothing of the first kind");
    end(database, [db]).await;
}

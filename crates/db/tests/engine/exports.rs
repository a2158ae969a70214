//! A list that leaves the platform is whole up to the cap, and noted.

use crate::stage::{database, end, open};
use jinqiao_db::{AuditFilter, Db, Intent, audit_page};
use jinqiao_kernel::{COUNT_CAP, Error, Page, PageQuery, Result};

async fn taken(db: &Db, there: u64) -> Result<Vec<u64>> {
    let page = |wanted: PageQuery| async move {
        let (page, size) = wanted.check()?;
        let items: Vec<u64> = ((page - 1) * size..there.min(page * size)).collect();
        Ok(Page { items, total: there.min(COUNT_CAP), capped: there > COUNT_CAP, page, size })
    };
    db.exported(Intent::system("test.export"), page).await
}

#[tokio::test]
async fn all_pages_come_up_to_the_cap_and_the_trail_says_how_many() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    for (there, expected) in [(0, 0), (1, 1), (100, 100), (250, 250), (1_000, 1_000), (1_234, 1_000)] {
        let rows = taken(&db, there).await.expect("rows");
        assert_eq!(rows, (0..expected).collect::<Vec<_>>(), "{there}");
    }
    let failed: Result<Vec<u64>> =
        db.exported(Intent::system("test.export"), |_| async { Err(Error::unavailable()) }).await;
    assert!(failed.is_err());
    let filter = AuditFilter { action: Some("test.export".into()), ..AuditFilter::default() };
    let noted = audit_page(&db, filter, &PageQuery { page: Some(1), size: Some(10) }).await.expect("rows");
    assert_eq!((noted.total, noted.items[0].detail.as_deref()), (6, Some("导出 1000 条")));
    end(database, [db]).await;
}

//! What institutions see of firms before consent keeps to what enough firms share (domain 2.3), and sizes follow the edition of the day.

use jinqiao_db::Db;
use jinqiao_kernel::Result;

/// Sizes the firms, makes their pictures anew, and decides what is shown of them; how many demands show something else now.
pub async fn renew(db: &Db) -> Result<usize> {
    jinqiao_platform::enterprises::refresh_sizes(db).await?;
    jinqiao_platform::enterprises::refresh_pictures(db).await?;
    jinqiao_financing::demands::recheck_market(db).await
}

//! Lists as a whole, to be taken out of the platform.

use crate::{Db, Intent};
use jinqiao_kernel::{COUNT_CAP, Page, PageQuery, Result};

/// Rows that are read at once.
const AT_ONCE: u32 = 100;

impl Db {
    /// All that a list shows by its filter, up to the cap to which lists are counted; the trail notes how much was taken out, by whom and
    /// as what `intent` says.
    ///
    /// # Errors
    /// When a page cannot be read, or the trail not be written: nothing leaves unnoted.
    pub async fn exported<T, F, Fut>(&self, intent: Intent, page: F) -> Result<Vec<T>>
    where
        F: Fn(PageQuery) -> Fut + Send,
        Fut: Future<Output = Result<Page<T>>> + Send,
        T: Send,
    {
        let mut rows: Vec<T> = vec![];
        for number in 1.. {
            let Page { items, total, .. } = page(PageQuery { page: Some(number), size: Some(AT_ONCE) }).await?;
            let last = items.is_empty();
            rows.extend(items);
            if last || rows.len() as u64 >= total.min(COUNT_CAP) {
                break;
            }
        }
        self.write(intent.detail(format!("导出 {} 条", rows.len())), |_| async { Ok(()) }).await?;
        Ok(rows)
    }
}

//! 数据操作安全, 统一日志: reading the audit trail, and the jobs that wait or are parked. The rows themselves are written
//! by the database crate with every write.

mod grants;
mod http;
mod words;
mod work_log;

use grants::PERMISSIONS;
use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept =
    Concept { routes, words: &[words::WORDS], permissions: PERMISSIONS, ..Concept::new("audit") };

/// Routes of this concept.
fn routes() -> Routes {
    http::routes().merge(work_log::routes())
}

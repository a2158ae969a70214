//! 数据操作安全, 统一日志: reading the audit trail, and the jobs that wait or are parked. The rows themselves are written
//! by the database crate with every write.

mod http;
mod work_log;

use jinqiao_http::Routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    http::routes().merge(work_log::routes())
}

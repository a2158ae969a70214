//! 智能匹配: products for a demand and, the other way round (逆向匹配), masked demands for a product, with a score, reasons and
//! near misses. The engine itself is the crate `jinqiao-matching`.

mod describe;
mod dispatch;
mod http;
mod service;
mod view;

pub use dispatch::{migrations, reactions};

use jinqiao_http::Routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    http::routes().merge(dispatch::routes())
}

//! 国民经济行业分类 (GB/T 4754-2017): sections, divisions, groups and classes, checked and searched by words.

mod http;
mod search;
mod table;

pub use http::routes;
pub use table::{class_name, is_class, is_division, section_of};

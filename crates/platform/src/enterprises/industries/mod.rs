//! 国民经济行业分类 (GB/T 4754): sections, divisions, groups and classes, checked and searched by words. Pure.

mod search;
mod table;

pub use search::search;
pub use table::{Class, Industries, section_of};

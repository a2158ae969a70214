//! What people read for the codes of this concept among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words =
    Words { actions: &[], facts: &[], reactions: &[("budgets.open", "按发布的版本设定预算")] };

//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[("calendar.publish", "导入放假安排"), ("calendar.save_year", "修改工作日历")],
    ..Words::NONE
};

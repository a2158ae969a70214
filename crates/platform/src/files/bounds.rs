//! How much an organisation can keep of this concept.

use crate::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[LOOSE_FILES];

/// Uploaded files that no record has taken up.
pub const LOOSE_FILES: Bound =
    Bound {
        name: "loose_files", most: 60, what: "未使用的附件", cure: "请先提交或移除已上传的附件，或 24 小时后再试"
    };

//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[POLICIES];

/// Items of a department that are not archived.
pub const POLICIES: Bound =
    Bound { name: "policies", most: 500, what: "未归档的政策事项", cure: "请先归档不再使用的事项" };

/// Versions of one item, published ones too.
pub const MOST_VERSIONS: i32 = 100;

//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[ADJUSTMENTS];

/// Notices of a department that wait for the operator.
pub const ADJUSTMENTS: Bound =
    Bound {
        name: "adjustments", most: 30, what: "待处理的政策调整通知", cure: "请等待平台处理完已有的通知"
    };

/// Items that one notice names.
pub const MOST_ITEMS: usize = 10;

/// Explanations that the page of an item shows.
pub const MOST_NOTES: u64 = 20;

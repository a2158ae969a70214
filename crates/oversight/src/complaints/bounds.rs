//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[OPEN_COMPLAINTS];

/// Complaints and objections that are not closed.
pub const OPEN_COMPLAINTS: Bound = Bound {
    name: "open_complaints",
    most: 50,
    what: "未办结的投诉与异议",
    cure: "请等待已提出的事项办结，或撤回不再需要的事项",
};

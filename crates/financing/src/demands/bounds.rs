//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[DEMAND_DRAFTS, OPEN_DEMANDS];

/// Demands that are being written.
pub const DEMAND_DRAFTS: Bound =
    Bound {
        name: "demand_drafts", most: 50, what: "需求草稿（含退回补正的需求）", cure: "请先提交或撤回已有的草稿"
    };

/// Demands from the submission to their end.
pub const OPEN_DEMANDS: Bound = Bound {
    name: "open_demands",
    most: 100,
    what: "进行中的融资需求",
    cure: "请等待已提交的需求办结，或撤回不再需要的需求",
};

//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[DRAFTS, RUNNING, OBJECTIONS];

/// Applications of an enterprise that were not handed in.
pub const DRAFTS: Bound =
    Bound {
        name: "application_drafts", most: 50, what: "政策申请草稿", cure: "请先提交或删除不再需要的草稿"
    };

/// Applications of an enterprise that are under way.
pub const RUNNING: Bound =
    Bound { name: "applications", most: 100, what: "办理中的政策申请", cure: "请等待办结后再申请" };

/// Objections of an organisation that are not answered.
pub const OBJECTIONS: Bound =
    Bound { name: "objections", most: 20, what: "未答复的公示异议", cure: "请等待答复后再提出" };

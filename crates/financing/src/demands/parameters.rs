//! Numbers of this concept that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] =
    &[DISPATCH_INSTITUTIONS, UNANSWERED_DAYS, MARKET_DAYS, CORRECTION_DAYS, DRAFT_DAYS];

/// Institutions to which a demand is dispatched at a time; 0 opens demands to all at once.
pub const DISPATCH_INSTITUTIONS: Parameter = Parameter {
    name: "dispatch_institutions",
    text: "每轮派单的机构数",
    help: "需求审核通过后先推送给最匹配的机构；填 0 则直接向全部认证机构公开。",
    unit: "家",
    default: 3,
    min: 0,
    max: 10,
};

/// Working days on the open market without any offer after which the operator makes calls.
pub const UNANSWERED_DAYS: Parameter = Parameter {
    name: "unanswered_days",
    text: "无人报价转人工推介",
    help: "公开后在此时限内没有机构报价的需求，列入人工推介名单。",
    unit: "个工作日",
    default: 5,
    min: 1,
    max: 20,
};

/// Working days on the open market after which a demand is closed.
pub const MARKET_DAYS: Parameter = Parameter {
    name: "market_days",
    text: "需求公开期",
    help: "公开期满仍没有机构报价的需求自动关闭，并给出改进建议。",
    unit: "个工作日",
    default: 20,
    min: 5,
    max: 120,
};

/// Working days in which an enterprise corrects what was returned.
pub const CORRECTION_DAYS: Parameter = Parameter {
    name: "correction_days",
    text: "需求补正时限",
    help: "退回的需求在此时限内未重新提交的，自动关闭。",
    unit: "个工作日",
    default: 10,
    min: 1,
    max: 30,
};

/// Days after which an untouched draft is deleted.
pub const DRAFT_DAYS: Parameter = Parameter {
    name: "draft_days",
    text: "草稿保存期",
    help: "此期间没有修改的需求草稿自动删除。",
    unit: "天",
    default: 90,
    min: 30,
    max: 365,
};

//! Numbers of this concept that the operator sets.

use crate::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[REVIEW_DAYS, REVIEW_CLAIM_MINUTES, REVIEW_CLAIMS];

/// Working days in which the operator decides about what was submitted (domain 2.1).
pub const REVIEW_DAYS: Parameter = Parameter {
    name: "review_days",
    text: "平台审核时限",
    help: "从提交之时起计算，超过时限的在审核工作台标出。",
    unit: "个工作日",
    default: 1,
    min: 1,
    max: 5,
};

/// Minutes for which a reviewer has in hand what it claimed; nobody else decides it meanwhile.
pub const REVIEW_CLAIM_MINUTES: Parameter = Parameter {
    name: "review_claim_minutes",
    text: "审核领取有效时间",
    help: "领取后其他审核人员不能办理该事项；超过这一时间未办结的，其他人员可以重新领取。",
    unit: "分钟",
    default: 60,
    min: 10,
    max: 480,
};

/// What one reviewer may have in hand at a time, so that nobody keeps the queue from others by claiming again and again.
pub const REVIEW_CLAIMS: Parameter = Parameter {
    name: "review_claims",
    text: "每人同时领取的审核事项上限",
    help: "已领取、尚未办结且未超过领取有效时间的事项达到这一数量后，须先办结或放回才能再领取。",
    unit: "项",
    default: 20,
    min: 1,
    max: 100,
};

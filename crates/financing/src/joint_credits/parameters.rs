//! Numbers of this part that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[
    JOINT_LEAD_PERCENT,
    JOINT_DISTRIBUTED_PERCENT,
    JOINT_LENDERS,
    JOINT_INVITE_DAYS,
    JOINT_ANSWER_DAYS,
    JOINT_REVIEW_DAYS,
    JOINT_OFFER_DAYS,
];

/// Least share of a joint credit's lead, percent (domain 2.4; 银团贷款业务管理办法 2024, 15 %).
pub const JOINT_LEAD_PERCENT: Parameter = Parameter {
    name: "joint_lead_percent",
    text: "联合授信牵头机构的最低份额",
    help: "占联合授信总额的比例；改动只影响之后发起的联合授信。",
    unit: "%",
    default: 15,
    min: 1,
    max: 90,
};

/// Least share of a joint credit that goes to others than its lead, percent (domain 2.4; 银团贷款业务管理办法 2024, 30 %).
pub const JOINT_DISTRIBUTED_PERCENT: Parameter = Parameter {
    name: "joint_distributed_percent",
    text: "联合授信的最低分销比例",
    help: "牵头机构以外的机构至少承担的份额，占联合授信总额的比例；改动只影响之后发起的联合授信。",
    unit: "%",
    default: 30,
    min: 1,
    max: 85,
};

/// Least number of a joint credit's lenders, the lead among them.
pub const JOINT_LENDERS: Parameter = Parameter {
    name: "joint_lenders",
    text: "联合授信的最少出资机构数",
    help: "含牵头机构，不含担保机构。",
    unit: "家",
    default: 2,
    min: 2,
    max: 10,
};

/// Working days of an invitation to a joint credit, and of its one extension.
pub const JOINT_INVITE_DAYS: Parameter = Parameter {
    name: "joint_invite_days",
    text: "联合授信的邀请期",
    help: "从企业同意邀请之时起计算；延长一次和重新认购也按此计算。",
    unit: "个工作日",
    default: 3,
    min: 1,
    max: 10,
};

/// Working days in which the enterprise, or the lead, answers in a joint credit.
pub const JOINT_ANSWER_DAYS: Parameter = Parameter {
    name: "joint_answer_days",
    text: "联合授信中企业与牵头机构的答复时限",
    help: "用于同意邀请、认购不足的处理、缩减总额和向成员开放信息。",
    unit: "个工作日",
    default: 3,
    min: 1,
    max: 10,
};

/// Working days in which a member of a joint credit decides.
pub const JOINT_REVIEW_DAYS: Parameter = Parameter {
    name: "joint_review_days",
    text: "联合授信成员的审批时限",
    help: "从企业向成员开放信息之时起计算，逾期份额重新认购。",
    unit: "个工作日",
    default: 10,
    min: 1,
    max: 30,
};

/// Working days in which the enterprise decides about the sheet of a joint credit.
pub const JOINT_OFFER_DAYS: Parameter = Parameter {
    name: "joint_offer_days",
    text: "联合授信方案的有效期",
    help: "从全部成员同意之时起计算，企业在此期间答复。",
    unit: "个工作日",
    default: 10,
    min: 1,
    max: 30,
};

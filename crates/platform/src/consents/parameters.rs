//! Numbers of this concept that the operator sets.

use crate::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[CONSENT_DAYS, CONSENT_TAIL_DAYS];

/// Days until a consent expires (domain 2.3).
pub const CONSENT_DAYS: Parameter = Parameter {
    name: "consent_days",
    text: "企业数据授权的默认有效期",
    help: "从企业确认对接之日起计算，到期后机构不能再查看企业资料。",
    unit: "天",
    default: 90,
    min: 7,
    max: 365,
};

/// Days for which a consent outlasts its order at most (domain 2.3).
pub const CONSENT_TAIL_DAYS: Parameter = Parameter {
    name: "consent_tail_days",
    text: "结清后数据授权最多保留的天数",
    help: "贷款的授权延续至结清，结清后在此天数之后到期；股权融资从到账确认起计算。未放款即结束的对接，授权立即到期。",
    unit: "天",
    default: 30,
    min: 0,
    max: 180,
};

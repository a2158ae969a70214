//! Numbers of this part that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[SECOND_ANSWER_DAYS, SECOND_DECISION_DAYS];

/// Working days in which the other side answers a request for a second credit (domain 2.5).
pub const SECOND_ANSWER_DAYS: Parameter = Parameter {
    name: "second_answer_days",
    text: "二次授信的确认时限",
    help: "对方从收到申请之时起，在此时限内确认或不同意；逾期申请失效。",
    unit: "个工作日",
    default: 3,
    min: 1,
    max: 10,
};

/// Working days in which the institution decides about a second credit.
pub const SECOND_DECISION_DAYS: Parameter = Parameter {
    name: "second_decision_days",
    text: "二次授信的审批时限",
    help: "从双方同意之时起计算，展期的审批也按此计算。",
    unit: "个工作日",
    default: 5,
    min: 1,
    max: 30,
};

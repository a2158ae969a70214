//! Numbers of this concept that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] =
    &[COMPLAINT_ASSIGN_DAYS, COMPLAINT_ANSWER_DAYS, COMPLAINT_CONFIRM_DAYS, OBJECTION_DAYS];

/// Working days in which the operator takes a complaint on (domain 2.9).
pub const COMPLAINT_ASSIGN_DAYS: Parameter = Parameter {
    name: "complaint_assign_days",
    text: "投诉与异议的受理时限",
    help: "从提出之时起计算，应在此时限内指定经办人。",
    unit: "个工作日",
    default: 1,
    min: 1,
    max: 5,
};

/// Working days from then to the answer.
pub const COMPLAINT_ANSWER_DAYS: Parameter = Parameter {
    name: "complaint_answer_days",
    text: "投诉的答复时限",
    help: "从指定经办人之时起计算；要求重新处理的重新计算。",
    unit: "个工作日",
    default: 5,
    min: 1,
    max: 20,
};

/// Working days in which the complainant confirms an answer or reopens; silence confirms.
pub const COMPLAINT_CONFIRM_DAYS: Parameter = Parameter {
    name: "complaint_confirm_days",
    text: "提出方确认答复的时限",
    help: "从答复之时起计算，逾期视为确认。",
    unit: "个工作日",
    default: 5,
    min: 1,
    max: 20,
};

/// Calendar days in which an objection to score or data is answered (domain 2.3).
pub const OBJECTION_DAYS: Parameter = Parameter {
    name: "objection_days",
    text: "数据或评分异议的答复时限",
    help: "从提出之日起按自然日计算。",
    unit: "天",
    default: 20,
    min: 5,
    max: 60,
};

//! Numbers of this part that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[CALLBACK_PERCENT, CALLBACK_DAYS];

/// Share of confirmed loans whose enterprise is called, percent.
pub const CALLBACK_PERCENT: Parameter = Parameter {
    name: "callback_percent",
    text: "满意度回访的抽样比例",
    help: "企业确认放款后，按此比例抽取对接单进行电话回访；改为 0 则不再抽取。",
    unit: "%",
    default: 20,
    min: 0,
    max: 100,
};

/// Working days in which the operator calls.
pub const CALLBACK_DAYS: Parameter = Parameter {
    name: "callback_days",
    text: "满意度回访的时限",
    help: "从企业确认放款之时起计算。",
    unit: "个工作日",
    default: 10,
    min: 1,
    max: 60,
};

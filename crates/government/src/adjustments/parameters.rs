//! Limits of this concept that the operator sets (domain 2.7).

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[ADJUSTMENT_DAYS];

/// From the notice to the new version or the explanation.
pub const ADJUSTMENT_DAYS: Parameter = Parameter {
    name: "policy_adjustment_days",
    text: "政策调整通知的处理时限",
    help: "从部门提交通知之时起计算，到确认事项已更新、发布说明或退回为止。",
    unit: "个工作日",
    default: 3,
    min: 1,
    max: 10,
};

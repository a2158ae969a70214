//! Limits of this concept that the operator sets (domain 2.7).

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[CONFIRM_DAYS];

/// For the firm to confirm account and commitment; silence is no consent.
pub const CONFIRM_DAYS: Parameter = Parameter {
    name: "automatic_confirm_days",
    text: "免申即享的企业确认时限",
    help: "从通知之时起计算；逾期未确认视为不享受，不会默认同意。",
    unit: "个工作日",
    default: 10,
    min: 3,
    max: 30,
};

//! Numbers of this concept that the operator sets.

use crate::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[REVIEW_DAYS];

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

//! Limits of this concept that the operator sets (domain 2.7).

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[CONSULT_DAYS];

/// For a department that is asked.
pub const CONSULT_DAYS: Parameter = Parameter {
    name: "policy_consult_days",
    text: "政策申请的会商时限",
    help: "从发出会商之时起计算；逾期不影响复审决定。",
    unit: "个工作日",
    default: 10,
    min: 1,
    max: 30,
};

//! Numbers of this concept that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[DECISION_DAYS, DISBURSE_DAYS];

/// Longest limit of a product to the decision, working days (domain 2.12).
pub const DECISION_DAYS: Parameter = Parameter {
    name: "decision_days",
    text: "产品审批时限的上限",
    help: "机构为产品承诺的审批时限不能超过此数，从企业确认对接之日起计算。",
    unit: "个工作日",
    default: 10,
    min: 1,
    max: 30,
};

/// Longest limit of a product from the acceptance to the payment, working days.
pub const DISBURSE_DAYS: Parameter = Parameter {
    name: "disburse_days",
    text: "产品放款时限的上限",
    help: "机构为产品承诺的放款时限不能超过此数，从企业接受授信之日起计算。",
    unit: "个工作日",
    default: 20,
    min: 1,
    max: 60,
};

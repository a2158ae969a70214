//! Numbers of this concept that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[
    LIVE_ORDERS,
    TAKE_ON_DAYS,
    CHOOSE_DAYS,
    CONTACT_DAYS,
    MATERIAL_DAYS,
    CONFIRM_PAYMENT_DAYS,
    DISPATCH_DAYS,
    PAUSE_DAYS,
    STOP_DAYS,
];

/// Live orders that a demand may have at a time (domain 2.1).
pub const LIVE_ORDERS: Parameter = Parameter {
    name: "live_orders",
    text: "同一需求最多同时对接的机构数",
    help: "名额满后其他机构不能再抢单，有机构退出时名额重新开放。",
    unit: "家",
    default: 5,
    min: 1,
    max: 20,
};

/// Working days in which an institution takes an application on (domain 2.2).
pub const TAKE_ON_DAYS: Parameter = Parameter {
    name: "take_on_days",
    text: "机构受理产品申请的时限",
    help: "从企业提交申请之时起计算。",
    unit: "个工作日",
    default: 1,
    min: 1,
    max: 5,
};

/// Working days in which an enterprise answers an offer.
pub const CHOOSE_DAYS: Parameter = Parameter {
    name: "choose_days",
    text: "企业答复报价的时限",
    help: "从机构报价之时起计算。",
    unit: "个工作日",
    default: 3,
    min: 1,
    max: 10,
};

/// Working days from the confirmation to the first contact.
pub const CONTACT_DAYS: Parameter = Parameter {
    name: "contact_days",
    text: "机构首次联系企业的时限",
    help: "从企业确认对接之时起计算。",
    unit: "个工作日",
    default: 2,
    min: 1,
    max: 5,
};

/// Working days in which an enterprise provides materials.
pub const MATERIAL_DAYS: Parameter = Parameter {
    name: "material_days",
    text: "企业补充材料的时限",
    help: "从机构提出要求之时起计算，期间机构的审批时限暂停。",
    unit: "个工作日",
    default: 5,
    min: 1,
    max: 20,
};

/// Working days in which an enterprise confirms a payment's figures.
pub const CONFIRM_PAYMENT_DAYS: Parameter = Parameter {
    name: "confirm_payment_days",
    text: "企业核对放款的时限",
    help: "从机构登记放款之时起计算。",
    unit: "个工作日",
    default: 5,
    min: 1,
    max: 20,
};

/// Working days of one round of dispatch, in which an institution takes what was offered to it first (domain 2.1).
pub const DISPATCH_DAYS: Parameter = Parameter {
    name: "dispatch_days",
    text: "派单每轮时限",
    help: "机构在此时限内接单或不接单，逾期视为不接单。",
    unit: "个工作日",
    default: 1,
    min: 1,
    max: 5,
};

/// Working days for which the clock of an order may stand still for materials altogether (domain 2.2).
pub const PAUSE_DAYS: Parameter = Parameter {
    name: "pause_days",
    text: "补充材料累计暂停的上限",
    help: "等待企业补充材料期间机构时限暂停，累计不超过此数。",
    unit: "个工作日",
    default: 10,
    min: 1,
    max: 30,
};

/// Working days after the end of the decision's limit at which an order is void (domain 2.2: hard stop).
pub const STOP_DAYS: Parameter = Parameter {
    name: "stop_days",
    text: "逾期作废",
    help: "机构超过审批时限此数仍未决定的，对接作废，企业可重新匹配。",
    unit: "个工作日",
    default: 12,
    min: 6,
    max: 60,
};

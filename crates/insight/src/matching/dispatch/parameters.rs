//! Numbers of this part that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[DISPATCH_ROUNDS];

/// Rounds of dispatch before the market opens.
pub const DISPATCH_ROUNDS: Parameter = Parameter {
    name: "dispatch_rounds",
    text: "派单轮数",
    help: "各轮都没有机构接单时，需求转为公开抢单。",
    unit: "轮",
    default: 3,
    min: 1,
    max: 10,
};

//! Numbers of this concept that the operator sets.

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[QUARTER_POINTS];

/// The most that a firm gains in a quarter, whatever for.
pub const QUARTER_POINTS: Parameter = Parameter {
    name: "enterprise_quarter_points",
    text: "企业每季度加分上限",
    help: "一家企业在一个自然季度内各项加分合计不超过此数，超出部分不计；减分和冲正不受影响。",
    unit: "分",
    default: 60,
    min: 20,
    max: 1_000,
};

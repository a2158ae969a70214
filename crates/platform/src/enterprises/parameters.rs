//! Numbers of this concept that the operator sets.

use crate::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[PROFILE_PERCENT];

/// Completeness of the profile, in percent, that a demand needs before it is submitted (domain 2.1).
pub const PROFILE_PERCENT: Parameter = Parameter {
    name: "profile_percent",
    text: "提交需求所需的企业档案完整度",
    help: "低于此完整度的企业须先完善档案。",
    unit: "%",
    default: 80,
    min: 0,
    max: 100,
};

//! Numbers of this concept that the operator sets.

use crate::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[PROFILE_PERCENT, ANONYMITY_K];

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

/// Firms that share everything which is shown of one of them before it consents (domain 2.3).
pub const ANONYMITY_K: Parameter = Parameter {
    name: "anonymity_k",
    text: "对接前展示的企业特征至少由几家企业共有",
    help: "企业确认对接前，金融机构看到的特征组合至少由这么多家企业共有，不足时自动概括或隐藏；公开统计中企业数不足的项也不显示。",
    unit: "家",
    default: 5,
    min: 1,
    max: 50,
};

//! Numbers of this concept that the operator sets.

use crate::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[PROFILE_PERCENT, ANONYMITY_K, UNVERIFIED_MOST, EVIDENCE_MONTHS, REFRESH_DAYS];

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

/// What values that nobody has verified bring to the innovation score together, at most.
pub const UNVERIFIED_MOST: Parameter = Parameter {
    name: "score_unverified_most",
    text: "未核验数据计入创新能力评分的上限",
    help: "企业自填、尚未核验或核验已过期的各项数据，得分合计最多计入这么多分。",
    unit: "分",
    default: 40,
    min: 0,
    max: 100,
};

/// How long what a source says counts as verified, from the day for which it speaks.
pub const EVIDENCE_MONTHS: Parameter = Parameter {
    name: "evidence_months",
    text: "数据核验的有效期",
    help: "自数据所属日期起计算，超过后标为已过期，按未核验计分。",
    unit: "个月",
    default: 12,
    min: 1,
    max: 36,
};

/// After so many days a register is asked again, while the firm's authorisation lasts.
pub const REFRESH_DAYS: Parameter = Parameter {
    name: "evidence_refresh_days",
    text: "数据来源的更新周期",
    help: "企业授权有效期内，每隔这么多天重新查询一次。",
    unit: "天",
    default: 30,
    min: 1,
    max: 365,
};

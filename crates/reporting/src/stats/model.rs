//! The figures of the plan (domain 2.12) and what they mean.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureKey {
    /// 平台企业数.
    Enterprises,
    /// 服务企业数.
    ServedEnterprises,
    /// 当前产品数.
    Products,
    /// 平台机构数.
    Institutions,
    /// 当前需求总数.
    Demands,
    /// 累计成交额, fen.
    Disbursed,
    /// 成交率, basis points.
    SuccessRate,
    /// 二次授信笔数, apart from the enterprises served.
    SecondCredits,
}

impl FigureKey {
    /// What is counted, in a Chinese sentence that people read beside the figure.
    pub fn definition(self) -> &'static str {
        match self {
            Self::Enterprises => "已通过注册审核的企业",
            Self::ServedEnterprises => "至少有一家机构已报价或已答复申请的企业",
            Self::Products => "在有效期内上架的金融产品",
            Self::Institutions => "已通过平台认证的金融机构",
            Self::Demands => "派单中、公开抢单和对接中的融资需求",
            Self::Disbursed => "企业已确认的放款和股权到账金额合计",
            Self::SecondCredits => "已放款的二次授信和已展期的贷款，不重复计入服务企业数",
            Self::SuccessRate => "已达成的需求 ÷ 已达成与未达成即结束的需求，均不含审核未通过的需求",
        }
    }
}

/// A figure with its definition.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Figure {
    key: FigureKey,
    /// Count, fen or basis points, as the key says; none where nothing can be said yet.
    value: Option<i64>,
    /// What is counted.
    definition: String,
}

impl Figure {
    /// The figure `key`.
    pub fn new(key: FigureKey, value: Option<i64>) -> Self {
        Self { key, value, definition: key.definition().into() }
    }
}

/// Agreed demands among those that have come to an end or an agreement, basis points rounded half up; none without any.
pub fn success_rate(agreed: i64, unmatched: i64) -> Option<i64> {
    let all = agreed + unmatched;
    (all > 0).then(|| (2 * agreed * 10_000 + all) / (2 * all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_of_what_has_ended_or_been_agreed() {
        for (agreed, unmatched, want) in
            [(0, 0, None), (0, 3, Some(0)), (1, 2, Some(3_333)), (2, 1, Some(6_667)), (4, 0, Some(10_000))]
        {
            assert_eq!(success_rate(agreed, unmatched), want, "{agreed} {unmatched}");
        }
    }
}

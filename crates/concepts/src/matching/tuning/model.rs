//! What the operator tunes.

use jinqiao_kernel::Checks;
use jinqiao_matching::Weights;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How much each part of the score counts; they sum to 100 (domain 2.11.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchWeights {
    /// 额度与期限.
    pub fit: i32,
    /// 价格.
    pub price: i32,
    /// 担保便利.
    pub guarantee: i32,
    /// 行业与资质.
    pub affinity: i32,
    /// 用途相符.
    pub text: i32,
    /// 同类成交.
    pub history: i32,
    /// 时限达标.
    pub service: i32,
    /// 首贷支持.
    pub first_loan: i32,
}

/// Everything that is tuned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchSettings {
    /// What the parts count for.
    pub weights: MatchWeights,
    /// The most of all dispatches of thirty days that one institution gets, basis points, unless its score leads (domain 2.11.5).
    pub share_cap: i32,
    /// By how many points it has to lead to get more.
    pub lead: i32,
}

impl Default for MatchSettings {
    fn default() -> Self {
        let Weights { fit, price, guarantee, affinity, text, history, service, first_loan } = Weights::default();
        let weights = MatchWeights { fit, price, guarantee, affinity, text, history, service, first_loan };
        Self { weights, share_cap: 4_000, lead: 10 }
    }
}

impl From<MatchWeights> for Weights {
    fn from(weights: MatchWeights) -> Self {
        let MatchWeights { fit, price, guarantee, affinity, text, history, service, first_loan } = weights;
        Self { fit, price, guarantee, affinity, text, history, service, first_loan }
    }
}

impl MatchSettings {
    /// Notes what is wrong.
    pub fn check(&self, checks: &mut Checks) {
        let MatchWeights { fit, price, guarantee, affinity, text, history, service, first_loan } = self.weights;
        let parts = [
            ("fit", fit),
            ("price", price),
            ("guarantee", guarantee),
            ("affinity", affinity),
            ("text", text),
            ("history", history),
            ("service", service),
            ("first_loan", first_loan),
        ];
        for (name, value) in parts {
            checks.range(&format!("settings.weights.{name}"), value, 0..=100, "权重须在 0 至 100 之间");
        }
        let sum: i64 = parts.iter().map(|(_, value)| i64::from(*value)).sum();
        checks.that("settings.weights", sum == 100, &format!("各项权重之和须为 100，现为 {sum}"));
        checks.range("settings.share_cap", self.share_cap, 500..=10_000, "份额上限须在 5% 至 100% 之间");
        checks.range("settings.lead", self.lead, 0..=100, "领先分须在 0 至 100 之间");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_sum_to_a_hundred_and_stay_in_their_range() {
        let plain = MatchSettings::default();
        let off = |change: fn(&mut MatchSettings)| {
            let (mut settings, mut checks) = (plain, Checks::new());
            change(&mut settings);
            settings.check(&mut checks);
            let fields = checks.done().err().map(|error| error.fields().to_vec()).unwrap_or_default();
            fields.iter().map(|one| one.field.replace("settings.", "")).collect::<Vec<_>>()
        };
        assert!(off(|_| ()).is_empty());
        assert_eq!(off(|one| one.weights.fit = 26), ["weights"]);
        assert_eq!(off(|one| (one.weights.fit, one.weights.price) = (-5, 50)), ["weights.fit"]);
        assert_eq!(off(|one| one.weights.fit = i32::MAX), ["weights.fit", "weights"]);
        assert_eq!(off(|one| (one.share_cap, one.lead) = (499, 101)), ["share_cap", "lead"]);
    }
}

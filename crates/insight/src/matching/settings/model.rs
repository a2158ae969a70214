//! What the operator tunes.

use jinqiao_kernel::Checks;
use jinqiao_matching::{Weights, network::Rule};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How the network of who chose what is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NetworkSettings {
    /// After so many days a past order counts half.
    pub half_life: i32,
    /// λ of the hybrid of mass diffusion (1) and heat conduction (0), thousandths; none, which has to be said, for whatever does best on
    /// hidden links.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true)]
    pub lambda: Option<i32>,
}

impl Default for NetworkSettings {
    fn default() -> Self {
        Self { half_life: 365, lambda: None }
    }
}

impl NetworkSettings {
    /// What decides about the method.
    pub fn rule(self) -> Rule {
        self.lambda.map_or(Rule::Evaluation, |lambda| Rule::Hybrid(f64::from(lambda) / 1_000.0))
    }
}

/// Everything that is tuned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchSettings {
    /// What the parts of the score count for.
    pub weights: Weights,
    /// The most of all dispatches of thirty days that one institution gets, basis points, unless its score leads (domain 2.11.5).
    pub share_cap: i32,
    /// By how many points it has to lead to get more.
    pub lead: i32,
    /// The network.
    pub network: NetworkSettings,
}

impl Default for MatchSettings {
    fn default() -> Self {
        let Self { share_cap, lead, network, .. } = Self::BEFORE_NETWORK;
        Self { weights: Weights::default(), share_cap, lead, network }
    }
}

impl MatchSettings {
    /// What was shipped before there was a network: rounds of that time were decided by it.
    pub const BEFORE_NETWORK: Self = Self {
        weights: Weights::BEFORE_NETWORK,
        share_cap: 4_000,
        lead: 10,
        network: NetworkSettings { half_life: 365, lambda: None },
    };

    /// Notes what is wrong.
    pub fn check(&self, checks: &mut Checks) {
        let parts = self.weights.named();
        for (name, value) in parts {
            checks.range(&format!("settings.weights.{name}"), value, 0..=100, "权重须在 0 至 100 之间");
        }
        let sum: i64 = parts.iter().map(|(_, value)| i64::from(*value)).sum();
        checks.that("settings.weights", sum == 100, &format!("各项权重之和须为 100，现为 {sum}"));
        checks.range("settings.share_cap", self.share_cap, 500..=10_000, "份额上限须在 5% 至 100% 之间");
        checks.range("settings.lead", self.lead, 0..=100, "领先分须在 0 至 100 之间");
        let NetworkSettings { half_life, lambda } = self.network;
        checks.range("settings.network.half_life", half_life, 30..=3_650, "历史记录减半天数须在 30 至 3650 天之间");
        let lambda = lambda.unwrap_or_default();
        checks.range("settings.network.lambda", lambda, 0..=1_000, "λ 须在 0 至 1 之间");
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
        assert!(off(|one| *one = MatchSettings::BEFORE_NETWORK).is_empty());
        assert_eq!(off(|one| one.weights.fit = 26), ["weights"]);
        assert_eq!(off(|one| (one.weights.fit, one.weights.price) = (-5, 45)), ["weights.fit"]);
        assert_eq!(off(|one| one.weights.fit = i32::MAX), ["weights.fit", "weights"]);
        assert_eq!(off(|one| (one.share_cap, one.lead) = (499, 101)), ["share_cap", "lead"]);
        assert_eq!(
            off(|one| one.network = NetworkSettings { half_life: 29, lambda: Some(1_001) }),
            ["network.half_life", "network.lambda",]
        );
    }
}

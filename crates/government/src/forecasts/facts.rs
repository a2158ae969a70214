//! What happens to a forecast.

use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{Day, OrgId, PolicyId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForecastStep {
    /// Everybody may read it.
    Published,
    /// It says something else, for the same months.
    Changed,
    /// It is expected in other months.
    Moved,
    /// Its item is published.
    Opened,
    /// It does not come.
    Withdrawn,
}

impl ForecastStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Published => ("published", "发布预告"),
            Self::Changed => ("changed", "修改内容"),
            Self::Moved => ("moved", "调整预计时间"),
            Self::Opened => ("opened", "事项已发布"),
            Self::Withdrawn => ("withdrawn", "撤销预告"),
        }
    }

    /// Who subscribed is told.
    pub fn told(self) -> bool {
        matches!(self, Self::Moved | Self::Opened | Self::Withdrawn)
    }
}

/// A step of one forecast.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ForecastFact {
    /// What happened.
    pub step: ForecastStep,
    /// To which forecast.
    pub forecast: Uuid,
    /// What it is called.
    pub title: String,
    /// Whose forecast.
    pub department: OrgId,
    /// The item that it has become.
    pub policy: Option<PolicyId>,
    /// First day of the month in which it is expected to open.
    pub opens_month: Option<Day>,
    /// Why it was withdrawn.
    pub reason: Option<String>,
}

impl FactKind for ForecastFact {
    fn kind(&self) -> String {
        format!("forecasts.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.forecast
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.department)]
    }
}

impl TimelineFact for ForecastFact {
    fn text(&self) -> String {
        self.step.name_and_text().1.into()
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

/// Some of those who subscribed are told of a step; the others follow with the next fact, so that no write grows with their number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ToldFact {
    /// What they are told of.
    pub of: ForecastFact,
    /// Who, in the order of their ids.
    pub firms: Vec<OrgId>,
}

/// Kind of [`ToldFact`], which is no line of a timeline.
pub const TOLD: &str = "forecasts.told";

impl FactKind for ToldFact {
    fn kind(&self) -> String {
        TOLD.into()
    }

    fn subject(&self) -> Uuid {
        self.of.forecast
    }

    fn audience(&self) -> Vec<Audience> {
        self.firms.iter().copied().map(Audience::Org).collect()
    }
}

//! What the department may do with a forecast now, and why not.

use super::{ForecastState, entity::forecast, grants::FORECASTS_OWN};
use jinqiao_kernel::Actor;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action on a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ForecastActionKind {
    /// Change what it says.
    Edit,
    /// Let everybody read it.
    Publish,
    /// Name the item that it becomes.
    Link,
    /// Give it up.
    Withdraw,
}

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ForecastAction {
    action: ForecastActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// Every action that concerns the reader.
pub fn actions(actor: &Actor, row: &forecast::Model) -> Vec<ForecastAction> {
    use ForecastActionKind::{Edit, Link, Publish, Withdraw};
    if !actor.standing().may_write(FORECASTS_OWN) {
        return vec![];
    }
    let entry =
        |action, allowed: bool, why: &str| ForecastAction { action, allowed, why: (!allowed).then(|| why.to_owned()) };
    let ended = if row.state == ForecastState::Opened { "已转为政策事项" } else { "预告已撤销" };
    vec![
        entry(Edit, row.state.edit().is_ok(), ended),
        entry(Publish, row.state.publish().is_ok(), if row.state.running() { "预告已经发布" } else { ended }),
        entry(Link, row.state.edit().is_ok(), ended),
        entry(Withdraw, row.state.withdraw().is_ok(), ended),
    ]
}

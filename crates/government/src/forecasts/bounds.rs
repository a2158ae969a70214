//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[FORECASTS, SUBSCRIPTIONS];

/// Forecasts of a department that have not ended.
pub const FORECASTS: Bound =
    Bound { name: "forecasts", most: 50, what: "未结束的政策预告", cure: "请先撤销不再需要的预告" };

/// Forecasts of which a firm wants to be told, those that have ended left out.
pub const SUBSCRIPTIONS: Bound =
    Bound {
        name: "forecast_subscriptions", most: 50, what: "订阅的政策预告", cure: "请先取消不再关注的订阅"
    };

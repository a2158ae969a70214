//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[DRAWS, RECEIPTS, USE_CHECKS];

/// Draws of one order: one a week for a year.
pub const DRAWS: Bound =
    Bound { name: "draws", most: 52, what: "同一对接单的提款", cure: "请与企业协商合并提款" };

/// Repayments of one draw: two a month for thirty years.
pub const RECEIPTS: Bound =
    Bound { name: "receipts", most: 720, what: "同一借据的还款登记", cure: "请按月汇总登记" };

/// Checks of the use of one draw.
pub const USE_CHECKS: Bound =
    Bound { name: "use_checks", most: 40, what: "同一借据的用途核查", cure: "请按季度核查" };

//! The codes of this concept's errors.

/// All of them, sorted.
pub(super) const CODES: &[&str] = &[
    "orders.already_applied",
    "orders.already_grabbed",
    "orders.already_paid",
    "orders.costs_changed",
    "orders.demand_full",
    "orders.disputed",
    "orders.held",
    "orders.in_joint_credit",
    "orders.materials_pending",
    "orders.not_yours",
    "orders.offer_expired",
    "orders.over_demand",
    "orders.pause_used",
    "orders.wrong_kind",
    "orders.wrong_state",
    "ratings.already_appealed",
    "ratings.already_given",
    "ratings.already_replied",
    "ratings.not_ended",
    "ratings.not_negative",
    "ratings.not_rated",
    "ratings.too_late",
    "ratings.wrong_state",
];

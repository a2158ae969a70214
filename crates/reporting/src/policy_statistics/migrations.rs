//! Indexes that hold whatever is counted, so that no application is read for it.

use jinqiao_db::schema::{Make, Step, covering, index};

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    vec![
        Step { name: "m20270104_000020_policy_statistics", make: statistics },
        Step { name: "m20270105_000020_budget_moves", make: budget_moves },
    ]
}

/// What moved in the budgets of all items in a span.
fn budget_moves() -> Vec<Make> {
    vec![covering("moments", "policy_budget_moves", &["at", "kind", "amount", "policy_id"])]
}

fn statistics() -> Vec<Make> {
    let own = ["department_id", "submitted_at", "state", "policy_id", "enterprise_id", "amount", "corrections", "id"];
    let all = ["submitted_at", "state", "policy_id", "enterprise_id", "amount", "corrections", "department_id", "id"];
    vec![
        covering("statistics", "policy_applications", &own),
        covering("all_statistics", "policy_applications", &all),
        covering("item_statistics", "policy_applications", &["policy_id", "submitted_at", "state", "id"]),
        covering("granted", "policy_applications", &["enterprise_id", "state", "submitted_at"]),
        index("policy_budgets", &["updated_at", "policy_id"]),
    ]
}

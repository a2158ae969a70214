//! What each side may do with a draw now. Pure.

use super::model::{DrawActionKind, DrawState};
use jinqiao_kernel::OrgKind;
use sea_orm::Iterable;

/// What `side` may do.
pub fn actions(state: DrawState, side: OrgKind) -> Vec<DrawActionKind> {
    let own = DrawActionKind::iter().filter(|action| side_of(*action) == side);
    own.filter(|action| state.after(*action).is_ok()).collect()
}

fn side_of(action: DrawActionKind) -> OrgKind {
    use DrawActionKind::{Check, Collect, Confirm, Reject, Reverse, Settle, Withdraw};
    match action {
        Confirm | Reject => OrgKind::Enterprise,
        Withdraw | Collect | Reverse | Settle | Check => OrgKind::Institution,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_has_its_own() {
        use DrawActionKind::{Check, Collect, Confirm, Reject, Reverse, Settle, Withdraw};
        assert_eq!(actions(DrawState::Recorded, OrgKind::Enterprise), [Confirm, Reject]);
        assert_eq!(actions(DrawState::Recorded, OrgKind::Institution), [Withdraw]);
        assert_eq!(actions(DrawState::Running, OrgKind::Institution), [Collect, Reverse, Settle, Check]);
        assert_eq!(actions(DrawState::Settled, OrgKind::Institution), [Reverse]);
        assert!(actions(DrawState::Running, OrgKind::Enterprise).is_empty());
    }
}

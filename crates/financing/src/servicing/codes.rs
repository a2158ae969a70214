//! The codes of this concept's errors.

use jinqiao_kernel::{Error, Money};

/// All of them, sorted.
pub(super) const CODES: &[&str] = &["servicing.no_more", "servicing.still_owed", "servicing.wrong_state"];

/// Nothing more can be drawn.
pub(super) fn no_more() -> Error {
    Error::conflict("servicing.no_more", "首次放款时未注明后续提款，或提款次数已满，不能再登记提款")
}

/// Principal is owed.
pub(super) fn still_owed(owed: Money) -> Error {
    Error::conflict("servicing.still_owed", format!("还有本金 {owed} 未还，不能结清"))
}

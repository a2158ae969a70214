//! What people read for the codes of this concept in the audit trail.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("reviews.claim", "领取审核事项"),
        ("reviews.claim_next", "批量领取审核事项"),
        ("reviews.release", "放弃领取审核事项"),
    ],
    ..Words::NONE
};

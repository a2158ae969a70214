//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("consents.revoke", "撤回数据授权"),
        ("consents.narrow", "缩小数据授权范围"),
        ("consents.renew", "重新签署数据授权"),
    ],
    facts: &[
        ("consents.granted", "企业签署数据授权"),
        ("consents.renewed", "企业重新签署数据授权"),
        ("consents.replaced", "数据授权被新的授权代替"),
        ("consents.narrowed", "企业缩小授权范围"),
        ("consents.revoked", "企业撤回数据授权"),
        ("consents.order_ended", "对接结束，授权随之到期"),
        ("consents.expiring", "数据授权即将到期"),
        ("consents.expired", "数据授权到期"),
    ],
    ..Words::NONE
};

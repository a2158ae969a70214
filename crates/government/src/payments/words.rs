//! What people read for the codes of this concept in the audit trail.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("payments.list", "生成拨付批次"),
        ("payments.pay", "登记拨付"),
        ("payments.fail", "登记拨付失败"),
        ("payments.download", "下载拨付清单"),
    ],
    facts: &[],
    reactions: &[],
};

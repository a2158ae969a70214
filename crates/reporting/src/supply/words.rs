//! What people read for the codes of this concept in the audit trail.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("supply.export", "导出供需查询需求列表"),
        ("supply.export_products", "导出供需查询产品列表"),
        ("supply.view_enterprise", "在供需查询中查看企业"),
    ],
    facts: &[],
    reactions: &[],
};

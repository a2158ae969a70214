//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("products.create", "新建金融产品"),
        ("products.edit", "修改金融产品"),
        ("products.submit", "提交金融产品"),
        ("products.recall", "撤回金融产品审核"),
        ("products.approve", "审核通过金融产品"),
        ("products.return", "退回金融产品"),
        ("products.refuse", "不予通过金融产品"),
        ("products.take_off", "下架金融产品"),
        ("products.put_on", "重新上架金融产品"),
        ("products.archive", "归档金融产品"),
        ("products.force_off", "平台下架金融产品"),
    ],
    facts: &[
        ("products.submitted", "金融产品提交审核"),
        ("products.recalled", "金融产品撤回审核"),
        ("products.approved", "金融产品上架"),
        ("products.returned", "金融产品退回"),
        ("products.refused", "金融产品未通过"),
        ("products.taken_off", "机构下架金融产品"),
        ("products.forced_off", "平台下架金融产品"),
        ("products.uncertified", "认证取消，金融产品下架"),
        ("products.put_on", "金融产品重新上架"),
        ("products.archived", "金融产品归档"),
    ],
    reactions: &[("products.clear_shelf", "认证取消后下架产品"), ("products.follow_lpr", "LPR 变动后更新产品利率")],
};

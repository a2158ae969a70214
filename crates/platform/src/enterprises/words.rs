//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("enterprises.ask_register", "查询数据来源"),
        ("enterprises.authorize_register", "授权查询数据来源"),
        ("enterprises.confirm_document", "核对企业材料"),
        ("enterprises.open_document", "查看企业附件"),
        ("enterprises.remove_standard", "删除标准目录版次"),
        ("enterprises.revoke_register", "撤回数据来源授权"),
        ("enterprises.save_profile", "保存企业档案"),
        ("enterprises.save_score_table", "保存创新能力评分权重"),
        ("enterprises.save_standard", "导入标准目录版次"),
    ],
    facts: &[("enterprises.risks_noted", "企业新增风险"), ("enterprises.completed", "企业档案填写完整")],
    ..Words::NONE
};

//! Limits of this concept that the operator sets (domain 2.7).

use jinqiao_platform::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] =
    &[ACCEPT_DAYS, FIRST_REVIEW_DAYS, CORRECTION_DAYS, SECOND_REVIEW_DAYS, OBJECTION_DAYS, APPEAL_DAYS, PAYING_DAYS];

const fn days(name: &'static str, text: &'static str, help: &'static str, default: i64, max: i64) -> Parameter {
    Parameter { name, text, help, unit: "个工作日", default, min: 1, max }
}

/// From the submission to the decision whether it is taken up.
pub const ACCEPT_DAYS: Parameter =
    days("policy_accept_days", "政策申请的受理时限", "从企业提交申请之时起计算。", 3, 10);

/// For the first review.
pub const FIRST_REVIEW_DAYS: Parameter =
    days("policy_first_review_days", "政策申请的初审时限", "从受理之时起计算；企业补正期间停止计时。", 5, 30);

/// For the enterprise to correct.
pub const CORRECTION_DAYS: Parameter =
    days("policy_correction_days", "政策申请的补正时限", "逾期未补正的申请失效，企业可在受理期内重新申请。", 10, 30);

/// For the second review.
pub const SECOND_REVIEW_DAYS: Parameter =
    days("policy_second_review_days", "政策申请的复审时限", "从初审通过之时起计算。", 5, 30);

/// For the answer to an objection or an appeal.
pub const OBJECTION_DAYS: Parameter =
    days("policy_objection_days", "政策异议与申诉的处理时限", "从收到异议或申诉之时起计算。", 5, 30);

/// For an appeal after the refusal.
pub const APPEAL_DAYS: Parameter =
    days("policy_appeal_days", "政策申请的申诉期限", "从不予受理或未通过之时起，企业可在此期限内申诉一次。", 10, 60);

/// From the approval to the payment.
pub const PAYING_DAYS: Parameter =
    days("policy_paying_days", "政策资金的拨付时限", "从审批通过（公示期满）之时起计算。", 10, 60);

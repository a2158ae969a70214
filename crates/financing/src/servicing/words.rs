//! What people read for the codes of this part in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this part.
pub const WORDS: Words = Words {
    actions: &[
        ("servicing.record", "登记提款"),
        ("servicing.confirm", "确认提款"),
        ("servicing.reject", "不确认提款"),
        ("servicing.withdraw", "撤回提款登记"),
        ("servicing.collect", "登记还款"),
        ("servicing.reverse", "冲正还款登记"),
        ("servicing.settle", "登记结清"),
        ("servicing.check_use", "登记用途核查"),
        ("servicing.file", "下载贷款文件"),
    ],
    facts: &[
        ("servicing.recorded", "登记提款"),
        ("servicing.opened", "开始还款"),
        ("servicing.rejected", "企业不确认提款"),
        ("servicing.withdrawn", "撤回提款登记"),
        ("servicing.collected", "还款"),
        ("servicing.collected_early", "提前还款"),
        ("servicing.reversed", "冲正还款登记"),
        ("servicing.settled", "贷款结清"),
        ("servicing.extended", "展期后的还款计划"),
        ("servicing.checked", "用途核查"),
        ("servicing.signal", "贷后风险信号"),
        ("servicing.due_soon", "还款日将至"),
        ("servicing.overdue", "贷款逾期"),
        ("servicing.recovered", "逾期已还清"),
        ("servicing.look", "核对还款情况"),
        ("servicing.answer_soon", "确认提款的时限将至"),
        ("servicing.late", "确认提款超过时限"),
    ],
    reactions: &[
        ("servicing.open", "建立贷款台账"),
        ("servicing.extend", "展期后重算还款计划"),
        ("servicing.plan", "按还款计划核对"),
        ("servicing.settle", "结清后停止到期提醒"),
        ("servicing.risks", "企业风险通知贷款机构"),
    ],
};

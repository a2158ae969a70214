//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("forecasts.create", "新建政策预告"),
        ("forecasts.edit", "修改政策预告"),
        ("forecasts.publish", "发布政策预告"),
        ("forecasts.link", "关联政策事项"),
        ("forecasts.withdraw", "撤销政策预告"),
        ("forecasts.subscribe", "订阅政策预告"),
        ("forecasts.unsubscribe", "取消订阅政策预告"),
    ],
    facts: &[
        ("forecasts.published", "政策预告发布"),
        ("forecasts.changed", "政策预告修改"),
        ("forecasts.moved", "政策预告改期"),
        ("forecasts.opened", "政策预告转为事项"),
        ("forecasts.withdrawn", "政策预告撤销"),
        ("forecasts.told", "通知订阅政策预告的企业"),
    ],
    reactions: &[("forecasts.open", "预告的事项发布"), ("forecasts.tell", "分批通知订阅的企业")],
};

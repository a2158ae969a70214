//! The sentence of a test, as it is asked for and the other way round.

use super::{model::Operator, operand::Asked};
use crate::catalogue::{Field, Kind, YES};

/// With a blank between a character and a number, as they are set.
fn spaced(text: &str) -> String {
    let (number, character) = (|c: char| c.is_ascii_digit(), |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let mut found = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for c in text.chars() {
        let apart =
            (character(before) && (number(c) || c == '-')) || ((number(before) || before == '%') && character(c));
        if apart {
            found.push(' ');
        }
        found.push(c);
        before = c;
    }
    found
}

/// What is asked for in plain Chinese; `not` says the opposite.
pub(super) fn sentence(field: &Field, op: Operator, asked: &Asked, not: bool) -> String {
    spaced(&written(field, op, asked, not))
}

fn written(field: &Field, op: Operator, asked: &Asked, not: bool) -> String {
    let (name, words) = (field.name.as_str(), asked.words.as_str());
    let either = |yes: &str, no: &str| if not { no.to_owned() } else { yes.to_owned() };
    if field.kind == Kind::YesNo && matches!(op, Operator::Equal | Operator::Unequal) {
        // The field's name is a statement of its own.
        let holds = (asked.words == YES) == ((op == Operator::Equal) != not);
        return if holds { name.to_owned() } else { format!("不属于“{name}”") };
    }
    let one = match &asked.want {
        super::want::Want::Words(_, words) => words.len() == 1,
        _ => false,
    };
    let verb = match (op, field.kind) {
        (Operator::Exists, _) => return format!("{}{name}", either("已有", "没有")),
        (Operator::Equal, _) => either("为", "不为"),
        (Operator::Unequal, _) => either("不为", "为"),
        (Operator::Less, _) => either("低于", "不低于"),
        (Operator::More, _) => either("高于", "不高于"),
        (Operator::AtMost, Kind::Date) => either("不晚于", "晚于"),
        (Operator::AtLeast, Kind::Date) => either("不早于", "早于"),
        (Operator::AtMost, _) => either("不高于", "高于"),
        (Operator::AtLeast, _) => either("不低于", "低于"),
        (Operator::Before, _) => either("早于", "不早于"),
        (Operator::After, _) => either("晚于", "不晚于"),
        (Operator::Between, _) => return format!("{name}{}{words}之间", either("在", "不在")),
        (Operator::Within, _) => return format!("{name}{}{words}", either("在", "不在")),
        (Operator::In, _) if !one => return format!("{name}{}：{words}", either("为下列之一", "不为下列任何一项")),
        (Operator::In, _) => either("为", "不为"),
        (Operator::ContainsAny | Operator::ContainsAll, kind) => {
            let (yes, no) = if kind == Kind::Text { ("含有", "不含") } else { ("包括", "不包括") };
            return match (op, one) {
                (_, true) => format!("{name}{}{words}", either(yes, no)),
                (Operator::ContainsAny, _) if not => format!("{name}{no}下列任何一项：{words}"),
                (Operator::ContainsAny, _) => format!("{name}{yes}下列至少一项：{words}"),
                _ => format!("{name}{}{yes}：{words}", either("同时", "未同时")),
            };
        }
    };
    format!("{name}{verb}{words}")
}

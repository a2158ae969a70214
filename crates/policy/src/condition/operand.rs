//! From operator and operand, as they are written, to what is asked for. What the type of the field doesn't have is refused.

use super::{
    model::{Operator, Side, Test, Window},
    want::{Edge, How, Want},
};
use crate::{
    catalogue::{Field, Kind, Value, shown},
    days::{DayEdge, MOST_DAYS, MOST_MONTHS, Offset, ordinal},
    fault::FaultCode,
};
use jinqiao_kernel::NaiveDate;
use serde_json::Value as Json;

/// Entries of a list, and characters of a word.
const MOST_ENTRIES: usize = 200;
const MOST_WORD: usize = 200;

/// What an operator asks of a field.
pub(super) struct Asked {
    pub(super) want: Want,
    /// What is asked for must not be.
    pub(super) outside: bool,
    /// The limit itself is not enough.
    pub(super) strict: bool,
    /// The operand in words.
    pub(super) words: String,
}

type Refused = (FaultCode, String);

fn refuse<T>(code: FaultCode, text: impl Into<String>) -> Result<T, Refused> {
    Err((code, text.into()))
}

/// Whether fields of this type can be compared so.
pub(super) fn allowed(kind: Kind, op: Operator) -> bool {
    use Operator::{After, AtLeast, AtMost, Before, Between, ContainsAll, ContainsAny, Equal, Exists, In, Less, More};
    let of_kind: &[Operator] = match kind {
        Kind::Money | Kind::Rate | Kind::Number => &[Equal, Operator::Unequal, Less, AtMost, More, AtLeast, Between],
        Kind::Count => &[Equal, Operator::Unequal, Less, AtMost, More, AtLeast, Between, In],
        Kind::Date => &[Equal, Operator::Unequal, AtMost, AtLeast, Before, After, Between, Operator::Within],
        Kind::YesNo => &[Equal, Operator::Unequal],
        Kind::Choice => &[Equal, Operator::Unequal, In],
        Kind::Several => &[ContainsAny, ContainsAll],
        Kind::Text => &[Equal, Operator::Unequal, In, ContainsAny, ContainsAll],
    };
    op == Exists || of_kind.contains(&op)
}

/// One border, with its words: a value of the field's type, or a day that moves.
fn edge(field: &Field, json: &Json) -> Result<(Edge, String), Refused> {
    if field.kind == Kind::Date {
        let Ok(edge) = serde_json::from_value::<DayEdge>(json.clone()) else {
            return refuse(FaultCode::WrongValue, "应为日期，或与申请之日相隔的月数和天数");
        };
        if !edge.is_sound() {
            let text = format!("月数不超过 {MOST_MONTHS}，天数不超过 {MOST_DAYS}，且方向一致");
            return refuse(FaultCode::OutOfRange, text);
        }
        let at = match edge {
            DayEdge::Fixed(day) => Edge::At(ordinal(day.into())),
            DayEdge::Moving(offset) => Edge::From(offset, 0),
        };
        return Ok((at, edge.words()));
    }
    match field.read(json) {
        Ok(Some(value)) => match value.scalar() {
            Some(scalar) => Ok((Edge::At(scalar), shown(field, scalar))),
            None => refuse(FaultCode::WrongValue, "值的类型与指标不一致"),
        },
        Ok(None) => refuse(FaultCode::Empty, "请填写比较的值"),
        Err((_, text)) => refuse(FaultCode::WrongValue, text),
    }
}

/// The border one further: the limit itself is not enough.
fn beyond(edge: Edge, further: bool) -> Edge {
    let step = if further { 1 } else { -1 };
    match edge {
        Edge::Open => Edge::Open,
        Edge::At(place) => Edge::At(place.saturating_add(step)),
        Edge::From(offset, plus) => Edge::From(offset, plus.saturating_add(step)),
    }
}

/// A list of codes or words, each with what it is called.
fn words(field: &Field, json: &Json, one: bool) -> Result<(Vec<String>, Vec<String>), Refused> {
    let single = [json.clone()];
    let list = if one { &single[..] } else { json.as_array().map_or(&[][..], Vec::as_slice) };
    if list.is_empty() {
        return refuse(FaultCode::Empty, "请至少列出一项");
    }
    if list.len() > MOST_ENTRIES {
        return refuse(FaultCode::TooMany, format!("列出的项目不超过 {MOST_ENTRIES} 个"));
    }
    let (mut codes, mut names) = (vec![], vec![]);
    for json in list {
        let Some(word) = json.as_str().map(str::trim).filter(|word| !word.is_empty()) else {
            return refuse(FaultCode::WrongValue, "应为不为空的文字或选项");
        };
        if word.chars().nth(MOST_WORD).is_some() {
            return refuse(FaultCode::TooLong, format!("每一项不超过 {MOST_WORD} 个字"));
        }
        let choice = matches!(field.kind, Kind::Choice | Kind::Several);
        if choice && !field.options.iter().any(|option| option.code == word) {
            return refuse(FaultCode::WrongValue, format!("“{}”没有选项“{word}”", field.name));
        }
        codes.push(word.to_owned());
        names.push(if choice { field.option(word).to_owned() } else { format!("“{word}”") });
    }
    Ok((codes, names))
}

fn window(json: &Json) -> Result<(Want, String), Refused> {
    let Ok(window) = serde_json::from_value::<Window>(json.clone()) else {
        return refuse(FaultCode::WrongValue, "应为月数或天数，以及在前、在后还是前后");
    };
    let span = Offset { months: i32::from(window.months), days: i32::from(window.days) };
    if !span.is_sound() || span == Offset::default() {
        return refuse(FaultCode::OutOfRange, format!("月数为 1 至 {MOST_MONTHS}，天数为 1 至 {MOST_DAYS}"));
    }
    let back = Offset { months: -span.months, days: -span.days };
    let (from, to, side) = match window.side {
        Side::Before => (back, Offset::default(), "前"),
        Side::After => (Offset::default(), span, "后"),
        Side::Around => (back, span, "前后"),
    };
    let of = window.of.map_or_else(|| "申请之日".to_owned(), |day| day.to_string());
    let length = span.words().replacen("申请之日后 ", "", 1);
    let want = match window.of {
        Some(day) => Want::window(day.into(), from, to),
        None => Want::Range(Edge::From(from, 0), Edge::From(to, 0)),
    };
    Ok((want, format!("{of}{side} {length}内")))
}

fn between(field: &Field, json: &Json) -> Result<(Want, String), Refused> {
    let Some([first, second]) = json.as_array().map(Vec::as_slice) else {
        return refuse(FaultCode::WrongValue, "应为起、止两个值");
    };
    let ((low, from), (high, to)) = (edge(field, first)?, edge(field, second)?);
    let want = Want::Range(low, high);
    // Days that move on both sides keep their order whatever the day, but for the ends of months; any day shows it.
    let moving = matches!((low, high), (Edge::From(..), Edge::At(_)) | (Edge::At(_), Edge::From(..)));
    if !moving && want.range(NaiveDate::default()).is_some_and(|(low, high)| low > high) {
        return refuse(FaultCode::WrongOrder, "起始值不能大于截止值");
    }
    Ok((want, format!("{from}至{to}")))
}

/// What `test` asks of `field`.
pub(super) fn read(test: &Test, field: &Field) -> Result<Asked, Refused> {
    let json = &test.value;
    let asked = |want, words| Asked { want, outside: false, strict: false, words };
    let list = matches!(field.kind, Kind::Choice | Kind::Several | Kind::Text);
    Ok(match test.op {
        Operator::Exists if json.is_null() => asked(Want::Exists, String::new()),
        Operator::Exists => return refuse(FaultCode::NotApplicable, "“已有”不需要比较的值"),
        Operator::Equal | Operator::Unequal if list => {
            let (codes, names) = words(field, json, true)?;
            let outside = test.op == Operator::Unequal;
            Asked { outside, ..asked(Want::Words(How::Among, codes), names.concat()) }
        }
        Operator::Equal | Operator::Unequal => {
            let (at, words) = edge(field, json)?;
            Asked { outside: test.op == Operator::Unequal, ..asked(Want::Range(at, at), words) }
        }
        Operator::Less | Operator::Before => {
            let (at, words) = edge(field, json)?;
            Asked { strict: true, ..asked(Want::to(beyond(at, false)), words) }
        }
        Operator::More | Operator::After => {
            let (at, words) = edge(field, json)?;
            Asked { strict: true, ..asked(Want::from(beyond(at, true)), words) }
        }
        Operator::AtMost => {
            let (at, words) = edge(field, json)?;
            asked(Want::to(at), words)
        }
        Operator::AtLeast => {
            let (at, words) = edge(field, json)?;
            asked(Want::from(at), words)
        }
        Operator::Between => {
            let (want, words) = between(field, json)?;
            asked(want, words)
        }
        Operator::Within => {
            let (want, words) = window(json)?;
            asked(want, words)
        }
        Operator::In if field.kind == Kind::Count => {
            let counts: Vec<_> = json.as_array().into_iter().flatten().take(MOST_ENTRIES + 1).collect();
            if counts.is_empty() || counts.len() > MOST_ENTRIES {
                return refuse(FaultCode::Empty, format!("请列出 1 至 {MOST_ENTRIES} 个值"));
            }
            let read = counts.into_iter().map(|one| match field.read(one) {
                Ok(Some(Value::Count(count))) => Ok(count),
                _ => refuse(FaultCode::WrongValue, "应为不小于零的整数"),
            });
            let counts = read.collect::<Result<Vec<_>, _>>()?;
            let names: Vec<_> = counts.iter().map(|count| shown(field, *count)).collect();
            asked(Want::OneOf(counts), names.join("、"))
        }
        Operator::In | Operator::ContainsAny | Operator::ContainsAll => {
            let (codes, names) = words(field, json, false)?;
            let how = match (test.op, field.kind) {
                (Operator::In, _) => How::Among,
                (Operator::ContainsAll, Kind::Text) => How::AllInText,
                (Operator::ContainsAll, _) => How::All,
                (_, Kind::Text) => How::AnyInText,
                _ => How::Any,
            };
            asked(Want::Words(how, codes), names.join("、"))
        }
    })
}

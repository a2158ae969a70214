//! What a block or a cell may ask for.

use super::model::{
    Cell, FileInput, Input, MOST_COLUMNS, MOST_FILES, MOST_LINE, MOST_LONG, MOST_OPTIONS, MOST_ROWS, MoneyInput,
    NumberInput, TableInput, TextInput,
};
use crate::{
    catalogue::{Kind, NAMES, check_options},
    days::DayEdge,
    decimal::MOST_WHOLE,
    fault::{FaultCode, Faults, is_name},
    form::model::DateInput,
};
use jinqiao_kernel::Money;
use std::collections::HashSet;

fn text(input: &TextInput, most: u32, path: &str, faults: &mut Faults) {
    if input.max_length == 0 || input.max_length > most {
        faults.add(format!("{path}/max_length"), FaultCode::OutOfRange, format!("最多字数为 1 至 {most}"));
    } else if input.min_length > input.max_length {
        faults.add(format!("{path}/min_length"), FaultCode::WrongOrder, "最少字数不能大于最多字数");
    }
}

fn number(input: &NumberInput, path: &str, faults: &mut Faults) {
    if input.decimals > 6 {
        faults.add(format!("{path}/decimals"), FaultCode::OutOfRange, "小数位数为 0 至 6");
    }
    if input.min.zip(input.max).is_some_and(|(min, max)| min > max) {
        faults.add(format!("{path}/max"), FaultCode::WrongOrder, "最大值不能小于最小值");
    }
    faults.text(format!("{path}/unit"), &input.unit, 20);
}

fn money(input: &MoneyInput, path: &str, faults: &mut Faults) {
    let beyond = |bound: Option<Money>| bound.is_some_and(|m| m.0.unsigned_abs() > MOST_WHOLE.unsigned_abs());
    if beyond(input.min) || beyond(input.max) {
        faults.add(path, FaultCode::OutOfRange, "金额超出可用的范围");
    }
    if input.min.zip(input.max).is_some_and(|(min, max)| min > max) {
        faults.add(format!("{path}/max"), FaultCode::WrongOrder, "最大值不能小于最小值");
    }
}

fn date(input: &DateInput, path: &str, faults: &mut Faults) {
    for (name, edge) in [("from", input.from), ("to", input.to)] {
        if edge.is_some_and(|edge| !edge.is_sound()) {
            faults.add(format!("{path}/{name}"), FaultCode::OutOfRange, "相隔的月数或天数过大，或方向不一致");
        }
    }
    if let (Some(DayEdge::Fixed(from)), Some(DayEdge::Fixed(to))) = (input.from, input.to)
        && from > to
    {
        faults.add(format!("{path}/to"), FaultCode::WrongOrder, "截止日期不能早于起始日期");
    }
}

fn count(min: u16, max: u16, most: u16, path: &str, faults: &mut Faults) {
    if max == 0 || max > most {
        faults.add(path, FaultCode::OutOfRange, format!("最多为 1 至 {most}"));
    } else if min > max {
        faults.add(path, FaultCode::WrongOrder, "最少不能大于最多");
    }
}

fn cell(input: &Cell, path: &str, faults: &mut Faults) {
    match input {
        Cell::Text(input) => text(input, MOST_LINE, &format!("{path}/text"), faults),
        Cell::Number(input) => number(input, &format!("{path}/number"), faults),
        Cell::Money(input) => money(input, &format!("{path}/money"), faults),
        Cell::Date(input) => date(input, &format!("{path}/date"), faults),
        Cell::Choice(input) => {
            check_options(&input.options, MOST_OPTIONS, &format!("{path}/choice/options"), faults);
        }
    }
}

fn table(input: &TableInput, path: &str, faults: &mut Faults) {
    count(input.min_rows, input.max_rows.unwrap_or(MOST_ROWS), MOST_ROWS, &format!("{path}/max_rows"), faults);
    if input.columns.is_empty() {
        faults.add(format!("{path}/columns"), FaultCode::Empty, "请至少设置一列");
    }
    if input.columns.len() > MOST_COLUMNS {
        faults.add(format!("{path}/columns"), FaultCode::TooMany, format!("列不超过 {MOST_COLUMNS} 个"));
        return;
    }
    let mut seen = HashSet::new();
    for (place, column) in input.columns.iter().enumerate() {
        let own = format!("{path}/columns/{place}");
        if !is_name(&column.id) || column.id == "rows" {
            faults.add(format!("{own}/id"), FaultCode::BadName, format!("{NAMES}，且不是 rows"));
        }
        if !seen.insert(&column.id) {
            faults.add(format!("{own}/id"), FaultCode::Taken, format!("编码“{}”已被使用", column.id));
        }
        faults.label(format!("{own}/label"), &column.label, 100);
        cell(&column.input, &format!("{own}/input"), faults);
    }
}

/// Ranges, lengths, options and columns of what a block takes.
pub(super) fn check(input: &Input, path: &str, faults: &mut Faults) {
    match input {
        Input::Text(input) => text(input, MOST_LINE, &format!("{path}/text"), faults),
        Input::LongText(input) => text(input, MOST_LONG, &format!("{path}/long_text"), faults),
        Input::Number(input) => number(input, &format!("{path}/number"), faults),
        Input::Money(input) => money(input, &format!("{path}/money"), faults),
        Input::Date(input) => date(input, &format!("{path}/date"), faults),
        Input::Choice(input) => {
            check_options(&input.options, MOST_OPTIONS, &format!("{path}/choice/options"), faults);
        }
        Input::Several(input) => {
            let path = format!("{path}/several");
            check_options(&input.options, MOST_OPTIONS, &format!("{path}/options"), faults);
            let most = u16::try_from(input.options.len().clamp(1, MOST_OPTIONS)).unwrap_or(1);
            count(input.min, input.max.unwrap_or(most), most, &format!("{path}/max"), faults);
        }
        Input::Table(input) => table(input, &format!("{path}/table"), faults),
        Input::File(FileInput { min, max }) => count(*min, *max, MOST_FILES, &format!("{path}/file/max"), faults),
        Input::Statement(input) => faults.label(format!("{path}/statement/text"), &input.text, 5_000),
        Input::Computed(input) => faults.text(format!("{path}/computed/unit"), &input.unit, 20),
        Input::Heading => {}
    }
}

/// Whether a field of this type can be filled into such a block. A rate is filled in as a number of percent.
pub(super) fn suits(input: &Input, kind: Kind) -> bool {
    match input {
        Input::Text(_) | Input::LongText(_) => matches!(kind, Kind::Text | Kind::Choice | Kind::Several),
        Input::Number(_) => matches!(kind, Kind::Number | Kind::Count | Kind::Rate),
        Input::Money(_) => kind == Kind::Money,
        Input::Date(_) => kind == Kind::Date,
        Input::Choice(_) => kind == Kind::Choice,
        Input::Several(_) => kind == Kind::Several,
        Input::Table(_) | Input::File(_) | Input::Statement(_) | Input::Heading | Input::Computed(_) => false,
    }
}

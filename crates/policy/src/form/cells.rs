//! One value of a block or a cell: as it is kept, or what is wrong with it.

use super::model::{
    Cell, ChoiceInput, DateInput, FileInput, Input, MOST_DEFECTS, MOST_ROWS, MoneyInput, NumberInput, SeveralInput,
    TableInput, TextInput,
};
use crate::{
    catalogue::{Choice, money},
    decimal::{Decimal, whole},
    defect::{Defect, DefectCode, Wrong, pointer_part},
};
use jinqiao_kernel::{Day, NaiveDate};
use serde_json::{Map, Value as Json};

/// Where a value stands, for programs and for people.
pub(super) struct Place {
    path: String,
    words: String,
}

impl Place {
    pub(super) fn of(id: &str, label: &str) -> Self {
        Self { path: format!("/{}", pointer_part(id)), words: format!("“{label}”") }
    }

    /// A row, from 0; people count from 1.
    fn row(&self, row: usize) -> Self {
        Self { path: format!("{}/{row}", self.path), words: format!("{}第 {} 行", self.words, row + 1) }
    }

    pub(super) fn add(&self, defects: &mut Vec<Defect>, (code, text): Wrong) {
        if defects.len() < MOST_DEFECTS {
            defects.push(Defect { path: self.path.clone(), code, text: format!("{}{text}", self.words) });
        }
    }
}

impl std::ops::Div<(&str, &str)> for &Place {
    type Output = Place;

    /// A cell of a row, by id and label of its column.
    fn div(self, (id, label): (&str, &str)) -> Place {
        Place { path: format!("{}/{}", self.path, pointer_part(id)), words: format!("{}“{label}”", self.words) }
    }
}

fn wrong<T>(code: DefectCode, text: impl Into<String>) -> Result<T, Wrong> {
    Err((code, text.into()))
}

/// Nothing stands there: `null`, blanks, an empty list, a statement that was not agreed to.
pub(super) fn is_blank(json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(false) => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(list) => list.is_empty(),
        _ => false,
    }
}

/// Without blanks around it, and with one sign for a line break.
fn text(input: &TextInput, lines: bool, json: &Json) -> Result<Json, Wrong> {
    let Some(given) = json.as_str() else { return wrong(DefectCode::WrongType, "应为文字") };
    let text = given.replace("\r\n", "\n");
    let text = text.trim();
    let allowed = |c: char| !c.is_control() || (lines && matches!(c, '\n' | '\t'));
    if !text.chars().all(allowed) {
        return wrong(DefectCode::BadCharacter, if lines { "含有不可见的字符" } else { "含有换行或不可见的字符" });
    }
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length < input.min_length {
        return wrong(DefectCode::TooShort, format!("至少 {} 个字，现有 {length} 个字", input.min_length));
    }
    if length > input.max_length {
        return wrong(DefectCode::TooLong, format!("不超过 {} 个字，现有 {length} 个字", input.max_length));
    }
    Ok(Json::from(text))
}

fn number(input: &NumberInput, json: &Json) -> Result<Json, Wrong> {
    let Some(number) = Decimal::of_json(json) else {
        return wrong(DefectCode::WrongType, "应为数字，不超过 90 亿，小数不超过 6 位");
    };
    let unit = if input.unit.is_empty() { String::new() } else { format!(" {}", input.unit) };
    if number.decimals() > input.decimals {
        let text =
            if input.decimals == 0 { "应为整数".into() } else { format!("小数不超过 {} 位", input.decimals) };
        return wrong(DefectCode::TooPrecise, text);
    }
    match (input.min, input.max) {
        (Some(min), _) if number < min => wrong(DefectCode::TooSmall, format!("不能小于 {min}{unit}")),
        (_, Some(max)) if number > max => wrong(DefectCode::TooLarge, format!("不能大于 {max}{unit}")),
        _ => Ok(number.to_json()),
    }
}

fn fen(input: &MoneyInput, json: &Json) -> Result<Json, Wrong> {
    let Some(fen) = whole(json) else { return wrong(DefectCode::WrongType, "应为精确到分的金额") };
    match (input.min, input.max) {
        (Some(min), _) if fen < min.0 => wrong(DefectCode::TooSmall, format!("不能小于 {}", money(min.0))),
        (_, Some(max)) if fen > max.0 => wrong(DefectCode::TooLarge, format!("不能大于 {}", money(max.0))),
        _ => Ok(Json::from(fen)),
    }
}

fn date(input: &DateInput, day: NaiveDate, json: &Json) -> Result<Json, Wrong> {
    let Some(given) = json.as_str() else { return wrong(DefectCode::WrongType, "应为日期") };
    let Ok(given) = given.trim().parse::<Day>() else {
        return wrong(DefectCode::BadDate, "应为 1900 年至 2199 年之间的日期");
    };
    let (from, to) = (input.from.map(|edge| edge.on(day)), input.to.map(|edge| edge.on(day)));
    match (from, to) {
        (Some(from), _) if given < from => wrong(DefectCode::TooEarly, format!("不能早于 {from}")),
        (_, Some(to)) if given > to => wrong(DefectCode::TooLate, format!("不能晚于 {to}")),
        _ => Ok(Json::from(given.to_string())),
    }
}

fn option(options: &[Choice], json: &Json) -> Result<Json, Wrong> {
    match json.as_str() {
        None => wrong(DefectCode::WrongType, "应为选项之一"),
        Some(code) if options.iter().any(|option| option.code == code) => Ok(Json::from(code)),
        Some(_) => wrong(DefectCode::NotAnOption, "没有这个选项"),
    }
}

fn bounds(count: usize, (min, max): (u16, u16), unit: &str) -> Result<(), Wrong> {
    if count < usize::from(min) {
        wrong(DefectCode::TooFew, format!("至少 {min} {unit}，现有 {count} {unit}"))
    } else if count > usize::from(max) {
        wrong(DefectCode::TooMany, format!("不超过 {max} {unit}，现有 {count} {unit}"))
    } else {
        Ok(())
    }
}

/// The same twice, in a list that is not long.
fn no_twice(list: &[Json]) -> Result<(), Wrong> {
    let twice = list.iter().enumerate().any(|(place, one)| list[..place].contains(one));
    if twice { wrong(DefectCode::Twice, "含有重复的项目") } else { Ok(()) }
}

fn several(input: &SeveralInput, json: &Json) -> Result<Json, Wrong> {
    let Some(list) = json.as_array() else { return wrong(DefectCode::WrongType, "应为选项的列表") };
    let most = input.max.unwrap_or_else(|| u16::try_from(input.options.len()).unwrap_or(u16::MAX));
    bounds(list.len(), (input.min, most), "项")?;
    let list = list.iter().map(|one| option(&input.options, one)).collect::<Result<Vec<_>, _>>()?;
    no_twice(&list)?;
    Ok(Json::from(list))
}

/// Hexadecimal digits in groups, as ids of files are written.
fn is_id(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

fn files(input: FileInput, json: &Json) -> Result<Json, Wrong> {
    let Some(list) = json.as_array() else { return wrong(DefectCode::WrongType, "应为已上传的文件") };
    bounds(list.len(), (input.min, input.max), "个文件")?;
    let ids = list.iter().map(|one| match one.as_str().filter(|id| is_id(id)) {
        Some(id) => Ok(Json::from(id.to_ascii_lowercase())),
        None => wrong(DefectCode::WrongType, "应为已上传的文件"),
    });
    let list = ids.collect::<Result<Vec<_>, _>>()?;
    no_twice(&list)?;
    Ok(Json::from(list))
}

fn cell(input: &Cell, json: &Json, day: NaiveDate) -> Result<Json, Wrong> {
    match input {
        Cell::Text(input) => text(input, false, json),
        Cell::Number(input) => number(input, json),
        Cell::Money(input) => fen(input, json),
        Cell::Date(input) => date(input, day, json),
        Cell::Choice(input) => option(&input.options, json),
    }
}

fn row(
    table: &TableInput,
    given: &Map<String, Json>,
    place: &Place,
    day: NaiveDate,
    defects: &mut Vec<Defect>,
) -> Json {
    let mut kept = Map::new();
    for column in &table.columns {
        let json = given.get(&column.id).unwrap_or(&Json::Null);
        let own = || place / (column.id.as_str(), column.label.as_str());
        if is_blank(json) {
            if column.required {
                own().add(defects, (DefectCode::Required, "不能为空".into()));
            }
            continue;
        }
        match cell(&column.input, json, day) {
            Ok(json) => {
                kept.insert(column.id.clone(), json);
            }
            Err(wrong) => own().add(defects, wrong),
        }
    }
    for name in given.keys().filter(|name| table.columns.iter().all(|column| column.id != **name)) {
        let shown: String = name.chars().take(20).collect();
        (place / (name.as_str(), shown.as_str())).add(defects, (DefectCode::Unknown, "不是表格的列".into()));
    }
    Json::Object(kept)
}

fn table(input: &TableInput, json: &Json, place: &Place, day: NaiveDate, defects: &mut Vec<Defect>) -> Option<Json> {
    let Some(rows) = json.as_array() else {
        place.add(defects, (DefectCode::WrongType, "应为表格的各行".into()));
        return None;
    };
    if let Err(wrong) = bounds(rows.len(), (input.min_rows, input.max_rows.unwrap_or(MOST_ROWS)), "行") {
        let too_many = wrong.0 == DefectCode::TooMany;
        place.add(defects, wrong);
        // As many rows as there may not be are not looked at one by one.
        if too_many {
            return None;
        }
    }
    let mut kept = vec![];
    for (at, given) in rows.iter().enumerate() {
        let place = place.row(at);
        kept.push(match given {
            Json::Object(given) => row(input, given, &place, day, defects),
            _ => {
                place.add(defects, (DefectCode::WrongType, "应为一行数据".into()));
                Json::Object(Map::new())
            }
        });
    }
    Some(Json::Array(kept))
}

/// The value of a block as it is kept; what is wrong with it goes to `defects`. A table keeps its good cells.
pub(super) fn block_value(
    input: &Input,
    json: &Json,
    place: &Place,
    day: NaiveDate,
    defects: &mut Vec<Defect>,
) -> Option<Json> {
    let found = match input {
        Input::Text(input) => text(input, false, json),
        Input::LongText(input) => text(input, true, json),
        Input::Number(input) => number(input, json),
        Input::Money(input) => fen(input, json),
        Input::Date(input) => date(input, day, json),
        Input::Choice(ChoiceInput { options }) => option(options, json),
        Input::Several(input) => several(input, json),
        Input::File(input) => files(*input, json),
        Input::Statement(_) if json == &Json::Bool(true) => Ok(Json::Bool(true)),
        Input::Statement(_) => wrong(DefectCode::WrongType, "应为同意或不同意"),
        Input::Table(input) => return table(input, json, place, day, defects),
        Input::Heading | Input::Computed(_) => return None,
    };
    found.map_err(|wrong| place.add(defects, wrong)).ok()
}

//! A year's days from a CSV file: `日期,类型,名称`, as exported from an office program.

use super::{DayKind, store::CalendarDay};
use jinqiao_kernel::{Checks, Day, NaiveDate, Result};

/// A year has fewer special days than this.
const MOST: usize = 120;
/// Spreadsheet programs put this before the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads `text`. The first line may be a heading; types are 放假 and 上班.
///
/// # Errors
/// `validation` naming every line that cannot be read, as `csv[3]`.
pub fn parse(text: &str) -> Result<Vec<CalendarDay>> {
    let mut checks = Checks::new();
    let mut days = vec![];
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).trim(csv::Trim::All);
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    for (index, record) in reader.from_reader(text.as_bytes()).into_records().enumerate().take(MOST + 2) {
        let line = format!("csv[{}]", index + 1);
        let Ok(record) = record else {
            checks.that(&line, false, "此行无法读取");
            continue;
        };
        let [date, kind, name] = [0, 1, 2].map(|column| record.get(column).unwrap_or_default());
        if index == 0 && date == "日期" {
            continue;
        }
        let date = ["%Y-%m-%d", "%Y/%m/%d"].iter().find_map(|form| NaiveDate::parse_from_str(date, form).ok());
        let date = date.filter(|day| Day::from(*day) == Day::nearest(*day)).map(Day::from);
        let kind = match kind {
            "放假" | "off" => Some(DayKind::Off),
            "上班" | "调休上班" | "work" => Some(DayKind::Work),
            _ => None,
        };
        checks.that(&line, date.is_some(), "日期须写成 2027-01-01");
        checks.that(&line, kind.is_some(), "类型须为“放假”或“上班”");
        checks.that(&line, !name.is_empty() && name.chars().count() <= 20, "请填写名称，最多 20 个字");
        if let (Some(day), Some(kind)) = (date, kind) {
            days.push(CalendarDay { day, kind, name: name.to_owned() });
        }
    }
    checks.that("csv", !days.is_empty(), "没有可读取的日期");
    checks.that("csv", days.len() <= MOST, "日期过多，请只上传一年的放假和调休日");
    checks.done()?;
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sheet_is_read_and_each_bad_line_named() {
        let days = parse("\u{feff}日期,类型,名称\r\n2027-01-01,放假,元旦\r\n2027/2/6, 上班 ,\"春节调休\"\r\n")
            .expect("two days");
        assert_eq!(days.iter().map(|day| day.kind).collect::<Vec<_>>(), [DayKind::Off, DayKind::Work]);
        let error = parse("2027-01-01,放假,元旦\n2027-13-01,放假,无\n2027-01-02,休息,元旦\n2027-01-03,放假")
            .expect_err("three");
        let lines: Vec<_> = error.fields().iter().map(|field| field.field.as_str()).collect();
        assert_eq!(lines, ["csv[2]", "csv[3]", "csv[4]"]);
        assert!(parse("").is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,400}") {
            let _ = parse(&text);
        }
    }
}

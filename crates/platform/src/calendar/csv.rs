//! A year's days from a sheet: `日期,类型,名称`, as exported from an office program, pasted or typed.

use super::{DayKind, WorkCalendar, store::CalendarDay};
use jinqiao_kernel::{Checks, Day, NaiveDate, Result, sheet};

/// A year has fewer special days than this.
const MOST: usize = 120;

/// Reads `text`. The first row may be a heading.
///
/// # Errors
/// `validation` naming every line that cannot be read, as `csv[3]`.
pub fn parse(text: &str) -> Result<Vec<CalendarDay>> {
    let rows = sheet::rows("csv", text)?;
    let rows = sheet::below_heading("csv", &rows, &["日期", "类型", "名称"])?;
    let mut checks = Checks::new();
    checks.that("csv", rows.len() <= MOST, "日期过多，请只上传一年的放假和调休日");
    checks.done()?;
    let mut days = vec![];
    for row in rows {
        let line = row.field("csv");
        let Some([date, kind, name]) = row.columns() else {
            checks.that(&line, false, "每行只有日期、类型、名称三列");
            continue;
        };
        let date = sheet::date(date);
        let known = date.filter(|day| Day::from(*day) == Day::nearest(*day));
        let kind = kind_of(kind, date);
        checks.that(&line, known.is_some(), "日期须写成 2027-01-01、2027/1/1 或 2027年1月1日");
        checks.that(&line, kind.is_some(), "类型须为“放假”或“上班”（也可写休、补班、调休）");
        checks.that(&line, !name.is_empty() && name.chars().count() <= 20, "请填写名称，最多 20 个字");
        if let (Some(day), Some(kind)) = (known, kind) {
            days.push(CalendarDay { day: day.into(), kind, name: name.to_owned() });
        }
    }
    checks.that("csv", !days.is_empty(), "没有可读取的日期");
    checks.done()?;
    Ok(days)
}

/// 调休 alone says that the day is swapped: a weekend is worked on, another day is off.
fn kind_of(text: &str, date: Option<NaiveDate>) -> Option<DayKind> {
    let weekday = |day| WorkCalendar::default().works(day);
    match text {
        "放假" | "休" | "休息" | "休假" | "假" | "off" => Some(DayKind::Off),
        "上班" | "班" | "补班" | "调休上班" | "调休补班" | "work" => Some(DayKind::Work),
        "调休" => Some(if date.is_some_and(weekday) { DayKind::Off } else { DayKind::Work }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sheet_is_read_however_it_is_written() {
        for text in [
            "\u{feff}日期,类型,名称\r\n2027-01-01,放假,元旦\r\n2027/2/6, 上班 ,\"春节调休\"\r\n,,\r\n",
            "日期\t类型\t名称\n2027.1.1\t休\t元旦\n2027年2月6日\t补班\t春节调休\n",
            "2027年1月1日，休息，元旦\n２０２７／２／６，调休，春节调休",
        ] {
            let days = parse(text).expect(text);
            assert_eq!(days.iter().map(|day| day.kind).collect::<Vec<_>>(), [DayKind::Off, DayKind::Work], "{text}");
            assert_eq!(days[1].name, "春节调休");
        }
    }

    #[test]
    fn each_bad_line_is_named_as_the_sheet_counts() {
        let text = "2027-01-01,放假,元旦\n\n2027-13-01,放假,无\n2027-01-02,假期,元旦\n2027-01-03,放假\n2027-01-04,休,\"元\n旦\",多";
        let error = parse(text).expect_err("four lines");
        let lines: Vec<_> = error.fields().iter().map(|field| field.field.as_str()).collect();
        assert_eq!(lines, ["csv[3]", "csv[4]", "csv[5]", "csv[6]"]);
        assert!(parse("").is_err() && parse("日期,类型,名称\n").is_err());
        let many: String = (0..130).map(|_| "2027-01-01,放假,元旦\n").collect();
        assert!(parse(&many).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,400}") {
            let _ = parse(&text);
        }
    }
}

//! Quotes from a sheet: `公布日期,1年期,5年期以上`, rates in percent.

use super::LprQuote;
use jinqiao_kernel::{Checks, NaiveDate, Rate, Result, sheet, typed::half_width};

/// More quotes than there have ever been.
const MOST: usize = 200;

/// Reads `text`, entered on `today`. The first row may be a heading.
///
/// # Errors
/// `validation` naming every line that cannot be read, as `csv[3]`.
pub fn parse(text: &str, today: NaiveDate) -> Result<Vec<LprQuote>> {
    let rows = sheet::rows("csv", text)?;
    let rows = sheet::below_heading("csv", &rows, &["公布日期", "1年期", "5年期以上"])?;
    let mut checks = Checks::new();
    checks.that("csv", rows.len() <= MOST, "一次最多登记 200 期").done()?;
    let (mut checks, mut quotes) = (Checks::new(), Vec::<LprQuote>::new());
    for row in rows {
        let line = row.field("csv");
        let Some([date, one, five]) = row.columns() else {
            checks.that(&line, false, "每行只有公布日期、1 年期、5 年期以上三列");
            continue;
        };
        let quote = (sheet::date(date), rate(one), rate(five));
        let (Some(day), Some(one_year), Some(five_years)) = quote else {
            checks.that(&line, false, "请按“2026-11-20,3.00,3.50”填写，利率为百分数，最多三位小数");
            continue;
        };
        let quote = LprQuote { published_on: day.into(), one_year, five_years };
        if let Err(error) = quote.check(today) {
            let message = error.fields().first().map(|field| field.message.clone()).unwrap_or_default();
            checks.that(&line, false, &message);
        }
        checks.that(&line, quotes.iter().all(|known| known.published_on != quote.published_on), "同一日期出现两次");
        quotes.push(quote);
    }
    checks.that("csv", !quotes.is_empty(), "没有可读取的 LPR");
    checks.done()?;
    Ok(quotes)
}

/// Percent with up to three decimals, however it was typed.
fn rate(text: &str) -> Option<Rate> {
    let text = half_width(text);
    let text = text.trim().trim_end_matches('%').trim();
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || decimals.len() > 3 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let fraction: i32 = format!("{decimals:0<3}").parse().ok()?;
    Some(Rate(whole.parse::<i32>().ok()? * 1_000 + fraction))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().expect("a day")
    }

    #[test]
    fn quotes_are_read_as_people_write_them() {
        for text in [
            "公布日期,1年期,5年期以上\n2025-05-20,3.00,3.50\n2025/10/20,3.0%,3.5%\n",
            "2025-05-20\t３．００\t3.5\n2025年10月20日\t3\t3.5",
        ] {
            let quotes = parse(text, today()).expect("it is read");
            let figures: Vec<_> = quotes.iter().map(|quote| (quote.one_year.0, quote.five_years.0)).collect();
            assert_eq!(figures, [(3_000, 3_500), (3_000, 3_500)], "{text}");
        }
    }

    #[test]
    fn every_wrong_line_is_named() {
        let text =
            "2025-05-20,3.00,3.50\n2025-05-20,3.00,3.50\n2027-01-20,3,3.5\n2025-06-20,3.0001,3.5\n2025-07-20,3\n";
        let error = parse(text, today()).expect_err("four are wrong");
        let fields: Vec<_> = error.fields().iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["csv[2]", "csv[3]", "csv[4]", "csv[5]"]);
    }
}

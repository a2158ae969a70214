//! 还款登记 from a sheet: `借据号,还款日期,本金,利息,其他费用,流水号,类型`, amounts in 元. Good rows are recorded, wrong ones named by line;
//! a row whose number is known already is passed by, so the same sheet may be sent again.

use super::{
    inputs::ReceiptIn,
    model::ReceiptKind,
    service::collect,
    store::{with_serial, with_voucher},
};
use crate::orders::Scope;
use jinqiao_db::Db;
use jinqiao_kernel::{
    Actor, Checks, DrawId, Error, Kind, Money, RequestMeta, Result,
    sheet::{self, Row},
    typed::half_width,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Rows of one sheet at most.
const MOST: usize = 500;

/// A row that was not recorded.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct SheetFault {
    /// Line of the sheet, from 1.
    pub line: u32,
    /// What is wrong, in Chinese.
    pub message: String,
}

/// What became of a sheet.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct SheetOutcome {
    /// Rows that were recorded.
    pub recorded: u32,
    /// Rows that had been recorded before.
    pub known: u32,
    /// Rows that were not, in their order.
    pub faults: Vec<SheetFault>,
}

/// Records the repayments of a sheet, each in a write of its own: what was recorded before something fails stays.
///
/// # Errors
/// `validation` for text that is no sheet, without rows or with more than 500; database errors. Faults of rows are an answer.
pub async fn import(db: &Db, actor: &Actor, text: &str) -> Result<SheetOutcome> {
    let rows = sheet::rows("csv", text)?;
    let columns: [&str; 7] = ["借据号", "还款日期", "本金", "利息", "其他费用", "流水号", "类型"];
    let rows = sheet::below_heading("csv", &rows, &columns)?;
    Checks::new()
        .that("csv", !rows.is_empty(), "没有可读取的还款记录")
        .that("csv", rows.len() <= MOST, "一次最多导入 500 行")
        .done()?;
    // A first row that cannot be read may be a heading in other words, with the columns in another order.
    if let Some(first) = rows.first()
        && let Err(error) = read(first)
    {
        let faults: Vec<_> = error.fields().iter().map(|field| field.message.as_str()).collect();
        let message = format!("{}；首行如为标题，须依次为{}", faults.join("；"), columns.join("、"));
        return Err(Error::field(&first.field("csv"), message));
    }
    // Each row is a request of its own: the key of the sheet's stands for none of them.
    let actor = &Actor { request: RequestMeta { once: None, ..actor.request.clone() }, ..actor.clone() };
    let mut outcome = SheetOutcome::default();
    for row in rows {
        match record(db, actor, row).await {
            Ok(true) => outcome.recorded += 1,
            Ok(false) => outcome.known += 1,
            Err(error) if matches!(error.kind(), Kind::Invalid | Kind::Conflict | Kind::NotFound) => {
                let line = u32::try_from(row.line).unwrap_or(u32::MAX);
                let fields: Vec<_> = error.fields().iter().map(|field| field.message.clone()).collect();
                let message = if fields.is_empty() { error.message().to_owned() } else { fields.join("；") };
                outcome.faults.push(SheetFault { line, message });
            }
            Err(error) => return Err(error),
        }
    }
    Ok(outcome)
}

/// Whether it was recorded now.
async fn record(db: &Db, actor: &Actor, row: &Row) -> Result<bool> {
    let (voucher, input) = read(row)?;
    let scope = Scope::of_institution(actor);
    let draw = with_voucher(db.read(), &scope, voucher).await?;
    let draw = draw.ok_or_else(|| Error::field("csv", format!("没有借据号为“{voucher}”的在贷记录")))?;
    if known(db, actor, draw.id, &input).await? {
        return Ok(false);
    }
    match collect(db, actor, draw.id, None, &input).await {
        // Somebody sent the same row in the same moment.
        Err(error) if error.fields().iter().any(|field| field.field == "serial_no") => {
            if known(db, actor, draw.id, &input).await? { Ok(false) } else { Err(error) }
        }
        recorded => recorded.map(|()| true),
    }
}

/// Was just this recorded before?
///
/// # Errors
/// `validation` when something else was under its number.
async fn known(db: &Db, actor: &Actor, draw: DrawId, input: &ReceiptIn) -> Result<bool> {
    let Some(before) = with_serial(db.read(), actor.org, &input.serial()).await? else { return Ok(false) };
    let same = (before.draw_id, before.paid_on, before.principal, before.interest, before.other)
        == (draw, *input.paid_on, input.principal, input.interest, input.other);
    if same {
        Ok(true)
    } else {
        Err(Error::field("csv", "此流水号已登记过，但借据、日期或金额与这一行不同，请核对"))
    }
}

fn read(row: &Row) -> Result<(&str, ReceiptIn)> {
    let Some([voucher, date, principal, interest, other, serial_no, kind]) = row.columns() else {
        return Err(Error::field("csv", "每行依次为借据号、还款日期、本金、利息、其他费用、流水号、类型"));
    };
    let date = sheet::date(date).ok_or_else(|| Error::field("csv", format!("还款日期“{date}”无法识别")))?;
    let kind = match kind.trim() {
        "" | "按期" | "按期还款" => ReceiptKind::Planned,
        "提前" | "提前还款" => ReceiptKind::Early,
        other => return Err(Error::field("csv", format!("类型“{other}”无法识别，请填按期或提前"))),
    };
    let amount = |text: &str, what: &str| {
        yuan(text).ok_or_else(|| Error::field("csv", format!("{what}“{text}”无法识别，请填元，最多两位小数")))
    };
    let input = ReceiptIn {
        serial_no: serial_no.to_owned(),
        paid_on: date.into(),
        kind,
        principal: amount(principal, "本金")?,
        interest: amount(interest, "利息")?,
        other: amount(other, "其他费用")?,
    };
    Ok((voucher, input))
}

/// An amount in 元, as people type it and offices print it; nothing is 0.
fn yuan(text: &str) -> Option<Money> {
    let text: String = half_width(text).chars().filter(|c| !matches!(c, ',' | ' ' | '¥' | '元')).collect();
    if text.is_empty() || text == "-" {
        return Some(Money::ZERO);
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    // A sheet adds zeros.
    let decimals = decimals.trim_end_matches('0');
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 13 || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let fraction: i64 = format!("{decimals:0<2}").parse().ok()?;
    Some(Money(whole.parse::<i64>().ok()? * 100 + fraction))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_they_are_written() {
        for (text, fen) in [
            ("1234.5", Some(123_450)),
            ("1,234.50", Some(123_450)),
            ("１２３", Some(12_300)),
            ("3166.6700", Some(316_667)),
            ("", Some(0)),
            ("-", Some(0)),
            ("1.234", None),
            ("-5", None),
            ("一百", None),
            (".5", None),
        ] {
            assert_eq!(yuan(text).map(|money| money.0), fen, "{text}");
        }
    }

    #[test]
    fn a_row_says_what_it_lacks() {
        let of = |text: &str| {
            let rows = sheet::rows("csv", text).expect("a sheet");
            read(&rows[0])
                .map(|(voucher, input)| (voucher.to_owned(), input.kind))
                .map_err(|error| error.fields().first().map(|field| field.message.clone()).unwrap_or_default())
        };
        assert_eq!(of("PZ-1,2026-12-23,0,3166.67,,LS1"), Ok(("PZ-1".to_owned(), ReceiptKind::Planned)));
        assert_eq!(of("PZ-1\t2026年12月23日\t0\t3166.67\t\tLS1\t提前"), Ok(("PZ-1".to_owned(), ReceiptKind::Early)));
        assert!(of("PZ-1,不详,0,1,,LS1").is_err_and(|message| message.contains("还款日期")));
        assert!(of("PZ-1,2026-12-23,abc,1,,LS1").is_err_and(|message| message.contains("本金")));
        assert!(of("PZ-1,2026-12-23,0,1,,LS1,其他").is_err_and(|message| message.contains("类型")));
    }
}

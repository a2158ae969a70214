//! The list as a workbook for the finance office. Texts are written as texts, so that no cell is taken for a formula.

use super::entity::{batch, line};
use jinqiao_kernel::{Error, Result};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

const HEADS: [(&str, f64); 9] = [
    ("序号", 6.0),
    ("申请编号", 20.0),
    ("政策事项", 32.0),
    ("企业名称", 32.0),
    ("统一社会信用代码", 22.0),
    ("收款户名", 32.0),
    ("开户银行", 28.0),
    ("收款账号", 26.0),
    ("金额（元）", 16.0),
];

fn write(batch: &batch::Model, lines: &[line::Model]) -> Result<Vec<u8>, XlsxError> {
    let (bold, yuan) = (Format::new().set_bold(), Format::new().set_num_format("#,##0.00"));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("拨付清单")?;
    sheet.write_string_with_format(0, 0, format!("资金拨付清单 {}", batch.no), &bold)?;
    for ((head, width), column) in HEADS.iter().zip(0u16..) {
        sheet.write_string_with_format(1, column, *head, &bold)?;
        sheet.set_column_width(column, *width)?;
    }
    let mut at = 2u32;
    for one in lines {
        let payee = &one.payee.0;
        sheet.write_number(at, 0, f64::from(one.place))?;
        let texts = [&one.no, &one.title, &one.enterprise, &one.uscc, &payee.name, &payee.bank, &payee.account];
        for (text, column) in texts.into_iter().zip(1u16..) {
            sheet.write_string(at, column, text)?;
        }
        sheet.write_number_with_format(at, 8, yuan_of(one.amount.0), &yuan)?;
        at += 1;
    }
    sheet.write_string_with_format(at, 7, "合计", &bold)?;
    sheet.write_number_with_format(at, 8, yuan_of(batch.total.0), &yuan)?;
    book.save_to_buffer()
}

/// Fen as yuan; exact up to 90 trillion yuan, far above any budget.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn yuan_of(fen: i64) -> f64 {
    fen as f64 / 100.0
}

/// The workbook.
///
/// # Errors
/// Internal when it cannot be written.
pub fn workbook(batch: &batch::Model, lines: &[line::Model]) -> Result<Vec<u8>> {
    write(batch, lines).map_err(Error::internal)
}

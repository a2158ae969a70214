//! Unified social credit codes of copies, which have to have the right check digits.

use super::{dialect::Dialect, rules};
use jinqiao_kernel::Uscc;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use std::collections::BTreeSet;

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Fills the table `codes` with what each code is in each copy.
pub async fn vary(conn: &DatabaseConnection, dialect: Dialect, factor: u32) -> Result<(), DbErr> {
    conn.execute_unprepared("CREATE TEMP TABLE codes (copy INTEGER, old TEXT, new TEXT, PRIMARY KEY (copy, old))")
        .await?;
    let mut codes = BTreeSet::new();
    for (table, column) in rules::CODES {
        codes.extend(dialect.texts(conn, format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL")).await?);
    }
    let mut rows = vec![];
    for (number, old) in (0..).zip(&codes) {
        for copy in 1..factor {
            if let Some(new) = variant(old, number * super::MOST + copy) {
                rows.push(format!("({copy}, '{old}', '{new}')"));
            }
        }
    }
    conn.execute_unprepared("BEGIN").await?;
    for some in rows.chunks(500) {
        conn.execute_unprepared(&format!("INSERT INTO codes VALUES {}", some.join(", "))).await?;
    }
    conn.execute_unprepared("COMMIT").await?;
    Ok(())
}

/// The code number `number` of the same office and district as `old`.
fn variant(old: &str, number: u32) -> Option<String> {
    let (mut rest, mut digits) = (number, [b'0'; 7]);
    for digit in digits.iter_mut().rev() {
        *digit = ALPHABET[(rest % 31) as usize];
        rest /= 31;
    }
    let start = format!("{}N{}", old.get(..8)?, String::from_utf8_lossy(&digits));
    Uscc::completed(&start).ok().map(|code| code.as_str().to_owned())
}

//! Numbers of vouchers: an institution uses each once, whatever it was paid for.

use jinqiao_db::{Tx, unless_taken};
use jinqiao_kernel::{Error, OrgId, Result, normal::code};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict};
use uuid::Uuid;

pub(super) mod entity {
    use jinqiao_kernel::OrgId;
    use sea_orm::entity::prelude::*;

    /// Table `vouchers`.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "vouchers")]
    pub struct Model {
        /// What it stands for: an order's payment, a further draw.
        #[sea_orm(primary_key, auto_increment = false)]
        pub record: Uuid,
        pub institution_id: OrgId,
        /// By its letters and digits alone, in capitals.
        pub voucher_no: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A 一 between Latin letters or digits is how an input method writes the hyphen there.
fn hyphened(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let plain = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_alphanumeric);
    let typed = |(at, c): (usize, &char)| match c {
        '一' if plain(at.checked_sub(1)) && plain(Some(at + 1)) => '-',
        c => *c,
    };
    chars.iter().enumerate().map(typed).collect()
}

/// `number` as it is compared, if it is one: Latin letters, digits and hyphens, in whatever width, and Chinese characters. Hyphens,
/// a № or 第 before it and a 号 at its end tell no numbers apart.
fn compared(number: &str) -> Option<String> {
    let number = hyphened(&code(number.trim().trim_start_matches('№')));
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || matches!(c, '\u{4e00}'..='\u{9fff}');
    let ended = number.trim_end_matches('-');
    let counted = ended.strip_suffix('号').map(|number| number.strip_prefix('第').unwrap_or(number));
    let bare = || counted.unwrap_or(ended).replace('-', "");
    (number.chars().any(|c| matches!(c, '1'..='9')) && number.chars().all(fits)).then(bare)
}

/// Takes `number` for `record`, in place of the one that it had.
///
/// # Errors
/// `validation` when it holds other signs, or the institution has used it for something else.
pub async fn claim(tx: &Tx, institution: OrgId, record: Uuid, number: &str) -> Result<()> {
    let message = "凭证号只能由数字、字母、汉字和连字符组成，且不能全是 0 或没有数字";
    let voucher_no = compared(number).ok_or_else(|| Error::field("voucher_no", message))?;
    let row = entity::Model { record, institution_id: institution, voucher_no };
    let again = OnConflict::column(entity::Column::Record).update_column(entity::Column::VoucherNo).to_owned();
    let kept = entity::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await;
    unless_taken(kept, "voucher_no", || Error::field("voucher_no", "贵机构已用此凭证号登记过放款，请核对"))?;
    Ok(())
}

/// Gives the number of `record` back, which counts for nothing any more.
pub async fn release(tx: &Tx, record: Uuid) -> Result<()> {
    entity::Entity::delete_by_id(record).exec(tx.conn()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::compared;

    #[test]
    fn numbers_are_compared_however_they_are_typed() {
        for (number, same) in [
            ("ZZ2094F1", Some("ZZ2094F1")),
            ("ＺＺ2094F1", Some("ZZ2094F1")),
            ("Z Z2094f1", Some("ZZ2094F1")),
            ("ZZ\u{200b}2094F1", Some("ZZ2094F1")),
            ("zz-2094f1", Some("ZZ2094F1")),
            ("ZZ－2094F1", Some("ZZ2094F1")),
            ("ZZ--2094F1-", Some("ZZ2094F1")),
            ("ZZ一2094F1", Some("ZZ2094F1")),
            ("第一2026001", Some("第一2026001")),
            ("第 ZZ2094F1 号", Some("ZZ2094F1")),
            ("№ZZ2094F1", Some("ZZ2094F1")),
            ("000", None),
            ("渝建2026-001号", Some("渝建2026001")),
            ("ZZ—2094F1", None),
            ("ΖΖ2094F1", None),
            ("ZZ/2094F1", None),
            ("---", None),
            ("凭证号", None),
        ] {
            assert_eq!(compared(number).as_deref(), same, "{number}");
        }
    }
}

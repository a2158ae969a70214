//! Numbers of vouchers: an institution uses each once, whatever it was paid for.

use jinqiao_db::{Tx, unless_taken};
use jinqiao_kernel::{Error, OrgId, Result};
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
        /// As written, without blanks around it, in capitals.
        pub voucher_no: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Takes `number` for `record`, in place of the one that it had.
///
/// # Errors
/// `validation` when the institution has used it for something else.
pub async fn claim(tx: &Tx, institution: OrgId, record: Uuid, number: &str) -> Result<()> {
    let row = entity::Model { record, institution_id: institution, voucher_no: number.trim().to_uppercase() };
    let again = OnConflict::column(entity::Column::Record).update_column(entity::Column::VoucherNo).to_owned();
    let kept = entity::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await;
    unless_taken(kept, "voucher_no", || Error::field("voucher_no", "贵机构已用此凭证号登记过放款，请核对"))?;
    Ok(())
}

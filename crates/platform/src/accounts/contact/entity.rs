//! Table `contact_codes`.

use super::model::CodePurpose;
use jinqiao_kernel::{AccountId, ContactCodeId, DateTime};
use sea_orm::entity::prelude::*;

/// A code on its way. Neither it nor where it goes can be read from here.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_codes")]
pub struct Model {
    /// Random in all its bits: whoever has asked for a code shows with it which one is meant.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactCodeId,
    pub purpose: CodePurpose,
    /// Keyed hash of the number or the address.
    pub target_hash: String,
    /// Whose password is to be chosen, or whose contact is proved.
    pub account_id: Option<AccountId>,
    /// Keyed hash of the id and the code.
    pub code_hash: String,
    pub expires_at: DateTime,
    /// How often it was compared and was not right.
    pub tries: i32,
    pub used_at: Option<DateTime>,
    /// The request that used it, where it may be sent again.
    pub request: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

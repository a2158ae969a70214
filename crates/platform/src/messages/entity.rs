//! Table `messages`.

use crate::letter::MessageTopic;
use jinqiao_kernel::{AccountId, DateTime, MessageId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub account_id: AccountId,
    pub fact_seq: i64,
    pub kind: String,
    pub topic: MessageTopic,
    pub title: String,
    pub body: String,
    pub link: String,
    pub created_at: DateTime,
    pub read_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

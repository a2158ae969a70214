//! Table `embeddings`: published texts with their vectors, by what they say and the model.

use jinqiao_kernel::DateTime;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "embeddings")]
pub struct Model {
    /// SHA-256 of model and text, hex: whatever changes in either is another row, so a vector is never out of date.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub model: String,
    /// As it is sent: published, and cut.
    pub text: String,
    /// The service shall be asked.
    pub waiting: bool,
    /// How often the service refused this text.
    pub refusals: i32,
    /// When the text was last seen in use.
    pub used_at: DateTime,
    /// Numbers in the vector; none while there is none.
    pub dimensions: Option<i32>,
    /// The numbers, `f32` little-endian.
    pub vector: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

//! Table `lpr_quotes`.

use super::LprQuote;
use jinqiao_kernel::{DateTime, NaiveDate, Rate};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "lpr_quotes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub published_on: NaiveDate,
    pub one_year: Rate,
    pub five_years: Rate,
    pub updated_at: DateTime,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for LprQuote {
    fn from(row: Model) -> Self {
        Self { published_on: row.published_on.into(), one_year: row.one_year, five_years: row.five_years }
    }
}

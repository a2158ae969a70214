//! Tables `products` and `product_versions`.

use jinqiao_db::Versioned;

/// A product. The columns after `shelf_version` repeat what the version on the shelf says, for lists and filters.
pub mod product {
    use super::super::{Card, Channel, EquityType, FinancingKind, Guarantee, ProductState, ProductType, Stage};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{DateTime, Money, NaiveDate, OrgId, ProductId, Rate};
    use jinqiao_platform::enterprises::IndustrySection;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "products")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ProductId,
        pub no: String,
        pub institution_id: OrgId,
        pub kind: FinancingKind,
        pub state: ProductState,
        /// Counts every change, for the optimistic lock.
        pub version: i32,
        /// Number of the newest version.
        pub latest: i32,
        /// Why the operator took it off the shelf; it needs a newly approved version then.
        pub forced_off: Option<String>,
        pub created_at: DateTime,
        pub updated_at: DateTime,
        pub shelved_at: Option<DateTime>,
        /// Number of the version that is, or last was, on the shelf.
        pub shelf_version: Option<i32>,
        /// Kept beside the state, so that one index serves the public list.
        pub on_shelf: bool,
        pub card: Option<Doc<Card>>,
        pub product_type: Option<ProductType>,
        pub channel: Option<Channel>,
        pub equity_type: Option<EquityType>,
        pub amount_min: Option<Money>,
        pub amount_max: Option<Money>,
        pub term_min: Option<i32>,
        pub term_max: Option<i32>,
        pub rate_min: Option<Rate>,
        pub rate_max: Option<Rate>,
        /// The least that a loan costs a year, to sort by.
        pub cost_min: Option<Rate>,
        pub guarantees: Doc<Vec<Guarantee>>,
        pub stages: Doc<Vec<Stage>>,
        /// Sections served; empty for all.
        pub sections: Doc<Vec<IndustrySection>>,
        pub decision_days: Option<i32>,
        pub first_loan_friendly: bool,
        pub pure_online: bool,
        pub valid_from: Option<NaiveDate>,
        pub valid_to: Option<NaiveDate>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// One version; frozen once it has been decided on.
pub mod version {
    use super::super::{ProductContent, VersionState};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{DateTime, ProductId};
    use jinqiao_platform::reviews::Defect;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_versions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub state: VersionState,
        pub content: Doc<ProductContent>,
        pub defects: Doc<Vec<Defect>>,
        pub refusal: Option<String>,
        pub created_at: DateTime,
        pub updated_at: DateTime,
        pub submitted_at: Option<DateTime>,
        pub decided_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Versioned for product::Entity {
    const ID: product::Column = product::Column::Id;
    const VERSION: product::Column = product::Column::Version;
}

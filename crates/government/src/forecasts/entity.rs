//! Tables `forecasts` and `forecast_subscriptions`.

use jinqiao_db::Versioned;

/// A forecast. Level, class and months repeat what it says, for lists and filters.
pub mod forecast {
    use super::super::{ForecastContent, ForecastState};
    use crate::policies::{PolicyClass, PolicyLevel};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{DateTime, NaiveDate, OrgId, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "forecasts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub no: String,
        pub department_id: OrgId,
        pub state: ForecastState,
        /// Counts every change, for the optimistic lock.
        pub version: i32,
        /// Everybody can read it, …
        pub listed: bool,
        /// … and it is not expected any more; both kept beside the state, so that one index serves the public list.
        pub ended: bool,
        pub content: Doc<ForecastContent>,
        pub level: Option<PolicyLevel>,
        pub class: Option<PolicyClass>,
        /// First day of the month in which it is expected to open.
        pub opens_month: Option<NaiveDate>,
        /// The item that it becomes, or has become.
        pub policy_id: Option<PolicyId>,
        /// Why it was withdrawn.
        pub reason: Option<String>,
        pub created_at: DateTime,
        pub updated_at: DateTime,
        pub published_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A firm that wants to be told (订阅提醒).
pub mod subscription {
    use jinqiao_kernel::{DateTime, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "forecast_subscriptions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub forecast_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub enterprise_id: OrgId,
        pub created_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Versioned for forecast::Entity {
    const ID: forecast::Column = forecast::Column::Id;
    const VERSION: forecast::Column = forecast::Column::Version;
}

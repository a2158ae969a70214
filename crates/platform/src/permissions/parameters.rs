//! Numbers that the operator sets. A change applies to what is opened after it. Each concept declares its own.

use jinqiao_db::{Reading, Tx, settings};
use jinqiao_kernel::{DateTime, Error, Result};
use sea_orm::{ConnectionTrait, EntityTrait, Set, sea_query::OnConflict};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::Arc};
use utoipa::ToSchema;

/// A number that the operator sets.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// The name under which its value is stored.
    pub name: &'static str,
    /// What the operator calls it.
    pub text: &'static str,
    /// What it counts from and what follows from it.
    pub help: &'static str,
    /// What is counted.
    pub unit: &'static str,
    /// Its value until the operator sets another.
    pub default: i64,
    /// The least value allowed.
    pub min: i64,
    /// The largest value allowed.
    pub max: i64,
}

pub(super) mod entity {
    use jinqiao_kernel::DateTime;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "parameters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub value: i64,
        pub updated_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A number that the operator sets.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = Parameter)]
pub struct ParameterName(pub String);

/// A parameter with its limits.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ParameterView {
    key: ParameterName,
    /// Its name, as people read it.
    text: String,
    /// What it counts from and what follows from it.
    help: String,
    /// What is counted.
    unit: String,
    value: i64,
    min: i64,
    max: i64,
    default: i64,
    /// When the operator last set it.
    updated_at: Option<DateTime>,
}

impl ParameterView {
    fn new(parameter: Parameter, row: Option<&entity::Model>) -> Self {
        let Parameter { name, text, help, unit, default, min, max } = parameter;
        Self {
            key: ParameterName(name.into()),
            text: text.into(),
            help: help.into(),
            unit: unit.into(),
            value: row.map_or(default, |row| row.value),
            min,
            max,
            default,
            updated_at: row.map(|row| row.updated_at),
        }
    }
}

/// All values in force, read at once.
#[derive(Clone)]
pub struct Parameters(Arc<HashMap<String, i64>>);

impl Parameters {
    /// As the operator has set them now.
    pub async fn now(conn: &impl Reading) -> Result<Self> {
        settings(conn, async {
            let rows = entity::Entity::find().all(conn).await?;
            Ok(Self(Arc::new(rows.into_iter().map(|row| (row.key, row.value)).collect())))
        })
        .await
    }

    /// One of them.
    pub fn value(&self, parameter: Parameter) -> i64 {
        self.0.get(parameter.name).copied().unwrap_or(parameter.default)
    }

    /// One of them that is a number of days.
    ///
    /// # Errors
    /// When it is no such number, which the range of the parameter excludes.
    pub fn days(&self, parameter: Parameter) -> Result<i32> {
        i32::try_from(self.value(parameter)).map_err(|error| Error::internal(error.to_string()))
    }
}

/// The value in force.
pub async fn value_of(conn: &impl Reading, parameter: Parameter) -> Result<i64> {
    Ok(Parameters::now(conn).await?.value(parameter))
}

/// As [`value_of`], for numbers of working days.
pub async fn days_of(conn: &impl Reading, parameter: Parameter) -> Result<i32> {
    Parameters::now(conn).await?.days(parameter)
}

/// `parameters` with their values.
pub(super) async fn views(
    conn: &impl ConnectionTrait,
    parameters: impl Iterator<Item = Parameter>,
) -> Result<Vec<ParameterView>> {
    let rows = entity::Entity::find().all(conn).await?;
    let view = |parameter: Parameter| ParameterView::new(parameter, rows.iter().find(|row| row.key == parameter.name));
    Ok(parameters.map(view).collect())
}

/// Sets a value; it applies to what is opened after it.
///
/// # Errors
/// `validation` outside the values allowed.
pub async fn set(tx: &Tx, parameter: Parameter, value: i64) -> Result<()> {
    let Parameter { name, min, max, .. } = parameter;
    if !(min..=max).contains(&value) {
        return Err(Error::field("value", format!("须在 {min} 到 {max} 之间")));
    }
    let row = entity::ActiveModel { key: Set(name.into()), value: Set(value), updated_at: Set(tx.now()) };
    entity::Entity::insert(row)
        .on_conflict(
            OnConflict::column(entity::Column::Key)
                .update_columns([entity::Column::Value, entity::Column::UpdatedAt])
                .to_owned(),
        )
        .exec_without_returning(tx.conn())
        .await?;
    tx.settings_changed().await
}

//! Texts that the operator sets, such as the platform's name. Each concept declares its own.

use jinqiao_kernel::{Checks, DateTime, Result};
use sea_orm::{ConnectionTrait, EntityTrait, Set, sea_query::OnConflict};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text that the operator sets.
#[derive(Clone, Copy, Debug)]
pub struct TextParameter {
    /// The name under which it is stored, and read by pages.
    pub name: &'static str,
    /// What the operator calls it.
    pub text: &'static str,
    /// Where it is shown, and what it looks like.
    pub help: &'static str,
    /// What is shown until the operator sets another; nothing where it is empty.
    pub default: &'static str,
    /// May it be empty?
    pub optional: bool,
    /// Most characters.
    pub longest: usize,
}

pub(super) mod entity {
    use jinqiao_kernel::DateTime;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "text_parameters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub value: String,
        pub updated_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A text that the operator sets.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = TextParameter)]
pub struct TextName(pub String);

/// A text with what it is for.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct TextParameterView {
    key: TextName,
    /// Its name, as people read it.
    text: String,
    /// Where it is shown.
    help: String,
    value: String,
    optional: bool,
    /// Most characters.
    longest: usize,
    /// When the operator last set it.
    updated_at: Option<DateTime>,
}

/// `texts` with their values, in their order.
pub(super) async fn views(
    conn: &impl ConnectionTrait,
    texts: impl Iterator<Item = TextParameter>,
) -> Result<Vec<TextParameterView>> {
    let rows = entity::Entity::find().all(conn).await?;
    let view = |one: TextParameter| {
        let row = rows.iter().find(|row| row.key == one.name);
        TextParameterView {
            key: TextName(one.name.into()),
            text: one.text.into(),
            help: one.help.into(),
            value: row.map_or(one.default, |row| &row.value).into(),
            optional: one.optional,
            longest: one.longest,
            updated_at: row.map(|row| row.updated_at),
        }
    };
    Ok(texts.map(view).collect())
}

/// `texts` in force, by name.
pub async fn text_values(
    conn: &impl ConnectionTrait,
    texts: impl Iterator<Item = TextParameter>,
) -> Result<Vec<(String, String)>> {
    Ok(views(conn, texts).await?.into_iter().map(|one| (one.key.0, one.value)).collect())
}

/// Sets a text.
///
/// # Errors
/// `validation` when it is too long, or empty where something has to stand.
pub async fn set_text(tx: &jinqiao_db::Tx, parameter: TextParameter, value: &str) -> Result<()> {
    let value = value.trim();
    Checks::new().line("value", value, usize::from(!parameter.optional)..=parameter.longest).done()?;
    let row =
        entity::ActiveModel { key: Set(parameter.name.into()), value: Set(value.into()), updated_at: Set(tx.now()) };
    entity::Entity::insert(row)
        .on_conflict(
            OnConflict::column(entity::Column::Key)
                .update_columns([entity::Column::Value, entity::Column::UpdatedAt])
                .to_owned(),
        )
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

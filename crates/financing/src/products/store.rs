//! Scoped queries; writes take the transaction.

use super::{
    ProductContent, ProductState, ProductType,
    entity::{product, version},
};
use jinqiao_db::{Tx, called};
use jinqiao_kernel::{Error, OrgId, ProductId, Result};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::ExprTrait as _,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

pub(super) fn of_institution(institution: OrgId) -> Select<product::Entity> {
    product::Entity::find().filter(product::Column::InstitutionId.eq(institution))
}

/// Products of an institution that are not archived.
pub fn unarchived(institution: OrgId) -> Select<product::Entity> {
    of_institution(institution).filter(product::Column::State.ne(ProductState::Archived))
}

/// The institution's own product.
///
/// # Errors
/// `not_found`.
pub async fn own(conn: &impl ConnectionTrait, institution: OrgId, id: ProductId) -> Result<product::Model> {
    of_institution(institution).filter(product::Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

/// The institution's own product, its row locked until the write ends.
pub async fn lock_own(tx: &Tx, institution: OrgId, id: ProductId) -> Result<product::Model> {
    let own = of_institution(institution).filter(product::Column::Id.eq(id)).lock_exclusive();
    own.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Any product, locked; for the operator and for reactions.
pub async fn lock_any(tx: &Tx, id: ProductId) -> Result<product::Model> {
    product::Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Any product that was submitted at least once; for the operator.
pub async fn submitted(conn: &impl ConnectionTrait, id: ProductId) -> Result<product::Model> {
    let row = product::Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)?;
    let seen = row.latest > 1 || latest(conn, &row).await?.submitted_at.is_some();
    if seen { Ok(row) } else { Err(Error::not_found()) }
}

/// Products of an institution that are on the shelf, locked.
pub async fn lock_on_shelf(tx: &Tx, institution: OrgId) -> Result<Vec<product::Model>> {
    let rows = of_institution(institution).filter(product::Column::OnShelf.eq(true)).order_by_asc(product::Column::Id);
    Ok(rows.lock_exclusive().all(tx.conn()).await?)
}

/// One version.
pub async fn version(conn: &impl ConnectionTrait, id: ProductId, number: i32) -> Result<version::Model> {
    version::Entity::find_by_id((id, number)).one(conn).await?.ok_or_else(Error::not_found)
}

/// The newest version.
pub async fn latest(conn: &impl ConnectionTrait, row: &product::Model) -> Result<version::Model> {
    version(conn, row.id, row.latest).await
}

/// All versions of a product, newest first.
pub async fn versions(conn: &impl ConnectionTrait, id: ProductId) -> Result<Vec<version::Model>> {
    let rows = version::Entity::find().filter(version::Column::ProductId.eq(id));
    Ok(rows.order_by_desc(version::Column::Number).all(conn).await?)
}

/// The versions `wanted`, by product and number.
pub async fn versions_of(
    conn: &impl ConnectionTrait,
    wanted: impl IntoIterator<Item = (ProductId, i32)>,
) -> Result<HashMap<(ProductId, i32), version::Model>> {
    let wanted: Vec<_> = wanted.into_iter().collect();
    let mut found = HashMap::new();
    // One statement takes only so many values.
    for some in wanted.chunks(400) {
        let any = some.iter().fold(Condition::any(), |any, (id, number)| {
            any.add(version::Column::ProductId.eq(*id).and(version::Column::Number.eq(*number)))
        });
        let rows = version::Entity::find().filter(any).all(conn).await?;
        found.extend(rows.into_iter().map(|row| ((row.product_id, row.number), row)));
    }
    Ok(found)
}

/// Stores a version; its product is locked.
pub async fn save_version(tx: &Tx, row: version::ActiveModel, id: ProductId, number: i32) -> Result<()> {
    version::Entity::update_many()
        .set(row)
        .filter(version::Column::ProductId.eq(id))
        .filter(version::Column::Number.eq(number))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Numbers of the products among `ids`.
pub async fn numbers(conn: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    called::<product::Entity>(conn, product::Column::Id, product::Column::No, ids).await
}

/// Types of the products `wanted` that are loans.
pub async fn types(
    conn: &impl ConnectionTrait,
    wanted: impl IntoIterator<Item = ProductId>,
) -> Result<HashMap<ProductId, ProductType>> {
    let wanted: HashSet<ProductId> = wanted.into_iter().collect();
    let rows = product::Entity::find()
        .select_only()
        .columns([product::Column::Id, product::Column::ProductType])
        .filter(product::Column::Id.is_in(wanted))
        .filter(product::Column::ProductType.is_not_null());
    Ok(rows.into_tuple::<(ProductId, ProductType)>().all(conn).await?.into_iter().collect())
}

/// What the versions `wanted` are called.
pub async fn names(
    conn: &impl ConnectionTrait,
    wanted: impl IntoIterator<Item = (ProductId, i32)>,
) -> Result<HashMap<(ProductId, i32), String>> {
    let versions = versions_of(conn, wanted).await?;
    Ok(versions.into_iter().map(|(key, row)| (key, row.content.0.name)).collect())
}

/// What the versions `wanted` say.
pub async fn contents(
    conn: &impl ConnectionTrait,
    wanted: impl IntoIterator<Item = (ProductId, i32)>,
) -> Result<HashMap<(ProductId, i32), super::ProductContent>> {
    let versions = versions_of(conn, wanted).await?;
    Ok(versions.into_iter().map(|(key, row)| (key, row.content.0)).collect())
}

/// What the version of `row` that is, or last was, on the shelf says.
///
/// # Errors
/// `not_found` when none ever was.
pub async fn shelf_content(conn: &impl ConnectionTrait, row: &product::Model) -> Result<ProductContent> {
    Ok(shelf_version(conn, row).await?.content.0)
}

/// The version that is, or last was, on the shelf.
///
/// # Errors
/// `not_found` when none ever was.
pub async fn shelf_version(conn: &impl ConnectionTrait, row: &product::Model) -> Result<version::Model> {
    let number = row.shelf_version.ok_or_else(Error::not_found)?;
    version(conn, row.id, number).await
}

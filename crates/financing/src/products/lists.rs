//! Lists of products for those who manage them, by state and by words.

use super::{
    ProductState,
    entity::product::{self, Column},
    searched,
    store::of_institution,
};
use jinqiao_db::{Db, page_of, typed};
use jinqiao_kernel::{OrgId, Page, PageQuery, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which products are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct ProductFilter {
    state: Option<ProductState>,
    /// Begins the number, with or without its hyphens, or is the end of a recent one; or stands in what the product says.
    #[param(max_length = 60)]
    q: Option<String>,
}

/// The own products, last changed first.
pub async fn own_page(
    db: &Db,
    institution: OrgId,
    filter: &ProductFilter,
    wanted: &PageQuery,
) -> Result<Page<product::Model>> {
    let select = of_institution(institution);
    let mut select = match filter.state {
        Some(state) => select.filter(Column::State.eq(state)),
        // What is filed away is asked for by name.
        None => select.filter(Column::State.ne(ProductState::Archived)),
    };
    if let Some(words) = typed(filter.q.as_deref()) {
        select = select.filter(searched::called_own(db, words).await?);
    }
    let ordered = select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id);
    page_of(db.read(), ordered, wanted).await
}

/// Products that were on the shelf, for the operator; last changed first.
pub async fn known_page(db: &Db, filter: &ProductFilter, wanted: &PageQuery) -> Result<Page<product::Model>> {
    let state = filter.state.unwrap_or(ProductState::OnShelf);
    let mut select = product::Entity::find().filter(Column::State.eq(state));
    if let Some(words) = typed(filter.q.as_deref()) {
        select = select.filter(searched::called_on_shelf(db, words).await?);
    }
    let ordered = select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id);
    page_of(db.read(), ordered, wanted).await
}

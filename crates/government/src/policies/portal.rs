//! The public list: items as everybody sees them.

use super::{
    PolicyClass, PolicyContent, PolicyLevel, PolicyMode, PolicyState,
    entity::{policy, version, window},
    store,
};
use jinqiao_db::{Db, Search, Tx, page_of};
use jinqiao_financing::synonyms;
use jinqiao_kernel::{Error, NaiveDate, Page, PageQuery, PolicyId, Result, local_date};
use policy::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait as _},
};
use serde::Deserialize;
use utoipa::IntoParams;

/// Under which items are found by what they say.
const TEXTS: &str = "policies";
/// Other ways to say one part of a query that are tried.
const OTHER_WAYS: usize = 12;

/// Keeps by what the item `id` is found, which says `content`.
pub async fn index(tx: &Tx, id: PolicyId, content: &PolicyContent) -> Result<()> {
    let PolicyContent { title, document_no, object, benefit, .. } = content;
    let materials = content.materials.iter().map(|one| one.name.as_str());
    let texts: Vec<_> =
        [title, document_no, object, benefit].map(String::as_str).into_iter().chain(materials).collect();
    tx.index_text(TEXTS, id, &texts.join(" ")).await
}

/// Which items are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct PolicyFilter {
    level: Option<PolicyLevel>,
    class: Option<PolicyClass>,
    mode: Option<PolicyMode>,
    /// Only those that take applications today.
    open: Option<bool>,
    /// Words in title, number of the document, object or benefit.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// As [`super::Opening`] says, for rows.
fn open_on(today: NaiveDate) -> Condition {
    let first = Condition::all()
        .add(Column::OpensOn.is_null().or(Column::OpensOn.lte(today)))
        .add(Column::ClosesOn.is_null().or(Column::ClosesOn.gte(today)));
    let own = Expr::col((window::Entity, window::Column::PolicyId)).equals((Entity, Column::Id));
    let later = window::Entity::find()
        .filter(own)
        .filter(window::Column::OpensOn.lte(today))
        .filter(window::Column::ClosesOn.is_null().or(window::Column::ClosesOn.gte(today)))
        .select_only()
        .column(window::Column::PolicyId);
    let later = later.into_query();
    Condition::all().add(Column::State.eq(PolicyState::Open)).add(Condition::any().add(first).add(Expr::exists(later)))
}

/// The public list, last published first.
///
/// # Errors
/// When the page is out of range.
pub async fn page(db: &Db, filter: &PolicyFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let today = local_date(db.world().now());
    let kinds = Condition::all()
        .add(Column::Listed.eq(true))
        .add_option(filter.level.map(|level| Column::Level.eq(level)))
        .add_option(filter.class.map(|class| Column::Class.eq(class)))
        .add_option(filter.mode.map(|mode| Column::Mode.eq(mode)))
        .add_option(filter.open.filter(|open| *open).map(|_| open_on(today)));
    let words = synonyms::in_force(db.read()).await?;
    let asked = Search::of(TEXTS, filter.q.as_deref().unwrap_or_default(), |part| words.other_ways(part, OTHER_WAYS));
    let select =
        Entity::find().filter(kinds).apply_if(asked.as_ref(), |select, asked| select.filter(asked.found(Column::Id)));
    page_of(db.read(), select.order_by_desc(Column::PublishedAt).order_by_desc(Column::Id), wanted).await
}

/// The items that take applications on `today`, last published first, at most `most`; for all kinds.
///
/// # Errors
/// When the database fails.
pub async fn open_items(conn: &impl ConnectionTrait, today: NaiveDate, most: u64) -> Result<Vec<Model>> {
    let open = Entity::find().filter(Column::Listed.eq(true)).filter(open_on(today));
    Ok(open.order_by_desc(Column::PublishedAt).order_by_desc(Column::Id).limit(most).all(conn).await?)
}

/// An item that everybody can read, with one of its published versions: the one in force unless `number` names another.
///
/// # Errors
/// `not_found`.
pub async fn published(
    conn: &impl ConnectionTrait,
    id: PolicyId,
    number: Option<i32>,
) -> Result<(Model, version::Model)> {
    let row = Entity::find_by_id(id).filter(Column::Listed.eq(true)).one(conn).await?.ok_or_else(Error::not_found)?;
    let number = number.or(row.published).ok_or_else(Error::not_found)?;
    let version = store::version(conn, id, number).await?;
    if version.published_at.is_none() {
        return Err(Error::not_found());
    }
    Ok((row, version))
}

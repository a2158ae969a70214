//! What each side sees of a product.

use super::{
    Card, FinancingKind, ProductContent, ProductFact, ProductState, VersionState,
    access::{ProductAction, actions},
    entity::{product, version},
    shelf::{self, Offered, ShelfFilter},
    store,
};
use jinqiao_db::{Db, facts_of, shared};
use jinqiao_http::{TimelineItem, timeline};
use jinqiao_kernel::{DateTime, Error, FileId, OrgId, Page, PageQuery, ProductId, Rate, Result, local_date};
use jinqiao_platform::{
    organizations::{self, InstitutionType, Organization},
    reviews::Defect,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One version, in short.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct VersionView {
    number: i32,
    state: VersionState,
    created_at: DateTime,
    submitted_at: Option<DateTime>,
    decided_at: Option<DateTime>,
}

/// The own product with its newest version.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ProductView {
    id: ProductId,
    no: String,
    kind: FinancingKind,
    state: ProductState,
    /// Counts every change, for the next step.
    version: i32,
    /// Number of the newest version …
    latest: i32,
    /// … and its state.
    version_state: VersionState,
    content: ProductContent,
    /// Number of the version that is, or last was, on the shelf.
    shelf_version: Option<i32>,
    /// What that one says, where it is not the newest; in the detail only.
    shelved: Option<ProductContent>,
    annual_cost_min: Option<Rate>,
    defects: Vec<Defect>,
    refusal: Option<String>,
    /// Why the operator took it off the shelf.
    forced_off: Option<String>,
    created_at: DateTime,
    updated_at: DateTime,
    submitted_at: Option<DateTime>,
    shelved_at: Option<DateTime>,
    /// Newest first; in the detail only.
    versions: Vec<VersionView>,
    /// In the detail only.
    timeline: Vec<TimelineItem>,
    actions: Vec<ProductAction>,
}

/// The institution behind a product.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct ProductInstitution {
    id: OrgId,
    name: String,
    institution_type: Option<InstitutionType>,
    /// The picture that stands for it, below `/institutions/{id}/mark`.
    mark: Option<FileId>,
}

/// An institution with products on the shelf.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct ShelfInstitution {
    #[serde(flatten)]
    institution: ProductInstitution,
    /// Products on the shelf.
    products: i64,
}

/// A product with its institution, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OperatorProductView {
    product: ProductView,
    institution: ProductInstitution,
    certified: bool,
}

/// A product of the public list.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ShelfItem {
    id: ProductId,
    kind: FinancingKind,
    institution: ProductInstitution,
    #[serde(flatten)]
    card: Card,
    shelved_at: Option<DateTime>,
}

/// A product on the shelf, whole.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PublicProduct {
    id: ProductId,
    no: String,
    /// Number of this version.
    number: i32,
    institution: ProductInstitution,
    /// Without the rule sheet.
    content: ProductContent,
    /// An enterprise sees an indicative amount for its demand (支持在线测算额度).
    estimates: bool,
    /// Yearly cost of the cheapest loan with all fees.
    annual_cost_min: Option<Rate>,
    shelved_at: Option<DateTime>,
}

impl From<&Organization> for ProductInstitution {
    fn from(org: &Organization) -> Self {
        Self { id: org.id, name: org.name.clone(), institution_type: org.institution_type, mark: org.shown_mark() }
    }
}

fn listed(row: product::Model, latest: version::Model) -> ProductView {
    ProductView {
        actions: actions(&row, &latest),
        annual_cost_min: latest.content.0.annual_cost_min(),
        version_state: latest.state,
        content: latest.content.0,
        defects: latest.defects.0,
        refusal: latest.refusal,
        submitted_at: latest.submitted_at,
        shelved: None,
        versions: vec![],
        timeline: vec![],
        id: row.id,
        no: row.no,
        kind: row.kind,
        state: row.state,
        version: row.version,
        latest: row.latest,
        shelf_version: row.shelf_version,
        forced_off: row.forced_off,
        created_at: row.created_at,
        updated_at: row.updated_at,
        shelved_at: row.shelved_at,
    }
}

/// A page of products with their newest versions.
pub async fn page(db: &Db, rows: Page<product::Model>) -> Result<Page<ProductView>> {
    let mut versions = store::versions_of(db.read(), rows.items.iter().map(|row| (row.id, row.latest))).await?;
    rows.try_map(|row| {
        let latest = versions.remove(&(row.id, row.latest)).ok_or_else(Error::not_found)?;
        Ok(listed(row, latest))
    })
}

/// A product whole, with its history.
pub async fn detail(db: &Db, row: product::Model) -> Result<ProductView> {
    let mut versions = store::versions(db.read(), row.id).await?;
    let facts = facts_of(db.read(), row.id).await?;
    let own = organizations::by_id(db.read(), row.institution_id).await?;
    let timeline = timeline::<ProductFact>(&facts, |org| (org == own.id).then(|| own.name.clone()))?;
    let shelved = row.shelf_version.filter(|number| *number != row.latest);
    let shelved = versions.iter().find(|version| Some(version.number) == shelved);
    let shelved = shelved.map(|version| version.content.0.clone());
    let short = versions.iter().map(VersionView::from).collect();
    let latest = versions.iter().position(|version| version.number == row.latest).ok_or_else(Error::not_found)?;
    Ok(ProductView { shelved, versions: short, timeline, ..listed(row, versions.swap_remove(latest)) })
}

impl From<&version::Model> for VersionView {
    fn from(row: &version::Model) -> Self {
        let version::Model { number, state, created_at, submitted_at, decided_at, .. } = *row;
        Self { number, state, created_at, submitted_at, decided_at }
    }
}

/// A product for the operator.
pub async fn for_operator(db: &Db, row: product::Model) -> Result<OperatorProductView> {
    let org = organizations::by_id(db.read(), row.institution_id).await?;
    Ok(OperatorProductView {
        certified: org.certified,
        institution: ProductInstitution::from(&org),
        product: detail(db, row).await?,
    })
}

/// The public list with the names of the institutions.
pub async fn shelf_page(db: &Db, filter: &ShelfFilter, wanted: &PageQuery) -> Result<Page<ShelfItem>> {
    let rows = shelf::page(db, filter, wanted).await?;
    let institutions = organizations::names(db.read(), rows.items.iter().map(|row| row.institution_id)).await?;
    rows.try_map(|row| {
        let institution = institutions.get(&row.institution_id).ok_or_else(Error::not_found)?;
        let card = row.card.ok_or_else(Error::not_found)?.0;
        let (id, kind, shelved_at) = (row.id, row.kind, row.shelved_at);
        Ok(ShelfItem { id, kind, institution: institution.into(), card, shelved_at })
    })
}

/// A product on the shelf, for everybody.
pub async fn public(db: &Db, offered: Offered) -> Result<PublicProduct> {
    let Offered { row, version } = offered;
    let org = organizations::by_id(db.read(), row.institution_id).await?;
    Ok(PublicProduct {
        id: row.id,
        no: row.no,
        number: version.number,
        institution: ProductInstitution::from(&org),
        annual_cost_min: version.content.0.annual_cost_min(),
        estimates: version.content.0.sheet.is_some(),
        content: version.content.0.in_public(),
        shelved_at: row.shelved_at,
    })
}

/// Institutions with products on the shelf, those with the most first; within the minute, since all products are counted.
pub async fn institutions(db: &Db) -> Result<Vec<ShelfInstitution>> {
    shared(db.read(), "", counted_institutions(db)).await
}

async fn counted_institutions(db: &Db) -> Result<Vec<ShelfInstitution>> {
    let counted = shelf::institutions(db.read(), local_date(db.world().now())).await?;
    let orgs = organizations::names(db.read(), counted.iter().map(|(id, _)| *id)).await?;
    let view =
        |(id, products): (OrgId, i64)| orgs.get(&id).map(|org| ShelfInstitution { institution: org.into(), products });
    Ok(counted.into_iter().filter_map(view).collect())
}

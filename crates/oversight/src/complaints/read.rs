//! Reading complaints, for each reader.

use super::{
    ComplaintFact,
    entity::Model,
    reader::Reader,
    searched,
    store::{self, ComplaintFilter, Scope},
    view::ComplaintView,
};
use axum::response::Response;
use jinqiao_db::{Db, Intent, facts_of, typed};
use jinqiao_http::{AppState, timeline};
use jinqiao_kernel::{AccountId, Actor, ComplaintId, Error, FileId, Page, PageQuery, Result, Role};
use jinqiao_platform::{
    accounts::{self, Named},
    files::{self, HolderFuture},
    organizations,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

pub async fn page(
    db: &Db,
    actor: &Actor,
    scope: Scope<'_>,
    filter: &ComplaintFilter,
    wanted: &PageQuery,
) -> Result<Page<ComplaintView>> {
    let found = match typed(filter.q.as_deref()) {
        Some(words) => Some(searched::called(db, scope, words).await?),
        None => None,
    };
    let rows = store::page(db, scope, filter, found, wanted).await?;
    let reader = Reader::new(db, actor, &rows.items).await?;
    Ok(rows.map(|row| ComplaintView::new(row, &reader)))
}

/// One complaint. Operator and government see both names; that is noted for the auditor before it is answered.
pub async fn one(db: &Db, actor: &Actor, scope: Scope<'_>, id: ComplaintId) -> Result<ComplaintView> {
    let row = store::by_id(db.read(), scope, id).await?;
    if !matches!(scope, Scope::Party(_)) {
        db.viewed(Intent::by(actor, "complaints.view").on(id)).await?;
    }
    let facts = facts_of(db.read(), id).await?;
    let mut reader = Reader::new(db, actor, std::slice::from_ref(&row)).await?;
    let doers: Vec<_> = facts.iter().filter_map(|fact| fact.org).collect();
    reader.names.extend(organizations::names(db.read(), doers).await?);
    let timeline = timeline::<ComplaintFact>(&facts, |org| reader.name(org, row.order_id))?;
    let files = if may_fetch(actor, &row) { files::infos(db.read(), &row.attachments.0).await? } else { vec![] };
    Ok(ComplaintView::new(row, &reader).detailed(files, timeline))
}

/// The side that a complaint is about does not get its files.
fn may_fetch(actor: &Actor, row: &Model) -> bool {
    row.about_org != Some(actor.org)
}

/// Does the actor see the complaint `record`, and so the files that the own organisation added to it?
pub fn holds_files<'a>(db: &'a Db, actor: &'a Actor, record: Uuid) -> HolderFuture<'a> {
    let (id, scope) = (ComplaintId::from(record), Scope::Party(actor));
    Box::pin(async move {
        let known = store::exists(db.read(), Scope::Operator, id).await?;
        Ok(if known { Some(store::exists(db.read(), scope, id).await?) } else { None })
    })
}

/// One attachment of a complaint, for operator and government; noted for the auditor before it is sent.
pub async fn attachment(
    app: &AppState,
    actor: &Actor,
    scope: Scope<'_>,
    id: ComplaintId,
    file: FileId,
) -> Result<Response> {
    let row = store::by_id(app.db.read(), scope, id).await?;
    if !row.attachments.0.contains(&file) {
        return Err(Error::not_found());
    }
    files::serve(app, file, Intent::by(actor, "complaints.attachment").on(id)).await
}

/// One of the operator's people.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ComplaintHandler {
    id: AccountId,
    name: String,
    organization: String,
}

/// Those who may be given complaints, by name.
pub async fn handlers(db: &Db) -> Result<Vec<ComplaintHandler>> {
    let ids = accounts::ids_of_role(db.read(), Role::Operator).await?;
    let named = accounts::named(db.read(), ids).await?;
    let view = |(id, Named { name, organization, .. })| ComplaintHandler { id, name, organization };
    let mut handlers: Vec<_> = named.into_iter().map(view).collect();
    handlers.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(handlers)
}

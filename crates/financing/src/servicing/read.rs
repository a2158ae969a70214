//! Reading draws, for each side.

use super::{
    entity::Model,
    facts::DrawFact,
    model::DrawState,
    store::{self, DrawFilter},
    terms::DrawTerms,
    view::{DrawDetail, DrawView, Known, Names, Parts},
};
use crate::{
    loans::Instalment,
    orders::{Scope, order_by_id},
};
use axum::response::Response;
use jinqiao_db::{Db, Intent, facts_of};
use jinqiao_http::{AppState, timeline};
use jinqiao_kernel::{
    Actor, DrawId, Error, FileId, NaiveDate, OrderId, OrgId, OrgKind, Page, PageQuery, Result, local_date,
};
use jinqiao_platform::{
    calendar::calendar,
    files,
    organizations::{self, Organization},
};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Whose draws the actor sees.
pub(super) fn scope(actor: &Actor) -> Scope {
    match actor.org_kind {
        OrgKind::Enterprise => Scope::Enterprise(actor.org),
        _ => Scope::of_institution(actor),
    }
}

async fn listed(db: &Db, actor: &Actor, rows: &[Model]) -> Result<Vec<DrawView>> {
    let orgs = organizations::names(db.read(), rows.iter().flat_map(|row| [row.institution_id, row.enterprise_id]));
    let (orgs, calendar, now) = (orgs.await?, calendar(db.read()).await?, db.world().now());
    let known = Known { calendar: &calendar, now, today: local_date(now), side: actor.org_kind };
    Ok(rows.iter().map(|row| known.view(row, names(&orgs, row))).collect())
}

fn names(orgs: &HashMap<OrgId, Organization>, row: &Model) -> Names {
    let name = |org: OrgId| orgs.get(&org).map(|org| org.name.clone()).unwrap_or_default();
    Names { institution: name(row.institution_id), enterprise: name(row.enterprise_id) }
}

/// The reader's draws, those that end first at first.
pub async fn page(db: &Db, actor: &Actor, filter: &DrawFilter, wanted: &PageQuery) -> Result<Page<DrawView>> {
    let Page { items, total, capped, page, size } = store::page(db, &scope(actor), filter, wanted).await?;
    Ok(Page { items: listed(db, actor, &items).await?, total, capped, page, size })
}

/// All draws of one of the reader's orders.
pub async fn of_order(db: &Db, actor: &Actor, order: OrderId) -> Result<Vec<DrawView>> {
    order_by_id(db.read(), &scope(actor), order).await?;
    listed(db, actor, &store::of_order(db.read(), order).await?).await
}

/// What a loan owes next.
pub struct NextDue {
    /// The draw.
    pub draw: DrawId,
    /// Its version.
    pub version: i32,
    /// Its terms.
    pub terms: DrawTerms,
    /// When the first line of the plan that is not paid falls due, or fell due …
    pub due_on: NaiveDate,
    /// … and the line.
    pub due: Instalment,
}

/// What the first draw of an order that runs owes next; none when nothing is.
pub async fn next_due(conn: &impl ConnectionTrait, order: OrderId) -> Result<Option<NextDue>> {
    let draws = store::of_order(conn, order).await?;
    let running = draws.into_iter().find(|draw| draw.state == DrawState::Running);
    Ok(running.and_then(|row| {
        let due_on = row.late_since.or(row.next_on)?;
        let plan = row.terms.0.plan(&[], &row.extensions.0);
        let (_, due) = plan.into_iter().find(|(day, _)| *day == due_on)?;
        Some(NextDue { draw: row.id, version: row.version, terms: row.terms.0, due_on, due })
    }))
}

/// One of the reader's draws with all that belongs to it.
pub async fn one(db: &Db, actor: &Actor, id: DrawId) -> Result<DrawDetail> {
    let conn = &db.answer();
    let row = store::by_id(conn, &scope(actor), id).await?;
    let orgs = organizations::names(conn, [row.institution_id, row.enterprise_id]).await?;
    let (receipts, checks) = (store::receipts_of(conn, id).await?, store::checks_of(conn, id).await?);
    let mut ids = row.terms.0.attachments.clone();
    ids.extend(checks.iter().flat_map(|check| check.attachments.0.clone()));
    let infos = files::infos(conn, &ids).await?;
    let of = |ids: &[FileId]| infos.iter().filter(|info| ids.contains(&info.id)).cloned().collect();
    let checks = checks
        .into_iter()
        .map(|check| {
            let files = of(&check.attachments.0);
            (check, files)
        })
        .collect();
    let told = timeline::<DrawFact>(&facts_of(conn, id).await?, |org| orgs.get(&org).map(|org| org.name.clone()))?;
    let (calendar, now) = (calendar(conn).await?, db.world().now());
    let known = Known { calendar: &calendar, now, today: local_date(now), side: actor.org_kind };
    let parts = Parts { receipts, checks, files: of(&row.terms.0.attachments), timeline: told };
    Ok(known.detail(&row, names(&orgs, &row), parts))
}

/// Sends a file of a draw: contract, voucher, or what a check brought.
///
/// # Errors
/// `not_found`.
pub async fn file(app: &AppState, actor: &Actor, id: DrawId, file: FileId) -> Result<Response> {
    let row = store::by_id(app.db.read(), &scope(actor), id).await?;
    let checks = store::checks_of(app.db.read(), id).await?;
    if !row.terms.0.attachments.contains(&file) && !checks.iter().any(|check| check.attachments.0.contains(&file)) {
        return Err(Error::not_found());
    }
    files::serve(app, file, Intent::by(actor, "servicing.file").on(id)).await
}

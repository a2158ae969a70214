//! Reading requests, and the files that answer them.

use super::{
    entity::{Column, Entity, Model},
    view::MaterialRequestView,
};
use crate::orders::store::{self, Scope};
use axum::response::Response;
use jinqiao_db::Intent;
use jinqiao_http::AppState;
use jinqiao_kernel::{Actor, Error, FileId, OrderId, Result};
use jinqiao_platform::{
    consents::{self, AccessPart, ConsentScope, Look},
    files,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

pub(super) async fn rows(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Model>> {
    let of_order = Entity::find().filter(Column::OrderId.eq(order));
    Ok(of_order.order_by_desc(Column::AskedAt).order_by_desc(Column::Id).all(conn).await?)
}

/// The requests of an order, newest first; the caller has made sure that its reader may see the order.
pub async fn of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<MaterialRequestView>> {
    let rows = rows(conn, order).await?;
    let ids: Vec<_> = rows.iter().flat_map(|row| row.files.0.iter().copied()).collect();
    let files = files::infos(conn, &ids).await?;
    Ok(rows.into_iter().map(|row| MaterialRequestView::new(row, &files)).collect())
}

async fn check_provided(conn: &impl ConnectionTrait, order: OrderId, file: FileId) -> Result<()> {
    let provided = rows(conn, order).await?.iter().any(|row| row.files.0.contains(&file));
    if provided { Ok(()) } else { Err(Error::not_found()) }
}

/// One of the materials that the enterprise provided for the institution's order, while its consent holds. Noted for the
/// enterprise and for the auditor before it is sent.
pub async fn for_institution(app: &AppState, actor: &Actor, id: OrderId, file: FileId) -> Result<Response> {
    let db = &app.db;
    store::by_id(db.read(), &Scope::of_institution(actor), id).await?;
    check_provided(db.read(), id, file).await?;
    let consent = consents::of_order(db.read(), id).await?;
    let consent = consent.filter(|consent| consent.opens(ConsentScope::Identity, db.world().now()));
    consent.ok_or_else(Error::not_found)?;
    let name = files::infos(db.read(), &[file]).await?.pop().ok_or_else(Error::not_found)?.name;
    let what = format!("下载补充材料“{name}”");
    let what = what.as_str();
    db.write(Intent::by(actor, "orders.download_material").on(id).detail(what), |tx| async move {
        // What was provided to this institution on request is open as long as any consent for the order holds.
        let look = Look { part: AccessPart::Material, scope: ConsentScope::Identity, what, reason: None };
        consents::record_access(&tx, actor, id, look).await.map(|_| ())
    })
    .await?;
    files::content(app, file).await
}

//! Reading orders, for each side.

use super::{
    OrderFact, OrderState,
    entity::Model,
    facts::InsideFact,
    hand_over::may_hand_over,
    list::{self, OrderFilter},
    looks::{Sight, look_at_enterprise},
    materials,
    officers::Staff,
    opened::{Known, OpenedEnterprise},
    parameters::LIVE_ORDERS,
    ratings::reputations,
    store::{self, Scope},
    view::{DeadlineCalculator, EnterpriseOrderView, InstitutionOrderView, OfficerContact},
};
use crate::demands::{self, Demand, MarketDemand, MyOrder, OnMarket};
use axum::response::Response;
use jinqiao_db::{Db, Intent, Reading, facts_of};
use jinqiao_http::{AppState, timeline};
use jinqiao_kernel::{Actor, DateTime, DemandId, Error, FileId, OrderId, Page, PageQuery, Result, Vault, local_date};
use jinqiao_platform::{
    accounts,
    calendar::calendar,
    consents::{self, AccessPart, Consent, ConsentScope, Look},
    enterprises,
    files::{self, FileInfo},
    organizations::{self, Organization},
    permissions::value_of,
};
use sea_orm::{ActiveEnum, ConnectionTrait};
use std::collections::HashMap;

async fn for_enterprise(db: &Db, rows: Vec<Model>) -> Result<Vec<EnterpriseOrderView>> {
    let (conn, now) = (&db.answer(), db.world().now());
    let deadlines = DeadlineCalculator { calendar: calendar(conn).await?, now };
    let demands = demands::by_ids(conn, rows.iter().map(|row| row.demand_id)).await?;
    let institutions = organizations::names(conn, rows.iter().map(|row| row.institution_id)).await?;
    let reputations = reputations(conn, institutions.keys().copied(), now).await?;
    let view = |row: Model| {
        let demand = demands.get(&row.demand_id).ok_or_else(Error::not_found)?;
        let institution = institutions.get(&row.institution_id).ok_or_else(Error::not_found)?;
        let reputation = reputations.get(&institution.id).copied();
        Ok(EnterpriseOrderView::new(row, demand, (institution, reputation), vec![], &deadlines).listed())
    };
    rows.into_iter().map(view).collect()
}

/// The enterprise's orders.
pub async fn enterprise_page(
    db: &Db,
    actor: &Actor,
    filter: &OrderFilter,
    wanted: &PageQuery,
) -> Result<Page<EnterpriseOrderView>> {
    let Page { items, total, capped, page, size } =
        list::page(db, &Scope::Enterprise(actor.org), filter, wanted).await?;
    Ok(Page { items: for_enterprise(db, items).await?, total, capped, page, size })
}

/// The offers on one of the enterprise's demands.
pub async fn offers(db: &Db, actor: &Actor, demand: DemandId) -> Result<Vec<EnterpriseOrderView>> {
    let demand = demands::own(db.read(), actor.org, demand).await?;
    for_enterprise(db, store::offers(db.read(), actor.org, demand.id).await?).await
}

/// One of the enterprise's orders.
pub async fn enterprise_order(db: &Db, vault: &Vault, actor: &Actor, id: OrderId) -> Result<EnterpriseOrderView> {
    let (conn, now) = (&db.answer(), db.world().now());
    let (row, demand) = store::with_demand(conn, &Scope::Enterprise(actor.org), id).await?;
    let names = organizations::names(conn, [row.institution_id, row.enterprise_id]).await?;
    let institution = names.get(&row.institution_id).ok_or_else(Error::not_found)?;
    let reputation = reputations(conn, [institution.id], now).await?.get(&institution.id).copied();
    let facts = facts_of(conn, row.id).await?;
    let timeline = timeline::<OrderFact>(&facts, |org| names.get(&org).map(|org| org.name.clone()))?;
    let materials = materials::of_order(conn, id).await?;
    let officer = officer_contact(conn, vault, &row).await?;
    let deadlines = DeadlineCalculator { calendar: calendar(conn).await?, now };
    let (files, guarantor) = payment_parts(conn, &row).await?;
    let view = EnterpriseOrderView::new(row, &demand, (institution, reputation), timeline, &deadlines);
    Ok(view.refused_for(actor.primary).detailed(materials, officer).with_payment(files, guarantor))
}

/// Files of the payment, and its guarantor if that is registered here; asked for only where there are some.
async fn payment_parts(conn: &impl ConnectionTrait, row: &Model) -> Result<(Vec<FileInfo>, Option<String>)> {
    let Some(paid) = row.disbursement.as_ref().map(|paid| &paid.0) else { return Ok((vec![], None)) };
    let files = if paid.attachments.is_empty() { vec![] } else { files::infos(conn, &paid.attachments).await? };
    let guarantor = match paid.guarantor_id {
        Some(id) => Some(organizations::by_id(conn, id).await?.name),
        None => None,
    };
    Ok((files, guarantor))
}

/// One file of the payment of the enterprise's order; noted before it is sent.
pub async fn payment_file(app: &AppState, actor: &Actor, id: OrderId, file: FileId) -> Result<Response> {
    let row = store::by_id(app.db.read(), &Scope::Enterprise(actor.org), id).await?;
    if !row.disbursement.is_some_and(|paid| paid.0.attachments.contains(&file)) {
        return Err(Error::not_found());
    }
    files::serve(app, file, Intent::by(actor, "orders.download_payment_file").on(id)).await
}

/// Who handles the order at the institution; with a number once the enterprise has chosen it.
async fn officer_contact(conn: &impl ConnectionTrait, vault: &Vault, row: &Model) -> Result<OfficerContact> {
    let (name, mobile) = accounts::contact_of(conn, vault, row.officer_id).await?;
    let chosen = row.state != OrderState::Grabbed && (row.state.live() || row.state.accepted());
    Ok(OfficerContact { name, mobile: mobile.filter(|_| chosen) })
}

/// The institution's orders; a consent opens no more in the list than who the enterprise is.
pub async fn institution_page(
    db: &Db,
    actor: &Actor,
    filter: &OrderFilter,
    wanted: &PageQuery,
) -> Result<Page<InstitutionOrderView>> {
    let rows = list::page(db, &Scope::of_institution(actor), filter, wanted).await?;
    let look = ("orders.list_enterprises", "在对接单列表中查看企业名称");
    let names = names_of_enterprises(db, actor, look, &rows.items).await?;
    listed(db, actor, rows, &names).await
}

/// As [`institution_page`], without names: they stay where each look at them is noted.
pub async fn unnamed_page(
    db: &Db,
    actor: &Actor,
    filter: &OrderFilter,
    wanted: &PageQuery,
) -> Result<Page<InstitutionOrderView>> {
    let rows = list::page(db, &Scope::of_institution(actor), filter, wanted).await?;
    listed(db, actor, rows, &HashMap::new()).await
}

async fn listed(
    db: &Db,
    actor: &Actor,
    rows: Page<Model>,
    names: &HashMap<OrderId, String>,
) -> Result<Page<InstitutionOrderView>> {
    let (conn, scope) = (&db.answer(), Scope::of_institution(actor));
    let (places, calendar) = (value_of(conn, LIVE_ORDERS).await?, calendar(conn).await?);
    let deadlines = DeadlineCalculator { calendar, now: db.world().now() };
    let staff = Staff::people(conn, actor).await?;
    let mut demands = demands::by_ids(conn, rows.items.iter().map(|row| row.demand_id)).await?;
    rows.try_map(|row| {
        let demand = demands.remove(&row.demand_id).ok_or_else(Error::not_found)?;
        let masked = MarketDemand::new(demand, places, Some(my_order(&scope, &row)));
        let (officer, name) = (staff.officer(&row), names.get(&row.id).cloned());
        Ok(InstitutionOrderView::new(row, masked, officer, &deadlines).listed().with_borrower(name))
    })
}

/// Names of the enterprises of the orders that tell them: under a consent, which is noted as the `action` and the words of a list, or
/// as the other side of a payment that it has confirmed.
pub async fn names_of_enterprises(
    db: &Db,
    actor: &Actor,
    (action, what): (&'static str, &'static str),
    rows: &[Model],
) -> Result<HashMap<OrderId, String>> {
    let (paid, others): (Vec<&Model>, Vec<&Model>) = rows.iter().partition(|row| row.state == OrderState::Closed);
    let others: Vec<_> = others.into_iter().map(|row| row.id).collect();
    let open = consents::names_open(db, actor, action, what, &others).await?;
    let known: Vec<&Model> = rows.iter().filter(|row| open.contains(&row.id)).chain(paid).collect();
    let orgs = organizations::names(db.read(), known.iter().map(|row| row.enterprise_id)).await?;
    let name = |row: &&Model| Some((row.id, orgs.get(&row.enterprise_id)?.name.clone()));
    Ok(known.iter().filter_map(name).collect())
}

/// One of the institution's orders, with what the enterprise's consent opens. Seeing that is noted for the enterprise
/// and for the auditor before it is answered.
pub async fn institution_order(db: &Db, vault: &Vault, actor: &Actor, id: OrderId) -> Result<InstitutionOrderView> {
    let (conn, now, scope) = (&db.answer(), db.world().now(), Scope::of_institution(actor));
    let (row, demand) = store::with_demand(conn, &scope, id).await?;
    let intent = Intent::by(actor, "orders.view_enterprise").on(id);
    let Sight { consent, open } = look_at_enterprise(db, actor, intent, id, "查看企业信息").await?;
    let parties = organizations::names(conn, [actor.org, row.enterprise_id]).await?;
    let enterprise = match &consent {
        Some(consent) if open => {
            let org = parties.get(&row.enterprise_id).ok_or_else(Error::not_found)?;
            opened(conn, vault, consent, org, &demand, now).await?
        }
        _ => None,
    };
    let (known, paid) = (enterprise.is_some(), row.state == OrderState::Closed);
    let borrower = parties.get(&row.enterprise_id).filter(|_| paid).map(|org| org.name.clone());
    let facts = facts_of(conn, id).await?;
    let timeline = timeline::<InsideFact>(&facts, |who| {
        let told = who == actor.org || ((known || paid) && who == row.enterprise_id);
        parties.get(&who).filter(|_| told).map(|org| org.name.clone())
    })?;
    let masked = MarketDemand::new(demand, value_of(conn, LIVE_ORDERS).await?, Some(my_order(&scope, &row)));
    let materials = if known { materials::of_order(conn, id).await? } else { vec![] };
    let (officer, answers) = (Staff::of_order(conn, actor, &row).await?, may_hand_over(actor, &row));
    let deadlines = DeadlineCalculator { calendar: calendar(conn).await?, now };
    let (files, guarantor) = payment_parts(conn, &row).await?;
    let view = InstitutionOrderView::new(row, masked, officer, &deadlines);
    let view = view.detailed(timeline, materials, consent, enterprise, now).with_payment(files, guarantor);
    let view = view.with_borrower(borrower);
    Ok(if answers { view } else { view.without_hand_over() })
}

/// What `consent` opens at `now` of the enterprise `org` and its demand.
async fn opened(
    conn: &impl Reading,
    vault: &Vault,
    consent: &Consent,
    org: &Organization,
    demand: &Demand,
    now: DateTime,
) -> Result<Option<OpenedEnterprise>> {
    let profile = &enterprises::of_org(conn, org.id).await?;
    let files = files::infos(conn, &[&demand.attachments.0[..], &profile.attachments.0[..]].concat()).await?;
    let finance = enterprises::years_of(conn, org.id).await?;
    let score = enterprises::score_of_profile(conn, profile, &finance, now).await?;
    let industries = &enterprises::standards_in_force(conn, local_date(now)).await?.industries;
    OpenedEnterprise::under(consent, now, vault, Known { org, profile, demand, finance, score, files, industries })
}

/// One attachment of the demand behind the institution's order, while a consent opens them. Noted for the enterprise and
/// for the auditor before it is sent.
pub async fn attachment(app: &AppState, actor: &Actor, id: OrderId, file: FileId) -> Result<Response> {
    let (db, row) = (&app.db, store::by_id(app.db.read(), &Scope::of_institution(actor), id).await?);
    let consent = consents::of_order(db.read(), id).await?.ok_or_else(Error::not_found)?;
    if !consent.opens(ConsentScope::Attachments, db.world().now()) {
        return Err(Error::not_found());
    }
    let profile = enterprises::of_org(db.read(), row.enterprise_id).await?;
    if !profile.attachments.0.contains(&file) {
        demands::check_attached(&demands::by_id(db.read(), row.demand_id).await?, file)?;
    }
    let name = files::infos(db.read(), &[file]).await?.pop().ok_or_else(Error::not_found)?.name;
    let what = format!("下载附件“{name}”");
    let what = what.as_str();
    db.write(Intent::by(actor, "orders.download_attachment").on(id).detail(what), |tx| async move {
        let look = Look { part: AccessPart::Attachment, scope: ConsentScope::Attachments, what, reason: None };
        consents::record_access(&tx, actor, id, look).await.map(|_| ())
    })
    .await?;
    files::content(app, file).await
}

/// The institution's order on a demand; its number only for those who see the order.
fn my_order(scope: &Scope, row: &Model) -> MyOrder {
    MyOrder { order_id: scope.holds(row).then_some(row.id), state: row.state.to_value() }
}

/// The market with the reader's own orders on it.
pub async fn market(
    db: &Db,
    actor: &Actor,
    filter: &demands::MarketFilter,
    wanted: &PageQuery,
) -> Result<Page<MarketDemand>> {
    let Page { items, total, capped, page, size } = demands::market_page(db, filter, wanted).await?;
    Ok(Page { items: masked(db, actor, items).await?, total, capped, page, size })
}

/// Demands of the market as the reader's institution sees them, with its own orders on them.
pub async fn masked(db: &Db, actor: &Actor, rows: Vec<demands::Demand>) -> Result<Vec<MarketDemand>> {
    let places = value_of(db.read(), LIVE_ORDERS).await?;
    let mine = store::mine(db.read(), actor.org, rows.iter().map(|row| row.id).collect()).await?;
    let scope = Scope::of_institution(actor);
    let view = |demand: demands::Demand| {
        let own = mine.iter().find(|order| order.demand_id == demand.id).map(|order| my_order(&scope, order));
        MarketDemand::new(demand, places, own)
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Those of `demands` that have a place left for one more order.
pub async fn with_places(conn: &impl Reading, demands: Vec<OnMarket>) -> Result<Vec<OnMarket>> {
    let places = value_of(conn, LIVE_ORDERS).await?;
    Ok(demands.into_iter().filter(|demand| i64::from(demand.live_orders) < places).collect())
}

/// Those of the demands `ids` that are on the market and have a place left, as the reader's institution sees them.
pub async fn still_open(
    db: &Db,
    conn: &impl Reading,
    actor: &Actor,
    ids: &[DemandId],
) -> Result<HashMap<DemandId, MarketDemand>> {
    let places = value_of(conn, LIVE_ORDERS).await?;
    let mut rows = demands::still_on_market(conn, ids).await?;
    rows.retain(|row| i64::from(row.live_orders) < places);
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    Ok(ids.into_iter().zip(masked(db, actor, rows).await?).collect())
}

/// One demand of the market; later only for those who have an order on it.
pub async fn market_demand(db: &Db, actor: &Actor, id: DemandId) -> Result<MarketDemand> {
    let places = value_of(db.read(), LIVE_ORDERS).await?;
    let mine = store::mine(db.read(), actor.org, vec![id]).await?;
    let demand = demands::on_market(db.read(), id, !mine.is_empty()).await?;
    let scope = Scope::of_institution(actor);
    Ok(MarketDemand::new(demand, places, mine.first().map(|order| my_order(&scope, order))))
}

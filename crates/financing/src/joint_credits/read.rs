//! Reading joint credits, for each side.

use super::{
    access::check_role,
    entity::{Joint, Member},
    facts::JointFact,
    model::JointRole,
    store::{self, JointFilter},
    view::{EnterpriseJointView, InstitutionJointView, Known, Reader},
};
use crate::{
    demands::{self, MarketDemand},
    orders::{LIVE_ORDERS, Order, Scope, mine, names_of_enterprises, of_demand, sees_enterprise},
};
use jinqiao_db::{Db, Intent, facts_of};
use jinqiao_http::{TimelineItem, timeline};
use jinqiao_kernel::{Actor, Error, JointCreditId, OrgId, Page, PageQuery, Result};
use jinqiao_platform::{
    calendar::calendar,
    organizations::{self, InstitutionFilter, InstitutionType, Organization},
    permissions::value_of,
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

type Names = HashMap<OrgId, Organization>;

async fn names_of(conn: &impl ConnectionTrait, joints: &[Joint], members: &[Member]) -> Result<Names> {
    let orgs = joints.iter().map(|joint| joint.lead_id).chain(members.iter().map(|member| member.institution_id));
    organizations::names(conn, orgs).await
}

/// The enterprise's joint credits.
pub async fn enterprise_page(
    db: &Db,
    actor: &Actor,
    filter: &JointFilter,
    wanted: &PageQuery,
) -> Result<Page<EnterpriseJointView>> {
    let rows = store::page(db, &Scope::Enterprise(actor.org), false, filter, wanted).await?;
    let conn = &db.answer();
    let members = store::members_of(conn, rows.items.iter().map(|row| row.id)).await?;
    let names = names_of(conn, &rows.items, &[]).await?;
    let demands = demands::by_ids(conn, rows.items.iter().map(|row| row.demand_id)).await?;
    let (calendar, now) = (calendar(conn).await?, db.world().now());
    let known = Known { calendar: &calendar, now, names: &names, orders: &[] };
    rows.try_map(|row| {
        let demand = demands.get(&row.demand_id).ok_or_else(Error::not_found)?;
        let members = members.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        Ok(known.for_enterprise(row, members, demand))
    })
}

/// One of the enterprise's joint credits.
pub async fn enterprise_joint(db: &Db, actor: &Actor, id: JointCreditId) -> Result<EnterpriseJointView> {
    let conn = &db.answer();
    let row = store::by_id(conn, &Scope::Enterprise(actor.org), false, id).await?;
    let members = store::members(conn, id).await?;
    let mut names = names_of(conn, std::slice::from_ref(&row), &members).await?;
    names.insert(actor.org, organizations::by_id(conn, actor.org).await?);
    let demand = demands::by_id(conn, row.demand_id).await?;
    let orders = of_demand(conn, row.demand_id).await?;
    let (calendar, now) = (calendar(conn).await?, db.world().now());
    let known = Known { calendar: &calendar, now, names: &names, orders: &orders };
    let facts = facts_of(conn, id).await?;
    // Who was asked but has not answered is told once the enterprise has agreed to ask anybody.
    let timeline = timeline::<JointFact>(&facts, |org| names.get(&org).map(|org| org.name.clone()))?;
    let shown = known.members(&row, &members, Reader::Enterprise);
    Ok(known.for_enterprise(row, &members, &demand).detailed(shown, timeline))
}

/// What the own institution would be.
async fn own_role(conn: &impl ConnectionTrait, org: OrgId) -> Result<Option<JointRole>> {
    Ok(check_role(organizations::by_id(conn, org).await?.institution_type).ok())
}

/// An institution's joint credits: those it leads, takes part in or is invited to, and open calls.
pub async fn institution_page(
    db: &Db,
    actor: &Actor,
    filter: &JointFilter,
    wanted: &PageQuery,
) -> Result<Page<InstitutionJointView>> {
    let rows = store::page(db, &Scope::of_institution(actor), actor.certified, filter, wanted).await?;
    let conn = &db.answer();
    let places = value_of(conn, LIVE_ORDERS).await?;
    let members = store::members_of(conn, rows.items.iter().map(|row| row.id)).await?;
    let mut demands = demands::by_ids(conn, rows.items.iter().map(|row| row.demand_id)).await?;
    let own: Vec<_> = members.values().flatten().filter(|member| member.institution_id == actor.org).cloned().collect();
    let lists = rows.items.iter().map(|joint| joint.lead_id).chain([actor.org]);
    let names = organizations::names(conn, lists).await?;
    let role = names.get(&actor.org).and_then(|own| check_role(own.institution_type).ok());
    let (calendar, now) = (calendar(conn).await?, db.world().now());
    let orders = mine(conn, actor.org, rows.items.iter().map(|row| row.demand_id).collect()).await?;
    let part = |order: &&Order| {
        own.iter().any(|member| member.order_id == Some(order.id))
            || rows.items.iter().any(|row| row.order_id == order.id)
    };
    let parts: Vec<_> = orders.iter().filter(part).cloned().collect();
    let look = ("joint_credits.list_enterprises", "在联合授信列表中查看企业名称");
    let told = names_of_enterprises(db, actor, look, &parts).await?;
    let known = Known { calendar: &calendar, now, names: &names, orders: &orders };
    rows.try_map(|row| {
        let demand = demands.remove(&row.demand_id).ok_or_else(Error::not_found)?;
        let members = members.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let masked = MarketDemand::new(demand, places, None);
        let own = parts.iter().find(|order| order.demand_id == row.demand_id);
        let name = own.and_then(|own| told.get(&own.id).cloned());
        Ok(known.for_institution(row, members, masked, (actor.org, false), role).with_borrower(name))
    })
}

/// One joint credit, with who else takes part once the enterprise has opened its data to the reader.
pub async fn institution_joint(db: &Db, actor: &Actor, id: JointCreditId) -> Result<InstitutionJointView> {
    let conn = &db.answer();
    let row = store::by_id(conn, &Scope::of_institution(actor), actor.certified, id).await?;
    let members = store::members(conn, id).await?;
    let own = members.iter().find(|member| member.institution_id == actor.org);
    let order = own.and_then(|own| own.order_id);
    let now = db.world().now();
    let knows = match order {
        None => false,
        Some(order) => {
            let intent = Intent::by(actor, "joint_credits.view_enterprise").on(id);
            sees_enterprise(db, actor, intent, order, "查看联合授信").await?
        }
    };
    let mut names = names_of(conn, std::slice::from_ref(&row), &members).await?;
    let mut enterprise_name = None;
    if knows {
        let enterprise = organizations::by_id(conn, row.enterprise_id).await?;
        enterprise_name = Some(enterprise.name.clone());
        names.insert(enterprise.id, enterprise);
    }
    let (demand, orders) = (demands::by_id(conn, row.demand_id).await?, of_demand(conn, row.demand_id).await?);
    let masked = MarketDemand::new(demand, value_of(conn, LIVE_ORDERS).await?, None);
    let calendar = calendar(conn).await?;
    let known = Known { calendar: &calendar, now, names: &names, orders: &orders };
    let shown = known.members(&row, &members, Reader::Institution(actor.org, knows));
    let lead = row.lead_id == actor.org;
    let timeline = told(&facts_of(conn, id).await?, actor.org, (&names, row.lead_id), lead || knows)?;
    let role = own_role(conn, actor.org).await?;
    let view = known.for_institution(row, &members, masked, (actor.org, knows), role);
    Ok(view.detailed(shown, timeline).with_borrower(enterprise_name))
}

/// The timeline for an institution. Who does not know the enterprise reads nobody's name but its own and the lead's, no words of
/// the enterprise, and nothing of what others did on their own.
fn told(
    facts: &[jinqiao_db::Fact],
    own: OrgId,
    (names, lead): (&Names, OrgId),
    knows: bool,
) -> Result<Vec<TimelineItem>> {
    let name_of = |org: OrgId| {
        let known = knows || org == own || org == lead;
        names.get(&org).filter(|_| known).map(|org| org.name.clone())
    };
    let mut shown = vec![];
    for fact in facts {
        let about = fact.decode::<JointFact>()?.about;
        if knows || about.is_none_or(|about| about == own || about == lead) {
            shown.push(fact.clone());
        }
    }
    let mut items = timeline::<JointFact>(&shown, name_of)?;
    if !knows {
        items.iter_mut().for_each(|item| item.reason = None);
    }
    Ok(items)
}

/// An institution that may be asked to take part.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct JointCandidate {
    id: OrgId,
    name: String,
    institution_type: Option<InstitutionType>,
    role: Option<JointRole>,
}

/// Certified institutions that may be asked, but for the own one.
pub async fn candidates(
    db: &Db,
    actor: &Actor,
    filter: &InstitutionFilter,
    wanted: &PageQuery,
) -> Result<Page<JointCandidate>> {
    let all = [
        InstitutionType::Bank,
        InstitutionType::MicroLoan,
        InstitutionType::Leasing,
        InstitutionType::Factoring,
        InstitutionType::GovernmentFund,
        InstitutionType::Guarantor,
        InstitutionType::Insurer,
    ];
    let rows = organizations::certified_institutions(db, filter, &all, actor.org, wanted).await?;
    Ok(rows.map(|org| JointCandidate {
        role: check_role(org.institution_type).ok(),
        id: org.id,
        name: org.name,
        institution_type: org.institution_type,
    }))
}

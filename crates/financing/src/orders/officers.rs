//! 经办人, 工作量: who handles what in an institution.

use super::{
    OrderState,
    entity::Model,
    limits::{Turn, turn},
    store::{self, Load, Scope},
};
use jinqiao_db::Db;
use jinqiao_kernel::{AccountId, Actor, DateTime, Result, UnitId};
use jinqiao_platform::{
    accounts::{self, Person},
    organizations::{self, Unit},
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

/// Who handles an order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OrderOfficer {
    id: AccountId,
    name: String,
    /// The unit with which the order lies.
    unit_id: UnitId,
    /// In the detail only.
    unit_name: Option<String>,
    /// The account is open.
    active: bool,
}

/// How many running orders stand in one state.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct StateLoad {
    state: OrderState,
    count: i64,
    /// Of these, those in which the institution has to act next: not while the enterprise owes materials, and where it disputes a payment.
    ours: i64,
}

impl From<Load> for StateLoad {
    fn from(Load { state, count, awaiting, disputed, .. }: Load) -> Self {
        let ours = |many, waits| if turn(state, waits) == Some(Turn::Institution) { many } else { 0 };
        // A disputed payment has been made, so no materials are owed beside it.
        let ours = ours(count - awaiting - disputed, false) + ours(awaiting, true) + disputed;
        Self { state, count, ours }
    }
}

/// A colleague with the running orders that the reader sees.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OfficerView {
    id: AccountId,
    name: String,
    unit_id: UnitId,
    unit_name: String,
    active: bool,
    /// May be given orders.
    handles: bool,
    /// Running orders, those that wait for the enterprise's confirmation included.
    running: i64,
    by_state: Vec<StateLoad>,
    /// Since when the oldest of them was not touched.
    oldest: Option<DateTime>,
}

/// People and units of an institution, to name an order's officer.
pub(super) struct Staff {
    people: HashMap<AccountId, Person>,
    units: HashMap<UnitId, Unit>,
}

impl Staff {
    /// People of the actor's institution, for lists.
    pub async fn people(conn: &impl ConnectionTrait, actor: &Actor) -> Result<Self> {
        let people = accounts::people_of(conn, actor.org).await?;
        Ok(Self { people: people.into_iter().map(|person| (person.id, person)).collect(), units: HashMap::new() })
    }

    /// The officer and the unit of one order of the actor's institution.
    pub async fn of_order(conn: &impl ConnectionTrait, actor: &Actor, order: &Model) -> Result<OrderOfficer> {
        let person = accounts::person(conn, actor.org, order.officer_id).await?;
        let unit_name = organizations::unit_name(conn, order.unit_id).await?;
        Ok(OrderOfficer { unit_name, ..officer(order, person.as_ref()) })
    }

    /// People and units of the actor's institution.
    pub async fn of(conn: &impl ConnectionTrait, actor: &Actor) -> Result<Self> {
        let units = organizations::units_of(conn, actor.org).await?;
        let units = units.into_iter().map(|unit| (unit.id, unit)).collect();
        Ok(Self { units, ..Self::people(conn, actor).await? })
    }

    fn unit_name(&self, unit: UnitId) -> Option<String> {
        self.units.get(&unit).map(|unit| unit.name.clone())
    }

    /// Who handles `order`.
    pub fn officer(&self, order: &Model) -> OrderOfficer {
        let unit_name = self.unit_name(order.unit_id);
        OrderOfficer { unit_name, ..officer(order, self.people.get(&order.officer_id)) }
    }
}

fn officer(order: &Model, person: Option<&Person>) -> OrderOfficer {
    OrderOfficer {
        id: order.officer_id,
        name: person.map(|person| person.name.clone()).unwrap_or_default(),
        unit_id: order.unit_id,
        unit_name: None,
        active: person.is_some_and(|person| person.active),
    }
}

/// Colleagues who may be given orders, and those who still have some; the busiest first.
pub async fn officers(db: &Db, actor: &Actor) -> Result<Vec<OfficerView>> {
    let staff = Staff::of(db.read(), actor).await?;
    let mut loads: HashMap<AccountId, Vec<(StateLoad, Option<DateTime>)>> = HashMap::new();
    for load in store::loads(db.read(), &Scope::of_institution(actor)).await? {
        let (officer, oldest) = (load.officer_id, load.oldest);
        loads.entry(officer).or_default().push((StateLoad::from(load), oldest));
    }
    let view = |person: &Person| {
        let (by_state, oldest): (Vec<_>, Vec<_>) = loads.remove(&person.id).unwrap_or_default().into_iter().unzip();
        OfficerView {
            id: person.id,
            name: person.name.clone(),
            unit_id: person.unit,
            unit_name: staff.unit_name(person.unit).unwrap_or_default(),
            active: person.active,
            handles: person.handles,
            running: by_state.iter().map(|load| load.count).sum(),
            by_state,
            oldest: oldest.into_iter().flatten().min(),
        }
    };
    let mut officers: Vec<_> = staff.people.values().map(view).collect();
    officers.retain(|officer| officer.handles || officer.running > 0);
    officers.sort_by(|a, b| b.running.cmp(&a.running).then_with(|| a.name.cmp(&b.name)));
    Ok(officers)
}

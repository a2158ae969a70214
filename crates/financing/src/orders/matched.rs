//! 对接记录: which institutions a demand was matched with and what came of it, for those who watch the market as a whole.

use super::{
    OrderState, RefusalCode,
    entity::{Column, Entity},
    store,
};
use jinqiao_kernel::{DateTime, DemandId, Money, OrderId, OrgId, Result};
use jinqiao_platform::organizations;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

/// How many institutions had to do with a demand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Matched {
    /// Institutions that it was dispatched to or that took it by themselves.
    pub institutions: i64,
    /// Those among them that offered, or were applied to (对接单).
    pub orders: i64,
}

/// What one institution did about a demand.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct MatchedOrder {
    id: OrderId,
    no: String,
    institution_id: OrgId,
    institution_name: String,
    state: OrderState,
    refusal_code: Option<RefusalCode>,
    /// Granted and accepted, fen.
    granted_amount: Money,
    /// Paid out, fen.
    disbursed_amount: Money,
    opened_at: DateTime,
    contacted_at: Option<DateTime>,
    decided_at: Option<DateTime>,
    disbursed_at: Option<DateTime>,
    closed_at: Option<DateTime>,
}

/// How many institutions each of `demands` was matched with; those with none are left out.
pub async fn matched(
    conn: &impl ConnectionTrait,
    demands: impl IntoIterator<Item = DemandId>,
) -> Result<HashMap<DemandId, Matched>> {
    let counted = Entity::find()
        .select_only()
        .column(Column::DemandId)
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .filter(Column::DemandId.is_in(demands))
        .group_by(Column::DemandId)
        .group_by(Column::State);
    let mut found: HashMap<DemandId, Matched> = HashMap::new();
    for (demand, state, count) in counted.into_tuple::<(DemandId, OrderState, i64)>().all(conn).await? {
        let of = found.entry(demand).or_default();
        of.institutions += count;
        if !matches!(state, OrderState::Invited | OrderState::Passed) {
            of.orders += count;
        }
    }
    Ok(found)
}

/// What each institution did about `demand`, oldest first.
pub async fn matched_orders(conn: &impl ConnectionTrait, demand: DemandId) -> Result<Vec<MatchedOrder>> {
    let rows = store::of_demand(conn, demand).await?;
    let names = organizations::names(conn, rows.iter().map(|row| row.institution_id)).await?;
    let view = |row: super::Order| MatchedOrder {
        institution_name: names.get(&row.institution_id).map(|org| org.name.clone()).unwrap_or_default(),
        id: row.id,
        no: row.no,
        institution_id: row.institution_id,
        state: row.state,
        refusal_code: row.refusal_code,
        granted_amount: row.granted_amount,
        disbursed_amount: row.disbursed_amount,
        opened_at: row.opened_at,
        contacted_at: row.contacted_at,
        decided_at: row.decided_at,
        disbursed_at: row.disbursed_at,
        closed_at: row.closed_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

impl MatchedOrder {
    /// The order.
    pub fn id(&self) -> OrderId {
        self.id
    }
}

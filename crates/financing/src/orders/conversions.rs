//! What became of the confirmed orders of similar firms, institution by institution; for the matching (domain 2.11.2).

use super::{
    OrderState,
    entity::{Column, Entity},
};
use jinqiao_kernel::{DateTime, OrgId, Result};
use jinqiao_platform::enterprises;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use std::collections::HashMap;

/// Orders in which the firm was contacted, and that are over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conversion {
    /// That led to a payment.
    pub paid: i64,
    /// All.
    pub ended: i64,
}

impl Conversion {
    fn add(self, state: OrderState, many: i64) -> Self {
        let paid = matches!(state, OrderState::Disbursed | OrderState::Closed);
        let over = paid || state.ended();
        Self { paid: self.paid + i64::from(paid) * many, ended: self.ended + i64::from(over) * many }
    }
}

/// By industry (two digits, 行业大类) and institution, the orders since `since`.
pub async fn conversions(conn: &impl ConnectionTrait, since: DateTime) -> Result<HashMap<(String, OrgId), Conversion>> {
    let division = || Expr::col(("firms", "industry_division"));
    let mut counted = Entity::find()
        .select_only()
        .column_as(division(), "division")
        .column(Column::InstitutionId)
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .filter(Column::OpenedAt.gte(since))
        .filter(Column::ContactedAt.is_not_null())
        .group_by(division())
        .group_by(Column::InstitutionId)
        .group_by(Column::State);
    let same = Expr::col(("firms", "org_id")).equals((Entity, Column::EnterpriseId));
    let firms = enterprises::divisions();
    QueryTrait::query(&mut counted).join_subquery(JoinType::InnerJoin, firms, "firms", same);
    let mut found: HashMap<_, Conversion> = HashMap::new();
    let rows: Vec<(String, OrgId, OrderState, i64)> = counted.into_tuple().all(conn).await?;
    for (division, institution, state, many) in rows {
        let known = found.entry((division, institution)).or_default();
        *known = known.add(state, many);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrderState::{Closed, Contacting, Contracting, Disbursed, Refused, Voided};

    #[test]
    fn what_is_under_way_does_not_count_yet() {
        let all = [Contacting, Contracting, Disbursed, Closed, Refused, Voided];
        let sum = all.into_iter().fold(Conversion::default(), |sum, state| sum.add(state, 2));
        assert_eq!(sum, Conversion { paid: 4, ended: 8 });
    }
}

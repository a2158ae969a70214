//! What institutions did for one firm: how many orders there are, and the newest of them.

use super::{
    OrderState,
    entity::{Column, Entity},
};
use crate::products::FinancingKind;
use jinqiao_kernel::{DateTime, Money, OrgId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};

/// An order of a firm, in figures.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct FirmOrder {
    /// Its number.
    pub no: String,
    /// With whom.
    pub institution_id: OrgId,
    /// Debt or equity.
    pub kind: FinancingKind,
    /// How far it came.
    pub state: OrderState,
    /// Accepted by the enterprise, fen.
    pub granted_amount: Money,
    /// Paid out, fen.
    pub disbursed_amount: Money,
    /// When it began.
    pub opened_at: DateTime,
}

/// Those in which the institution did something, or was applied to.
fn dealt(enterprise: OrgId) -> Select<Entity> {
    let asked_only = [OrderState::Invited, OrderState::Passed];
    Entity::find().filter(Column::EnterpriseId.eq(enterprise)).filter(Column::State.is_not_in(asked_only))
}

/// How many orders `enterprise` has had, and the `most` that moved last. Two statements.
///
/// # Errors
/// When the database fails.
pub async fn newest_of_firm(
    conn: &impl ConnectionTrait,
    enterprise: OrgId,
    most: u64,
) -> Result<(u64, Vec<FirmOrder>)> {
    let count = dealt(enterprise).count(conn).await?;
    let columns = [
        Column::No,
        Column::InstitutionId,
        Column::Kind,
        Column::State,
        Column::GrantedAmount,
        Column::DisbursedAmount,
        Column::OpenedAt,
    ];
    let newest = dealt(enterprise).select_only().columns(columns).order_by_desc(Column::UpdatedAt).limit(most);
    Ok((count, newest.into_model::<FirmOrder>().all(conn).await?))
}

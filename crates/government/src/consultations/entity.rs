//! Table `policy_consultations`.

use super::{ConsultationState, ConsultationVerdict};
use jinqiao_kernel::{AccountId, ApplicationId, DateTime, OrgId};
use sea_orm::entity::prelude::*;

/// A question to one department about one application.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "policy_consultations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub application_id: ApplicationId,
    /// Which round of the application it was asked about.
    pub round: i32,
    /// Number of the application …
    pub no: String,
    /// … and what its item is called, as they were.
    pub title: String,
    pub enterprise_id: OrgId,
    /// Who asks.
    pub department_id: OrgId,
    pub asked_by: AccountId,
    /// Who is asked.
    pub asked_id: OrgId,
    pub question: String,
    pub state: ConsultationState,
    /// It is not answered yet: kept beside the state for the pool's index.
    pub waits: bool,
    pub asked_at: DateTime,
    pub due_at: DateTime,
    pub verdict: Option<ConsultationVerdict>,
    pub opinion: Option<String>,
    pub answered_by: Option<AccountId>,
    pub answered_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

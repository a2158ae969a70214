//! What waits, and how it left.

use jinqiao_kernel::{Error, OrgId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is reviewed. Each concept declares what of it waits for the operator.
#[derive(Clone, Copy, Debug)]
pub struct ReviewKind {
    /// The name under which entries of the queue are stored.
    pub name: &'static str,
    /// What the operator calls it.
    pub text: &'static str,
    /// The operator's page of such a record, without its id.
    pub page: &'static str,
}

/// What is reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReviewKind)]
pub struct ReviewKindName(pub String);

/// Where an entry of the queue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    /// Waits for the operator (待审核).
    Waiting,
    /// Approved (已通过).
    Approved,
    /// Returned for correction (退回补正).
    Returned,
    /// Refused (不予通过).
    Refused,
    /// Taken back by whoever submitted it (已撤回).
    Withdrawn,
}

/// Something wrong with a submission; all of them are told at once (一次性告知).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Defect {
    /// Field that has to be corrected.
    #[schema(min_length = 1, max_length = 50)]
    pub field: String,
    /// What is wrong with it.
    #[schema(min_length = 2, max_length = 500)]
    pub message: String,
}

/// What a concept puts into the queue.
pub struct Submission {
    /// What is reviewed.
    pub kind: ReviewKind,
    /// The record.
    pub subject: Uuid,
    /// Whose record.
    pub org: OrgId,
    /// Name of the organisation, as the queue shows it.
    pub org_name: String,
    /// What the reviewer reads in the queue.
    pub title: String,
}

/// What is asked of a record that has left the queue.
pub fn not_waiting() -> Error {
    Error::conflict("reviews.not_waiting", "此项已不在待审核队列中")
}

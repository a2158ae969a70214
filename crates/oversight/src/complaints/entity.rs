//! Table `complaints`.

use super::{
    ComplaintAction, ComplaintKind, ComplaintState, DisputedFigure, Finding, ObjectionSubject, model::Limits,
    model::MOST_REOPENINGS,
};
use jinqiao_db::{Doc, Versioned};
use jinqiao_kernel::{AccountId, ComplaintId, DateTime, Error, FileId, NaiveDate, OrderId, OrgId, Result, Role};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "complaints")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ComplaintId,
    pub no: String,
    pub kind: ComplaintKind,
    pub state: ComplaintState,
    pub version: i32,
    pub complainant_org: OrgId,
    pub complainant_id: AccountId,
    /// In which role.
    pub complainant_role: Role,
    /// The organisation that it is about.
    pub about_org: Option<OrgId>,
    pub order_id: Option<OrderId>,
    pub order_no: Option<String>,
    pub figure: Option<DisputedFigure>,
    pub claimed: Option<String>,
    pub objection_to: Option<ObjectionSubject>,
    pub title: String,
    pub text: String,
    pub attachments: Doc<Vec<FileId>>,
    /// The government reads it too.
    pub copied: bool,
    pub limits: Doc<Limits>,
    pub due_at: Option<DateTime>,
    /// How the other side sees the matter.
    pub statement: Option<String>,
    pub stated_at: Option<DateTime>,
    pub handler_id: Option<AccountId>,
    pub answer: Option<String>,
    pub finding: Option<Finding>,
    pub answered_at: Option<DateTime>,
    /// Month of the answer (Shanghai, `yyyymm`), for the rectification table.
    pub found_month: Option<String>,
    pub reopened: i32,
    pub rectification: Option<String>,
    pub rectified_on: Option<NaiveDate>,
    pub opened_at: DateTime,
    pub updated_at: DateTime,
    pub closed_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Something was found that has not been put right yet.
    pub(super) fn owing(&self) -> bool {
        self.finding.is_some_and(Finding::requires_rectification) && self.rectified_on.is_none()
    }

    /// The state that `action` leads to.
    ///
    /// # Errors
    /// `complaints.wrong_state`; `complaints.reopened_enough` after two reopenings.
    pub(super) fn after(&self, action: ComplaintAction) -> Result<ComplaintState> {
        let to = self.state.after(action, self.owing())?;
        if action == ComplaintAction::Reopen && self.reopened >= MOST_REOPENINGS {
            return Err(Error::conflict("complaints.reopened_enough", "最多两次要求重新处理"));
        }
        Ok(to)
    }
}

impl Versioned for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
}

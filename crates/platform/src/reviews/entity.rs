//! The queue's table.

use super::model::{ReviewState, not_waiting};
use jinqiao_kernel::{AccountId, Actor, DateTime, Error, OrgId, Result, ReviewId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reviews")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReviewId,
    pub kind: String,
    pub subject_id: Uuid,
    pub org_id: OrgId,
    pub org_name: String,
    pub title: String,
    pub round: i32,
    pub state: ReviewState,
    pub submitted_at: DateTime,
    /// When it should be decided.
    pub due_at: Option<DateTime>,
    pub decided_at: Option<DateTime>,
    pub decided_by: Option<String>,
    /// Who took it in hand last (领取) …
    pub claimed_by: Option<AccountId>,
    /// … by name …
    pub claimed_name: Option<String>,
    /// … and until when nobody else may decide it.
    pub claimed_until: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Refuses what does not wait.
    ///
    /// # Errors
    /// `reviews.not_waiting`.
    pub fn check_waiting(&self) -> Result<()> {
        if self.state == ReviewState::Waiting { Ok(()) } else { Err(not_waiting()) }
    }

    /// Who has it in hand at `now`, and until when.
    pub fn holder(&self, now: DateTime) -> Option<(AccountId, &str, DateTime)> {
        let until = self.claimed_until.filter(|until| *until > now)?;
        Some((self.claimed_by?, self.claimed_name.as_deref()?, until))
    }

    /// Refuses what another reviewer has in hand.
    ///
    /// # Errors
    /// `reviews.claimed`, with who it is.
    pub fn check_free(&self, actor: &Actor, now: DateTime) -> Result<()> {
        match self.holder(now) {
            Some((holder, name, _)) if holder != actor.account => {
                Err(Error::conflict("reviews.claimed", format!("此项已由{name}领取，正在审核中")))
            }
            _ => Ok(()),
        }
    }
}

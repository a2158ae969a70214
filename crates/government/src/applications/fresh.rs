//! An application as it begins, whoever begins it.

use super::{
    ApplicationState,
    content::ApplicationContent,
    entity::{Application, application},
};
use crate::policies::{PolicyClass, PolicyContent};
use jinqiao_db::{Doc, Tx};
use jinqiao_kernel::{Actor, Money, OrgId, PolicyId, Result};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};

/// For which version of which item.
#[derive(Clone, Copy)]
pub struct Begun<'a> {
    pub policy: PolicyId,
    pub number: i32,
    pub department: OrgId,
    pub version: &'a PolicyContent,
}

/// A draft of `actor`'s for `enterprise` that holds nothing yet; not stored.
pub fn fresh(tx: &Tx, actor: &Actor, begun: Begun<'_>, enterprise: OrgId) -> Application {
    let Begun { policy, number, department, version } = begun;
    Application {
        id: tx.id(),
        no: None,
        policy_id: policy,
        number,
        title: version.title.clone(),
        department_id: department,
        enterprise_id: enterprise,
        state: ApplicationState::Draft,
        in_pool: false,
        version: 1,
        round: 0,
        corrections: 0,
        appealed: false,
        appealed_from: None,
        pays: version.class.is_some_and(PolicyClass::pays),
        publicity_days: version.publicity_days.unwrap_or_default(),
        content: Doc(ApplicationContent::default()),
        known: Doc::default(),
        faults: Doc::default(),
        computed: None,
        amount: None,
        held: Money(0),
        reason: None,
        claimed_by: None,
        due_at: None,
        left_minutes: None,
        public_until: None,
        created_by: actor.account,
        created_at: tx.now(),
        updated_at: tx.now(),
        submitted_at: None,
        closed_at: None,
    }
}

/// Stores it.
pub async fn store(tx: &Tx, row: Application) -> Result<()> {
    application::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

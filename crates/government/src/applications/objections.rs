//! 公示异议: somebody with an account says what speaks against an application that is public.

use super::{
    bounds::OBJECTIONS,
    entity::objection,
    facts::ApplicationStep,
    steps::{Change, Writing},
    store,
};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, ApplicationId, Checks, Error, Result};
use jinqiao_platform::organizations;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// Objects, with 10 to 1000 characters; the publicity stands still until somebody else has looked into it.
///
/// # Errors
/// `validation`; `applications.wrong_state` unless it is public; `organizations.full`; `not_found` for the own application.
pub async fn object(db: &Db, actor: &Actor, id: ApplicationId, text: &str) -> Result<()> {
    Checks::new().text("text", text, 10..=1_000).done()?;
    db.write_once(Intent::by(actor, "applications.object").on(id), |tx| async move {
        let unanswered = objection::Entity::find()
            .filter(objection::Column::OrgId.eq(actor.org))
            .filter(objection::Column::AnsweredAt.is_null());
        organizations::check_room(&tx, actor.org, OBJECTIONS, unanswered).await?;
        let row = store::lock_any(&tx, id).await?;
        if row.enterprise_id == actor.org {
            return Err(Error::not_found());
        }
        let to = row.state.object()?;
        let said = objection::Model {
            id: tx.id(),
            application_id: id,
            org_id: actor.org,
            account_id: actor.account,
            text: text.to_owned(),
            at: tx.now(),
            answer: None,
            upheld: None,
            answered_at: None,
        };
        objection::Entity::insert(said.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        let mut writing = Writing::of(&tx, row).await?;
        writing.move_to(to, Change { told: Some(ApplicationStep::Objected), ..Change::default() }).await
    })
    .await
}

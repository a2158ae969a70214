//! What 会商 needs of an application: whoever may ask about it, what others see of it, and what its timeline says.

use super::{
    ApplicationStep,
    content::ApplicationContent,
    entity::Application,
    seats::check_free,
    steps::{Writing, check_claim},
    store,
};
use crate::policies;
use jinqiao_db::{Db, Tx};
use jinqiao_kernel::{Actor, ApplicationId, Error, Result};
use jinqiao_policy::form::Form;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// The form of an application as others are shown it: neither accounts nor files nor what reviewers say.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ShownForm {
    form: Option<Form>,
    /// What was filled in, by the ids of the form's blocks.
    #[schema(value_type = Object)]
    values: Map<String, Json>,
}

/// An application of the department that `actor` may decide about now, locked until the write ends.
///
/// # Errors
/// `not_found`; `applications.claimed`; `applications.same_person`, `applications.nobody_left`.
pub async fn lock_reviewed(tx: &Tx, actor: &Actor, id: ApplicationId) -> Result<Application> {
    let row = store::lock_of_department(tx, actor.org, id).await?;
    check_claim(actor, &row, super::ApplicationActionKind::PassSecond)?;
    check_free(tx, actor, &row).await?;
    Ok(row)
}

/// Adds a step to the timeline of a locked application that stays where it is.
///
/// # Errors
/// When the database fails.
pub async fn note(tx: &Tx, row: Application, step: ApplicationStep, said: &str) -> Result<()> {
    let writing = Writing::of(tx, row).await?;
    tx.emit(&writing.fact(step, Some(said.to_owned()), None)).await
}

/// The form as it was handed in in `round`.
///
/// # Errors
/// `not_found`.
pub async fn shown_form(db: &Db, id: ApplicationId, round: i32) -> Result<ShownForm> {
    let row = store::any(db.read(), id).await?;
    let handed_in = store::submissions(db.read(), id).await?.into_iter().find(|one| one.round == round);
    let ApplicationContent { values, .. } = handed_in.ok_or_else(Error::not_found)?.content.0;
    let form = policies::version(db.read(), row.policy_id, row.number).await?.content.0.form;
    Ok(ShownForm { form, values })
}

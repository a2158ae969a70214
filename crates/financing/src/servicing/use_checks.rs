//! 用途核查: what the money was used for, as the institution found it.

use super::{
    bounds::USE_CHECKS,
    entity::checks,
    facts::{DrawFact, DrawStep},
    inputs::UseCheckIn,
    model::{DrawActionKind, UseFinding},
    steps::write,
    store,
};
use crate::orders::Scope;
use jinqiao_db::{Asked, Db, Doc};
use jinqiao_kernel::{Actor, DrawId, Result, local_date};
use jinqiao_platform::{files, organizations::check_room};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};

/// Notes a check of a draw that runs.
///
/// # Errors
/// `validation`; `servicing.wrong_state`; `not_found`.
pub async fn check_use(db: &Db, actor: &Actor, id: DrawId, version: i32, input: &UseCheckIn) -> Result<()> {
    let asked = Asked::new(DrawActionKind::Check, "servicing.check_use", version);
    write(db, actor, Scope::of_institution(actor), id, &asked, |held, to| async move {
        let (tx, row) = (&held.tx, &held.row);
        input.check(*row.terms.0.paid_on, local_date(tx.now()))?;
        check_room(tx, actor.org, USE_CHECKS, store::all_checks(id)).await?;
        files::attach(tx, actor, &input.attachments, id.into()).await?;
        let check = checks::Model {
            id: tx.id(),
            draw_id: id,
            checked_on: *input.checked_on,
            finding: input.finding,
            note: input.note.clone(),
            attachments: Doc(input.attachments.clone()),
            recorded_by: actor.account,
            recorded_at: tx.now(),
        };
        checks::Entity::insert(check.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        let (reason, day) = (Some(input.finding.text().to_owned()), Some(*input.checked_on));
        let fact = DrawFact { reason, day, ..DrawFact::of(row, DrawStep::Checked) };
        held.move_to(to, Default::default(), Some(fact)).await.map(|_| ())
    })
    .await
}

impl UseFinding {
    /// In words.
    pub fn text(self) -> &'static str {
        match self {
            Self::Agreed => "与约定用途一致",
            Self::Partly => "部分与约定用途一致",
            Self::Other => "与约定用途不符",
        }
    }
}

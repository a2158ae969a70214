//! Use cases of the department that asks, and of those that are asked.

use super::{
    ConsultationState, ConsultationVerdict, MOST_ASKED,
    entity::{ActiveModel, Entity, Model},
    facts::{ConsultationFact, ConsultationStep},
    parameters::CONSULT_DAYS,
    store,
};
use crate::applications::{self, ApplicationState, ApplicationStep};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, ApplicationId, Checks, Error, OrgId, OrgKind, Result, Role};
use jinqiao_platform::{
    accounts,
    calendar::{WORKING_DAY, calendar},
    consents::{self, AccessPart},
    organizations,
    permissions::days_of,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use std::collections::HashSet;
use uuid::Uuid;

impl Model {
    pub(super) fn fact(&self, step: ConsultationStep) -> ConsultationFact {
        ConsultationFact {
            step,
            consultation: self.id,
            application: self.application_id,
            no: self.no.clone(),
            title: self.title.clone(),
            department: self.department_id,
            asked_by: self.asked_by,
            asked: self.asked_id,
            verdict: self.verdict,
            ended_by: None,
        }
    }
}

/// Other departments, as they can be asked.
///
/// # Errors
/// When the database fails.
pub async fn departments(db: &Db, own: OrgId) -> Result<Vec<OrgId>> {
    let found = organizations::ids_named(db.read(), OrgKind::Department).await?;
    // Who oversees the platform answers nothing here.
    let answering = accounts::orgs_of_role(db.read(), Role::Government).await?;
    Ok(found.into_iter().filter(|id| *id != own && answering.contains(id)).collect())
}

/// Asks one to three other departments about an application under its second review, with a question of 5 to 1000 characters.
///
/// # Errors
/// `validation`; `consultations.wrong_state` outside the second review; `consultations.too_many`; `applications.claimed`,
/// `applications.same_person` for who could not decide; `not_found`.
pub async fn ask(db: &Db, actor: &Actor, id: ApplicationId, (asked, question): (&[OrgId], &str)) -> Result<()> {
    let others = departments(db, actor.org).await?;
    let mut checks = Checks::new();
    let wanted: HashSet<_> = asked.iter().collect();
    let fine = (1..=MOST_ASKED).contains(&asked.len()) && wanted.len() == asked.len();
    checks.that("departments", fine, &format!("请选择 1 至 {MOST_ASKED} 个部门"));
    checks.that("departments", asked.iter().all(|one| others.contains(one)), "只能商请本部门以外的部门");
    checks.text("question", question, 5..=1_000).done()?;
    db.write_once(Intent::by(actor, "consultations.ask").on(id).detail(question), |tx| async move {
        let row = applications::lock_reviewed(&tx, actor, id).await?;
        if row.state != ApplicationState::SecondReview {
            return Err(Error::conflict("consultations.wrong_state", "只能在复审时发起会商"));
        }
        let waiting = store::lock_waiting(&tx, id).await?;
        if let Some(twice) = waiting.iter().find(|one| asked.contains(&one.asked_id)) {
            let names = organizations::names(tx.conn(), [twice.asked_id]).await?;
            let name = names.get(&twice.asked_id).map(|org| org.name.as_str()).unwrap_or_default();
            return Err(Error::conflict("consultations.too_many", format!("{name}尚未答复上一次会商")));
        }
        if waiting.len() + asked.len() > MOST_ASKED {
            let text = format!("同时最多商请 {MOST_ASKED} 个部门");
            return Err(Error::conflict("consultations.too_many", text));
        }
        let calendar = calendar(tx.conn()).await?;
        let limit = calendar.due(tx.now(), days_of(tx.conn(), CONSULT_DAYS).await?);
        // The review's own clock goes on meanwhile: an answer that came after its end would be too late.
        let due_at = row.due_at.filter(|end| *end > tx.now()).map_or(limit, |end| limit.min(end));
        let question_to = |asked: &OrgId| Model {
            id: tx.id(),
            application_id: id,
            round: row.round,
            no: row.no.clone().unwrap_or_default(),
            title: row.title.clone(),
            enterprise_id: row.enterprise_id,
            department_id: actor.org,
            asked_by: actor.account,
            asked_id: *asked,
            question: question.to_owned(),
            state: ConsultationState::Open,
            waits: true,
            asked_at: tx.now(),
            due_at,
            verdict: None,
            opinion: None,
            answered_by: None,
            answered_at: None,
        };
        let rows: Vec<_> = asked.iter().map(question_to).collect();
        let each = |step| rows.iter().map(move |row| row.fact(step));
        tx.emit_all(&each(ConsultationStep::Asked).collect::<Vec<_>>()).await?;
        // Who is asked on the last day is not reminded as well: what would be late is left out.
        let reminders = each(ConsultationStep::Reminded).map(|fact| (calendar.before(due_at, WORKING_DAY), fact));
        let ends = each(ConsultationStep::Due).map(|fact| (due_at, fact));
        tx.watch_all(rows.iter().map(|row| row.id), reminders, ends).await?;
        let rows = rows.into_iter().map(|row| row.into_active_model().reset_all());
        Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
        applications::note(&tx, row, ApplicationStep::Consulted, question).await
    })
    .await
}

/// Notes for the firm, and in the trail, that the department that is asked looks at the form; nothing where that is not shown any more.
///
/// # Errors
/// When it cannot be written. Then the form must not be shown.
pub async fn note_look(db: &Db, actor: &Actor, row: &Model) -> Result<()> {
    if !row.state.waits() {
        return Ok(());
    }
    let what = &format!("会商时查看政策申请 {} 的表单", row.no);
    db.write(Intent::by(actor, "consultations.view").on(row.application_id), |tx| async move {
        consents::record_look(&tx, actor, row.enterprise_id, AccessPart::Consultation, what).await
    })
    .await
}

/// The department that is asked answers, with 5 to 1000 characters.
///
/// # Errors
/// `validation`; `consultations.wrong_state` once it is answered, and after the second review; `not_found`.
pub async fn answer(db: &Db, actor: &Actor, id: Uuid, (verdict, opinion): (ConsultationVerdict, &str)) -> Result<()> {
    Checks::new().text("opinion", opinion, 5..=1_000).done()?;
    let about = store::asked(db.read(), actor.org, id).await?.application_id;
    db.write_once(Intent::by(actor, "consultations.answer").on(id).detail(opinion), |tx: Tx| async move {
        let application = applications::lock_any(&tx, about).await?;
        let row = store::lock(&tx, id).await?;
        let to = row.state.answer()?;
        if application.state != ApplicationState::SecondReview {
            return Err(Error::conflict("consultations.wrong_state", "复审已结束，不再需要会商意见"));
        }
        let change = ActiveModel {
            id: Set(id),
            state: Set(to),
            waits: Set(to.waits()),
            verdict: Set(Some(verdict)),
            opinion: Set(Some(opinion.to_owned())),
            answered_by: Set(Some(actor.account)),
            answered_at: Set(Some(tx.now())),
            ..Default::default()
        };
        let row = change.update(tx.conn()).await?;
        tx.disarm(id).await?;
        tx.emit(&row.fact(ConsultationStep::Answered)).await?;
        applications::note(&tx, application, ApplicationStep::Advised, verdict.text()).await
    })
    .await
}

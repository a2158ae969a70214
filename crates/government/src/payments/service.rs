//! Use cases of the finance office of a department.

use super::{
    PaymentState,
    entity::{batch, line},
    store,
};
use crate::applications::{self, ApplicationState, Step};
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, ApplicationId, Checks, Day, Error, Money, PaymentBatchId, PolicyId, Result, local_date};
use jinqiao_platform::organizations;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

/// Payments of one list.
pub const MOST_LINES: u64 = 100;

/// Lists every application of the department that waits for its payment, of one item where it is named: each of them once, whoever asks
/// twice.
///
/// # Errors
/// `payments.nothing`.
pub async fn list(db: &Db, actor: &Actor, policy: Option<PolicyId>) -> Result<PaymentBatchId> {
    db.write_once(Intent::by(actor, "payments.list"), |tx| async move {
        let rows = applications::lock_approved(&tx, actor.org, policy, MOST_LINES).await?;
        if rows.is_empty() {
            return Err(Error::conflict("payments.nothing", "没有待拨付的申请"));
        }
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let earlier = store::attempts(tx.conn(), &ids).await?;
        let orgs = organizations::names(tx.conn(), rows.iter().map(|row| row.enterprise_id)).await?;
        let total = Money(rows.iter().map(|row| row.held.0).sum());
        let id: PaymentBatchId = tx.id();
        tx.about(id);
        let head = batch::Model {
            id,
            no: tx.document_no("BF").await?,
            department_id: actor.org,
            count: i32::try_from(rows.len()).unwrap_or(i32::MAX),
            total,
            created_by: actor.account,
            created_at: tx.now(),
        };
        batch::Entity::insert(head.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        let mut lines = vec![];
        for (row, place) in rows.iter().zip(1..) {
            let org = orgs.get(&row.enterprise_id);
            let attempt = earlier.iter().filter(|one| one.application_id == row.id).count();
            lines.push(
                line::Model {
                    application_id: row.id,
                    attempt: i32::try_from(attempt).unwrap_or(i32::MAX).saturating_add(1),
                    batch_id: id,
                    place,
                    no: row.no.clone().unwrap_or_default(),
                    title: row.title.clone(),
                    enterprise: org.map(|org| org.name.clone()).unwrap_or_default(),
                    uscc: org.and_then(|org| org.uscc.clone()).unwrap_or_default(),
                    payee: Doc(row.content.0.payee.clone()),
                    amount: row.held,
                    state: PaymentState::Listed,
                    voucher: None,
                    paid_on: None,
                    reason: None,
                    reported_at: None,
                }
                .into_active_model()
                .reset_all(),
            );
        }
        line::Entity::insert_many(lines).exec_without_returning(tx.conn()).await?;
        applications::list(&tx, rows).await?;
        Ok(id)
    })
    .await
}

/// What the finance office says of a payment.
#[derive(Clone, Debug)]
pub struct Paid {
    /// Number of the voucher.
    pub voucher: String,
    /// When it was paid.
    pub on: Day,
}

async fn report<F>(
    tx: &Tx,
    actor: &Actor,
    (batch, application): (PaymentBatchId, ApplicationId),
    step: Step<'_>,
    change: F,
) -> Result<()>
where
    F: Fn(&batch::Model, &line::Model) -> Result<line::ActiveModel> + Send,
{
    let head = store::by_id(tx.conn(), actor.org, batch).await?;
    // The application first, as whoever lists it does.
    let row = applications::lock(tx, actor.org, application).await?;
    let line = store::lock_line(tx, batch, application).await?;
    let mut change = change(&head, &line)?;
    if row.state != ApplicationState::Paying {
        return Err(Error::conflict("payments.wrong_state", "该笔拨付已有结果"));
    }
    change.application_id = Set(line.application_id);
    change.attempt = Set(line.attempt);
    change.reported_at = Set(Some(tx.now()));
    change.update(tx.conn()).await?;
    applications::step(tx, row, step).await
}

/// Nothing is paid before it was listed: a day of the platform's calendar, as whoever reads the list knows it.
fn check_paid_on(head: &batch::Model, paid: &Paid) -> Result<()> {
    let listed = local_date(head.created_at);
    let text = format!("拨付日期不能早于生成批次的日期（{listed}）");
    Checks::new().that("paid_on", *paid.on >= listed, &text).done()
}

/// It was paid, under a voucher.
///
/// # Errors
/// `validation`, also of a day before the list or after today; `payments.wrong_state` when it was reported already; `not_found`.
pub async fn pay(db: &Db, actor: &Actor, batch: PaymentBatchId, application: ApplicationId, paid: &Paid) -> Result<()> {
    let today = local_date(db.world().now());
    let mut checks = Checks::new();
    checks.line("voucher", &paid.voucher, 4..=60);
    checks.that("paid_on", *paid.on <= today, "拨付日期不能晚于今天").done()?;
    db.write_once(Intent::by(actor, "payments.pay").on(application).detail(&paid.voucher), |tx| async move {
        report(&tx, actor, (batch, application), Step::Pay, |head, line| {
            check_paid_on(head, paid)?;
            Ok(line::ActiveModel {
                state: Set(line.state.pay()?),
                voucher: Set(Some(paid.voucher.clone())),
                paid_on: Set(Some(*paid.on)),
                ..Default::default()
            })
        })
        .await
    })
    .await
}

/// It came back, with a reason of 2 to 500 characters; the application waits for the next list.
///
/// # Errors
/// As for [`pay`].
pub async fn fail(
    db: &Db,
    actor: &Actor,
    batch: PaymentBatchId,
    application: ApplicationId,
    reason: &str,
) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    db.write_once(Intent::by(actor, "payments.fail").on(application).detail(reason), |tx| async move {
        report(&tx, actor, (batch, application), Step::Fail(reason), |_, line| {
            Ok(line::ActiveModel {
                state: Set(line.state.fail()?),
                reason: Set(Some(reason.to_owned())),
                ..Default::default()
            })
        })
        .await
    })
    .await
}

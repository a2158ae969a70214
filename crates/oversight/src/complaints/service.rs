//! Steps of the two sides: open, confirm, reopen, take back, explain.

use super::{
    ComplaintAction, ComplaintIn, ComplaintKind, ComplaintState,
    bounds::OPEN_COMPLAINTS,
    entity::{ActiveModel, Model},
    limits::due,
    model::Limits,
    searched,
    steps::{self, write},
    store::{self, Scope},
};
use jinqiao_db::{Asked, Db, Doc, Intent, Tx};
use jinqiao_financing::orders::{self, OrderParties};
use jinqiao_kernel::{Actor, Checks, ComplaintId, Error, OrgId, Result};
use jinqiao_platform::{calendar::calendar, files, organizations};
use sea_orm::Set;

/// Opens a complaint; a dispute marks its order in the same write.
///
/// # Errors
/// `validation`; `forbidden` for kinds of other roles; `complaints.already_disputed`; `orders.wrong_state` before a payment was
/// recorded.
pub async fn open(db: &Db, actor: &Actor, input: &ComplaintIn) -> Result<ComplaintId> {
    if !input.kind.open_to(actor.role) {
        return Err(Error::forbidden("您的账号类型不能提出此类事项"));
    }
    input.check()?;
    db.write_once(Intent::by(actor, "complaints.open").detail(&input.title), |tx| async move {
        // The organisation first, in whatever a write locks.
        organizations::check_room(&tx, actor.org, OPEN_COMPLAINTS, store::unclosed_of(actor.org)).await?;
        let order = match input.order_id {
            Some(id) => Some(orders::lock_parties(&tx, actor, id).await.map_err(unknown_order)?),
            None => None,
        };
        let row = complaint(&tx, actor, input, order.as_ref()).await?;
        tx.about(row.id);
        if let Some(order) = &order {
            prepare(&tx, order, input).await?;
        }
        files::attach(&tx, actor, &input.attachments, row.id.into()).await?;
        store::insert(&tx, &row).await?;
        searched::index(&tx, &row).await?;
        steps::opened(&tx, &row).await?;
        Ok(row.id)
    })
    .await
}

fn unknown_order(error: Error) -> Error {
    if error.code() == "not_found" { Error::field("order_id", "没有找到这张对接单") } else { error }
}

/// What the kind means for its locked order.
async fn prepare(tx: &Tx, order: &OrderParties, input: &ComplaintIn) -> Result<()> {
    if input.kind == ComplaintKind::Enterprise {
        return Ok(());
    }
    for (field, text) in [("title", &input.title), ("text", &input.text)] {
        orders::check_anonymous(tx.conn(), order.enterprise, field, text).await?;
    }
    // The other side reads the names of the files too.
    orders::check_file_names(tx.conn(), order.enterprise, "attachments", &input.attachments).await?;
    if input.kind != ComplaintKind::Disbursement {
        return Ok(());
    }
    if order.disputed {
        return Err(Error::conflict("complaints.already_disputed", "该对接单已有未办结的放款异议"));
    }
    orders::set_disputed(tx, order.id, true).await
}

fn about(kind: ComplaintKind, order: Option<&OrderParties>) -> Option<OrgId> {
    order.map(|order| if kind == ComplaintKind::Enterprise { order.enterprise } else { order.institution })
}

async fn complaint(tx: &Tx, actor: &Actor, input: &ComplaintIn, order: Option<&OrderParties>) -> Result<Model> {
    let mut row = Model {
        id: tx.id(),
        no: tx.document_no("TS").await?,
        kind: input.kind,
        state: ComplaintState::Open,
        version: 1,
        complainant_org: actor.org,
        complainant_id: actor.account,
        complainant_role: actor.role,
        about_org: about(input.kind, order),
        order_id: input.order_id,
        order_no: order.map(|order| order.no.clone()),
        figure: input.figure,
        claimed: input.claimed.clone(),
        objection_to: input.objection_to,
        title: input.title.clone(),
        text: input.text.clone(),
        attachments: Doc(input.attachments.clone()),
        copied: input.kind.visible_to_government(),
        limits: Doc(Limits::now(tx.conn()).await?),
        due_at: None,
        statement: None,
        stated_at: None,
        handler_id: None,
        answer: None,
        finding: None,
        answered_at: None,
        found_month: None,
        reopened: 0,
        rectification: None,
        rectified_on: None,
        opened_at: tx.now(),
        updated_at: tx.now(),
        closed_at: None,
    };
    row.due_at = due(&calendar(tx.conn()).await?, &row, None, ComplaintState::Open, tx.now());
    Ok(row)
}

fn check_complainant(actor: &Actor, row: &Model) -> Result<()> {
    if row.complainant_org == actor.org { Ok(()) } else { Err(Error::forbidden("只有提出方可以操作")) }
}

/// Is content with the answer.
///
/// # Errors
/// `complaints.wrong_state`; `conflict.stale`; `forbidden` for the other side. The other steps fail alike.
pub async fn confirm(db: &Db, actor: &Actor, id: ComplaintId, version: i32) -> Result<()> {
    let asked = Asked::new(ComplaintAction::Confirm, "complaints.confirm", version);
    write(db, actor, Scope::Party(actor), id, &asked, |_, row| async move {
        check_complainant(actor, &row).map(|()| ActiveModel::default())
    })
    .await
}

/// Words of one side that the other reads.
async fn check_words(tx: &Tx, actor: &Actor, row: &Model, field: &str, text: &str) -> Result<()> {
    if row.order_id.is_none() || !row.kind.on_order() {
        return Ok(());
    }
    let enterprise = if row.kind == ComplaintKind::Enterprise { row.about_org } else { Some(row.complainant_org) };
    match enterprise.filter(|org| *org == actor.org) {
        Some(enterprise) => orders::check_anonymous(tx.conn(), enterprise, field, text).await,
        None => Ok(()),
    }
}

/// Is not content, and says why; at most twice.
///
/// # Errors
/// As for [`confirm`]; `complaints.reopened_enough`.
pub async fn reopen(db: &Db, actor: &Actor, id: ComplaintId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 5..=500).done()?;
    let asked = Asked::new(ComplaintAction::Reopen, "complaints.reopen", version).because(reason);
    write(db, actor, Scope::Party(actor), id, &asked, |tx, row| async move {
        check_complainant(actor, &row)?;
        check_words(&tx, actor, &row, "reason", reason).await?;
        // What was found is found anew; the timeline keeps what was said.
        Ok(ActiveModel {
            reopened: Set(row.reopened + 1),
            finding: Set(None),
            found_month: Set(None),
            rectification: Set(None),
            rectified_on: Set(None),
            ..Default::default()
        })
    })
    .await
}

/// Takes it back.
///
/// # Errors
/// As for [`confirm`].
pub async fn withdraw(db: &Db, actor: &Actor, id: ComplaintId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(ComplaintAction::Withdraw, "complaints.withdraw", version).because(reason);
    write(db, actor, Scope::Party(actor), id, &asked, |tx, row| async move {
        check_complainant(actor, &row)?;
        check_words(&tx, actor, &row, "reason", reason).await?;
        Ok(ActiveModel::default())
    })
    .await
}

/// The side that it is about says how it sees the matter.
///
/// # Errors
/// As for [`confirm`].
pub async fn explain(db: &Db, actor: &Actor, id: ComplaintId, version: i32, text: &str) -> Result<()> {
    Checks::new().text("text", text, 10..=2_000).done()?;
    let asked = Asked::new(ComplaintAction::Explain, "complaints.explain", version);
    write(db, actor, Scope::Party(actor), id, &asked, |tx, row| async move {
        if row.about_org != Some(actor.org) {
            return Err(Error::forbidden("只有被反映的单位可以说明情况"));
        }
        check_words(&tx, actor, &row, "text", text).await?;
        Ok(ActiveModel { statement: Set(Some(text.into())), stated_at: Set(Some(tx.now())), ..Default::default() })
    })
    .await
}

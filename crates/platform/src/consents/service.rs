//! Granting, signing again, narrowing, revoking; each watched until it ends.

use super::{
    ConsentFact, ConsentScope, ConsentStep,
    agreements::DATA_AUTHORIZATION,
    entity::consent::{ActiveModel, Entity, Model},
    model::{check_narrower, check_scopes},
    parameters::CONSENT_TAIL_DAYS,
    store,
};
use crate::{accounts, agreements, permissions::value_of};
use chrono::TimeDelta;
use jinqiao_db::{Asked, Db, Doc, Stepping, Tx, save_versioned};
use jinqiao_kernel::{
    Actor, Checks, ConsentId, DateTime, DemandId, Error, NaiveDate, OrderId, OrgId, Result, day_begins,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde::{Serialize, de::DeserializeOwned};

/// Days before its end on which the enterprise is reminded.
const REMINDED_DAYS: i64 = 7;
/// Days for which a consent may be signed.
const DAYS: std::ops::RangeInclusive<i64> = 7..=365;

/// What a consent is for. It covers the loan to its end, as the text says.
const PURPOSE: &str = "本笔融资的联系、尽职调查和审批，以及放款后至贷款结清的贷后管理";

/// What comes after an order that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Afterwards {
    /// It ended without money.
    Nothing,
    /// Money came, and nothing has to be looked after.
    Paid,
    /// A loan runs until this day.
    Loan(NaiveDate),
}

/// A consent that is to be granted.
pub struct Grant {
    /// The enterprise whose data are opened.
    pub enterprise: OrgId,
    /// The one institution that may see them.
    pub grantee: OrgId,
    /// For which demand …
    pub demand: DemandId,
    /// … and which order.
    pub order: OrderId,
    /// The order's number, as the enterprise reads it in its list.
    pub order_no: String,
    /// What is opened.
    pub scopes: Vec<ConsentScope>,
    /// Version of the text that was accepted.
    pub text_version: i32,
    /// Hash of that text.
    pub text_hash: String,
    /// Days until it expires.
    pub days: i64,
    /// How it was signed.
    pub method: &'static str,
}

/// Grants a consent; the account that writes is the signer. An earlier one for the same order, which may
/// have ended and begun anew, is replaced.
pub async fn grant(tx: &Tx, actor: &Actor, grant: Grant) -> Result<()> {
    if let Some(earlier) = store::lock_of_order(tx, grant.order).await? {
        replaced(tx, &earlier).await?;
    }
    let row = Model {
        id: tx.id(),
        enterprise_id: grant.enterprise,
        grantee_id: grant.grantee,
        demand_id: grant.demand,
        order_id: grant.order,
        order_no: grant.order_no,
        scopes: Doc(grant.scopes),
        purpose: PURPOSE.into(),
        text_version: grant.text_version,
        text_hash: grant.text_hash,
        signer_id: actor.account,
        method: grant.method.into(),
        granted_at: tx.now(),
        expires_at: tx.now() + TimeDelta::days(grant.days),
        revoked_at: None,
        revoke_reason: None,
        version: 1,
        replaced_at: None,
        order_ended_at: None,
    };
    stored(tx, &row, ConsentStep::Granted).await
}

/// Stores `change` of the locked `row`.
async fn save(tx: &Tx, row: &Model, change: ActiveModel) -> Result<Model> {
    let change = ActiveModel { version: Set(row.version + 1), ..change };
    save_versioned::<Entity>(tx, change, row.id, row.version).await
}

async fn replaced(tx: &Tx, row: &Model) -> Result<()> {
    save(tx, row, ActiveModel { replaced_at: Set(Some(tx.now())), ..Default::default() }).await?;
    tx.disarm(row.id).await?;
    tx.emit(&fact(row, ConsentStep::Replaced, None)).await
}

async fn stored(tx: &Tx, row: &Model, step: ConsentStep) -> Result<()> {
    Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    tx.emit(&fact(row, step, None)).await?;
    watch(tx, row).await
}

fn fact(row: &Model, step: ConsentStep, reason: Option<&str>) -> ConsentFact {
    ConsentFact {
        step,
        consent: row.id,
        order: row.order_id,
        order_no: row.order_no.clone(),
        enterprise: row.enterprise_id,
        grantee: row.grantee_id,
        scopes: row.scopes.0.clone(),
        expires_at: row.expires_at,
        reason: reason.map(str::to_owned),
    }
}

/// Arms the end of a consent that holds, and before it the reminder, unless nothing can be done about it any more.
async fn watch(tx: &Tx, row: &Model) -> Result<()> {
    let remind = row.expires_at - TimeDelta::days(REMINDED_DAYS);
    let reminder = row.order_ended_at.is_none().then(|| (remind, fact(row, ConsentStep::Expiring, None)));
    let end = (row.expires_at > tx.now()).then(|| (row.expires_at, fact(row, ConsentStep::Expired, None)));
    tx.watch(row.id, reminder, end).await
}

/// When a consent that holds ends because of what comes after its order. A loan that its purpose covers keeps it to the day on which
/// the loan ends; both that and any other payment some days longer at most.
async fn end_of(tx: &Tx, row: &Model, after: Afterwards) -> Result<DateTime> {
    let tail = TimeDelta::days(value_of(tx.conn(), CONSENT_TAIL_DAYS).await?);
    Ok(match after {
        Afterwards::Nothing => tx.now(),
        Afterwards::Loan(day) if row.purpose == PURPOSE => day_begins(day + TimeDelta::days(1)) + tail,
        Afterwards::Paid | Afterwards::Loan(_) => row.expires_at.min(tx.now() + tail),
    })
}

/// The loan behind a consent ends on another day, or is settled: the consent with it, if it still holds.
///
/// # Errors
/// When the database fails.
pub async fn loan_changed(tx: &Tx, order: OrderId, after: Afterwards) -> Result<()> {
    let Some(row) = store::lock_of_order(tx, order).await? else { return Ok(()) };
    if !row.active(tx.now()) {
        return Ok(());
    }
    let expires_at = Set(end_of(tx, &row, after).await?);
    let row = save(tx, &row, ActiveModel { expires_at, ..Default::default() }).await?;
    watch(tx, &row).await
}

/// The order behind a consent has ended, and it is not signed again. One that ended without payment, by whoever ended it, ends the
/// reading at once; what comes after a payment decides otherwise (domain 2.3).
pub async fn order_ended(tx: &Tx, order: OrderId, after: Afterwards) -> Result<()> {
    let Some(row) = store::lock_of_order(tx, order).await? else { return Ok(()) };
    let held = row.active(tx.now());
    let expires_at = if held { end_of(tx, &row, after).await? } else { row.expires_at };
    let ended = ActiveModel { order_ended_at: Set(Some(tx.now())), expires_at: Set(expires_at), ..Default::default() };
    let row = save(tx, &row, ended).await?;
    if !held {
        return Ok(());
    }
    tx.emit(&fact(&row, ConsentStep::OrderEnded, None)).await?;
    watch(tx, &row).await
}

/// The order behind a consent goes on after all: it may be signed again. Its end stays where it is.
pub async fn order_resumed(tx: &Tx, order: OrderId) -> Result<()> {
    let Some(row) = store::lock_of_order(tx, order).await? else { return Ok(()) };
    let row = save(tx, &row, ActiveModel { order_ended_at: Set(None), ..Default::default() }).await?;
    if row.active(tx.now()) { watch(tx, &row).await } else { Ok(()) }
}

/// What the enterprise does with a consent.
#[derive(Clone, Copy)]
enum ConsentAction {
    Narrow,
    Renew,
    Revoke,
}

/// A locked consent, and the moment at which it has to hold.
struct Held {
    row: Model,
    now: DateTime,
}

impl Stepping for Held {
    type Action = ConsentAction;
    type State = ();

    fn after(&self, action: ConsentAction) -> Result<()> {
        match action {
            ConsentAction::Renew => self.row.check_renewable(),
            ConsentAction::Narrow | ConsentAction::Revoke if self.row.active(self.now) => Ok(()),
            ConsentAction::Narrow | ConsentAction::Revoke => {
                Err(Error::conflict("consents.ended", "该授权已撤回或已到期"))
            }
        }
    }

    fn version(&self, _: ConsentAction) -> i32 {
        self.row.version
    }
}

/// Writes one step of the enterprise's own consent.
async fn step<T, F, Fut>(db: &Db, actor: &Actor, id: ConsentId, asked: &Asked<ConsentAction>, write: F) -> Result<T>
where
    T: Serialize + DeserializeOwned + Send,
    F: Fn(Tx, Model) -> Fut + Send + Sync,
    Fut: Future<Output = Result<T>> + Send,
{
    let lock = |tx: Tx| async move { Ok(Held { row: store::lock_own(&tx, actor.org, id).await?, now: tx.now() }) };
    db.step(actor, id, asked, lock, |tx, held: Held, ()| write(tx, held.row)).await
}

/// Closes some parts again; it works at once.
///
/// # Errors
/// `validation` where something is added; `consents.ended`; `conflict.stale`; `not_found`.
pub async fn narrow(db: &Db, actor: &Actor, id: ConsentId, version: i32, scopes: &[ConsentScope]) -> Result<()> {
    let detail = format!("授权范围改为：{}", ConsentScope::texts(scopes));
    let asked = Asked::new(ConsentAction::Narrow, "consents.narrow", version).because(&detail);
    step(db, actor, id, &asked, |tx, row| async move {
        check_narrower(&row.scopes.0, scopes)?;
        let row = save(&tx, &row, ActiveModel { scopes: Set(Doc(scopes.to_vec())), ..Default::default() }).await?;
        tx.emit(&fact(&row, ConsentStep::Narrowed, None)).await?;
        watch(&tx, &row).await
    })
    .await
}

/// What is signed again.
#[derive(Clone, Debug)]
pub struct Renewal {
    /// Version that the person saw.
    pub version: i32,
    /// What is open from now on.
    pub scopes: Vec<ConsentScope>,
    /// For how many days from now, 7 to 365.
    pub days: i64,
    /// Version of the data authorisation that was read and accepted.
    pub authorization: i32,
}

/// Signs again for the same order: for more, for longer, or after it has ended. The earlier consent is replaced.
///
/// # Errors
/// `validation`; `agreements.outdated`; `consents.replaced`; `consents.order_ended`; `conflict.stale`; `not_found`.
pub async fn renew(db: &Db, actor: &Actor, id: ConsentId, renewal: &Renewal) -> Result<ConsentId> {
    check_scopes(&renewal.scopes)?;
    Checks::new().range("days", renewal.days, DAYS, "有效期须在 7 至 365 天之间").done()?;
    let detail = format!("授权范围：{}；有效期 {} 天", ConsentScope::texts(&renewal.scopes), renewal.days);
    let asked = Asked::new(ConsentAction::Renew, "consents.renew", renewal.version).because(&detail);
    step(db, actor, id, &asked, |tx, row| async move {
        let signer = (actor.account, actor.org);
        let kind = DATA_AUTHORIZATION;
        let text = agreements::accept(&tx, kind, renewal.authorization, signer, Some(row.order_id.into())).await?;
        replaced(&tx, &row).await?;
        let new = Model {
            id: tx.id(),
            scopes: Doc(renewal.scopes.clone()),
            text_version: text.version,
            text_hash: text.hash,
            signer_id: actor.account,
            method: accounts::signing_method(&tx, actor).await?.into(),
            granted_at: tx.now(),
            expires_at: tx.now() + TimeDelta::days(renewal.days),
            revoked_at: None,
            revoke_reason: None,
            version: 1,
            ..row
        };
        stored(&tx, &new, ConsentStep::Renewed).await?;
        Ok(new.id)
    })
    .await
}

/// Takes a consent back: no new looks from now on.
///
/// # Errors
/// `validation`; `consents.ended`; `not_found`.
pub async fn revoke(db: &Db, actor: &Actor, id: ConsentId, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=200).done()?;
    let asked = Asked::new(ConsentAction::Revoke, "consents.revoke", None).because(reason);
    step(db, actor, id, &asked, |tx, row| async move {
        let revoked = ActiveModel {
            revoked_at: Set(Some(tx.now())),
            revoke_reason: Set(Some(reason.into())),
            ..Default::default()
        };
        let row = save(&tx, &row, revoked).await?;
        tx.disarm(row.id).await?;
        tx.emit(&fact(&row, ConsentStep::Revoked, Some(reason))).await
    })
    .await
}

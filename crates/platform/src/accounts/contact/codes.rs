//! Making, sending and comparing codes. Which contact somebody has is told by none of the answers.

use super::{
    entity::{ActiveModel, Column, Entity, Model},
    model::{CodePurpose, ContactChannel, LIVES, TRIES, fresh_code, opens, words},
};
use crate::accounts::guard;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_http::Couriers;
use jinqiao_kernel::{AccountId, ContactCodeId, DateTime, Error, OnceKey, RequestMeta, Result, Vault};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

/// A code that is asked for.
#[derive(Clone)]
pub struct Wanted {
    /// What for.
    pub purpose: CodePurpose,
    /// How it goes …
    pub channel: ContactChannel,
    /// … and where to, as [`ContactChannel::plain`] writes it.
    pub target: String,
    /// For which account.
    pub account: Option<AccountId>,
}

/// What somebody learns who has asked for a code: the same whether or not one was sent.
#[derive(Clone, Copy)]
pub struct Ordered {
    /// To be shown with the code.
    pub ticket: ContactCodeId,
    /// Until when a code is taken.
    pub expires_at: DateTime,
}

impl Ordered {
    /// A ticket that nobody can guess.
    pub fn new(db: &Db) -> Self {
        let ticket = ContactCodeId(Uuid::from_bytes(db.world().bytes()));
        Self { ticket, expires_at: db.world().real_now() + LIVES }
    }
}

fn target_hash(vault: &Vault, channel: ContactChannel, target: &str) -> String {
    vault.digest("accounts.code_target", format!("{channel:?}|{target}").as_bytes())
}

fn code_hash(vault: &Vault, ticket: ContactCodeId, code: &str) -> String {
    vault.digest("accounts.code", format!("{ticket}|{code}").as_bytes())
}

/// Counts a wish for a code to `target`, whoever's it may be.
///
/// # Errors
/// `accounts.wait` beyond the limits of an hour.
pub async fn count(db: &Db, vault: &Vault, request: &RequestMeta, channel: ContactChannel, target: &str) -> Result<()> {
    guard::admit_code(db, &target_hash(vault, channel, target), &request.address).await
}

/// Keeps a new code under `ordered` and sends it; earlier ones for the same are void. Nobody waits for the provider.
pub async fn send(db: &Db, vault: &Vault, couriers: &Couriers, wanted: &Wanted, ordered: Ordered) -> Result<()> {
    let code = fresh_code(db.world());
    let target_hash = target_hash(vault, wanted.channel, &wanted.target);
    let row = Model {
        id: ordered.ticket,
        purpose: wanted.purpose,
        code_hash: code_hash(vault, ordered.ticket, &code),
        target_hash,
        account_id: wanted.account,
        expires_at: ordered.expires_at,
        tries: 0,
        used_at: None,
        request: None,
    };
    let row = &row;
    db.write(Intent::bookkeeping("accounts.keep_code"), |tx| async move {
        let earlier = Entity::delete_many().filter(Column::TargetHash.eq(&row.target_hash));
        let unused = earlier.filter(Column::Purpose.eq(row.purpose)).filter(Column::UsedAt.is_null());
        unused.exec(tx.conn()).await?;
        let row = ActiveModel::from(row.clone()).reset_all();
        Entity::insert(row).exec_without_returning(tx.conn()).await?;
        Ok(())
    })
    .await?;
    let (couriers, channel, target) = (couriers.clone(), wanted.channel, wanted.target.clone());
    let text = words(wanted.purpose, &code);
    tokio::spawn(async move {
        let sent = match channel {
            ContactChannel::Sms => couriers.sms.send_sms(&target, &text).await,
            ContactChannel::Mail => couriers.mail.send_mail(&target, "金桥验证码", &text).await,
        };
        if let Err(error) = sent {
            tracing::error!(?error, "a code was not sent");
        }
    });
    Ok(())
}

/// What is shown to prove a contact.
pub struct Given<'a> {
    /// What for.
    pub purpose: CodePurpose,
    /// The number or address that the code went to, where the request names it.
    pub target: Option<(ContactChannel, &'a str)>,
    /// Which code is meant.
    pub ticket: ContactCodeId,
    /// The digits.
    pub code: &'a str,
    /// Under which key the request is sent again, if its outcome is unknown.
    pub once: Option<&'a OnceKey>,
}

fn wrong(field: &str) -> Error {
    Error::field(field, "验证码不正确或已失效，请核对或重新获取")
}

/// Compares a code, counted before it is looked at, so that of many at once no more than five are compared. Returns the account
/// that it was made for. Right ones are not used up yet.
///
/// # Errors
/// `validation` on `field`: the same for wrong, old, used and unknown ones.
pub async fn check(db: &Db, vault: &Vault, given: &Given<'_>, field: &str) -> Result<Option<AccountId>> {
    let right = db
        .write(Intent::bookkeeping("accounts.check_code"), |tx| async move {
            let one = Column::Id.eq(given.ticket);
            let tried = Entity::update_many().col_expr(Column::Tries, Expr::col(Column::Tries).add(1));
            tried.filter(one.clone()).filter(Column::Tries.lte(TRIES)).exec(tx.conn()).await?;
            let row = Entity::find_by_id(given.ticket).one(tx.conn()).await?;
            let right = row.filter(|row| fits(vault, given, row, tx.real_now()));
            if right.is_some() {
                let back = Entity::update_many().col_expr(Column::Tries, Expr::col(Column::Tries).sub(1));
                back.filter(one).exec(tx.conn()).await?;
            }
            Ok(right)
        })
        .await?;
    right.map(|row| row.account_id).ok_or_else(|| wrong(field))
}

fn fits(vault: &Vault, given: &Given<'_>, row: &Model, now: DateTime) -> bool {
    let again = given.once.map(guard::request_key);
    let unused = row.used_at.is_none() || (again.is_some() && row.request == again);
    let same_target =
        given.target.is_none_or(|(channel, target)| row.target_hash == target_hash(vault, channel, target));
    row.purpose == given.purpose
        && unused
        && same_target
        && opens(row.expires_at, row.tries, now)
        && row.code_hash == code_hash(vault, given.ticket, given.code)
}

/// Uses a code up that was right, in the write that it is for.
///
/// # Errors
/// `validation` on `field` when another request has used it meanwhile.
pub async fn use_up(tx: &Tx, given: &Given<'_>, field: &str) -> Result<()> {
    let used = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::val(tx.real_now()))
        .col_expr(Column::Request, Expr::val(given.once.map(guard::request_key)))
        .filter(Column::Id.eq(given.ticket))
        .filter(Column::UsedAt.is_null());
    if used.exec(tx.conn()).await?.rows_affected == 1 { Ok(()) } else { Err(wrong(field)) }
}

/// Forgets codes that expired a day ago; how many.
pub async fn sweep(tx: &Tx) -> Result<u64> {
    let old = Entity::delete_many().filter(Column::ExpiresAt.lt(tx.real_now() - chrono::TimeDelta::days(1)));
    Ok(old.exec(tx.conn()).await?.rows_affected)
}

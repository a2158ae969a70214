//! The contact of an organisation that is registered: its primary account proves the phone or the mailbox that is on file.

use super::{
    codes::{self, Given, Ordered, Wanted},
    model::{CodePurpose, ContactChannel},
};
use crate::organizations::{self, Contact};
use jinqiao_db::{Db, Intent};
use jinqiao_http::Couriers;
use jinqiao_kernel::{Actor, ContactCodeId, Error, Kind, Result, Vault};

/// Does what is sent over `channel` arrive?
pub fn delivers(couriers: &Couriers, channel: ContactChannel) -> bool {
    match channel {
        ContactChannel::Sms => couriers.sms.delivers(),
        ContactChannel::Mail => couriers.mail.delivers(),
    }
}

fn check_able(couriers: &Couriers, actor: &Actor, channel: ContactChannel) -> Result<()> {
    if !actor.primary {
        return Err(Error::new(Kind::Forbidden, "accounts.primary_only", "联系方式由本单位主账号核验"));
    }
    if !delivers(couriers, channel) {
        let message = "平台尚未开通短信和邮件发送，暂不能核验";
        return Err(Error::conflict("accounts.no_courier", message));
    }
    Ok(())
}

/// The contact on file for `channel`.
///
/// # Errors
/// `accounts.no_contact` when there is none.
async fn on_file(db: &Db, vault: &Vault, actor: &Actor, channel: ContactChannel) -> Result<String> {
    let org = organizations::by_id(db.read(), actor.org).await?;
    let contact = match channel {
        ContactChannel::Sms => Some(vault.open(&org.mobile)?),
        ContactChannel::Mail => org.email,
    };
    let missing = || Error::conflict("accounts.no_contact", "尚未填写电子邮箱，请先补充");
    contact.map(|contact| channel.plain(&contact)).ok_or_else(missing)
}

/// Sends a code to the contact on file.
///
/// # Errors
/// `accounts.primary_only`; `accounts.no_courier`; `accounts.no_contact`; `accounts.wait`.
pub async fn ask(
    db: &Db,
    vault: &Vault,
    couriers: &Couriers,
    actor: &Actor,
    channel: ContactChannel,
) -> Result<Ordered> {
    check_able(couriers, actor, channel)?;
    let target = on_file(db, vault, actor, channel).await?;
    codes::count(db, vault, &actor.request, channel, &target).await?;
    let ordered = Ordered::new(db);
    let wanted = Wanted { purpose: CodePurpose::Contact, channel, target, account: Some(actor.account) };
    codes::send(db, vault, couriers, &wanted, ordered).await?;
    Ok(ordered)
}

/// The code has come: the contact is proved, unless it has been changed meanwhile.
///
/// # Errors
/// `accounts.primary_only`; `accounts.no_courier`; `accounts.no_contact`; `validation` on `code`.
pub async fn confirm(
    db: &Db,
    vault: &Vault,
    couriers: &Couriers,
    actor: &Actor,
    channel: ContactChannel,
    (ticket, code): (ContactCodeId, &str),
) -> Result<()> {
    check_able(couriers, actor, channel)?;
    let target = &on_file(db, vault, actor, channel).await?;
    let (purpose, once) = (CodePurpose::Contact, actor.request.once.as_ref());
    let given = &Given { purpose, target: Some((channel, target)), ticket, code, once };
    codes::check(db, vault, given, "code").await?;
    db.write_once(Intent::by(actor, "accounts.verify_contact").on(actor.org), |tx| async move {
        codes::use_up(&tx, given, "code").await?;
        let contact = match channel {
            ContactChannel::Sms => Contact::Mobile(target),
            ContactChannel::Mail => Contact::Mail(target),
        };
        organizations::verify(&tx, vault, actor.org, &contact).await
    })
    .await
}

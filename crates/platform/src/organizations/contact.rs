//! The contact of an organisation, and whether it is proved that somebody of it holds the phone and the mailbox.

use super::{
    entity::{ActiveModel, Model},
    model::Mobile,
    store,
};
use jinqiao_db::Tx;
use jinqiao_kernel::{OrgId, Result, Vault};
use sea_orm::{ActiveModelTrait, Set};

/// A number or an address that is said to be an organisation's.
#[derive(Clone, Copy)]
pub enum Contact<'a> {
    /// Mobile number.
    Mobile(&'a str),
    /// E-mail address, in small letters.
    Mail(&'a str),
}

fn has(vault: &Vault, org: &Model, contact: &Contact<'_>) -> bool {
    match contact {
        Contact::Mobile(mobile) => org.mobile_hash == vault.lookup::<Mobile>(mobile),
        Contact::Mail(address) => org.email.as_deref().is_some_and(|email| email.trim().to_lowercase() == *address),
    }
}

/// Is it the contact of `org`, and proved?
pub fn verified(vault: &Vault, org: &Model, contact: &Contact<'_>) -> bool {
    let proved = match contact {
        Contact::Mobile(_) => org.mobile_verified_at,
        Contact::Mail(_) => org.email_verified_at,
    };
    proved.is_some() && has(vault, org, contact)
}

/// Notes that a code has come to `contact`. A contact that has been changed meanwhile stays unproved.
///
/// # Errors
/// `not_found`.
pub async fn verify(tx: &Tx, vault: &Vault, id: OrgId, contact: &Contact<'_>) -> Result<()> {
    let org = store::lock(tx, id).await?;
    if !has(vault, &org, contact) {
        return Ok(());
    }
    let mut change = ActiveModel { id: Set(id), version: Set(org.version + 1), ..Default::default() };
    match contact {
        Contact::Mobile(_) => change.mobile_verified_at = Set(Some(tx.now())),
        Contact::Mail(_) => change.email_verified_at = Set(Some(tx.now())),
    }
    change.update(tx.conn()).await?;
    Ok(())
}

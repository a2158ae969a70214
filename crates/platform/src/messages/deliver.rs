//! From letters to messages, one for each reader.

use super::{facts::LetterWritten, settings, store};
use crate::{
    accounts,
    letter::{Letter, MessageTopic, Recipient, Writer},
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_kernel::{AccountId, Result};

/// Delivers what `writer` writes.
pub fn delivering(writer: Writer) -> Reaction {
    let write = move |tx: Tx, fact: Fact| -> ReactionFuture {
        Box::pin(async move {
            for letter in (writer.write)(tx.clone(), fact.clone()).await? {
                deliver(&tx, &fact, &letter, writer.topic).await?;
            }
            Ok(())
        })
    };
    Reaction::new(writer.name, move |kind| writer.wants(kind), write)
}

async fn deliver(tx: &Tx, fact: &Fact, letter: &Letter, topic: MessageTopic) -> Result<()> {
    let readers = readers(tx, letter.to).await?;
    // A summary is what quiet messages are told by: it is never quiet itself.
    let summary = fact.kind == settings::DIGEST;
    let quiet = if summary { vec![] } else { settings::untold(tx, topic, &readers).await? };
    if matches!(letter.to, Recipient::Pool(_)) {
        store::supersede(tx, &readers, (fact, letter)).await?;
    }
    for reader in &readers {
        store::insert(tx, *reader, fact, letter, (topic, quiet.contains(reader))).await?;
    }
    tx.emit(&LetterWritten { letter: tx.id(), readers }).await
}

async fn readers(tx: &Tx, to: Recipient) -> Result<Vec<AccountId>> {
    Ok(match to {
        Recipient::Organization(org) => accounts::ids_of_org(tx.conn(), org).await?,
        Recipient::Pool(org) => accounts::handlers_of(tx.conn(), org).await?,
        Recipient::Account(account) => vec![account],
        Recipient::Primary(org) => accounts::primary_of(tx.conn(), org).await?.into_iter().collect(),
        Recipient::Officer(org, officer) => {
            let officer = accounts::is_active(tx.conn(), officer).await?.then_some(officer);
            let primary = accounts::primary_of(tx.conn(), org).await?.filter(|primary| Some(*primary) != officer);
            officer.into_iter().chain(primary).collect()
        }
        Recipient::Role(role) => accounts::ids_of_role(tx.conn(), role).await?,
    })
}

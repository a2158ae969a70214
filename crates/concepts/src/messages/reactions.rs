//! From facts to messages.

use super::{
    compose::{self, Letter, To},
    facts::LetterWritten,
    store,
};
use crate::{
    accounts,
    certifications::CertificationFact,
    demands::DemandFact,
    orders::{OrderFact, RatingFact},
    organizations::OrganizationFact,
    products::ProductFact,
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_kernel::Result;

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction { name: "messages.write", wants, run }]
}

fn wants(kind: &str) -> bool {
    ["organizations.", "certifications.", "products.", "demands.", "orders.", "ratings."]
        .iter()
        .any(|concept| kind.starts_with(concept))
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        if let Some(letter) = letter(&fact)? {
            deliver(&tx, &fact, &letter).await?;
        }
        Ok(())
    })
}

fn letter(fact: &Fact) -> Result<Option<Letter>> {
    Ok(match fact.kind.split('.').next() {
        Some("organizations") => Some(compose::of_organization(&fact.decode::<OrganizationFact>()?)),
        Some("certifications") => Some(compose::of_certification(&fact.decode::<CertificationFact>()?)),
        Some("products") => compose::of_product(&fact.decode::<ProductFact>()?),
        Some("demands") => compose::of_demand(&fact.decode::<DemandFact>()?),
        Some("ratings") => Some(compose::of_rating(&fact.decode::<RatingFact>()?)),
        _ => Some(compose::of_order(&fact.decode::<OrderFact>()?)),
    })
}

async fn deliver(tx: &Tx, fact: &Fact, letter: &Letter) -> Result<()> {
    let readers = match letter.to {
        To::Organization(org) => accounts::ids_of_org(tx.conn(), org).await?,
        To::Role(role) => accounts::ids_of_role(tx.conn(), role).await?,
    };
    for reader in &readers {
        store::insert(tx, *reader, fact, letter).await?;
    }
    tx.emit(&LetterWritten { letter: tx.id(), readers }).await
}

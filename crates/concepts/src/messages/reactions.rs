//! From facts to messages.

use super::{
    account_letters,
    complaints::of_complaint,
    compose::{self, Letter, To},
    compose_joint, compose_second,
    consents::of_consent,
    facts::LetterWritten,
    order_letters, points_letters, rating_letters, store,
};
use crate::{
    accounts::{self, AccountFact},
    certifications::CertificationFact,
    complaints::ComplaintFact,
    consents::ConsentFact,
    demands::DemandFact,
    files::StorageLow,
    orders::{self, JointFact, JointMemberFact, OrderFact, RatingFact, SecondFact},
    organizations::OrganizationFact,
    points::PointsFact,
    products::ProductFact,
    reviews::ReviewFact,
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_kernel::Result;

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction { name: "messages.write", wants, run }]
}

fn wants(kind: &str) -> bool {
    const CONCEPTS: [&str; 15] = [
        "files.",
        "reviews.",
        "organizations.",
        "account_admin.",
        "certifications.",
        "products.",
        "demands.",
        "orders.",
        "joint_credits.",
        "joint_members.",
        "second_credits.",
        "ratings.",
        "complaints.",
        "points.",
        "consents.",
    ];
    CONCEPTS.iter().any(|concept| kind.starts_with(concept))
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        for letter in letters(&fact)? {
            deliver(&tx, &fact, &letter).await?;
        }
        Ok(())
    })
}

fn letters(fact: &Fact) -> Result<Vec<Letter>> {
    let one = match fact.kind.split('.').next() {
        Some("files") => Some(compose::of_storage(&fact.decode::<StorageLow>()?)),
        Some("reviews") => Some(compose::of_review(&fact.decode::<ReviewFact>()?)),
        Some("organizations") => Some(compose::of_organization(&fact.decode::<OrganizationFact>()?)),
        Some("account_admin") => {
            return Ok(account_letters::of_account(&fact.decode::<AccountFact>()?, fact.account));
        }
        Some("certifications") => Some(compose::of_certification(&fact.decode::<CertificationFact>()?)),
        Some("products") => compose::of_product(&fact.decode::<ProductFact>()?),
        Some("demands") => compose::of_demand(&fact.decode::<DemandFact>()?),
        Some("complaints") => return Ok(of_complaint(&fact.decode::<ComplaintFact>()?)),
        Some("joint_credits") => return Ok(compose_joint::of_joint(&fact.decode::<JointFact>()?)),
        Some("joint_members") => compose_joint::of_joint_member(&fact.decode::<JointMemberFact>()?),
        Some("points") => points_letters::of_points(&fact.decode::<PointsFact>()?),
        Some("second_credits") => return Ok(compose_second::of_second(&fact.decode::<SecondFact>()?)),
        Some("ratings") => Some(rating_letters::of_rating(&fact.decode::<RatingFact>()?)),
        Some("consents") => return Ok(of_consent(&fact.decode::<ConsentFact>()?)),
        _ => {
            return Ok(order_letters::of_order(&fact.decode::<OrderFact>()?, fact.account));
        }
    };
    Ok(one.into_iter().collect())
}

async fn deliver(tx: &Tx, fact: &Fact, letter: &Letter) -> Result<()> {
    let readers = match letter.to {
        To::Organization(org) => accounts::ids_of_org(tx.conn(), org).await?,
        To::Account(account) => vec![account],
        To::Primary(org) => accounts::primary_of(tx.conn(), org).await?.into_iter().collect(),
        To::Officer(org, order) => {
            let officer = orders::officer_of(tx.conn(), order).await?;
            let officer = accounts::is_active(tx.conn(), officer).await?.then_some(officer);
            let primary = accounts::primary_of(tx.conn(), org).await?.filter(|primary| Some(*primary) != officer);
            officer.into_iter().chain(primary).collect()
        }
        To::Role(role) => accounts::ids_of_role(tx.conn(), role).await?,
    };
    for reader in &readers {
        store::insert(tx, *reader, fact, letter).await?;
    }
    tx.emit(&LetterWritten { letter: tx.id(), readers }).await
}

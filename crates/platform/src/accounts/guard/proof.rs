//! A proof of work: something that costs a page a moment, and whoever tries a million times a million moments. The
//! challenge carries all that is needed to check it; only the used ones are kept, until they expire.

use super::model::request_key;
use crate::accounts::{entity::used_proof, passwords::same, totp::TotpSeed};
use chrono::TimeDelta;
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Error, Kind, OnceKey, Result, Sealed, Vault, World};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, sea_query::OnConflict};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// A challenge can be solved and used for this long.
const VALID: TimeDelta = TimeDelta::minutes(5);

/// What a proof is for; it opens nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProofPurpose {
    /// To log in under one name.
    Login,
    /// To register.
    Registration,
}

/// A further proof, asked beyond the limits.
pub struct ExtraProof<'a> {
    /// The keys of this server.
    pub vault: &'a Vault,
    /// What it is for.
    pub purpose: ProofPurpose,
    /// The name that is tried; empty for a registration.
    pub subject: &'a str,
    /// A proof of work, if there is one.
    pub proof: Option<&'a str>,
    /// Under which key the request is sent again, if its outcome is unknown: it may bring the same proof again.
    pub once: Option<&'a OnceKey>,
    /// The code that came along, and the seed that it should fit, if there is such an account.
    pub code: Option<(&'a str, Option<&'a Sealed<TotpSeed>>)>,
}

/// A task for the page: find a number such that SHA-256 of (SHA-256 of `challenge`, and the number as eight bytes, the
/// highest first) begins with `bits` zero bits. The proof is `challenge`, a full stop and the number.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Challenge {
    /// The text to work on.
    pub challenge: String,
    /// How many zero bits.
    pub bits: u8,
    /// Until when it is taken.
    pub expires_at: DateTime,
}

/// The refusal that asks for a proof; the same for all who get it.
pub fn required() -> Error {
    Error::new(Kind::TooMany, "accounts.proof_required", "近期尝试次数较多，请完成安全验证后继续")
}

fn signature(vault: &Vault, purpose: ProofPurpose, subject: &str, signed: &str) -> String {
    vault.digest("accounts.proof", format!("{purpose:?}|{subject}|{signed}").as_bytes())
}

/// A fresh challenge for `purpose`, bound to `subject`.
pub fn challenge(vault: &Vault, world: &World, purpose: ProofPurpose, subject: &str, bits: u8) -> Challenge {
    let expires_at = world.real_now() + VALID;
    let nonce: String = world.bytes::<16>().iter().map(|byte| format!("{byte:02x}")).collect();
    let signed = format!("{bits}.{}.{nonce}", expires_at.timestamp());
    let signature = signature(vault, purpose, subject, &signed);
    Challenge { challenge: format!("{signed}.{signature}"), bits, expires_at }
}

/// The nonce of a good proof.
pub fn nonce_of<'a>(
    vault: &Vault,
    now: DateTime,
    purpose: ProofPurpose,
    subject: &str,
    proof: &'a str,
) -> Option<&'a str> {
    let (challenge, number) = proof.rsplit_once('.')?;
    let (signed, signature) = challenge.rsplit_once('.')?;
    if !same(signature.as_bytes(), self::signature(vault, purpose, subject, signed).as_bytes()) {
        return None;
    }
    let mut parts = signed.split('.');
    let (bits, expires, nonce) =
        (parts.next()?.parse::<u32>().ok()?, parts.next()?.parse::<i64>().ok()?, parts.next()?);
    let left = expires - now.timestamp();
    let solved = work(challenge, number.parse().ok()?) >= bits;
    (solved && left > 0 && left <= VALID.num_seconds()).then_some(nonce)
}

/// How many zero bits `number` gives for `challenge`.
fn work(challenge: &str, number: u64) -> u32 {
    let mut hash = Sha256::new();
    hash.update(Sha256::digest(challenge));
    hash.update(number.to_be_bytes());
    let hash = hash.finalize();
    let zeros = hash.iter().take_while(|byte| **byte == 0).count();
    let rest = hash.get(zeros).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(zeros).unwrap_or_default() * 8 + rest
}

/// Is `proof` good, and used for the first time, or once more by the same request? It is used up.
pub async fn redeem(tx: &Tx, further: &ExtraProof<'_>, proof: &str) -> Result<bool> {
    let ExtraProof { vault, purpose, subject, once, .. } = *further;
    let Some(nonce) = nonce_of(vault, tx.real_now(), purpose, subject, proof) else { return Ok(false) };
    let request = once.map(request_key);
    let row = used_proof::ActiveModel {
        nonce: Set(nonce.to_owned()),
        until: Set(tx.real_now() + VALID),
        request: Set(request.clone()),
    };
    let fresh = OnConflict::column(used_proof::Column::Nonce).do_nothing().to_owned();
    if used_proof::Entity::insert(row).on_conflict(fresh).exec_without_returning(tx.conn()).await? == 1 {
        return Ok(true);
    }
    let known = used_proof::Entity::find_by_id(nonce.to_owned()).one(tx.conn()).await?;
    Ok(request.is_some() && known.is_some_and(|known| known.request == request))
}

/// Forgets used proofs that nobody could use again.
pub async fn sweep(tx: &Tx) -> Result<u64> {
    let old = used_proof::Entity::delete_many().filter(used_proof::Column::Until.lt(tx.real_now() - VALID));
    Ok(old.exec(tx.conn()).await?.rows_affected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn only_a_solved_challenge_for_the_same_thing_in_time() {
        let vault = Vault::new(&[7; 32]);
        let (start, world) = (DateTime::UNIX_EPOCH, World::system());
        let clock = jinqiao_kernel::ManualClock::new(start);
        let world = World { clock: Arc::new(clock), ..world };
        let made = challenge(&vault, &world, ProofPurpose::Login, "zhoumin", 8).challenge;
        let solved = (0..).find(|number| work(&made, *number) >= 8).expect("a solution");
        let unsolved = (0..).find(|number| work(&made, *number) < 8).expect("most are none");
        let proof = format!("{made}.{solved}");
        let good = |purpose, subject, proof: &str, seconds| {
            nonce_of(&vault, start + TimeDelta::seconds(seconds), purpose, subject, proof).is_some()
        };
        assert!(good(ProofPurpose::Login, "zhoumin", &proof, 299));
        assert!(!good(ProofPurpose::Login, "zhoumin", &proof, 300));
        assert!(!good(ProofPurpose::Login, "zhoumin", &proof, -1), "made while the clock was ahead");
        assert!(!good(ProofPurpose::Login, "somebody", &proof, 0));
        assert!(!good(ProofPurpose::Registration, "zhoumin", &proof, 0));
        assert!(!good(ProofPurpose::Login, "zhoumin", &format!("{made}.{unsolved}"), 0));
        assert!(!good(ProofPurpose::Login, "zhoumin", &proof.replacen('8', "0", 1), 0), "an easier one");
        for broken in ["", ".", "...", "8.9.x.y.0", &made] {
            assert!(!good(ProofPurpose::Login, "zhoumin", broken, 0), "{broken}");
        }
    }
}

//! The second factor: time-based codes (RFC 6238) and recovery codes.

use jinqiao_kernel::{DateTime, Error, Result, Sealed, Secret, Vault, World};
use totp_rs::{Builder, Totp};

/// Seed of an authenticator app.
pub struct TotpSeed;

impl Secret for TotpSeed {
    const CONTEXT: &'static str = "accounts.totp_seed";
}

/// SHA-1, six digits, 30 seconds, one step of tolerance: what every authenticator app understands.
fn totp(seed_hex: &str, login: &str) -> Result<Totp> {
    let seed: Vec<u8> =
        (0..seed_hex.len() / 2).filter_map(|i| u8::from_str_radix(seed_hex.get(2 * i..2 * i + 2)?, 16).ok()).collect();
    Builder::new()
        .with_secret(seed)
        .with_account_name(login)
        .with_issuer(Some("Jinqiao"))
        .build()
        .map_err(|e| Error::internal(e.to_string()))
}

/// A fresh seed, sealed, and the `otpauth://` address to enter into an app.
pub fn enrol(vault: &Vault, world: &World, login: &str) -> Result<(Sealed<TotpSeed>, String)> {
    let seed: String = world.bytes::<20>().iter().map(|byte| format!("{byte:02x}")).collect();
    let url = totp(&seed, login)?.to_url().map_err(|e| Error::internal(e.to_string()))?;
    Ok((vault.seal(world, &seed), url))
}

/// The `otpauth://` address of a seed, and the key in it, for whoever enrols it.
pub fn shown(vault: &Vault, seed: &Sealed<TotpSeed>, login: &str) -> Result<(String, String)> {
    let url = totp(&vault.open(seed)?, login)?.to_url().map_err(|e| Error::internal(e.to_string()))?;
    let key = url.split(['?', '&']).find_map(|part| part.strip_prefix("secret=")).unwrap_or_default().to_owned();
    Ok((url, key))
}

/// The step that `code` belongs to, if it is valid now.
pub fn check(vault: &Vault, seed: &Sealed<TotpSeed>, code: &str, now: DateTime) -> Result<Option<i64>> {
    let totp = totp(&vault.open(seed)?, "")?;
    let step = totp.check(code, now.timestamp().unsigned_abs());
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The code of this moment, for demo servers, which show it on the login page.
pub fn current(vault: &Vault, seed: &Sealed<TotpSeed>, now: DateTime) -> Result<String> {
    Ok(totp(&vault.open(seed)?, "")?.generate(now.timestamp().unsigned_abs()).to_string())
}

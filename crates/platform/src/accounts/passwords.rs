//! Password hashes: argon2id, PHC string format, computed in the server's one bounded queue.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use jinqiao_http::{Bounded, Place, Settings};
use jinqiao_kernel::{Error, Kind, Result, World};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Hashes and verifies under the configured cost.
#[derive(Clone, Debug)]
pub struct PasswordHasher {
    memory_kib: u32,
    passes: u32,
    queue: Bounded,
}

/// A place in the queue for one hash.
pub struct HashPlace {
    memory_kib: u32,
    passes: u32,
    place: Place,
}

/// Letters and digits that nobody confuses when reading them out.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// Twelve characters in three groups: sixty bits.
pub fn one_time_password(world: &World) -> String {
    let letters: Vec<char> = world.bytes::<12>().iter().map(|byte| ALPHABET[usize::from(byte % 32)].into()).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

const SALT: usize = 16;
const OUTPUT: usize = 32;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    digits.map(|digits| digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit)).collect())
}

impl PasswordHasher {
    /// With the cost and the queue of `settings`.
    pub fn new(settings: &Settings) -> Self {
        Self {
            memory_kib: settings.password_memory_kib,
            passes: settings.password_passes,
            queue: settings.hashing.clone(),
        }
    }

    /// A place in the queue.
    ///
    /// # Errors
    /// `accounts.busy` when as many wait as may.
    pub fn place(&self) -> Result<HashPlace> {
        let busy = || Error::new(Kind::TooMany, "accounts.busy", "当前办理人数较多，请稍后再试").retry_after(2);
        let place = self.queue.place().ok_or_else(busy)?;
        Ok(HashPlace { memory_kib: self.memory_kib, passes: self.passes, place })
    }

    /// Hashes `password` under a fresh salt.
    ///
    /// # Errors
    /// `accounts.busy`; when the cost is out of range.
    pub async fn hash(&self, world: &World, password: &str) -> Result<String> {
        self.place()?.hash(world, password).await
    }
}

impl HashPlace {
    /// Hashes `password` under a fresh salt; takes tens of milliseconds on purpose.
    ///
    /// # Errors
    /// When the cost is out of range.
    pub async fn hash(self, world: &World, password: &str) -> Result<String> {
        let salt: [u8; SALT] = world.bytes();
        let (memory, passes, password) = (self.memory_kib, self.passes, password.to_owned());
        let output = self.place.run(move || derive(memory, passes, &salt, &password)).await??;
        Ok(format!("$argon2id$m={memory},t={passes}${}${}", hex(&salt), hex(&output)))
    }

    /// Does `password` belong to `stored`? Without a stored hash the same work is done for nothing, so that unknown
    /// accounts take as long to refuse as known ones.
    ///
    /// # Errors
    /// When the cost is out of range.
    pub async fn verify(self, stored: Option<&str>, password: &str) -> Result<bool> {
        let parsed = stored.and_then(parse);
        let known = parsed.is_some();
        let (memory, passes, salt, want) =
            parsed.unwrap_or_else(|| (self.memory_kib, self.passes, vec![0; SALT], vec![0; OUTPUT]));
        let password = password.to_owned();
        let got = self.place.run(move || derive(memory, passes, &salt, &password)).await??;
        Ok(same(&got, &want) && known)
    }
}

/// Compared without stopping at the first difference.
pub(super) fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |diff, (a, b)| diff | (a ^ b)) == 0
}

/// Working memory of hashes, used again by the next ones, as many as ever ran at once. Freed, it would stay with the thread
/// that had it, and in a flood with a dozen of them.
static MEMORY: Mutex<Vec<Vec<Block>>> = Mutex::new(vec![]);

fn memory() -> MutexGuard<'static, Vec<Vec<Block>>> {
    MEMORY.lock().unwrap_or_else(PoisonError::into_inner)
}

fn derive(memory_kib: u32, passes: u32, salt: &[u8], password: &str) -> Result<[u8; OUTPUT]> {
    let params = Params::new(memory_kib, passes, 1, Some(OUTPUT)).map_err(|e| Error::internal(e.to_string()))?;
    let mut blocks = memory().pop().unwrap_or_default();
    if blocks.len() < params.block_count() {
        blocks.resize(params.block_count(), Block::default());
    }
    let mut output = [0; OUTPUT];
    let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        password.as_bytes(),
        salt,
        &mut output,
        &mut blocks,
    );
    memory().push(blocks);
    done.map_err(|e| Error::internal(e.to_string()))?;
    Ok(output)
}

fn parse(stored: &str) -> Option<(u32, u32, Vec<u8>, Vec<u8>)> {
    let mut parts = stored.strip_prefix("$argon2id$m=")?.split('$');
    let (memory, passes) = parts.next()?.split_once(",t=")?;
    Some((memory.parse().ok()?, passes.parse().ok()?, unhex(parts.next()?)?, unhex(parts.next()?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_verifies() -> Result<()> {
        let hasher = PasswordHasher { memory_kib: 64, passes: 1, queue: Bounded::new(1, 0) };
        let stored = &hasher.hash(&World::system(), "春江潮水").await?;
        for (stored, password, right) in [
            (Some(stored.as_str()), "春江潮水", true),
            (Some(stored.as_str()), "春江潮水 ", false),
            (None, "春江潮水", false),
            (Some("$argon2id$broken"), "春江潮水", false),
        ] {
            assert_eq!(hasher.place()?.verify(stored, password).await?, right);
        }
        let _taken = hasher.place()?;
        let busy = hasher.place().err().ok_or_else(Error::not_found)?;
        assert_eq!((busy.code(), busy.retry_after_seconds()), ("accounts.busy", Some(2)));
        Ok(())
    }
}

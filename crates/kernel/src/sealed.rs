//! Phone, identity and account numbers are encrypted in the database and found by a keyed hash, exact match only.

use crate::{Error, Result, World};
use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::marker::PhantomData;

/// A kind of secret text. The context is bound into the cipher text, so that a sealed value of one column cannot be
/// opened as another's.
pub trait Secret {
    /// Name of the column, such as `accounts.mobile`.
    const CONTEXT: &'static str;
}

/// A secret of kind `T`: nonce and AES-256-GCM cipher text, base64.
pub struct Sealed<T> {
    text: String,
    kind: PhantomData<fn() -> T>,
}

// Written out, because derives would ask the same of `T`, which is only a marker.
impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self::stored(self.text.clone())
    }
}

impl<T> PartialEq for Sealed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Sealed<T> {}

impl<T> std::fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed")
    }
}

/// HMAC-SHA-256 of a secret, hex: equal secrets of one kind have equal hashes, and nobody without the key can test one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "sql", derive(sea_orm::DeriveValueType))]
pub struct KeyedHash(pub String);

/// Holds the keys that were derived from the master key.
#[derive(Clone)]
pub struct Vault {
    cipher: Aes256Gcm,
    mac_key: [u8; 32],
}

fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        // The length in front keeps ("ab", "c") and ("a", "bc") apart.
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

impl Vault {
    /// Derives one key for sealing and one for hashing from the 32 bytes of `master`.
    pub fn new(master: &[u8; 32]) -> Self {
        let seal = hmac(master, &[b"jinqiao seal v1"]);
        Self {
            cipher: Aes256Gcm::new_from_slice(&seal).expect("the key has 32 bytes"),
            mac_key: hmac(master, &[b"jinqiao lookup v1"]),
        }
    }

    /// Encrypts `plain` under a fresh nonce.
    pub fn seal<T: Secret>(&self, world: &World, plain: &str) -> Sealed<T> {
        let nonce: [u8; 12] = world.bytes();
        let payload = Payload { msg: plain.as_bytes(), aad: T::CONTEXT.as_bytes() };
        let cipher = self.cipher.encrypt(&nonce.into(), payload).expect("texts of some bytes can be encrypted");
        Sealed::stored(BASE64_STANDARD_NO_PAD.encode([nonce.as_slice(), &cipher].concat()))
    }

    /// Decrypts.
    ///
    /// # Errors
    /// `internal` when the value was altered, or sealed with another key or for another column.
    pub fn open<T: Secret>(&self, sealed: &Sealed<T>) -> Result<String> {
        let broken = || Error::internal(format!("sealed value of {} cannot be opened", T::CONTEXT));
        let bytes = BASE64_STANDARD_NO_PAD.decode(&sealed.text).map_err(|_| broken())?;
        let (nonce, cipher) = bytes.split_first_chunk::<12>().ok_or_else(broken)?;
        let payload = Payload { msg: cipher, aad: T::CONTEXT.as_bytes() };
        let plain = self.cipher.decrypt(&(*nonce).into(), payload).map_err(|_| broken())?;
        String::from_utf8(plain).map_err(|_| broken())
    }

    /// Hash by which an equal secret is found.
    pub fn lookup<T: Secret>(&self, plain: &str) -> KeyedHash {
        KeyedHash(hex(&hmac(&self.mac_key, &[T::CONTEXT.as_bytes(), plain.as_bytes()])))
    }

    /// Keyed digest of anything, for comparison only.
    pub fn digest(&self, context: &str, bytes: &[u8]) -> String {
        hex(&hmac(&self.mac_key, &[b"digest", context.as_bytes(), bytes]))
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

impl<T> Sealed<T> {
    /// A value as the database holds it.
    pub fn stored(text: String) -> Self {
        Self { text, kind: PhantomData }
    }

    /// The value as the database holds it: useless without the key.
    pub fn text(&self) -> &str {
        &self.text
    }
}

#[cfg(feature = "sql")]
mod sql {
    use super::Sealed;
    use sea_orm::{
        ColIdx, DbErr, QueryResult, TryGetError, TryGetable, Value,
        sea_query::{ArrayType, ColumnType, Nullable, StringLen, ValueType, ValueTypeErr},
    };

    impl<T> From<Sealed<T>> for Value {
        fn from(sealed: Sealed<T>) -> Self {
            sealed.text.into()
        }
    }

    impl<T> TryGetable for Sealed<T> {
        fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
            String::try_get_by(row, index).map(Self::stored)
        }
    }

    impl<T> ValueType for Sealed<T> {
        fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
            <String as ValueType>::try_from(value).map(Self::stored)
        }

        fn type_name() -> String {
            "Sealed".into()
        }

        fn array_type() -> ArrayType {
            ArrayType::String
        }

        fn column_type() -> ColumnType {
            ColumnType::String(StringLen::None)
        }
    }

    impl<T> Nullable for Sealed<T> {
        fn null() -> Value {
            Value::String(None)
        }
    }

    impl<T> sea_orm::TryFromU64 for Sealed<T> {
        fn try_from_u64(_: u64) -> Result<Self, DbErr> {
            Err(DbErr::ConvertFromU64("Sealed"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DateTime, ManualClock, SeededEntropy};
    use std::sync::Arc;

    struct Mobile;
    impl Secret for Mobile {
        const CONTEXT: &'static str = "test.mobile";
    }
    struct Number;
    impl Secret for Number {
        const CONTEXT: &'static str = "test.number";
    }

    fn world() -> World {
        World {
            clock: Arc::new(ManualClock::new(DateTime::UNIX_EPOCH)),
            entropy: Arc::new(SeededEntropy::new(1)),
            shift: None,
        }
    }

    #[test]
    fn opens_what_it_sealed_and_nothing_else() {
        let (vault, world) = (Vault::new(&[7; 32]), world());
        let sealed = vault.seal::<Mobile>(&world, "13812345678");
        assert!(!sealed.text.contains("138"));
        assert_eq!(vault.open(&sealed).expect("own value"), "13812345678");
        assert_ne!(sealed, vault.seal(&world, "13812345678"), "a fresh nonce each time");
        assert!(vault.open(&Sealed::<Number>::stored(sealed.text.clone())).is_err(), "another column");
        assert!(Vault::new(&[8; 32]).open(&sealed).is_err(), "another key");
        for broken in ["", "AAAA", "!!", &sealed.text[..20]] {
            assert!(vault.open(&Sealed::<Mobile>::stored(broken.into())).is_err());
        }
    }

    #[test]
    fn equal_secrets_of_one_kind_have_equal_hashes() {
        let vault = Vault::new(&[7; 32]);
        assert_eq!(vault.lookup::<Mobile>("1"), vault.lookup::<Mobile>("1"));
        assert_ne!(vault.lookup::<Mobile>("1"), vault.lookup::<Number>("1"));
        assert_ne!(vault.lookup::<Mobile>("1"), Vault::new(&[8; 32]).lookup::<Mobile>("1"));
    }
}

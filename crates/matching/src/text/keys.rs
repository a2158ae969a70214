//! Numbers for words and grams, and a repeatable source of chance. Both are the same on every machine and in every run.

/// What a key stands for, so that the word 贷 and the character 贷 have different keys.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Gram = 1,
    Word,
    WordPair,
    Canonical,
    Shared,
    Unshared,
    UnsharedChar,
    Swap,
    CharSwap,
    Mark,
    Pos,
}

/// FNV-1a over the kind and the text, mixed once more since its low bits are weak.
pub(crate) fn key(kind: Kind, text: impl IntoIterator<Item = u64>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ ((kind as u64) << 56);
    for part in text {
        hash = (hash ^ part).wrapping_mul(0x0000_0100_0000_01b3);
        hash ^= hash >> 29;
    }
    mix(hash)
}

/// The key of a text.
pub(crate) fn text_key(kind: Kind, text: &str) -> u64 {
    key(kind, text.chars().map(u64::from))
}

/// The last step of SplitMix64.
pub(crate) fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// SplitMix64: the same numbers for the same seed.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// The next number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number below `limit`; zero for a limit of zero.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % (limit.max(1) as u64)).unwrap_or_default()
    }

    /// A number from −1 to 1.
    pub(crate) fn signed(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }

    /// A new order of `items` (Fisher–Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

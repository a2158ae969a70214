//! What people read for codes that are stored: actions of the audit trail, facts and reactions among the jobs. Each concept
//! names its own.

/// A stored code and what people read for it.
pub type Word = (&'static str, &'static str);

/// What people read for the codes of one concept, or of a part of it.
#[derive(Clone, Copy)]
pub struct Words {
    /// Actions of the audit trail.
    pub actions: &'static [Word],
    /// Kinds of facts.
    pub facts: &'static [Word],
    /// Reactions; those that deliver letters need none.
    pub reactions: &'static [Word],
}

impl Words {
    /// None.
    pub const NONE: Self = Self { actions: &[], facts: &[], reactions: &[] };
}

/// What people read for `code`: the code itself where no concept of this program names it, such as one of the past.
pub fn text_of(mut words: impl Iterator<Item = Word>, code: &str) -> String {
    words.find(|(known, _)| *known == code).map_or(code, |(_, text)| text).to_owned()
}

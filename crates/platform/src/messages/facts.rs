//! That a letter was written.

use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::AccountId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A letter was written to `readers`. Only open pages are told; nothing else follows from it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LetterWritten {
    /// The letter; a subject of its own, so that no timeline has it.
    pub letter: Uuid,
    /// To whom.
    pub readers: Vec<AccountId>,
}

impl FactKind for LetterWritten {
    fn kind(&self) -> String {
        "messages.written".into()
    }

    fn subject(&self) -> Uuid {
        self.letter
    }

    fn audience(&self) -> Vec<Audience> {
        self.readers.iter().copied().map(Audience::Account).collect()
    }
}

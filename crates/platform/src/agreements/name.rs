//! By which name an agreement is asked for.

use super::store::Agreement;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// For whom or for what an agreement is.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = AgreementKind)]
pub struct AgreementName(pub(super) String);

impl AgreementName {
    /// Its name.
    pub fn of(agreement: Agreement) -> Self {
        Self(agreement.name.into())
    }

    /// Which of `agreements` it names.
    pub fn among(&self, agreements: &[Agreement]) -> Option<Agreement> {
        agreements.iter().find(|agreement| agreement.name == self.0).copied()
    }
}

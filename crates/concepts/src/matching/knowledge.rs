//! What the platform knows of a pair beyond what both sides wrote: how the institution keeps its limits.

use crate::points::{self, InstitutionStanding};
use jinqiao_kernel::{DateTime, OrgId, Result};
use jinqiao_matching::Told;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Read once for everything that is compared at a time.
pub struct Knowledge {
    standings: HashMap<OrgId, InstitutionStanding>,
}

impl Knowledge {
    /// As it is at `now`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn at(conn: &impl ConnectionTrait, now: DateTime) -> Result<Self> {
        Ok(Self { standings: points::institution_standings(conn, now).await? })
    }

    /// How an institution stands.
    pub fn standing(&self, institution: OrgId) -> InstitutionStanding {
        self.standings.get(&institution).copied().unwrap_or_default()
    }

    /// What is known of a product of `institution`.
    pub fn told(&self, institution: OrgId) -> Told {
        Told { service: self.standing(institution).limits_kept, ..Told::default() }
    }
}

//! Whether a consent holds, and may be signed again (domain 2.3).

use super::{
    entity::consent::Model,
    model::{ConsentScope, ConsentState},
};
use jinqiao_kernel::{DateTime, Error, Result};

impl Model {
    /// Where it stands at `now`.
    pub fn state(&self, now: DateTime) -> ConsentState {
        if self.replaced_at.is_some() {
            ConsentState::Replaced
        } else if self.revoked_at.is_some() {
            ConsentState::Revoked
        } else if now >= self.expires_at {
            ConsentState::Expired
        } else {
            ConsentState::Active
        }
    }

    /// Does the consent hold at `now`?
    pub fn active(&self, now: DateTime) -> bool {
        self.state(now) == ConsentState::Active
    }

    /// Is `scope` open at `now`?
    pub fn opens(&self, scope: ConsentScope, now: DateTime) -> bool {
        self.active(now) && self.scopes.0.contains(&scope)
    }

    /// May the enterprise sign again: to open more, for longer, or after it has ended? Only while the order runs.
    ///
    /// # Errors
    /// `consents.replaced`; `consents.order_ended`.
    pub(super) fn check_renewable(&self) -> Result<()> {
        if self.replaced_at.is_some() {
            return Err(Error::conflict("consents.replaced", "该对接单已有更新的授权"));
        }
        if self.order_ended_at.is_some() {
            return Err(Error::conflict("consents.order_ended", "对接已结束，不能再次授权"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ConsentScope::{Contact, Finance, Identity};
    use chrono::TimeDelta;
    use jinqiao_db::Doc;
    use uuid::Uuid;

    fn consent(expires_at: DateTime) -> Model {
        Model {
            id: Uuid::nil().into(),
            enterprise_id: Uuid::nil().into(),
            grantee_id: Uuid::nil().into(),
            demand_id: Uuid::nil().into(),
            order_id: Uuid::nil().into(),
            order_no: String::new(),
            scopes: Doc(vec![Identity, Contact]),
            purpose: String::new(),
            text_version: 1,
            text_hash: String::new(),
            signer_id: Uuid::nil().into(),
            method: String::new(),
            granted_at: DateTime::UNIX_EPOCH,
            expires_at,
            revoked_at: None,
            revoke_reason: None,
            version: 1,
            replaced_at: None,
            order_ended_at: None,
        }
    }

    #[test]
    fn a_consent_holds_until_it_ends_in_any_way() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(90);
        let at = Some(now);
        for (row, want, renewable) in [
            (consent(now + TimeDelta::seconds(1)), ConsentState::Active, true),
            (consent(now), ConsentState::Expired, true),
            (Model { revoked_at: at, ..consent(now + TimeDelta::days(9)) }, ConsentState::Revoked, true),
            (Model { replaced_at: at, ..consent(now + TimeDelta::days(9)) }, ConsentState::Replaced, false),
            (Model { order_ended_at: at, ..consent(now + TimeDelta::days(9)) }, ConsentState::Active, false),
        ] {
            assert_eq!(row.state(now), want);
            assert_eq!(row.opens(Identity, now), want == ConsentState::Active);
            assert!(!row.opens(Finance, now));
            assert_eq!(row.check_renewable().is_ok(), renewable, "{want:?}");
        }
    }
}

//! The catalogue of permissions and the fixed roles.

use jinqiao_kernel::{Permission, Role};
use std::sync::Arc;

/// Names of permissions, `concept.deed`.
pub mod perm {
    use jinqiao_kernel::Permission;

    /// See and correct the own registration.
    pub const REGISTRATION_OWN: Permission = "registration.own";
    /// Change the own password, see and end own sessions.
    pub const ACCOUNT_OWN: Permission = "account.own";
    /// Read own messages.
    pub const MESSAGES_READ: Permission = "messages.read";
    /// Upload files, and see those of the own organisation.
    pub const FILES_OWN: Permission = "files.own";
    /// Write the own card, and apply to be certified.
    pub const ORGANIZATION_CARD: Permission = "organizations.card";
    /// See and edit the own enterprise profile.
    pub const ENTERPRISE_PROFILE: Permission = "enterprise.profile";
    /// Write and submit own products, put them on the shelf and take them off.
    pub const PRODUCTS_OWN: Permission = "products.own";
    /// Write, submit and withdraw own demands.
    pub const DEMANDS_OWN: Permission = "demands.own";
    /// See and revoke own consents.
    pub const CONSENTS_OWN: Permission = "consents.own";
    /// Handle orders as the enterprise.
    pub const ORDERS_ENTERPRISE: Permission = "orders.enterprise";
    /// See the market of masked demands.
    pub const MARKET_READ: Permission = "market.read";
    /// Grab demands and handle orders as the institution.
    pub const ORDERS_INSTITUTION: Permission = "orders.institution";
    /// Approve, return and refuse what waits.
    pub const REVIEWS_HANDLE: Permission = "reviews.handle";
    /// See and certify organisations.
    pub const ORGANIZATIONS_MANAGE: Permission = "organizations.manage";
    /// Read the audit trail.
    pub const AUDIT_READ: Permission = "audit.read";
    /// See and retry jobs.
    pub const JOBS_MANAGE: Permission = "jobs.manage";
    /// See and set parameters.
    pub const PARAMETERS_MANAGE: Permission = "parameters.manage";
}

/// What every account may do.
const EVERYBODY: &[Permission] = &[perm::REGISTRATION_OWN, perm::ACCOUNT_OWN];

fn of_role(role: Role) -> &'static [Permission] {
    match role {
        Role::Enterprise => &[
            perm::MESSAGES_READ,
            perm::FILES_OWN,
            perm::ENTERPRISE_PROFILE,
            perm::DEMANDS_OWN,
            perm::CONSENTS_OWN,
            perm::ORDERS_ENTERPRISE,
        ],
        Role::Institution => &[
            perm::MESSAGES_READ,
            perm::FILES_OWN,
            perm::ORGANIZATION_CARD,
            perm::PRODUCTS_OWN,
            perm::MARKET_READ,
            perm::ORDERS_INSTITUTION,
        ],
        Role::Agency => &[perm::MESSAGES_READ, perm::FILES_OWN, perm::ORGANIZATION_CARD],
        Role::Government => &[perm::MESSAGES_READ],
        Role::Supervisor => &[perm::MESSAGES_READ, perm::AUDIT_READ],
        Role::Operator => &[
            perm::MESSAGES_READ,
            perm::REVIEWS_HANDLE,
            perm::ORGANIZATIONS_MANAGE,
            perm::AUDIT_READ,
            perm::JOBS_MANAGE,
            perm::PARAMETERS_MANAGE,
        ],
    }
}

/// What an account of `role` may do. Until its organisation's registration is approved, only see to that.
pub fn of(role: Role, registered: bool) -> Arc<[Permission]> {
    let more = if registered { of_role(role) } else { &[] };
    EVERYBODY.iter().chain(more).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_decides_on_what_they_submit() {
        for role in Role::ALL {
            let permissions = of(role, true);
            let submits = [perm::DEMANDS_OWN, perm::PRODUCTS_OWN].iter().any(|own| permissions.contains(own));
            assert!(!(submits && permissions.contains(&perm::REVIEWS_HANDLE)), "{role:?}");
        }
    }

    #[test]
    fn before_approval_only_the_registration_is_open() {
        for role in Role::ALL {
            assert_eq!(&*of(role, false), EVERYBODY);
        }
    }
}

//! The catalogue of permissions and the fixed roles.

use jinqiao_kernel::{Grants, Permission, Role};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
    /// Make sub-accounts and units, see what sub-accounts did.
    pub const TEAM_MANAGE: Permission = "accounts.team";
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
    /// See what institutions are late with.
    pub const OVERDUE_READ: Permission = "orders.overdue";
    /// See, without names, demands that nobody has answered.
    pub const UNMATCHED_READ: Permission = "demands.unmatched";
    /// Complain, dispute, object, give feedback or record an incident, each role what is open to it; answer what others
    /// complain of.
    pub const COMPLAINTS_OWN: Permission = "complaints.own";
    /// Assign and answer complaints.
    pub const COMPLAINTS_HANDLE: Permission = "complaints.handle";
    /// Read the complaints that are copied to the government, and how institutions put right what was found.
    pub const COMPLAINTS_OVERSEE: Permission = "complaints.oversee";
    /// See the own points, their rules and the own grade.
    pub const POINTS_OWN: Permission = "points.own";
    /// See the grades of institutions beside their offers.
    pub const GRADES_READ: Permission = "points.grades";
    /// Change rules for points, note findings, correct entries.
    pub const POINTS_MANAGE: Permission = "points.manage";
    /// Read the quarterly assessment of institutions.
    pub const ASSESSMENT_READ: Permission = "points.assessment";
    /// Read what clusters of firms are made of (企业分群).
    pub const SEGMENTS_READ: Permission = "enterprises.segments";
    /// Approve, return and refuse what waits.
    pub const REVIEWS_HANDLE: Permission = "reviews.handle";
    /// See and certify organisations.
    pub const ORGANIZATIONS_MANAGE: Permission = "organizations.manage";
    /// Disable and enable accounts, let people back in, suspend organisations.
    pub const ACCOUNTS_MANAGE: Permission = "accounts.manage";
    /// Read the audit trail.
    pub const AUDIT_READ: Permission = "audit.read";
    /// See and retry jobs.
    pub const JOBS_MANAGE: Permission = "jobs.manage";
    /// See and keep the holiday table.
    pub const CALENDAR_MANAGE: Permission = "calendar.manage";
    /// See and write the weights of the innovation score (创新积分).
    pub const SCORE_MANAGE: Permission = "enterprises.score";
    /// See and tune the matching, and see who got the dispatches.
    pub const MATCHING_TUNE: Permission = "matching.tune";
    /// See and set parameters.
    pub const PARAMETERS_MANAGE: Permission = "parameters.manage";
}

/// What every account may do.
const EVERYBODY: &[Permission] = &[perm::REGISTRATION_OWN, perm::ACCOUNT_OWN];

/// What concerns nobody but the person, and so stays open to read-only accounts.
const PERSONAL: &[Permission] = &[perm::ACCOUNT_OWN, perm::MESSAGES_READ];

/// How far a sub-account may go (子账号权限).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Handles business (经办).
    #[default]
    Handle,
    /// Sees what its unit sees (只读).
    Read,
}

/// What decides about an account's permissions.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Its role.
    pub role: Role,
    /// The registration of its organisation is approved.
    pub registered: bool,
    /// Primary account of its organisation (主账号).
    pub primary: bool,
    /// How far it may go.
    pub access: Access,
    /// It came with a one-time password and has to choose its own first.
    pub password_due: bool,
}

impl Standing {
    /// The primary account of a registered organisation.
    pub const fn primary(role: Role) -> Self {
        Self { role, registered: true, primary: true, access: Access::Handle, password_due: false }
    }
}

fn of_role(role: Role) -> &'static [Permission] {
    match role {
        Role::Enterprise => &[
            perm::MESSAGES_READ,
            perm::FILES_OWN,
            perm::ENTERPRISE_PROFILE,
            perm::DEMANDS_OWN,
            perm::CONSENTS_OWN,
            perm::ORDERS_ENTERPRISE,
            perm::COMPLAINTS_OWN,
            perm::POINTS_OWN,
            perm::GRADES_READ,
        ],
        Role::Institution => &[
            perm::MESSAGES_READ,
            perm::FILES_OWN,
            perm::ORGANIZATION_CARD,
            perm::PRODUCTS_OWN,
            perm::MARKET_READ,
            perm::ORDERS_INSTITUTION,
            perm::COMPLAINTS_OWN,
            perm::POINTS_OWN,
        ],
        Role::Agency => &[perm::MESSAGES_READ, perm::FILES_OWN, perm::ORGANIZATION_CARD, perm::POINTS_OWN],
        Role::Government => &[
            perm::MESSAGES_READ,
            perm::UNMATCHED_READ,
            perm::COMPLAINTS_OVERSEE,
            perm::ASSESSMENT_READ,
            perm::SEGMENTS_READ,
        ],
        Role::Supervisor => &[
            perm::MESSAGES_READ,
            perm::FILES_OWN,
            perm::AUDIT_READ,
            perm::OVERDUE_READ,
            perm::UNMATCHED_READ,
            perm::COMPLAINTS_OVERSEE,
            perm::COMPLAINTS_OWN,
            perm::ASSESSMENT_READ,
            perm::SEGMENTS_READ,
        ],
        Role::Operator => &[
            perm::MESSAGES_READ,
            perm::OVERDUE_READ,
            perm::REVIEWS_HANDLE,
            perm::ORGANIZATIONS_MANAGE,
            perm::ACCOUNTS_MANAGE,
            perm::AUDIT_READ,
            perm::JOBS_MANAGE,
            perm::PARAMETERS_MANAGE,
            perm::CALENDAR_MANAGE,
            perm::COMPLAINTS_HANDLE,
            perm::POINTS_MANAGE,
            perm::SCORE_MANAGE,
            perm::MATCHING_TUNE,
        ],
    }
}

/// What an account of this standing may do. Until its organisation's registration is approved, only see to that; with a
/// one-time password, only change it. Teams are for those who register by themselves, and there for the primary account.
pub fn of(standing: Standing) -> Grants {
    if standing.password_due {
        let own = [perm::ACCOUNT_OWN];
        return Grants { read: own.into(), write: own.into() };
    }
    let Standing { role, registered, primary, access, .. } = standing;
    let more = if registered { of_role(role) } else { &[] };
    let teams = matches!(role, Role::Enterprise | Role::Institution | Role::Agency);
    let team = (teams && registered && primary).then_some(perm::TEAM_MANAGE);
    let read: Vec<_> = EVERYBODY.iter().chain(more).copied().chain(team).collect();
    let writes = |permission: &&Permission| access == Access::Handle || PERSONAL.contains(permission);
    Grants { write: read.iter().filter(writes).copied().collect(), read: read.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_decides_on_what_they_submit() {
        for role in Role::ALL {
            let permissions = of(Standing::primary(role)).write;
            let submits = [perm::DEMANDS_OWN, perm::PRODUCTS_OWN].iter().any(|own| permissions.contains(own));
            assert!(!(submits && permissions.contains(&perm::REVIEWS_HANDLE)), "{role:?}");
        }
    }

    #[test]
    fn before_approval_only_the_registration_is_open() {
        for role in Role::ALL {
            assert_eq!(&*of(Standing { registered: false, ..Standing::primary(role) }).write, EVERYBODY);
        }
    }

    #[test]
    fn sub_accounts_get_no_more_than_the_primary_account() {
        for role in Role::ALL {
            let all = of(Standing::primary(role));
            let sub = Standing { primary: false, ..Standing::primary(role) };
            let reader = of(Standing { access: Access::Read, ..sub });
            let sub = of(sub);
            assert!(!sub.read.contains(&perm::TEAM_MANAGE), "{role:?}");
            assert!(sub.read.iter().all(|permission| all.read.contains(permission)), "{role:?}");
            assert_eq!(reader.read, sub.read, "{role:?}: a reader sees what a handler sees");
            assert!(reader.write.iter().all(|permission| PERSONAL.contains(permission)), "{role:?}");
        }
    }

    #[test]
    fn a_one_time_password_opens_nothing_but_its_change() {
        for role in Role::ALL {
            let due = of(Standing { password_due: true, ..Standing::primary(role) });
            assert_eq!(&*due.read, [perm::ACCOUNT_OWN]);
            assert_eq!(&*due.write, [perm::ACCOUNT_OWN]);
        }
    }
}

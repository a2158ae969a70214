//! Who sees which parts of a firm, and that each look is noted (domain 2.3): the operator by role, a department that the firm has applied
//! to as well, everybody else under a consent that holds.

use jinqiao_db::{Db, Intent};
use jinqiao_financing::orders;
use jinqiao_government::applications;
use jinqiao_kernel::{Actor, Error, OrderId, OrgId, OrgKind, Result, Role};
use jinqiao_platform::{
    consents::{self, AccessPart, Consent, ConsentScope, Look},
    organizations::{self, Organization},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why a reader sees a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PanoramaBasis {
    /// It is the reader's own.
    Own,
    /// The reader runs the platform.
    Operator,
    /// The firm has handed in an application to the reader's department.
    Application,
    /// A consent of the firm holds.
    Consent,
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// 登记信息 and risks.
    Registration,
    /// 经营与人员, titles, score.
    Business,
    /// 财务.
    Finance,
    /// 融资记录, with whom and how much.
    Financing,
    /// 政策记录.
    Policies,
    /// 信用积分, complaints.
    Standing,
}

/// What a reader sees.
#[derive(Clone, Debug)]
pub struct Sight {
    /// Why.
    pub basis: PanoramaBasis,
    /// What the consent opens, where it is one.
    scopes: Vec<ConsentScope>,
}

impl Sight {
    fn whole(basis: PanoramaBasis) -> Self {
        Self { basis, scopes: vec![] }
    }

    fn under(scopes: Vec<ConsentScope>) -> Self {
        Self { basis: PanoramaBasis::Consent, scopes }
    }

    /// Whether `section` is open.
    pub fn opens(&self, section: Section) -> bool {
        let scope = match section {
            Section::Registration => ConsentScope::Identity,
            Section::Business => ConsentScope::Business,
            Section::Finance => ConsentScope::Finance,
            // No consent opens what others do with the firm.
            Section::Financing | Section::Policies | Section::Standing => {
                return self.basis != PanoramaBasis::Consent;
            }
        };
        self.basis != PanoramaBasis::Consent || self.scopes.contains(&scope)
    }

    /// Whether the value that a profile keeps as `field` is shown, `ip.inventions` as `ip`: where it comes from may be told then.
    pub fn tells(&self, field: &str) -> bool {
        let field = field.split('.').next().unwrap_or_default();
        let opened = || self.scopes.iter().any(|scope| scope.fields().contains(&field));
        self.basis != PanoramaBasis::Consent || opened()
    }
}

/// What the firm reads in its log.
const WHAT: &str = "查看企业全景";

/// The own firm, which notes nothing.
///
/// # Errors
/// When the database fails.
pub async fn own(db: &Db, actor: &Actor) -> Result<(Organization, Sight)> {
    Ok((organizations::by_id(db.read(), actor.org).await?, Sight::whole(PanoramaBasis::Own)))
}

/// What the government or the operator sees of `firm`, after it has been noted for the firm and for the auditor.
///
/// # Errors
/// `not_found` for what is no registered firm, and for a department that has nothing to do with it: which firms there are is not told.
pub async fn by_role(db: &Db, actor: &Actor, firm: OrgId) -> Result<(Organization, Sight)> {
    let org = organizations::by_id(db.read(), firm).await?;
    if org.kind != OrgKind::Enterprise || org.decided_at.is_none() {
        return Err(Error::not_found());
    }
    let sight = match actor.role {
        Role::Operator => Sight::whole(PanoramaBasis::Operator),
        _ if applications::concerns(db.read(), firm, actor.org).await? => Sight::whole(PanoramaBasis::Application),
        _ => return named_by_consent(db, actor, org).await,
    };
    db.write(Intent::by(actor, "panorama.view").on(firm), |tx| async move {
        consents::record_look(&tx, actor, firm, AccessPart::Panorama, WHAT).await
    })
    .await?;
    Ok((org, sight))
}

/// Who the firm is, and no more: a consent was given to one institution for one order, and what it opens besides is for that one alone.
async fn named_by_consent(db: &Db, actor: &Actor, org: Organization) -> Result<(Organization, Sight)> {
    let consent = consents::newest_holding(db.read(), org.id, db.world().now()).await?;
    let order = consent.ok_or_else(Error::not_found)?.order_id;
    note(db, actor, order, Intent::by(actor, "panorama.view").on(org.id)).await?;
    Ok((org, Sight::under(vec![ConsentScope::Identity])))
}

/// Notes a look under the consent of `order`, which is closed where that has ended.
async fn note(db: &Db, actor: &Actor, order: OrderId, intent: Intent) -> Result<Consent> {
    let look = || Look { part: AccessPart::Panorama, scope: ConsentScope::Identity, what: WHAT, reason: None };
    db.write(intent, |tx| async move { consents::record_access(&tx, actor, order, look()).await }).await
}

/// The firm behind an order of the reader's institution, and what its consent opens, after that has been noted.
///
/// # Errors
/// `not_found` for an order that the reader does not see; `consents.closed`.
pub async fn of_order(db: &Db, actor: &Actor, order: OrderId) -> Result<(Organization, Sight)> {
    if orders::visible_numbers(db.read(), actor, &[order.into()]).await?.is_empty() {
        return Err(Error::not_found());
    }
    let consent = note(db, actor, order, Intent::by(actor, "panorama.view").on(order)).await?;
    let firm = organizations::by_id(db.read(), consent.enterprise_id).await?;
    Ok((firm, Sight::under(consent.scopes.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ConsentScope::{Business, Contact, Finance, Identity};

    #[test]
    fn a_consent_opens_its_scopes_and_nothing_of_what_others_do() {
        let all = [
            Section::Registration,
            Section::Business,
            Section::Finance,
            Section::Financing,
            Section::Policies,
            Section::Standing,
        ];
        let open = |sight: Sight| all.map(|section| sight.opens(section));
        for (scopes, want) in [
            (vec![Identity, Contact], [true, false, false, false, false, false]),
            (vec![Identity, Contact, Business], [true, true, false, false, false, false]),
            (vec![Identity, Contact, Business, Finance], [true, true, true, false, false, false]),
        ] {
            assert_eq!(open(Sight::under(scopes)), want);
        }
        let sight = Sight::under(vec![Identity, Contact]);
        assert_eq!(["founded_on", "ip.pct", "revenue"].map(|field| sight.tells(field)), [true, false, false]);
        for basis in [PanoramaBasis::Own, PanoramaBasis::Operator, PanoramaBasis::Application] {
            assert_eq!(open(Sight::whole(basis)), [true; 6], "{basis:?}");
        }
    }
}

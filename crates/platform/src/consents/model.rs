//! What can be opened, and what each tier shows (domain 2.3).

use jinqiao_kernel::{Checks, Result};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A part of an enterprise's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ConsentScope {
    /// Name, credit code, legal person, address (企业身份).
    Identity,
    /// Contact person and how to reach them (联系方式).
    Contact,
    /// What the enterprise does, its staff and titles (经营信息).
    Business,
    /// Capital, revenue, tax grade (财务信息).
    Finance,
    /// Files attached to the demand (附件材料).
    Attachments,
}

impl ConsentScope {
    /// Its name, as people read it.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Identity => "企业身份",
            Self::Contact => "联系方式",
            Self::Business => "经营信息",
            Self::Finance => "财务信息",
            Self::Attachments => "附件材料",
        }
    }

    /// The names of several.
    pub fn texts(scopes: &[Self]) -> String {
        scopes.iter().map(|scope| scope.text()).collect::<Vec<_>>().join("、")
    }
}

/// What the public and uncertified institutions read of demands, counted together (tier 0).
pub const OPEN_FIELDS: &[&str] = &["industry_section", "kind", "amount_band", "term_band", "count"];

/// What certified institutions read of one demand and its enterprise before consent (tier 1).
pub const MASKED_FIELDS: &[&str] = &[
    "kind",
    "industry_section",
    "industry_division",
    "amount",
    "accept_partial",
    "term_months",
    "need_by",
    "use_kind",
    "public_text",
    "guarantees",
    "rate_max",
    "repayments",
    "first_loan",
    "round",
    "valuation",
    "share_bp",
    "tags",
    "years_band",
    "staff_band",
    "revenue_band",
    "place",
    "titles",
    "score_grade",
];

impl ConsentScope {
    /// What it opens beyond tier 1 to the one institution (tier 2), by the names that the answers have.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Identity => &[
                "name",
                "uscc",
                "legal_person",
                "org_type",
                "founded_on",
                "address",
                "reg_authority",
                "former_names",
                "risks",
                "origins",
            ],
            Self::Contact => &["contact_name", "mobile_masked", "email"],
            Self::Business => &[
                "main_business",
                "staff",
                "rd_staff",
                "insured_count",
                "size",
                "industry_class",
                "industry_class_name",
                "titles",
                "ip",
                "tags",
                "listing_intent",
                "listing_stage",
                "score",
                "use_text",
                "highlights",
                "team",
            ],
            Self::Finance => &[
                "reg_capital",
                "paid_capital",
                "revenue",
                "finance",
                "tax_grade",
                "existing_loans",
                "guarantees_given",
                "overdue",
                "collateral",
                "repayment_source",
            ],
            Self::Attachments => &["attachments"],
        }
    }
}

/// Which part of the data somebody looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AccessPart {
    /// Everything that the scopes open, but files (企业资料).
    Profile,
    /// The contact's whole mobile number (完整手机号码).
    Mobile,
    /// A file of the demand or the profile (附件材料).
    Attachment,
    /// A file that was provided on request (补充材料).
    Material,
    /// The name in a list (列表中的名称).
    Name,
    /// Everything on one page (企业全景).
    Panorama,
    /// The form of a policy application that another department was asked about (会商).
    Consultation,
}

/// Where a consent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// It holds.
    Active,
    /// Its time is over.
    Expired,
    /// The enterprise took it back.
    Revoked,
    /// The enterprise signed again for the same order.
    Replaced,
}

/// Identity and contact belong to every consent: without them nobody can work on an order.
///
/// # Errors
/// `validation`.
pub fn check_scopes(scopes: &[ConsentScope]) -> Result<()> {
    let has = |scope| scopes.contains(&scope);
    let unique = scopes.iter().enumerate().all(|(i, scope)| !scopes[..i].contains(scope));
    Checks::new()
        .that("scopes", has(ConsentScope::Identity) && has(ConsentScope::Contact), "须包含企业身份和联系方式")
        .that("scopes", unique, "授权范围有重复")
        .done()
}

/// `wanted` leaves something of `known` out and adds nothing: that needs no new signature.
///
/// # Errors
/// `validation`.
pub fn check_narrower(known: &[ConsentScope], wanted: &[ConsentScope]) -> Result<()> {
    check_scopes(wanted)?;
    let within = wanted.iter().all(|scope| known.contains(scope));
    Checks::new()
        .that("scopes", within, "扩大授权范围需要重新签署")
        .that("scopes", !within || wanted.len() < known.len(), "授权范围没有变化")
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ConsentScope::{Attachments, Business, Contact, Finance, Identity};
    use sea_orm::Iterable;

    #[test]
    fn only_narrowing_needs_no_signature() {
        let known = [Identity, Contact, Business, Finance];
        assert!(check_narrower(&known, &[Identity, Contact, Finance]).is_ok());
        for wrong in [
            vec![Identity, Contact, Business, Finance],
            vec![Identity, Contact, Attachments],
            vec![Identity, Finance],
            vec![Identity, Contact, Contact],
        ] {
            assert!(check_narrower(&known, &wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn no_field_is_opened_twice() {
        let all: Vec<_> = ConsentScope::iter().flat_map(|scope| scope.fields()).collect();
        let unique: std::collections::HashSet<_> = all.iter().collect();
        assert_eq!(all.len(), unique.len());
    }
}

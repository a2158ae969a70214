//! What can be opened, and when a consent holds.

use super::entity::consent::Model;
use jinqiao_kernel::{Checks, DateTime, Result};
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

impl Model {
    /// Does the consent hold at `now`?
    pub fn active(&self, now: DateTime) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }

    /// Is `scope` open at `now`?
    pub fn opens(&self, scope: ConsentScope, now: DateTime) -> bool {
        self.active(now) && self.scopes.0.contains(&scope)
    }
}

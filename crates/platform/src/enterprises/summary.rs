//! The enterprise beside what is reviewed.

use super::{Extras, FinanceYear, Origins, completeness, standards, store, years_of};
use crate::{
    files::{self, FileInfo},
    organizations,
};
use jinqiao_db::Db;
use jinqiao_kernel::{OrgId, Result, Vault, local_date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An enterprise in the words of a reviewer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnterpriseSummary {
    id: OrgId,
    name: String,
    uscc: String,
    contact_name: String,
    mobile_masked: String,
    completeness: u32,
    industry_section: Option<super::IndustrySection>,
    industry_division: Option<String>,
    main_business: Option<String>,
    founded_on: Option<jinqiao_kernel::NaiveDate>,
    staff: Option<i32>,
    revenue: Option<jinqiao_kernel::Money>,
    district: Option<String>,
    park: Option<String>,
    address: Option<String>,
    email: Option<String>,
    org_type: Option<super::OrgType>,
    legal_person: Option<String>,
    reg_capital: Option<jinqiao_kernel::Money>,
    rd_staff: Option<i32>,
    tax_grade: Option<super::TaxGrade>,
    titles: Vec<super::Title>,
    size: Option<super::Size>,
    industry_class_name: Option<String>,
    #[serde(flatten)]
    extras: Extras,
    finance: Vec<FinanceYear>,
    files: Vec<FileInfo>,
    origins: Origins,
}

/// The enterprise as the operator sees it beside what is reviewed.
///
/// # Errors
/// `not_found`.
pub async fn summary(db: &Db, vault: &Vault, org: OrgId) -> Result<EnterpriseSummary> {
    let row = store::of_org(db.read(), org).await?;
    let finance = years_of(db.read(), org).await?;
    let org = organizations::by_id(db.read(), org).await?;
    let industries = standards::in_force(db.read(), local_date(db.world().now())).await?.industries;
    let class = row.extras.0.industry_class.as_deref().and_then(|class| industries.class_name(class));
    Ok(EnterpriseSummary {
        completeness: completeness(&row, finance.len()).0,
        mobile_masked: org.mobile_masked(vault)?,
        id: org.id,
        name: org.name,
        uscc: org.uscc.unwrap_or_default(),
        contact_name: org.contact_name,
        industry_section: row.industry_section,
        industry_division: row.industry_division,
        main_business: row.main_business,
        founded_on: row.founded_on,
        staff: row.staff,
        revenue: row.revenue,
        district: row.district,
        park: row.park,
        address: row.address,
        email: org.email,
        org_type: row.org_type,
        legal_person: row.legal_person,
        reg_capital: row.reg_capital,
        rd_staff: row.rd_staff,
        tax_grade: row.tax_grade,
        titles: row.titles.0,
        size: row.size,
        files: files::infos(db.read(), &row.attachments.0).await?,
        industry_class_name: class.map(str::to_owned),
        extras: row.extras.0,
        origins: row.origins.0,
        finance,
    })
}
